import Observation

/// Decides whether the log may be shown, changed or exported.
///
/// Locked at every start and after every stay in the background. The log's models ask it at each call, so
/// that no restored or open screen bypasses it.
@MainActor @Observable
public final class LogLock {
    /// The person's setting; the settings screen changes it.
    public internal(set) var isEnabled: Bool
    private var isUnlocked = false
    /// How often the app went to the background. Authentication from before that does not count.
    private var lockCount = 0

    private let authenticator: any OwnerAuthenticator

    public init(isEnabled: Bool, authenticator: any OwnerAuthenticator) {
        self.isEnabled = isEnabled
        self.authenticator = authenticator
    }

    /// True where the owner must authenticate before anything of the log is shown.
    public var isLocked: Bool { isEnabled && authenticator.isAvailable && !isUnlocked }

    /// Authenticates the owner where locked; valid until the app goes to the background. The system shows
    /// `reason`.
    public func unlock(reason: String) async {
        guard isLocked else { return }
        if await authenticateOwner(reason: reason) { isUnlocked = true }
    }

    /// Called when the app goes to the background.
    public func lock() {
        isUnlocked = false
        lockCount += 1
    }

    /// Authenticates the owner even where unlocked. False where the app went to the background meanwhile.
    func authenticateOwner(reason: String) async -> Bool {
        let before = lockCount
        return await authenticator.authenticate(reason: reason) && before == lockCount
    }
}
