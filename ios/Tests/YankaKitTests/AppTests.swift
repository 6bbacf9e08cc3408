import Foundation
import Testing

@testable import YankaKit

@MainActor
struct AppTests {
    private let testDevice = TestDevice()

    private func app(_ language: Language = .zhHans) -> AppModel {
        AppModel(device: testDevice.device, language: language)
    }

    private var journal: URL { testDevice.directories.appData.appendingPathComponent("journal.db") }

    @Test func firstStartCreatesKeyAndOpensLog() async throws {
        let app = app()
        #expect(app.state == .opening && app.core == nil)
        await app.open()
        #expect(app.state == .ready && app.notices.isEmpty)
        #expect(app.core?.hasLog == true)
        #expect(try testDevice.keys.read(AppModel.keyName)?.count == 32)
    }

    @Test func logPersistsAcrossStarts() async throws {
        let first = app()
        await first.open()
        _ = try await report(try #require(first.core), refundCall)
        let second = app()
        await second.open()
        #expect(try await second.core?.logCount(.all) == 1)
    }

    @Test func wrongKeyIsReportedAndChecksStillWork() async throws {
        let first = app()
        await first.open()
        _ = try await report(try #require(first.core), refundCall)
        try testDevice.keys.write(Data(repeating: 7, count: 32), as: AppModel.keyName)
        let second = app()
        await second.open()
        guard case .withoutLog(let failure) = second.state else { throw Unexpected() }
        #expect(failure.kind == .journalKeyWrong && !failure.sentence.isEmpty)
        let core = try #require(second.core)
        #expect(!core.hasLog)
        #expect(try await report(core, refundCall).verdict == .danger)
    }

    @Test func newLogIsCreatedOnlyOnRequest() async throws {
        let first = app()
        await first.open()
        _ = try await report(try #require(first.core), refundCall)
        await first.beginNewLog()
        #expect(try await first.core?.logCount(.all) == 1)
        try testDevice.keys.write(Data(repeating: 7, count: 32), as: AppModel.keyName)
        let second = app()
        await second.open()
        await second.beginNewLog()
        #expect(second.state == .ready)
        #expect(try await second.core?.logCount(.all) == 0)
        // The old log is set aside, not removed.
        let files = try FileManager.default.contentsOfDirectory(atPath: testDevice.directories.appData.path)
        #expect(files.contains { $0.hasPrefix("closed-") && $0.hasSuffix("journal.db") })
    }

    @Test func damagedLogIsSetAsideWithANotice() async throws {
        var first: AppModel? = app()
        await first?.open()
        for _ in 0..<20 { _ = try await report(try #require(first?.core), refundCall) }
        first = nil
        // SQLite removes the -wal file when the last connection closes, on the core's queue.
        let wal = journal.path + "-wal"
        for _ in 0..<500 where FileManager.default.fileExists(atPath: wal) {
            try await Task.sleep(for: .milliseconds(20))
        }
        var bytes = try Data(contentsOf: journal)
        for index in stride(from: 100, to: bytes.count, by: 700) { bytes[index] ^= 0xFF }
        try bytes.write(to: journal)
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(
                at: testDevice.directories.appData.appendingPathComponent("journal.db" + suffix))
        }
        let second = app()
        await second.open()
        #expect(second.state == .ready)
        let notice = try #require(second.notices.first)
        #expect(notice.notice == "journal.set-aside" && !notice.text.isEmpty)
        second.dismiss(notice)
        #expect(second.notices.isEmpty)
        #expect(try await report(try #require(second.core), refundCall).entry != nil)
    }

    @Test func checksWorkWithoutTheKeychain() async throws {
        testDevice.keys.fails = true
        let app = app()
        await app.open()
        guard case .withoutLog(let failure) = app.state else { throw Unexpected() }
        #expect(failure.kind == .journalUnavailable)
        #expect(try await report(try #require(app.core), refundCall).verdict == .danger)
    }

    @Test func checksWorkWithoutTheDataDirectory() async throws {
        try Data("a file in its place".utf8).write(to: testDevice.directories.appData)
        let app = app()
        await app.open()
        guard case .withoutLog(let failure) = app.state else { throw Unexpected() }
        #expect(failure.kind == .noFolder)
        #expect(try await report(try #require(app.core), refundCall).verdict == .danger)
    }

    @Test(arguments: [Language.zhHans, .zhHant, .en])
    func everyErrorKindHasItsOwnSentence(_ language: Language) {
        let kinds: [ErrorKind] = [
            .packUnusable, .packOlder, .journalKeyWrong, .journalNewer, .journalUnavailable, .diskFull,
            .noFolder,
            .noSuchEntry, .cancelled,
        ]
        let sentences = Set(kinds.map { UserFacingError($0, language).sentence })
        #expect(sentences.count == kinds.count && !sentences.contains(""))
    }

    @Test func languageTagsMapToTheCoresLanguages() {
        let pairs: [(String, Language)] = [
            ("zh-Hans", .zhHans), ("zh-Hans-CN", .zhHans), ("zh", .zhHans), ("zh-CN", .zhHans),
            ("zh-Hant", .zhHant), ("zh-Hant-HK", .zhHant), ("zh-TW", .zhHant), ("en", .en), ("en-GB", .en),
            ("fr", .en),
        ]
        for (tag, language) in pairs { #expect(Language(tag: tag) == language) }
        for language in [Language.zhHans, .zhHant, .en] { #expect(Language(tag: language.tag) == language) }
    }

    @Test func firstRunIsShownOnceAndCanBeSkipped() async throws {
        let app = app()
        #expect(!app.settings.firstRunDone)
        let pages = FirstRunModel { app.finishFirstRun() }
        await app.open()
        #expect(pages.number == 1)
        pages.back()
        #expect(pages.number == 1)
        pages.next()
        #expect(pages.number == 2)
        pages.back()
        for _ in FirstRunModel.Step.allCases { pages.next() }
        #expect(pages.isFinished && app.settings.firstRunDone)
        #expect(self.app().settings.firstRunDone)
    }
}

@MainActor
struct SettingsTests {
    private let testDevice = TestDevice()

    private func model(_ core: Core, onChange: @escaping @MainActor (Settings) -> Void = { _ in })
        -> SettingsModel
    {
        SettingsModel(
            core: core, device: testDevice.device, settings: Settings(), lock: testDevice.logLock(),
            onChange: onChange)
    }

    @Test func keepAndRetentionAreStoredInTheLog() async throws {
        let core = try await testDevice.core()
        let model = model(core)
        #expect(model.log == .notRequested)
        await model.load()
        #expect(model.log.value?.retention == .ninetyDays)
        await model.setKeep(Keep.nothing)
        await model.setRetention(Retention.sevenDays)
        #expect(model.log.value == SettingsModel.LogSettings(keep: .nothing, retention: .sevenDays))
        #expect(try await report(core, refundCall).entry == nil)
    }

    @Test func logSettingsFailWithoutALog() async throws {
        let model = model(try await testDevice.core(key: nil))
        await model.load()
        #expect(model.log.failure?.kind == .journalUnavailable)
        await model.setKeep(Keep.all)
        #expect(model.failure?.kind == .journalUnavailable)
        model.dismissFailure()
        #expect(model.failure == nil)
    }

    @Test func settingsPersist() async throws {
        var changes: [Settings] = []
        let model = model(try await testDevice.core()) { changes.append($0) }
        model.setReadAloud(true)
        await model.setLockLog(false, reason: "")
        #expect(changes.count == 2)
        let read = Settings.read(from: testDevice.directories)
        #expect(read.readAloud && !read.lockLog && !read.firstRunDone)
    }

    @Test func damagedSettingsFileFallsBackToDefaults() throws {
        try FileManager.default.createDirectory(
            at: testDevice.directories.appData, withIntermediateDirectories: true)
        let file = testDevice.directories.appData.appendingPathComponent("settings.json")
        try Data("{\"readAloud\":tr".utf8).write(to: file)
        #expect(Settings.read(from: testDevice.directories) == Settings())
        try Data("{\"readAloud\":true,\"lockLog\":7,\"new\":1}".utf8).write(to: file)
        let read = Settings.read(from: testDevice.directories)
        #expect(read.readAloud && read.lockLog)
    }
}

@MainActor
struct RulesTests {
    private let testDevice = TestDevice()

    private func model() async throws -> RulesModel {
        RulesModel(core: try await testDevice.core(), device: testDevice.device)
    }

    @Test func versionAgeAndSourceAreLoaded() async throws {
        let model = try await model()
        #expect(model.state == .notRequested && model.age == nil)
        await model.load()
        let pack = try #require(model.state.value)
        #expect(pack.origin == "embedded" && pack.rules > 0 && pack.date.count == 10)
        #expect(!pack.key.isEmpty)
        #expect(model.age != nil)
    }

    @Test func newerSignedPackIsInstalled() async throws {
        let model = try await model()
        await model.load()
        await model.install(try Files.pack("newer"))
        #expect(model.isInstalled && model.installFailure == nil)
        #expect(model.state.value?.version == 9000 && model.state.value?.origin == "installed")
        // The pack stays installed at the next start.
        #expect(try await testDevice.core().pack().version == 9000)
    }

    @Test(arguments: [("altered", ErrorKind.packUnusable), ("older", .packOlder)])
    func rejectedPackLeavesTheCurrentPackInUse(_ name: String, _ kind: ErrorKind) async throws {
        let model = try await model()
        await model.load()
        let before = model.state
        await model.install(try Files.pack(name))
        #expect(model.installFailure?.kind == kind && model.installFailure?.sentence.isEmpty == false)
        #expect(!model.isInstalled && model.state == before)
    }

    @Test func otherOrMissingFileIsRejected() async throws {
        let model = try await model()
        let file = testDevice.directories.root.appendingPathComponent("photo.yankapack")
        try Files.card("after-sales-wechat").write(to: file)
        await model.install(from: file)
        #expect(model.installFailure?.kind == .packUnusable)
        await model.install(from: testDevice.directories.root.appendingPathComponent("none"))
        #expect(model.installFailure?.kind == .packUnusable)
        #expect(model.state.value != nil)
        await model.load()
        #expect(model.installFailure == nil)
    }
}

@MainActor
struct EntryPointTests {
    private let testDevice = TestDevice()

    private func opened() async throws -> AppModel {
        let app = AppModel(device: testDevice.device, language: .zhHans)
        await app.open()
        return app
    }

    @Test func noCheckStartsBeforeTheCoreIsOpen() async {
        let app = AppModel(device: testDevice.device, language: .zhHans)
        await app.startCheck(.text(refundCall))
        #expect(app.check == nil && app.path.isEmpty)
    }

    @Test func startingACheckShowsTheResultScreen() async throws {
        let app = try await opened()
        app.path = [.settings, .rules]
        await app.startCheck(.photo(try Files.card("after-sales-wechat")))
        #expect(app.path == [.result])
        #expect(app.check?.result?.report.verdict == .danger)
    }

    @Test func secondCheckReplacesARunningOne() async throws {
        let app = try await opened()
        let photo = try Files.card("three-steps-three-codes")
        let first = Task { await app.startCheck(.photo(photo)) }
        while app.check == nil { await Task.yield() }
        let replaced = app.check
        await app.startCheck(.text(refundCall))
        await first.value
        #expect(app.check !== replaced)
        #expect(app.check?.result?.kind == .text)
    }

    @Test func resultIsReadAloudOnlyIfEnabled() async throws {
        let app = try await opened()
        await app.startCheck(.text(refundCall))
        #expect(testDevice.speech.spoken.isEmpty)
        var settings = app.settings
        settings.readAloud = true
        app.apply(settings)
        await app.startCheck(.text(refundCall))
        #expect(testDevice.speech.spoken.count == 1)
    }

    @Test(arguments: QuickAction.allCases)
    func everyQuickActionNavigates(_ action: QuickAction) async throws {
        let app = try await opened()
        app.path = [.about]
        app.perform(action)
        switch action {
        case .photo: #expect(app.path.isEmpty && app.isPhotoPickerPresented)
        case .emergency: #expect(app.path == [.emergency])
        case .numbers: #expect(app.path == [.numbers])
        }
        #expect(QuickAction(rawValue: action.rawValue) == action)
    }

    @Test func openedRulePackIsTakenOnce() async throws {
        let app = try await opened()
        app.openRulePack(Data([1]))
        #expect(app.path == [.rules])
        #expect(app.takePendingRulePack() == Data([1]))
        #expect(app.takePendingRulePack() == nil)
    }

    @Test func chosenSituationsArePassedToTheCheck() async throws {
        let app = try await opened()
        await app.startCheck(.text(refundCall))
        let before = try #require(app.check?.result?.report.advice)
        app.situations = [.paid]
        await app.startCheck(.text(refundCall))
        #expect(app.check?.result?.report.advice != before)
        let entry = try #require(app.check?.result?.report.entry)
        #expect(try await app.core?.logEntry(entry).situation == [.paid])
    }
}
