import Foundation
import Testing

@testable import YankaKit

@MainActor
struct AppTests {
    private let phone = TestPhone()

    private func app(_ language: Language = .zhHans) -> AppModel {
        AppModel(device: phone.device, language: language)
    }

    private var journal: URL { phone.places.folder.appendingPathComponent("journal.db") }

    @Test func theFirstStartMakesAKeyAndOpensALog() async throws {
        let app = app()
        #expect(app.state == .opening && app.core == nil)
        await app.open()
        #expect(app.state == .ready && app.notices.isEmpty)
        #expect(app.core?.hasLog == true)
        #expect(try phone.keys.read(AppModel.keyName)?.count == 32)
    }

    @Test func theLogIsThereAtTheNextStart() async throws {
        let first = app()
        await first.open()
        _ = try await report(try #require(first.core), refundCall)
        let second = app()
        await second.open()
        #expect(try await second.core?.count(.all) == 1)
    }

    @Test func anotherKeyOpensNothingSaysSoAndChecksGoOn() async throws {
        let first = app()
        await first.open()
        _ = try await report(try #require(first.core), refundCall)
        try phone.keys.write(Data(repeating: 7, count: 32), as: AppModel.keyName)
        let second = app()
        await second.open()
        guard case .withoutLog(let trouble) = second.state else { throw Unexpected() }
        #expect(trouble.kind == .journalKeyWrong && !trouble.sentence.isEmpty)
        let core = try #require(second.core)
        #expect(!core.hasLog)
        #expect(try await report(core, refundCall).verdict == .danger)
    }

    @Test func aNewLogIsBegunOnlyWhenThePersonSaysSo() async throws {
        let first = app()
        await first.open()
        _ = try await report(try #require(first.core), refundCall)
        await first.beginNewLog()
        #expect(try await first.core?.count(.all) == 1)
        try phone.keys.write(Data(repeating: 7, count: 32), as: AppModel.keyName)
        let second = app()
        await second.open()
        await second.beginNewLog()
        #expect(second.state == .ready)
        #expect(try await second.core?.count(.all) == 0)
        // The old one is set aside, not lost.
        let files = try FileManager.default.contentsOfDirectory(atPath: phone.places.folder.path)
        #expect(files.contains { $0.hasPrefix("closed-") && $0.hasSuffix("journal.db") })
    }

    @Test func aDamagedLogIsSetAsideAndSaidSo() async throws {
        var first: AppModel? = app()
        await first?.open()
        for _ in 0..<20 { _ = try await report(try #require(first?.core), refundCall) }
        first = nil
        // The last connection closes on the core's own queue, a moment later, and takes the -wal with it.
        let open = journal.path + "-wal"
        for _ in 0..<500 where FileManager.default.fileExists(atPath: open) {
            try await Task.sleep(for: .milliseconds(20))
        }
        var bytes = try Data(contentsOf: journal)
        for place in stride(from: 100, to: bytes.count, by: 700) { bytes[place] ^= 0xFF }
        try bytes.write(to: journal)
        for end in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(
                at: phone.places.folder.appendingPathComponent("journal.db" + end))
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

    @Test func aClosedKeychainIsNoReasonNotToCheck() async throws {
        phone.keys.broken = true
        let app = app()
        await app.open()
        guard case .withoutLog(let trouble) = app.state else { throw Unexpected() }
        #expect(trouble.kind == .journalUnavailable)
        #expect(try await report(try #require(app.core), refundCall).verdict == .danger)
    }

    @Test func aFolderThatCannotBeMadeIsNoReasonNotToCheck() async throws {
        try Data("a file in its place".utf8).write(to: phone.places.folder)
        let app = app()
        await app.open()
        guard case .withoutLog(let trouble) = app.state else { throw Unexpected() }
        #expect(trouble.kind == .noFolder)
        #expect(try await report(try #require(app.core), refundCall).verdict == .danger)
    }

    @Test(arguments: [Language.zhHans, .zhHant, .en])
    func everyErrorIsASentenceOfItsOwn(_ language: Language) {
        let kinds: [ErrorKind] = [
            .packUnusable, .packOlder, .journalKeyWrong, .journalNewer, .journalUnavailable, .diskFull,
            .noFolder,
            .noSuchEntry, .cancelled,
        ]
        let sentences = Set(kinds.map { Trouble($0, language).sentence })
        #expect(sentences.count == kinds.count && !sentences.contains(""))
    }

    @Test func theAppsLanguageIsTheCores() {
        let pairs: [(String, Language)] = [
            ("zh-Hans", .zhHans), ("zh-Hans-CN", .zhHans), ("zh", .zhHans), ("zh-CN", .zhHans),
            ("zh-Hant", .zhHant), ("zh-Hant-HK", .zhHant), ("zh-TW", .zhHant), ("en", .en), ("en-GB", .en),
            ("fr", .en),
        ]
        for (tag, language) in pairs { #expect(Language(tag: tag) == language) }
        for language in [Language.zhHans, .zhHant, .en] { #expect(Language(tag: language.tag) == language) }
    }

    @Test func theFirstRunIsShownOnceAndCanBeLeft() async throws {
        let app = app()
        #expect(!app.settings.firstRunDone)
        let pages = FirstRunModel { app.firstRunDone() }
        await app.open()
        #expect(pages.number == 1)
        pages.back()
        #expect(pages.number == 1)
        pages.next()
        #expect(pages.number == 2)
        pages.back()
        for _ in FirstRunModel.Step.allCases { pages.next() }
        #expect(pages.finished && app.settings.firstRunDone)
        #expect(self.app().settings.firstRunDone)
    }
}

@MainActor
struct SettingsTests {
    private let phone = TestPhone()

    private func model(_ core: Core, changed: @escaping @MainActor (Settings) -> Void = { _ in })
        -> SettingsModel
    {
        SettingsModel(
            core: core, device: phone.device, settings: Settings(), lock: phone.logLock(), changed: changed)
    }

    @Test func whatIsKeptAndHowLongIsTheLogsOwnChoice() async throws {
        let core = try await phone.core()
        let model = model(core)
        #expect(model.log == .empty)
        await model.load()
        #expect(model.log.value?.retention == .ninetyDays)
        await model.choose(Keep.nothing)
        await model.choose(Retention.sevenDays)
        #expect(model.log.value == SettingsModel.LogSettings(keep: .nothing, retention: .sevenDays))
        #expect(try await report(core, refundCall).entry == nil)
    }

    @Test func withoutALogThatPartSaysSo() async throws {
        let model = model(try await phone.core(key: nil))
        await model.load()
        #expect(model.log.trouble?.kind == .journalUnavailable)
        await model.choose(Keep.all)
        #expect(model.trouble?.kind == .journalUnavailable)
        model.dismissTrouble()
        #expect(model.trouble == nil)
    }

    @Test func choicesStay() async throws {
        var changes: [Settings] = []
        let model = model(try await phone.core()) { changes.append($0) }
        model.set(readAloud: true)
        await model.set(lockLog: false, because: "")
        #expect(changes.count == 2)
        let read = Settings.read(from: phone.places)
        #expect(read.readAloud && !read.lockLog && !read.firstRunDone)
    }

    @Test func aTornFileIsTheFirstChoice() throws {
        try FileManager.default.createDirectory(at: phone.places.folder, withIntermediateDirectories: true)
        let file = phone.places.folder.appendingPathComponent("settings.json")
        try Data("{\"readAloud\":tr".utf8).write(to: file)
        #expect(Settings.read(from: phone.places) == Settings())
        try Data("{\"readAloud\":true,\"lockLog\":7,\"new\":1}".utf8).write(to: file)
        let read = Settings.read(from: phone.places)
        #expect(read.readAloud && read.lockLog)
    }
}

@MainActor
struct RulesTests {
    private let phone = TestPhone()

    private func model() async throws -> RulesModel {
        RulesModel(core: try await phone.core(), device: phone.device)
    }

    @Test func versionAgeAndSourceAreShown() async throws {
        let model = try await model()
        #expect(model.state == .empty && model.age == nil)
        await model.load()
        let pack = try #require(model.state.value)
        #expect(pack.origin == "embedded" && pack.rules > 0 && pack.date.count == 10)
        #expect(!pack.key.isEmpty)
        #expect(model.age != nil)
    }

    @Test func aNewerSignedFileIsPutIn() async throws {
        let model = try await model()
        await model.load()
        await model.install(try Files.pack("newer"))
        #expect(model.installed && model.refused == nil)
        #expect(model.state.value?.version == 9000 && model.state.value?.origin == "installed")
        // It serves at the next start as well.
        #expect(try await phone.core().pack().version == 9000)
    }

    @Test(arguments: [("altered", ErrorKind.packUnusable), ("older", .packOlder)])
    func aFileThatDoesNotFitIsRefusedAndTheRulesGoOnServing(_ name: String, _ kind: ErrorKind) async throws {
        let model = try await model()
        await model.load()
        let before = model.state
        await model.install(try Files.pack(name))
        #expect(model.refused?.kind == kind && model.refused?.sentence.isEmpty == false)
        #expect(!model.installed && model.state == before)
    }

    @Test func aFileThatIsNoRuleFileOrIsNotThereIsRefused() async throws {
        let model = try await model()
        let file = phone.places.root.appendingPathComponent("photo.yankapack")
        try Files.card("after-sales-wechat").write(to: file)
        await model.install(from: file)
        #expect(model.refused?.kind == .packUnusable)
        await model.install(from: phone.places.root.appendingPathComponent("none"))
        #expect(model.refused?.kind == .packUnusable)
        #expect(model.state.value != nil)
        await model.load()
        #expect(model.refused == nil)
    }
}

@MainActor
struct WaysInTests {
    private let phone = TestPhone()

    private func opened() async throws -> AppModel {
        let app = AppModel(device: phone.device, language: .zhHans)
        await app.open()
        return app
    }

    @Test func beforeTheCoreIsOpenNothingBegins() async {
        let app = AppModel(device: phone.device, language: .zhHans)
        await app.begin(.text(refundCall))
        #expect(app.check == nil && app.path.isEmpty)
    }

    @Test func anyWayInGoesToTheResult() async throws {
        let app = try await opened()
        app.path = [.settings, .rules]
        await app.begin(.photo(try Files.card("after-sales-wechat")))
        #expect(app.path == [.result])
        #expect(app.check?.answer?.report.verdict == .danger)
    }

    @Test func aSecondWayInTakesThePlaceOfACheckThatRuns() async throws {
        let app = try await opened()
        let photo = try Files.card("three-steps-three-codes")
        let first = Task { await app.begin(.photo(photo)) }
        while app.check == nil { await Task.yield() }
        let replaced = app.check
        await app.begin(.text(refundCall))
        await first.value
        #expect(app.check !== replaced)
        #expect(app.check?.answer?.kind == .text)
    }

    @Test func anAnswerIsReadAloudOnlyWhereThePersonWantsIt() async throws {
        let app = try await opened()
        await app.begin(.text(refundCall))
        #expect(phone.voice.said.isEmpty)
        var settings = app.settings
        settings.readAloud = true
        app.set(settings)
        await app.begin(.text(refundCall))
        #expect(phone.voice.said.count == 1)
    }

    @Test(arguments: QuickAction.allCases)
    func everyQuickActionLeadsSomewhere(_ action: QuickAction) async throws {
        let app = try await opened()
        app.path = [.about]
        app.perform(action)
        switch action {
        case .photo: #expect(app.path.isEmpty && app.wantsPhoto)
        case .emergency: #expect(app.path == [.emergency])
        case .numbers: #expect(app.path == [.numbers])
        }
        #expect(QuickAction(rawValue: action.rawValue) == action)
    }

    @Test func aRuleFileThatIsOpenedGoesToTheRulesOnce() async throws {
        let app = try await opened()
        app.bring(rules: Data([1]))
        #expect(app.path == [.rules])
        #expect(app.takeRules() == Data([1]))
        #expect(app.takeRules() == nil)
    }

    @Test func whatThePersonSaidOfTheirSituationGoesIntoTheCheck() async throws {
        let app = try await opened()
        await app.begin(.text(refundCall))
        let before = try #require(app.check?.answer?.report.advice)
        app.situations = [.paid]
        await app.begin(.text(refundCall))
        #expect(app.check?.answer?.report.advice != before)
        let entry = try #require(app.check?.answer?.report.entry)
        #expect(try await app.core?.entry(entry).situation == [.paid])
    }
}
