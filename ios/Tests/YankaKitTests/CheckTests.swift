import Foundation
import Observation
import Testing

@testable import YankaKit

@MainActor
struct CheckTests {
    private let testDevice = TestDevice()

    private func model(_ language: Language = .zhHans, key: Data? = TestDevice.key) async throws -> CheckModel
    {
        CheckModel(core: try await testDevice.core(language, key: key), device: testDevice.device)
    }

    @Test func stateIsEmptyBeforeACheck() async throws {
        let model = try await model()
        #expect(model.state == .empty)
        #expect(model.result == nil)
    }

    @Test func photographedCardIsDecodedAndJudged() async throws {
        let model = try await model()
        await model.check(.photo(try Files.card("after-sales-wechat")))
        let result = try #require(model.result)
        #expect(result.report.verdict == .danger)
        #expect(result.report.codes.first?.kind == "wechat-contact")
        #expect(result.report.codes.first?.corners.count == 4)
        #expect(!result.report.advice.isEmpty)
        #expect(result.picture != nil)
        #expect(!result.isRecognizingText)
    }

    @Test func everyCodeHasItsOwnNumberAndVerdict() async throws {
        let model = try await model()
        await model.check(.photo(try Files.card("three-steps-three-codes")))
        let codes = try #require(model.result).subjects.filter { $0.codeNumber != nil }
        #expect(codes.map(\.codeNumber) == [1, 2, 3])
        #expect(codes.allSatisfy { $0.verdict != nil && !$0.does.isEmpty })
    }

    @Test func registrableDomainIsASegmentOfItsUrl() async throws {
        let model = try await model()
        await model.check(.photo(try Files.card("refund-look-alike")))
        let text = try #require(model.result?.subjects.first?.text)
        let domain = try #require(text.domains.first)
        #expect(text.text.contains(domain))
        #expect(domain.count < text.text.count)
        #expect(!domain.contains("/"))
    }

    @Test func photoWithoutCodeIsUnreadableWithANotice() async throws {
        let model = try await model()
        await model.check(.photo(try Files.card("no-code-reminder")))
        let report = try #require(model.result?.report)
        #expect(report.verdict == .unreadable)
        #expect(!report.notices.isEmpty)
        #expect(report.codes.isEmpty)
    }

    @Test func bytesThatAreNotAPictureAreUnreadable() async throws {
        let model = try await model()
        await model.check(.photo(Data("not a picture".utf8)))
        #expect(model.result?.report.verdict == .unreadable)
        await model.check(.photo(Data()))
        #expect(model.result?.report.verdict == .unreadable)
    }

    @Test func recognizedTextIsCheckedInTheSameReport() async throws {
        let model = try await model()
        let photo = try Files.card("no-code-reminder")
        await model.check(.photo(photo))
        #expect(model.result?.usesRecognizedText == false)
        testDevice.textRecognizer.lines = [RecognizedLine(text: "请下载会议软件，打开屏幕共享，客服教您办理退款", corners: [])]
        await model.check(.photo(photo))
        let result = try #require(model.result)
        #expect(result.usesRecognizedText)
        #expect(result.report.verdict != .unreadable)
        let lines = result.subjects.filter { if case .word = $0.id { true } else { false } }
        #expect(lines.contains { $0.text?.highlighted.isEmpty == false })
    }

    @Test func photoCheckIsLoggedOnce() async throws {
        let core = try await testDevice.core()
        let model = CheckModel(core: core, device: testDevice.device)
        await model.check(.photo(try Files.card("after-sales-wechat")))
        #expect(try await core.logCount(LogFilter.all) == 1)
        #expect(model.result?.report.entry != nil)
    }

    @Test func findingsAreHighlightedInTheText() async throws {
        let model = try await model()
        await model.check(.text(refundCall))
        let result = try #require(model.result)
        #expect(result.report.verdict == .danger)
        let text = try #require(result.subjects.first { $0.id == .text }?.text)
        #expect(text.text == refundCall)
        #expect(!text.highlighted.isEmpty)
        #expect(text.highlighted.allSatisfy { refundCall.contains($0) })
    }

    @Test func everyFindingHasASentenceARuleAndADatedSource() async throws {
        let model = try await model()
        await model.check(.text(refundCall))
        let findings = try #require(model.result).report.findings
        #expect(!findings.isEmpty)
        for finding in findings {
            #expect(!finding.title.isEmpty && !finding.why.isEmpty && !finding.rule.isEmpty)
            #expect(!finding.source.source.isEmpty && finding.source.retrieved.count == 10)
        }
    }

