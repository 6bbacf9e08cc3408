import Observation

/// The emergency page, for someone who is on the phone with a scammer or shares the screen: three steps that
/// need no further reading, and the police number.
@MainActor @Observable
public final class EmergencyModel {
    public struct Content: Equatable, Sendable {
        /// The first three steps, in the core's order.
        public let firstSteps: [Advice]
        public let furtherSteps: [Advice]
        /// 110. Someone who shares the screen calls it from another phone. `nil` where the rules have no such
        /// entry.
        public let police: Hotline?
    }

    /// The id of 110 in the rules. Ids are never renamed or reused.
    private static let policeId = "police"
    /// As many steps as fit one screen in the largest type. Empirical; no measurement recorded.
    private static let firstStepCount = 3

    public private(set) var state: LoadState<Content> = .notRequested

    private let core: Core
    private let device: Device
    private let situations: [Situation]

    /// Assumes both situations unless told which: hanging up and ending the screen sharing is right in
    /// either.
    public init(core: Core, device: Device, situations: [Situation] = [.onThePhone, .screenShared]) {
        self.core = core
        self.device = device
        self.situations = situations
    }

    public func load() async {
        state = .loading
        state = await .load {
            let page = try await core.advice(situations)
            return Content(
                firstSteps: Array(page.advice.prefix(Self.firstStepCount)),
                furtherSteps: Array(page.advice.dropFirst(Self.firstStepCount)),
                police: try await findPolice(in: page.hotlines))
        }
    }

    /// Searches by id, because the core may list other hotlines first. Searches all hotlines where no step
    /// names the police.
    private func findPolice(in hotlines: [Hotline]) async throws -> Hotline? {
        if let police = hotlines.first(where: { $0.id == Self.policeId }) { return police }
        return try await core.hotlines("").first { $0.id == Self.policeId }
    }

    public func callPolice() {
        guard let police = state.value?.police else { return }
        device.dialler.dial(police.number)
    }
}
