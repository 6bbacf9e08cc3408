import Observation

/// "Where are you now?": the person selects situations and gets the steps for them.
@MainActor @Observable
public final class SituationModel {
    public enum State: Equatable, Sendable {
        case loading
        case choosing([SituationChoice])
        case advice(GroupedAdvice)
        case failed(UserFacingError)
    }

    public struct GroupedAdvice: Equatable, Sendable {
        public let page: AdvicePage

        /// The steps by urgency, most urgent first; inside a group in the core's order.
        public var groups: [(urgency: Urgency, steps: [Advice])] {
            [Urgency.seconds, .minutes, .hours, .days].compactMap { urgency in
                let steps = page.advice.filter { $0.urgency == urgency }
                return steps.isEmpty ? nil : (urgency, steps)
            }
        }

        /// The hotlines with a number that a step names.
        public func dialableHotlines(of step: Advice) -> [Hotline] {
            step.call.compactMap { id in page.hotlines.first { $0.id == id && !$0.number.isEmpty } }
        }
    }

    public private(set) var state: State = .loading
    public private(set) var chosen: Set<Situation> = []
    public private(set) var choices: [SituationChoice] = []
    /// Ids of the steps that the person marked as done.
    public private(set) var completedSteps: Set<String> = []

    private let core: Core
    private let device: Device

    public init(core: Core, device: Device, chosen: Set<Situation> = []) {
        self.core = core
        self.device = device
        self.chosen = chosen
    }

    public func load() async {
        state = .loading
        do {
            choices = try await core.situations()
            state = .choosing(choices)
        } catch {
            state = .failed(UserFacingError(of: error))
        }
    }

    public func toggle(_ situation: Situation) {
        if chosen.remove(situation) == nil { chosen.insert(situation) }
    }

    /// True while a scammer listens or sees the screen: the screen then shows the emergency page first.
    public var isEmergency: Bool { chosen.contains(.onThePhone) || chosen.contains(.screenShared) }

    /// The chosen situations in list order.
    public var orderedChoices: [Situation] { choices.map(\.situation).filter(chosen.contains) }

    public func showSteps() async {
        guard !chosen.isEmpty else { return }
        state = .loading
        completedSteps = []
        do {
            state = .advice(GroupedAdvice(page: try await core.advice(orderedChoices)))
        } catch {
            state = .failed(UserFacingError(of: error))
        }
    }

    public func back() { state = .choosing(choices) }

    public func toggleCompleted(_ step: Advice) {
        if completedSteps.remove(step.id) == nil { completedSteps.insert(step.id) }
    }

    public func call(_ hotline: Hotline) {
        guard case .advice(let advice) = state, advice.page.hotlines.contains(hotline),
            !hotline.number.isEmpty
        else { return }
        device.dialler.dial(hotline.number)
    }

    public func readAloud() {
        guard case .advice(let advice) = state else { return }
        device.speech.toggle(advice.page.advice.map(\.step).joined(separator: "\n"), in: core.language)
    }
}
