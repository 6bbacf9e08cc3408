import Observation

/// What the person says of a link or host of their own choice. "Fine" quiets a caution, never a danger.
@MainActor @Observable
public final class OwnRulesModel {
    public private(set) var state: Phase<[OwnRule]> = .empty
    public private(set) var trouble: Trouble?
    public var subject = ""
    public var note = ""
    public var opinion = Opinion.bad

    private let core: Core
    private let device: Device

    public init(core: Core, device: Device) {
        self.core = core
        self.device = device
    }

    public func load() async {
        if state.value == nil { state = .working }
        state = await .list { try await core.ownRules() }
    }

    public var canAdd: Bool { !subject.allSatisfy(\.isWhitespace) }

    public func add() async {
        guard canAdd else { return }
        await attempt {
            _ = try await core.add(opinion, of: subject, note: note, offset: device.clock.now().offsetMinutes)
            subject = ""
            note = ""
        }
    }

    public func remove(_ rule: OwnRule) async {
        await attempt { try await core.remove(ownRule: rule.id) }
    }

    public func dismissTrouble() { trouble = nil }

    private func attempt(_ work: @MainActor () async throws -> Void) async {
        trouble = nil
        do {
            try await work()
            await load()
        } catch {
            trouble = Trouble(of: error)
        }
    }
}
