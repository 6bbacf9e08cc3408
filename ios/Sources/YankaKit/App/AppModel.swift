import Foundation
import Observation

/// The app as a whole: opens the core with the log's key, and says what to do where that does not work.
@MainActor @Observable
public final class AppModel {
    public enum State: Equatable, Sendable {
        case opening
        case ready
        /// Everything works but the log, and this is why.
        case withoutLog(Trouble)
        /// Not even the rules open.
        case failed(Trouble)
    }

    public private(set) var state: State = .opening
    public private(set) var settings: Settings
    /// What was noticed while opening, such as a log that was set aside.
    public private(set) var notices: [Notice] = []
    public private(set) var core: Core?
    /// Where the person is: empty is home.
    public var path: [Screen] = [] {
        didSet { if oldValue.contains(.result), !path.contains(.result) { leaveAnswer() } }
    }
    /// The check whose answer the result screen shows.
    public private(set) var check: CheckModel?
    /// True when the picture picker is asked for from outside, until it is shown.
    public var wantsPhoto = false
    /// The entry of the log that came in through the share extension.
    public private(set) var arrived: Int64?
    /// A rule file that was opened from outside and waits for its screen.
    private var broughtRules: Data?
    /// How far the person has gone, as far as they said; forgotten when the app ends.
    public var situations: Set<Situation> = []

    public let device: Device
    public let language: Language
    public let lock: LogLock

    static let keyName = "log-key"
    /// What the names of the log's files begin with.
    static let journal = "journal.db"

    public init(device: Device, language: Language) {
        self.device = device
        self.language = language
        let settings = Settings.read(from: device.places)
        self.settings = settings
        lock = LogLock(isWanted: settings.lockLog, device: device.lock)
    }

    public func open() async {
        state = .opening
        Leftovers.removeAtStart(in: device.places)
        do {
            try FileManager.default.createDirectory(
                at: device.places.folder, withIntermediateDirectories: true)
        } catch {
            return await openWithoutLog(Trouble(.noFolder, language))
        }
        let key: Data
        do {
            key = try self.key()
        } catch {
            return await openWithoutLog(Trouble(.journalUnavailable, language))
        }
        do {
            let core = try await Core.open(language: language, folder: device.places.folder, key: key)
            self.core = core
            notices = core.notices
            state = .ready
            await takeIn()
        } catch {
            await openWithoutLog(Trouble(of: error))
        }
    }

    /// Sets a log aside that cannot be opened any more, with the key that was there, and begins a new one.
    public func beginNewLog() async {
        guard case .withoutLog(let trouble) = state, trouble.kind == .journalKeyWrong else { return }
        let stamp = device.clock.now().unixMs
        for file in (try? FileManager.default.contentsOfDirectory(atPath: device.places.folder.path)) ?? []
        where file.hasPrefix(Self.journal) {
            try? FileManager.default.moveItem(
                at: device.places.folder.appendingPathComponent(file),
                to: device.places.folder.appendingPathComponent("closed-\(stamp)-\(file)"))
        }
        do {
            if let key = try device.keys.read(Self.keyName) {
                try device.keys.write(key, as: "\(Self.keyName)-closed-\(stamp)")
            }
            try device.keys.remove(Self.keyName)
        } catch {
            state = .withoutLog(Trouble(.journalUnavailable, language))
            return
        }
        await open()
    }

    /// Starts a check and goes to its answer, whatever is on the screen. Ends with the check.
    public func begin(_ given: Given, origin: Origin? = nil) async {
        guard let core else { return }
        leaveAnswer()
        let check = CheckModel(
            core: core, device: device, situations: situations.sorted { "\($0)" < "\($1)" })
        self.check = check
        path = [.result]
        await check.check(given, origin: origin)
        if settings.readAloud, check === self.check { check.readAloud() }
    }

    /// The answer's screen was left, or another check takes its place: nothing of the subject stays, on the
    /// disk or in memory.
    private func leaveAnswer() {
        check?.leave()
        check = nil
        Leftovers.removeCopies(in: device.places)
    }

    /// Takes in what the share extension left, into the log. Where nothing is to be kept it is removed
    /// unread.
    public func takeIn() async {
        guard let core, core.hasLog else { return }
        if let keep = try? await core.keep() {
            Inbox.accept(keep != .nothing, in: device.places)
            if keep == .nothing { return Inbox.discard(in: device.places) }
        }
        guard let given = Inbox(places: device.places, sealer: device.sealer)?.take() else { return }
        let check = CheckModel(core: core, device: device)
        await check.check(given)
        arrived = check.answer?.report.entry ?? arrived
    }

    /// Whether a screen's content may be built and drawn.
    public func shows(_ screen: Screen) -> Bool { !(screen.isPrivate && lock.isLocked) }

    /// The app went to the background: the log is locked again, and an export that lies ready goes with it.
    public func wentToBackground() {
        lock.lock()
        if lock.isLocked { Outbox.sweep(device.places) }
    }

    /// Goes to the rules with a file that was opened from outside.
    public func bring(rules bytes: Data) {
        broughtRules = bytes
        path = [.rules]
    }

    /// The file, once.
    public func takeRules() -> Data? {
        defer { broughtRules = nil }
        return broughtRules
    }

    public func perform(_ action: QuickAction) {
        switch action {
        case .photo:
            path = []
            wantsPhoto = true
        case .emergency: path = [.emergency]
        case .numbers: path = [.numbers]
        }
    }

    public func dismiss(_ notice: Notice) { notices.removeAll { $0 == notice } }

    /// The settings screen's model. It alone changes the settings, and asks the owner where that is needed.
    public func settingsModel(core: Core) -> SettingsModel {
        SettingsModel(core: core, device: device, settings: settings, lock: lock) { [weak self] in
            self?.set($0)
        }
    }

    func set(_ settings: Settings) {
        self.settings = settings
        lock.isWanted = settings.lockLog
    }

    public func firstRunDone() {
        settings.firstRunDone = true
        // Not written: the pages come once more, which harms nobody.
        try? settings.write(to: device.places)
    }

    private func openWithoutLog(_ trouble: Trouble) async {
        do {
            // The installed rules go on serving, where their folder can be read.
            let folder = device.places.folder
            if let core = try? await Core.open(language: language, folder: folder, key: nil) {
                self.core = core
            } else {
                core = try await Core.open(language: language, folder: nil, key: nil)
            }
            state = .withoutLog(trouble)
        } catch {
            state = .failed(Trouble(of: error))
        }
    }

    /// The log's key; made by the system's random source at the first start.
    private func key() throws -> Data {
        if let key = try device.keys.read(Self.keyName) { return key }
        var random = SystemRandomNumberGenerator()
        let key = Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        try device.keys.write(key, as: Self.keyName)
        return key
    }
}
