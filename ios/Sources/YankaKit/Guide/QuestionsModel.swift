import Observation

/// Questions for someone whom a scammer is talking to, one at a time. "Yes" opens a page, "no" the next
/// question.
@MainActor @Observable
public final class QuestionsModel {
    public enum State: Equatable, Sendable {
        case loading
        case asking(Question, number: Int, of: Int)
        /// The page that a "yes" opened.
        case page(Page)
        /// Every question was answered with "no". That does not mean that the person is not being scammed.
        case ended
        case failed(UserFacingError)
    }

    public private(set) var state: State = .loading

    private let core: Core
    private let device: Device
    private var questions: [Question] = []
    private var asked: [Question] = []

    public init(core: Core, device: Device) {
        self.core = core
        self.device = device
    }

    public func start() async {
        state = .loading
        asked = []
        do {
            questions = try await core.questions()
            if let first = questions.first { ask(first) } else { state = .ended }
        } catch {
            state = .failed(UserFacingError(of: error))
        }
    }

    public func answer(_ yes: Bool) async {
        guard case .asking(let question, _, _) = state else { return }
        if yes {
            await open(question.yes)
        } else if let next = questions.first(where: { $0.id == question.no }), !asked.contains(next) {
            ask(next)
        } else {
            state = .ended
        }
    }

    /// Goes back to the previous question, or from a page to the question that opened it.
    public func back() {
        switch state {
        case .asking where asked.count > 1:
            asked.removeLast()
            asked.popLast().map(ask)
        case .page, .ended, .failed: asked.popLast().map(ask)
        case .asking, .loading: break
        }
    }

    public var canGoBack: Bool {
        if case .asking = state { asked.count > 1 } else { !asked.isEmpty }
    }

    public func call(_ hotline: Hotline) {
        guard case .page(let page) = state, page.hotlines.contains(hotline), !hotline.number.isEmpty else {
            return
        }
        device.dialler.dial(hotline.number)
    }

    private func ask(_ question: Question) {
        asked.append(question)
        state = .asking(question, number: asked.count, of: questions.count)
    }

    private func open(_ id: String) async {
        state = .loading
        do {
            state = try await core.page(id).map(State.page) ?? .ended
        } catch {
            state = .failed(UserFacingError(of: error))
        }
    }
}
