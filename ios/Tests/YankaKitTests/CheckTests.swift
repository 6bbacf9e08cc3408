import Foundation
import Observation
import Testing

@testable import YankaKit

@MainActor
struct CheckTests {
    private let phone = TestPhone()

    private func model(_ language: Language = .zhHans, key: Data? = TestPhone.key) async throws -> CheckModel
    {
        CheckModel(core: try await phone.core(language, key: key), device: phone.device)
    }

    @Test func nothingIsShownBeforeACheck() async throws {
        let model = try await model()
        #expect(model.state == .empty)
        #expect(model.answer == nil)
    }

    @Test func aPhotographedCardIsReadAndJudged() async throws {
        let model = try await model()
        await model.check(.photo(try Files.card("after-sales-wechat")))
        let answer = try #require(model.answer)
        #expect(answer.report.verdict == .danger)
        #expect(answer.report.codes.first?.kind == "wechat-contact")
        #expect(answer.report.codes.first?.corners.count == 4)
        #expect(!answer.report.advice.isEmpty)
        #expect(answer.picture != nil)
        #expect(!answer.reading)
    }

    @Test func everyCodeOfAPhotoHasItsOwnNumberAndAnswer() async throws {
        let model = try await model()
        await model.check(.photo(try Files.card("three-steps-three-codes")))
        let codes = try #require(model.answer).parts.filter { $0.number != nil }
        #expect(codes.map(\.number) == [1, 2, 3])
        #expect(codes.allSatisfy { $0.verdict != nil && !$0.does.isEmpty })
    }

    @Test func aCardsDomainIsShownApartFromItsAddress() async throws {
        let model = try await model()
        await model.check(.photo(try Files.card("refund-look-alike")))
        let passage = try #require(model.answer?.parts.first?.passage)
        let domain = try #require(passage.domains.first)
        #expect(passage.text.contains(domain))
        #expect(domain.count < passage.text.count)
        #expect(!domain.contains("/"))
    }

    @Test func aPhotoWithoutACodeIsUnreadableAndSaysWhatToDo() async throws {
        let model = try await model()
        await model.check(.photo(try Files.card("no-code-reminder")))
        let report = try #require(model.answer?.report)
        #expect(report.verdict == .unreadable)
        #expect(!report.notices.isEmpty)
        #expect(report.codes.isEmpty)
    }

    @Test func bytesThatAreNoPictureAreDescribedAndNoError() async throws {
        let model = try await model()
        await model.check(.photo(Data("not a picture".utf8)))
        #expect(model.answer?.report.verdict == .unreadable)
        await model.check(.photo(Data()))
        #expect(model.answer?.report.verdict == .unreadable)
    }

    @Test func printedWordsAreCheckedInTheSameReportAndSaidToBeReadByMachine() async throws {
        let model = try await model()
        let photo = try Files.card("no-code-reminder")
        await model.check(.photo(photo))
        #expect(model.answer?.readByMachine == false)
        phone.printed.lines = [ReadLine(text: "请下载会议软件，打开屏幕共享，客服教您办理退款", corners: [])]
        await model.check(.photo(photo))
        let answer = try #require(model.answer)
        #expect(answer.readByMachine)
        #expect(answer.report.verdict != .unreadable)
        let lines = answer.parts.filter { if case .word = $0.id { true } else { false } }
        #expect(lines.contains { $0.passage?.marked.isEmpty == false })
    }

    @Test func onlyTheWholeCheckOfAPhotoIsKeptAndOnlyOnce() async throws {
        let core = try await phone.core()
        let model = CheckModel(core: core, device: phone.device)
        await model.check(.photo(try Files.card("after-sales-wechat")))
        #expect(try await core.count(LogFilter.all) == 1)
        #expect(model.answer?.report.entry != nil)
    }

    @Test func aTextsReasonsMarkTheWordsTheySpeakOf() async throws {
        let model = try await model()
        await model.check(.text(refundCall))
        let answer = try #require(model.answer)
        #expect(answer.report.verdict == .danger)
        let passage = try #require(answer.parts.first { $0.id == .text }?.passage)
        #expect(passage.text == refundCall)
        #expect(!passage.marked.isEmpty)
        #expect(passage.marked.allSatisfy { refundCall.contains($0) })
    }

    @Test func everyReasonHasWordsARuleAndASourceWithItsDate() async throws {
        let model = try await model()
        await model.check(.text(refundCall))
        let reasons = try #require(model.answer).report.findings
        #expect(!reasons.isEmpty)
        for reason in reasons {
            #expect(!reason.why.isEmpty && !reason.rule.isEmpty)
            #expect(!reason.source.source.isEmpty && reason.source.retrieved.count == 10)
        }
    }

