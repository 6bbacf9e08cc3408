import Observation

/// For someone on the phone with them, or whose screen they see: three lines, in the largest type, that
/// work without anything else being read.
@MainActor @Observable
public final class EmergencyModel {
    public struct Lines: Equatable, Sendable {
        /// The first three things to do, as the core orders them.
        public let first: [Advice]
        /// The rest, for whoever reads on.
        public let rest: [Advice]
        /// The police, 110: to call from another phone where a screen is shared.
        public let call: Hotline?
    }

    /// The id of 110 in the rules; an id is never renamed or reused.
    private static let police = "police"

    public private(set) var state: Phase<Lines> = .empty

    private let core: Core
    private let device: Device
    private let situations: [Situation]

    /// Both at once unless it is known which: hanging up and ending the sharing harm nobody.
    public init(core: Core, device: Device, situations: [Situation] = [.onThePhone, .screenShared]) {
        self.core = core
        self.device = device
        self.situations = situations
    }

    public func load() async {
        state = .working
        state = await .asking {
            let page = try await core.advice(situations)
            return Lines(
                first: Array(page.advice.prefix(3)), rest: Array(page.advice.dropFirst(3)),
                call: try await police(among: page.hotlines))
        }
    }

    /// The core lists hotlines in the order of its steps, payment apps first: the police are found by their
    /// id, in the whole list where no step names them.
    private func police(among named: [Hotline]) async throws -> Hotline? {
        if let police = named.first(where: { $0.id == Self.police }) { return police }
        return try await core.hotlines("").first { $0.id == Self.police }
    }

    public func call() {
        guard let call = state.value?.call else { return }
        device.dialler.dial(call.number)
    }
}
