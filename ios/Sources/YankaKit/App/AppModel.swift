import Foundation
import Observation

/// The whole app: opens the core with the log's key, and decides what works where the log does not open.
@MainActor @Observable
public final class AppModel {
    public enum State: Equatable, Sendable {
        case opening
        case ready
        /// Everything but the log works; the value says why.
        case withoutLog(UserFacingError)
        /// The embedded rule pack does not open either.
        case failed(UserFacingError)
    }

    public private(set) var state: State = .opening
    public private(set) var settings: Settings
    /// Notices from opening, such as a log that was set aside.
    public private(set) var notices: [Notice] = []
    public private(set) var core: Core?
    /// The navigation stack; empty on the home screen.
    public var path: [Screen] = [] {
        didSet { if oldValue.contains(.result), !path.contains(.result) { discardCheck() } }
    }
    /// The check that the result screen shows.
    public private(set) var check: CheckModel?
    public var isPhotoPickerPresented = false
    /// The log entry of the last item from the share extension.
    public private(set) var importedEntry: Int64?
    /// A rule pack that was opened in another app and waits for its screen.
    private var pendingRulePack: Data?
    /// How far the person has gone, as far as they said. Lost when the app ends.
    public var situations: Set<Situation> = []

    public let device: Device
    public let language: Language
    public let lock: LogLock

    static let keyName = "log-key"
    /// Prefix of the names of the log's files.
    static let journal = "journal.db"
    /// Bytes of the log's raw key, as the core requires.
    private static let keyBytes = 32

    public init(device: Device, language: Language) {
        self.device = device
        self.language = language
        let settings = Settings.read(from: device.directories)
        self.settings = settings
        lock = LogLock(isEnabled: settings.lockLog, authenticator: device.authenticator)
    }

    // MARK: Opening

    public func open() async {
        state = .opening
        FileCleanup.removeAtLaunch(in: device.directories)
        do {
            try FileManager.default.createDirectory(
                at: device.directories.appData, withIntermediateDirectories: true)
        } catch {
            return await openWithoutLog(UserFacingError(.noFolder, language))
        }
        let key: Data
        do {
            key = try logKey()
        } catch {
            return await openWithoutLog(UserFacingError(.journalUnavailable, language))
        }
        do {
            let core = try await Core.open(language: language, folder: device.directories.appData, key: key)
            self.core = core
            notices = core.notices
            state = .ready
            await importSharedItem()
        } catch {
            await openWithoutLog(UserFacingError(of: error))
        }
    }

    /// Sets aside a log that its key no longer opens, together with that key, and begins a new log. Does
    /// nothing in any other state.
    public func beginNewLog() async {
        guard case .withoutLog(let failure) = state, failure.kind == .journalKeyWrong else { return }
        let timestamp = device.clock.now().unixMs
        let folder = device.directories.appData
        for file in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        where file.hasPrefix(Self.journal) {
            try? FileManager.default.moveItem(
                at: folder.appendingPathComponent(file),
                to: folder.appendingPathComponent("closed-\(timestamp)-\(file)"))
        }
        do {
            if let key = try device.keys.read(Self.keyName) {
                try device.keys.write(key, as: "\(Self.keyName)-closed-\(timestamp)")
            }
            try device.keys.remove(Self.keyName)
        } catch {
            state = .withoutLog(UserFacingError(.journalUnavailable, language))
            return
        }
        await open()
    }

    private func openWithoutLog(_ failure: UserFacingError) async {
        do {
            // An installed rule pack stays in use where its folder can be read.
            let folder = device.directories.appData
            if let core = try? await Core.open(language: language, folder: folder, key: nil) {
                self.core = core
            } else {
                core = try await Core.open(language: language, folder: nil, key: nil)
            }
            state = .withoutLog(failure)
        } catch {
            state = .failed(UserFacingError(of: error))
        }
    }

    /// The log's key; created from the system's random source at the first start.
    private func logKey() throws -> Data {
        if let key = try device.keys.read(Self.keyName) { return key }
        var random = SystemRandomNumberGenerator()
        let key = Data((0..<Self.keyBytes).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        try device.keys.write(key, as: Self.keyName)
        return key
    }

    // MARK: Checks

    /// Starts a check and shows the result screen, whatever screen is open. Returns when the check ends.
    public func startCheck(_ input: CheckInput, origin: Origin? = nil) async {
        guard let core else { return }
        discardCheck()
        let check = CheckModel(
            core: core, device: device, situations: situations.sorted { "\($0)" < "\($1)" })
        self.check = check
        path = [.result]
        await check.check(input, origin: origin)
        if settings.readAloud, check === self.check { check.readAloud() }
    }

    /// Removes the subject from memory and its copies from the disk. Called when the result screen is left
    /// and when another check replaces this one.
    private func discardCheck() {
        check?.discard()
        check = nil
        FileCleanup.removeSystemCopies(in: device.directories)
    }

    /// Checks the share extension's item and keeps it in the log. Where the log keeps nothing, removes the
    /// item without reading it.
    public func importSharedItem() async {
        guard let core, core.hasLog else { return }
        if let keep = try? await core.logKeep() {
            ShareInbox.setAccepting(keep != .nothing, in: device.directories)
            if keep == .nothing { return ShareInbox.removeItem(in: device.directories) }
        }
        let inbox = ShareInbox(directories: device.directories, sealer: device.sealer)
        guard let input = inbox?.takeItem() else { return }
        let check = CheckModel(core: core, device: device)
        await check.check(input)
        importedEntry = check.result?.report.entry ?? importedEntry
    }

    // MARK: Navigation

    /// Whether a screen's content may be built and drawn.
    public func canShow(_ screen: Screen) -> Bool { !(screen.isBehindLogLock && lock.isLocked) }

    /// Locks the log and, where that locked it, removes an export that was not shared yet.
    public func didEnterBackground() {
        lock.lock()
        if lock.isLocked { ExportFolder.remove(in: device.directories) }
    }

    /// Shows the rules screen, which installs the pack that was opened in another app.
    public func openRulePack(_ bytes: Data) {
        pendingRulePack = bytes
        path = [.rules]
    }

    /// The pack to install; `nil` at the second call.
    public func takePendingRulePack() -> Data? {
        defer { pendingRulePack = nil }
        return pendingRulePack
    }

    public func perform(_ action: QuickAction) {
        switch action {
        case .photo:
            path = []
            isPhotoPickerPresented = true
        case .emergency: path = [.emergency]
        case .numbers: path = [.numbers]
        }
    }

    public func dismiss(_ notice: Notice) { notices.removeAll { $0 == notice } }

    // MARK: Settings

    /// The model of the settings screen, which alone changes the settings.
    public func settingsModel(core: Core) -> SettingsModel {
        SettingsModel(core: core, device: device, settings: settings, lock: lock) { [weak self] in
            self?.apply($0)
        }
    }

    func apply(_ settings: Settings) {
        self.settings = settings
        lock.isEnabled = settings.lockLog
    }

    public func finishFirstRun() {
        settings.firstRunDone = true
        // Where this fails, the first-run pages appear once more.
        try? settings.write(to: device.directories)
    }
}
