import Observation

/// The first-run pages: what this app can do, what it cannot, how a picture comes out of a chat.
@MainActor @Observable
public final class FirstRunModel {
    public enum Step: String, CaseIterable, Sendable {
        case photo
        case wechatPhoto = "wechat-photo"
        case wechatText = "wechat-text"
        case cannot
    }

    public private(set) var step = Step.photo
    public private(set) var finished = false

    private let done: @MainActor () -> Void

    public init(done: @escaping @MainActor () -> Void) { self.done = done }

    public var number: Int { (Step.allCases.firstIndex(of: step) ?? 0) + 1 }
    public var isLast: Bool { step == Step.allCases.last }

    public func next() {
        if isLast { finish() } else { step = Step.allCases[number] }
    }

    public func back() {
        if number > 1 { step = Step.allCases[number - 2] }
    }

    /// Also "skip": nothing in these pages is a condition for using the app.
    public func finish() {
        guard !finished else { return }
        finished = true
        done()
    }
}
