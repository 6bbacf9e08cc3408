/// Every screen that can be navigated to. The Android app uses the same names.
public enum Screen: Hashable, Sendable {
    case result
    case situation
    case emergency
    case numbers
    case log
    case entry(Int64)
    case timeline(entry: Int64, step: TimelineStep?)
    case rules
    case checklist
    case questions
    case scripts
    case script(String)
    case ownRules
    case pages
    case page(String)
    case settings
    case about
}

extension Screen {
    /// Whether it shows content of the log.
    public var isBehindLogLock: Bool {
        switch self {
        case .log, .entry, .timeline: true
        default: false
        }
    }
}

/// The home-screen quick actions; the raw values are the types in Info.plist.
public enum QuickAction: String, CaseIterable, Sendable {
    case photo = "org.yanka.photo"
    case emergency = "org.yanka.emergency"
    case numbers = "org.yanka.numbers"
}
