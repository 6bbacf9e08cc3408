import Foundation
import Observation

/// What is kept and for how long, the lock of the log, reading aloud. Language and type size are the
/// phone's own settings.
@MainActor @Observable
public final class SettingsModel {
    public struct LogSettings: Equatable, Sendable {
        public var keep: Keep
        public var retention: Retention
    }

    /// What the log is told to keep; `failed` where no log is open.
    public private(set) var log: Phase<LogSettings> = .empty
    /// How many entries the last choice of a shorter time removed.
    public private(set) var forgotten: UInt64 = 0
    public private(set) var trouble: Trouble?
    public private(set) var settings: Settings
    public let canLock: Bool
    /// While the owner is asked whether the lock may be switched off.
    public private(set) var confirming = false

    private let core: Core
    private let device: Device
    private let lock: LogLock
    private let changed: @MainActor (Settings) -> Void

    public init(
        core: Core, device: Device, settings: Settings, lock: LogLock,
        changed: @escaping @MainActor (Settings) -> Void = { _ in }
    ) {
        self.core = core
        self.device = device
        self.settings = settings
        self.lock = lock
        self.changed = changed
        canLock = device.lock.available
    }

    public func load() async {
        log = .working
        log = await .asking {
            LogSettings(keep: try await core.keep(), retention: try await core.retention())
        }
    }

    /// Chooses what is kept of the checks to come. With "nothing", copies outside of the log go at once, and
    /// the share extension leaves no entry any more.
    public func choose(_ keep: Keep) async {
        await change {
            try await core.set(keep)
            Inbox.accept(keep != .nothing, in: device.places)
            if keep == .nothing { Leftovers.removeAll(in: device.places) }
        }
    }

    /// Older entries go at once; those kept as evidence stay.
    public func choose(_ retention: Retention) async {
        await change { forgotten = try await core.set(retention) }
    }

    public func set(readAloud: Bool) { set { $0.readAloud = readAloud } }

    /// Switches the log's lock. Off only after the phone's owner confirmed, also while the lock is open:
    /// otherwise whoever finds the phone open could take the lock away. `reason` is what the phone shows.
    public func set(lockLog: Bool, because reason: String) async {
        guard device.lock.available, !confirming else { return }
        if !lockLog {
            confirming = true
            defer { confirming = false }
            guard await lock.ownerConfirms(because: reason) else { return }
        }
        set { $0.lockLog = lockLog }
    }

    public func dismissTrouble() { trouble = nil }

    private func set(_ edit: (inout Settings) -> Void) {
        var next = settings
        edit(&next)
        do {
            try next.write(to: device.places)
            settings = next
            changed(next)
        } catch {
            trouble = Trouble(.diskFull, core.language)
        }
    }

    private func change(_ work: @MainActor () async throws -> Void) async {
        trouble = nil
        do {
            try await work()
            await load()
        } catch {
            trouble = Trouble(of: error)
        }
    }
}