    @Test func anOrdinaryTextIsNothingFoundAndNoPromise() async throws {
        let model = try await model()
        await model.check(.text("明天下午三点开会，记得带电脑。"))
        let report = try #require(model.answer?.report)
        #expect(report.verdict == .nothingFound)
        #expect(!report.headline.contains("安全"))
    }

    @Test func anEmptyTextIsNoError() async throws {
        let model = try await model()
        await model.check(.text(""))
        #expect(model.answer?.report.verdict == .nothingFound)
    }

    @Test func aLinkIsCheckedAsIfACodeCarriedIt() async throws {
        let model = try await model()
        await model.check(.link("https://u.wechat.com/EXAMPLEyankaEXAMPLE0001"), origin: .parcel)
        let answer = try #require(model.answer)
        #expect(answer.report.verdict == .danger)
        #expect(answer.kind == .link)
    }

    @Test func whereItCameFromWeighsAndCanBeCorrected() async throws {
        let model = try await model()
        await model.check(.text("请打开腾讯会议参加周会"))
        #expect(model.origin == .message)
        await model.again(from: .call)
        #expect(model.origin == .call)
        #expect(model.answer?.report.origin == .call)
    }

    @Test func withoutASubjectThereIsNothingToCheckAgain() async throws {
        let model = try await model()
        await model.again(from: .parcel)
        #expect(model.state == .empty)
    }

    @Test func aCheckThatIsStoppedLeavesTheScreenEmpty() async throws {
        let core = try await phone.core()
        let model = CheckModel(core: core, device: phone.device)
        let photo = try Files.card("after-sales-wechat")
        let check = Task { await model.check(.photo(photo)) }
        while model.state == .empty { await Task.yield() }
        #expect(model.state == .working(0))
        // The flag is raised as soon as there is one, while the core still reads.
        while !model.canStop, model.answer == nil { await Task.yield() }
        model.stop()
        await check.value
        #expect(model.state == .empty)
        #expect(try await core.count(LogFilter.all) == 0)
    }

    @Test func stoppingWhileThePrintedWordsAreReadKeepsTheCodesAnswer() async throws {
        let core = try await phone.core()
        let reader = Slow()
        var device = phone.device
        device.reader = reader
        let model = CheckModel(core: core, device: device)
        let photo = try Files.card("after-sales-wechat")
        let check = Task { await model.check(.photo(photo)) }
        while await !reader.reached { await Task.yield() }
        #expect(model.answer?.reading == true)
        model.stop()
        await reader.goOn()
        await check.value
        #expect(model.answer?.report.verdict == .danger && model.answer?.reading == false)
        #expect(try await core.count(LogFilter.all) == 0)
    }

    @Test(arguments: [true, false])
    func aCheckStillReportsWhenTheLogFails(_ isPhoto: Bool) async throws {
        let core = try await phone.core()
        let model = CheckModel(core: core, device: phone.device)
        await model.check(.text(refundCall))
        // Destroys the log under the open core.
        for name in ["journal.db", "journal.db-wal"] {
            let file = phone.places.folder.appendingPathComponent(name)
            let size = try Data(contentsOf: file).count
            let handle = try FileHandle(forWritingTo: file)
            try handle.write(contentsOf: Data(repeating: 0xA5, count: size))
            try handle.close()
        }
        await model.check(
            isPhoto ? .photo(try Files.card("after-sales-wechat")) : .text("客服让我共享屏幕，再把验证码告诉他"))
        #expect(model.answer?.report.verdict == .danger)
        #expect(model.answer?.evidence == .unavailable)
        #expect(model.trouble?.kind == .journalUnavailable)
    }

    @Test func aNewerCheckTakesThePlaceOfOneThatStillRuns() async throws {
        let model = try await model()
        let photo = try Files.card("three-steps-three-codes")
        let first = Task { await model.check(.photo(photo)) }
        while model.state == .empty { await Task.yield() }
        await model.check(.text(refundCall))
        await first.value
        #expect(model.answer?.kind == .text)
        #expect(model.answer?.report.text == refundCall)
    }

    @Test func progressOnlyRisesAndEndsInAnAnswer() async throws {
        let model = try await model()
        let seen = Seen()
        watch(model, seen)
        await model.check(.photo(try Files.card("three-steps-three-codes")))
        #expect(seen.shares == seen.shares.sorted())
        #expect(model.answer != nil)
    }

    @Test func changesAreObserved() async throws {
        let model = try await model()
        await confirmation { changed in
            withObservationTracking {
                _ = model.state
            } onChange: {
                changed()
            }
            await model.check(.text("你好"))
        }
    }

