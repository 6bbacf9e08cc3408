import Observation

/// The person's own rules about links and hosts. "Fine" suppresses a caution, never a danger.
@MainActor @Observable
public final class OwnRulesModel {
    public private(set) var state: LoadState<[OwnRule]> = .notRequested
    public private(set) var failure: UserFacingError?
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
        if state.value == nil { state = .loading }
        state = await .load { try await core.ownRules() }
    }

    public var canAdd: Bool { !subject.allSatisfy(\.isWhitespace) }

    public func add() async {
        guard canAdd else { return }
        await attempt {
            _ = try await core.ownAdd(
                opinion, of: subject, note: note, offsetMinutes: device.clock.now().offsetMinutes)
            subject = ""
            note = ""
        }
    }

    public func remove(_ rule: OwnRule) async {
        await attempt { try await core.ownRemove(rule.id) }
    }

    public func dismissFailure() { failure = nil }

    private func attempt(_ work: @MainActor () async throws -> Void) async {
        failure = nil
        do {
            try await work()
            await load()
        } catch {
            failure = UserFacingError(of: error)
        }
    }
}
