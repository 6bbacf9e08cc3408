import Foundation
import Observation

/// What the log keeps and for how long, the log's lock, reading aloud. The system's settings have language
/// and text size.
@MainActor @Observable
public final class SettingsModel {
    public struct LogSettings: Equatable, Sendable {
        public var keep: Keep
        public var retention: Retention
    }

    /// `failed` where no log is open.
    public private(set) var log: LoadState<LogSettings> = .notRequested
    public private(set) var failure: UserFacingError?
    public private(set) var settings: Settings
    /// Whether the device has a passcode.
    public let canLock: Bool
    /// True while the owner authenticates to switch the lock off.
    public private(set) var isAuthenticating = false

    private let core: Core
    private let device: Device
    private let lock: LogLock
    private let onChange: @MainActor (Settings) -> Void

    public init(
        core: Core, device: Device, settings: Settings, lock: LogLock,
        onChange: @escaping @MainActor (Settings) -> Void = { _ in }
    ) {
        self.core = core
        self.device = device
        self.settings = settings
        self.lock = lock
        self.onChange = onChange
        canLock = device.authenticator.isAvailable
    }

    public func load() async {
        log = .loading
        log = await .load {
            LogSettings(keep: try await core.logKeep(), retention: try await core.logRetention())
        }
    }

    /// Sets what future checks keep. With `nothing`, copies outside the log are removed at once and the share
    /// extension can no longer store an item.
    public func setKeep(_ keep: Keep) async {
        await change {
            try await core.logSetKeep(keep)
            ShareInbox.setAccepting(keep != .nothing, in: device.directories)
            if keep == .nothing { FileCleanup.removeAll(in: device.directories) }
        }
    }

    /// Sets the retention. Older entries are removed at once, except evidence.
    public func setRetention(_ retention: Retention) async {
        await change { _ = try await core.logSetRetention(retention) }
    }

    public func setReadAloud(_ readAloud: Bool) { edit { $0.readAloud = readAloud } }

    /// Switches the log's lock. Switching it off needs the owner even while the log is unlocked: otherwise
    /// whoever finds the device unlocked could remove the lock. The system shows `reason`.
    public func setLockLog(_ lockLog: Bool, reason: String) async {
        guard device.authenticator.isAvailable, !isAuthenticating else { return }
        if !lockLog {
            isAuthenticating = true
            defer { isAuthenticating = false }
            guard await lock.authenticateOwner(reason: reason) else { return }
        }
        edit { $0.lockLog = lockLog }
    }

    public func dismissFailure() { failure = nil }

    private func edit(_ edit: (inout Settings) -> Void) {
        var next = settings
        edit(&next)
        do {
            try next.write(to: device.directories)
            settings = next
            onChange(next)
        } catch {
            failure = UserFacingError(.diskFull, core.language)
        }
    }

    private func change(_ work: @MainActor () async throws -> Void) async {
        failure = nil
        do {
            try await work()
            await load()
        } catch {
            failure = UserFacingError(of: error)
        }
    }
}
