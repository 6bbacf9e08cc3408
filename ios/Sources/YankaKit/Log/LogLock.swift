import Observation

/// The lock of the log: decides whether anything of the log may be shown, changed or exported.
///
/// Closed at every start and after every stay in the background. The models of the log ask it at each call, so
/// that no screen, restored or left open, gets past it.
@MainActor @Observable
public final class LogLock {
    /// Whether the person wants the lock; the settings screen changes it.
    public internal(set) var isWanted: Bool
    private var unlocked = false
    /// How often the app went to the background: an answer from before that counts for nothing.
    private var closings = 0

    private let device: any DeviceLock

    public init(isWanted: Bool, device: any DeviceLock) {
        self.isWanted = isWanted
        self.device = device
    }

    /// True where the phone's owner has to be asked before anything of the log shows.
    public var isLocked: Bool { isWanted && device.available && !unlocked }

    /// Asks the phone for its owner, once until the app goes to the background; `reason` is what the phone
    /// shows.
    public func unlock(because reason: String) async {
        guard isLocked else { return }
        if await ownerConfirms(because: reason) { unlocked = true }
    }

    /// The app went to the background: whoever opens it next is asked again.
    public func lock() {
        unlocked = false
        closings += 1
    }

    /// Asks for the owner even where the lock is open.
    func ownerConfirms(because reason: String) async -> Bool {
        let before = closings
        return await device.unlock(because: reason) && before == closings
    }
}