    @Test func ordinaryTextIsNothingFoundAndNotCalledSafe() async throws {
        let model = try await model()
        await model.check(.text("明天下午三点开会，记得带电脑。"))
        let report = try #require(model.result?.report)
        #expect(report.verdict == .nothingFound)
        #expect(!report.headline.contains("安全"))
    }

    @Test func emptyTextIsNotRead() async throws {
        let model = try await model()
        await model.check(.text(""))
        #expect(model.result?.report.verdict == .unreadable)
    }

    @Test func linkIsCheckedLikeACodesPayload() async throws {
        let model = try await model()
        await model.check(.link("https://u.wechat.com/EXAMPLEyankaEXAMPLE0001"), origin: .parcel)
        let result = try #require(model.result)
        #expect(result.report.verdict == .danger)
        #expect(result.kind == .link)
    }

    @Test func originCanBeCorrected() async throws {
        let model = try await model()
        await model.check(.text("请打开腾讯会议参加周会"))
        #expect(model.origin == .message)
        await model.recheck(origin: .call)
        #expect(model.origin == .call)
        #expect(model.result?.report.origin == .call)
    }

    @Test func recheckWithoutInputDoesNothing() async throws {
        let model = try await model()
        await model.recheck(origin: .parcel)
        #expect(model.state == .empty)
    }

    @Test func cancelledCheckLeavesTheStateEmpty() async throws {
        let core = try await testDevice.core()
        let model = CheckModel(core: core, device: testDevice.device)
        let photo = try Files.card("after-sales-wechat")
        let check = Task { await model.check(.photo(photo)) }
        while model.state == .empty { await Task.yield() }
        #expect(model.state == .checking(0))
        // Cancels as soon as possible, while the core still opens the photo.
        while !model.canCancel, model.result == nil { await Task.yield() }
        model.stop()
        await check.value
        #expect(model.state == .empty)
        #expect(try await core.logCount(LogFilter.all) == 0)
    }

    @Test func cancellingTextRecognitionKeepsTheReportOnTheCodes() async throws {
        let core = try await testDevice.core()
        let recognizer = BlockingTextRecognizer()
        var device = testDevice.device
        device.textRecognizer = recognizer
        let model = CheckModel(core: core, device: device)
        let photo = try Files.card("after-sales-wechat")
        let check = Task { await model.check(.photo(photo)) }
        while await !recognizer.hasStarted { await Task.yield() }
        #expect(model.result?.isRecognizingText == true)
        model.stop()
        await recognizer.resume()
        await check.value
        #expect(model.result?.report.verdict == .danger && model.result?.isRecognizingText == false)
        #expect(try await core.logCount(LogFilter.all) == 0)
    }

    @Test(arguments: [true, false])
    func checkStillReportsWhenTheLogFails(_ isPhoto: Bool) async throws {
        let core = try await testDevice.core()
        let model = CheckModel(core: core, device: testDevice.device)
        await model.check(.text(refundCall))
        // Destroys the log under the open core.
        for name in ["journal.db", "journal.db-wal"] {
            let file = testDevice.directories.appData.appendingPathComponent(name)
            let size = try Data(contentsOf: file).count
            let handle = try FileHandle(forWritingTo: file)
            try handle.write(contentsOf: Data(repeating: 0xA5, count: size))
            try handle.close()
        }
        await model.check(
            isPhoto ? .photo(try Files.card("after-sales-wechat")) : .text("客服让我共享屏幕，再把验证码告诉他"))
        #expect(model.result?.report.verdict == .danger)
        #expect(model.result?.evidence == .unavailable)
        #expect(model.failure?.kind == .journalUnavailable)
    }

    @Test func newerCheckReplacesARunningOne() async throws {
        let model = try await model()
        let photo = try Files.card("three-steps-three-codes")
        let first = Task { await model.check(.photo(photo)) }
        while model.state == .empty { await Task.yield() }
        await model.check(.text(refundCall))
        await first.value
        #expect(model.result?.kind == .text)
        #expect(model.result?.report.text == refundCall)
    }

    @Test func progressIsMonotonicAndEndsInAResult() async throws {
        let model = try await model()
        let recorder = ProgressRecorder()
        watch(model, recorder)
        await model.check(.photo(try Files.card("three-steps-three-codes")))
        #expect(recorder.fractions == recorder.fractions.sorted())
        #expect(model.result != nil)
    }

