import Observation

/// Questions for someone who is being talked to, one at a time. "Yes" leads to a page, "no" onwards.
@MainActor @Observable
public final class QuestionsModel {
    public enum State: Equatable, Sendable {
        case working
        case asking(Question, number: Int, of: Int)
        /// The page that an answer led to.
        case page(Page)
        /// Every question was answered with "no"; that is no promise.
        case ended
        case failed(Trouble)
    }

    public private(set) var state: State = .working

    private let core: Core
    private let device: Device
    private var questions: [Question] = []
    private var asked: [Question] = []

    public init(core: Core, device: Device) {
        self.core = core
        self.device = device
    }

    public func begin() async {
        state = .working
        asked = []
        do {
            questions = try await core.questions()
            if let first = questions.first { ask(first) } else { state = .ended }
        } catch {
            state = .failed(Trouble(of: error))
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

    /// Back to the question before, or to the one whose answer led to a page.
    public func back() {
        switch state {
        case .asking where asked.count > 1:
            asked.removeLast()
            asked.popLast().map(ask)
        case .page, .ended, .failed: asked.popLast().map(ask)
        case .asking, .working: break
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
        state = .working
        do {
            state = try await core.page(id).map(State.page) ?? .ended
        } catch {
            state = .failed(Trouble(of: error))
        }
    }
}
