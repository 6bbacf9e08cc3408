import Observation

/// "Where are you now?": the person says how far it has gone, and gets the steps for it in order.
@MainActor @Observable
public final class SituationModel {
    public enum State: Equatable, Sendable {
        case working
        /// What can be chosen, in the core's words.
        case choosing([SituationChoice])
        case steps(Steps)
        case failed(Trouble)
    }

    public struct Steps: Equatable, Sendable {
        public let page: AdvicePage

        /// The steps by the time each has, seconds first; inside of a time the core's order.
        public var groups: [(urgency: Urgency, steps: [Advice])] {
            [Urgency.seconds, .minutes, .hours, .days].compactMap { urgency in
                let steps = page.advice.filter { $0.urgency == urgency }
                return steps.isEmpty ? nil : (urgency, steps)
            }
        }

        /// The numbers that a step names.
        public func calls(of step: Advice) -> [Hotline] {
            step.call.compactMap { id in page.hotlines.first { $0.id == id && !$0.number.isEmpty } }
        }
    }

    public private(set) var state: State = .working
    public private(set) var chosen: Set<Situation> = []
    public private(set) var choices: [SituationChoice] = []
    /// Steps that the person ticked off; the order of the rest does not change.
    public private(set) var done: Set<String> = []

    private let core: Core
    private let device: Device

    public init(core: Core, device: Device, chosen: Set<Situation> = []) {
        self.core = core
        self.device = device
        self.chosen = chosen
    }

    public func load() async {
        state = .working
        do {
            choices = try await core.situations()
            state = .choosing(choices)
        } catch {
            state = .failed(Trouble(of: error))
        }
    }

    public func toggle(_ situation: Situation) {
        if chosen.remove(situation) == nil { chosen.insert(situation) }
    }

    /// True where someone listens or looks on now: the emergency page comes before any list.
    public var emergency: Bool { chosen.contains(.onThePhone) || chosen.contains(.screenShared) }

    /// Chosen situations, in the order in which they are listed.
    public var ordered: [Situation] { choices.map(\.situation).filter(chosen.contains) }

    public func showSteps() async {
        guard !chosen.isEmpty else { return }
        state = .working
        done = []
        do {
            state = .steps(Steps(page: try await core.advice(ordered)))
        } catch {
            state = .failed(Trouble(of: error))
        }
    }

    public func back() { state = .choosing(choices) }

    public func tick(_ step: Advice) {
        if done.remove(step.id) == nil { done.insert(step.id) }
    }

    public func call(_ hotline: Hotline) {
        guard case .steps(let steps) = state, steps.page.hotlines.contains(hotline), !hotline.number.isEmpty
        else { return }
        device.dialler.dial(hotline.number)
    }

    public func readAloud() {
        guard case .steps(let steps) = state else { return }
        device.speaker.speaking
            ? device.speaker.stop()
            : device.speaker.say(steps.page.advice.map(\.step).joined(separator: "\n"), in: core.language)
    }
}