    @Test func stateChangesAreObservable() async throws {
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

    @Test func onlyHotlinesOfTheResultAreDialled() async throws {
        let model = try await model()
        await model.check(.text(refundCall))
        let call = try #require(model.result?.dialableHotlines.first)
        var other = call
        other.number = "+8613800000000"
        model.call(other)
        #expect(testDevice.dialler.dialled.isEmpty)
        model.call(call)
        #expect(testDevice.dialler.dialled == [call.number])
    }

    @Test func familyWarningContainsNothingOfTheSubject() async throws {
        let model = try await model()
        await model.check(.text("我是王小明，电话13800001111，" + refundCall))
        let warning = try #require(model.result?.familyWarning)
        #expect(!warning.isEmpty)
        #expect(!warning.contains("13800001111") && !warning.contains("王小明"))
    }

    @Test func wrongAnswerReportContainsNothingOfTheSubject() async throws {
        let model = try await model()
        #expect(await model.wrongAnswer() == nil)
        await model.check(.text("我的电话13800001111，" + refundCall))
        let text = try #require(await model.wrongAnswer())
        #expect(!text.isEmpty && !text.contains("13800001111"))
    }

    @Test func resultIsKeptAsEvidence() async throws {
        let core = try await testDevice.core()
        let model = CheckModel(core: core, device: testDevice.device)
        await model.check(.text(refundCall))
        #expect(model.result?.evidence == .notKept)
        await model.keepAsEvidence()
        #expect(model.result?.evidence == .kept)
        let entry = try #require(model.result?.report.entry)
        #expect(try await core.logEntry(entry).line.evidence)
    }

    @Test func withoutALogTheCheckWorksAndEvidenceIsUnavailable() async throws {
        let model = try await model(key: nil)
        await model.check(.text(refundCall))
        #expect(model.result?.report.verdict == .danger)
        #expect(model.result?.evidence == .unavailable)
        await model.keepAsEvidence()
        #expect(model.result?.evidence == .unavailable)
        #expect(model.failure == nil)
    }

    @Test func keepingADeletedEntryIsAnError() async throws {
        let core = try await testDevice.core()
        let model = CheckModel(core: core, device: testDevice.device)
        await model.check(.text(refundCall))
        try await core.logDelete(try #require(model.result?.report.entry))
        await model.keepAsEvidence()
        #expect(model.failure?.kind == .noSuchEntry)
        #expect(model.failure?.sentence == "记录里没有这一条。")
        model.dismissFailure()
        #expect(model.failure == nil)
    }

    @Test func headlineIsSpokenFirstAndASecondCallStops() async throws {
        let model = try await model()
        await model.check(.text(refundCall))
        model.readAloud()
        let headline = try #require(model.result?.report.headline)
        #expect(testDevice.speech.spoken.first?.hasPrefix(headline) == true)
        model.readAloud()
        #expect(!testDevice.speech.isSpeaking)
        #expect(testDevice.speech.spoken.count == 1)
    }

    @Test(arguments: [Language.zhHans, .zhHant, .en])
    func everySentenceIsInTheAppsLanguage(_ language: Language) async throws {
        let model = try await model(language)
        await model.check(.text(refundCall))
        let report = try #require(model.result?.report)
        let sentences = ([report.headline] + report.findings.map(\.why) + report.advice.map(\.step)).joined()
        let chinese = sentences.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) }.count
        #expect(language == .en ? chinese * 10 < sentences.count : chinese * 2 > sentences.count)
    }

    @Test func hundredChecksDoNotLeakMemory() async throws {
        let core = try await testDevice.core()
        let model = CheckModel(core: core, device: testDevice.device)
        let photo = try Files.card("after-sales-wechat")
        var half = 0
        for number in 1...100 {
            await model.check(number.isMultiple(of: 2) ? .photo(photo) : .text(refundCall))
            if number == 50 { half = residentBytes() }
        }
        #expect(residentBytes() - half <= 2 << 20)
    }

    /// Records each progress fraction.
    private func watch(_ model: CheckModel, _ recorder: ProgressRecorder) {
        withObservationTracking {
            if case .checking(let fraction) = model.state { recorder.fractions.append(fraction) }
        } onChange: {
            Task { @MainActor in self.watch(model, recorder) }
        }
    }

    @MainActor final class ProgressRecorder { var fractions: [Double] = [] }
}

/// Recognizes nothing, after the test resumes it.
private actor BlockingTextRecognizer: TextRecognizer {
    private(set) var hasStarted = false
    private var waiting: CheckedContinuation<Void, Never>?

    func recognizeLines(in picture: Data) async throws -> [RecognizedLine] {
        await withCheckedContinuation { waiting in
            self.waiting = waiting
            hasStarted = true
        }
        return []
    }

    func resume() { waiting?.resume() }
}