    @Test func onlyAnOfficialNumberOfTheAnswerIsDialled() async throws {
        let model = try await model()
        await model.check(.text(refundCall))
        let call = try #require(model.answer?.calls.first)
        var other = call
        other.number = "+8613800000000"
        model.call(other)
        #expect(phone.phone.dialled.isEmpty)
        model.call(call)
        #expect(phone.phone.dialled == [call.number])
    }

    @Test func theWarningForTheFamilyHasNothingOfTheSubject() async throws {
        let model = try await model()
        await model.check(.text("我是王小明，电话13800001111，" + refundCall))
        let warning = try #require(model.answer?.warning)
        #expect(!warning.isEmpty)
        #expect(!warning.contains("13800001111") && !warning.contains("王小明"))
    }

    @Test func aWrongAnswerCanBeToldWithoutTheSubject() async throws {
        let model = try await model()
        #expect(await model.wrongAnswer() == nil)
        await model.check(.text("我的电话13800001111，" + refundCall))
        let told = try #require(await model.wrongAnswer())
        #expect(!told.isEmpty && !told.contains("13800001111"))
    }

    @Test func anAnswerIsKeptAsEvidenceWithItsUntouchedText() async throws {
        let core = try await phone.core()
        let model = CheckModel(core: core, device: phone.device)
        await model.check(.text(refundCall))
        #expect(model.answer?.evidence == .no)
        await model.keepAsEvidence()
        #expect(model.answer?.evidence == .kept)
        let entry = try #require(model.answer?.report.entry)
        #expect(try await core.entry(entry).line.evidence)
    }

    @Test func withoutALogTheCheckWorksAndNothingCanBeKept() async throws {
        let model = try await model(key: nil)
        await model.check(.text(refundCall))
        #expect(model.answer?.report.verdict == .danger)
        #expect(model.answer?.evidence == .unavailable)
        await model.keepAsEvidence()
        #expect(model.answer?.evidence == .unavailable)
        #expect(model.trouble == nil)
    }

    @Test func keepingAnEntryThatWasDeletedIsASentence() async throws {
        let core = try await phone.core()
        let model = CheckModel(core: core, device: phone.device)
        await model.check(.text(refundCall))
        try await core.delete(try #require(model.answer?.report.entry))
        await model.keepAsEvidence()
        #expect(model.trouble?.kind == .noSuchEntry)
        #expect(model.trouble?.sentence == "记录里没有这一条。")
        model.dismissTrouble()
        #expect(model.trouble == nil)
    }

    @Test func theVerdictIsReadAloudFirstAndASecondPressStops() async throws {
        let model = try await model()
        await model.check(.text(refundCall))
        model.readAloud()
        let headline = try #require(model.answer?.report.headline)
        #expect(phone.voice.said.first?.hasPrefix(headline) == true)
        model.readAloud()
        #expect(!phone.voice.speaking)
        #expect(phone.voice.said.count == 1)
    }

    @Test(arguments: [Language.zhHans, .zhHant, .en])
    func everySentenceOfAnAnswerIsInTheAppsLanguage(_ language: Language) async throws {
        let model = try await model(language)
        await model.check(.text(refundCall))
        let report = try #require(model.answer?.report)
        let said = ([report.headline] + report.findings.map(\.why) + report.advice.map(\.step)).joined()
        let chinese = said.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) }.count
        #expect(language == .en ? chinese * 10 < said.count : chinese * 2 > said.count)
    }

    @Test func aHundredChecksDoNotGrow() async throws {
        let core = try await phone.core()
        let model = CheckModel(core: core, device: phone.device)
        let photo = try Files.card("after-sales-wechat")
        var half = 0
        for number in 1...100 {
            await model.check(number.isMultiple(of: 2) ? .photo(photo) : .text(refundCall))
            if number == 50 { half = residentBytes() }
        }
        #expect(residentBytes() - half <= 2 << 20)
    }

    /// Notes each share of the work that the screen was told.
    private func watch(_ model: CheckModel, _ seen: Seen) {
        withObservationTracking {
            if case .working(let share) = model.state { seen.shares.append(share) }
        } onChange: {
            Task { @MainActor in self.watch(model, seen) }
        }
    }

    @MainActor final class Seen { var shares: [Double] = [] }
}

/// A reader that waits until the test lets it go on.
private actor Slow: TextReader {
    private(set) var reached = false
    private var waiting: CheckedContinuation<Void, Never>?

    func lines(on picture: Data) async throws -> [ReadLine] {
        await withCheckedContinuation { waiting in
            self.waiting = waiting
            reached = true
        }
        return []
    }

    func goOn() { waiting?.resume() }
}
