import Observation

/// The first-run pages: what the app can and cannot do, and how to get a picture out of a chat.
@MainActor @Observable
public final class FirstRunModel {
    public enum Step: String, CaseIterable, Sendable {
        case photo
        case wechatPhoto = "wechat-photo"
        case wechatText = "wechat-text"
        case cannot
    }

    public private(set) var step = Step.photo
    public private(set) var isFinished = false

    private let onFinish: @MainActor () -> Void

    public init(onFinish: @escaping @MainActor () -> Void) { self.onFinish = onFinish }

    /// The number of the current step, from 1.
    public var number: Int { (Step.allCases.firstIndex(of: step) ?? 0) + 1 }
    public var isLast: Bool { step == Step.allCases.last }

    public func next() {
        if isLast { finish() } else { step = Step.allCases[number] }
    }

    public func back() {
        if number > 1 { step = Step.allCases[number - 2] }
    }

    /// Ends the pages from any step, also for "skip": none of them is required.
    public func finish() {
        guard !isFinished else { return }
        isFinished = true
        onFinish()
    }
}
