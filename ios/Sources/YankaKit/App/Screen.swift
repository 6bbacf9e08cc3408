/// Every screen that can be gone to. The names are the same as in the Android app.
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
    /// Whether it shows what lies behind the log's lock.
    public var isPrivate: Bool {
        switch self {
        case .log, .entry, .timeline: true
        default: false
        }
    }
}

/// What the home-screen quick actions, links and notifications of other apps can ask for.
public enum QuickAction: String, CaseIterable, Sendable {
    case photo = "org.yanka.photo"
    case emergency = "org.yanka.emergency"
    case numbers = "org.yanka.numbers"
}
