import Foundation
import Testing

@testable import YankaKit

@MainActor
struct LogTests {
    private let phone = TestPhone()

    private func model(_ core: Core, page: UInt32 = 50) -> LogModel {
        LogModel(core: core, device: phone.device, lock: phone.logLock(), page: page)
    }

    private func filled(_ count: Int = 3) async throws -> Core {
        let core = try await phone.core()
        for number in 0..<count {
            _ = try await report(core, number.isMultiple(of: 2) ? refundCall : "明天下午三点开会，第\(number)次。")
        }
        return core
    }

    @Test func aNewLogIsEmpty() async throws {
        let model = model(try await phone.core())
        #expect(model.state == .working)
        await model.load()
        #expect(model.state == .empty)
    }

    @Test func newestEntriesComeFirstAndPageByPage() async throws {
        let model = model(try await filled(5), page: 2)
        await model.load()
        guard case .lines(let lines, let more) = model.state else { throw Unexpected() }
        #expect(lines.map(\.entry) == [5, 4] && more)
        #expect(model.count == 5)
        await model.more()
        await model.more()
        guard case .lines(let all, let rest) = model.state else { throw Unexpected() }
        #expect(all.map(\.entry) == [5, 4, 3, 2, 1] && !rest)
        await model.more()
        #expect(model.state == .lines(all, more: false))
    }

    @Test func aFilterThatNothingFitsIsNotAnEmptyLog() async throws {
        let model = model(try await filled())
        await model.narrow(LogFilter(verdict: .danger, label: nil, evidence: nil, search: nil))
        guard case .lines(let lines, _) = model.state else { throw Unexpected() }
        #expect(lines.allSatisfy { $0.verdict == .danger })
        await model.narrow(LogFilter(verdict: nil, label: nil, evidence: nil, search: "没有这样的话"))
        #expect(model.state == .nothingFits)
        await model.narrow(.all)
        #expect(model.count == 3)
    }

    @Test func anEntryIsDeleted() async throws {
        let model = model(try await filled(1))
        await model.load()
        guard case .lines(let lines, _) = model.state else { throw Unexpected() }
        model.toggle(try #require(lines.first))
        await model.delete(try #require(lines.first))
        #expect(model.state == .empty)
        #expect(model.selected.isEmpty)
    }

    @Test func erasingLeavesEvidenceUnlessToldSo() async throws {
        let core = try await filled()
        try await core.keepAsEvidence(1, Original(text: refundCall, photo: nil))
        let model = model(core)
        await model.erase(evidenceToo: false)
        #expect(model.erased?.gone == 2 && model.erased?.evidence == 1)
        await model.erase(evidenceToo: true)
        #expect(model.state == .empty)
        #expect(model.erased?.swept == true)
    }

    @Test func withoutALogTheScreenSaysSo() async throws {
        let model = model(try await phone.core(key: nil))
        await model.load()
        guard case .failed(let trouble) = model.state else { throw Unexpected() }
        #expect(trouble.kind == .journalUnavailable)
        #expect(trouble.sentence == "记录现在打不开。不记录也可以查验。")
    }

    @Test func selectedEntriesBecomeAFileThatIsRemovedWithItsScreen() async throws {
        let model = model(try await filled())
        await model.load()
        guard case .lines(let lines, _) = model.state else { throw Unexpected() }
        model.toggle(lines[0])
        model.toggle(lines[2])
        let file = try #require(await model.export(ownDetails: false, pictures: true))
        #expect(try Data(contentsOf: file).prefix(2) == Data("PK".utf8))
        #expect(file.lastPathComponent == "yanka-evidence.zip")
        model.endExport()
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }

    @Test func exportingAnEntryThatIsGoneIsASentence() async throws {
        let core = try await filled(1)
        let model = model(core)
        await model.load()
        guard case .lines(let lines, _) = model.state else { throw Unexpected() }
        model.toggle(lines[0])
        try await core.delete(lines[0].entry)
        #expect(await model.export(ownDetails: false, pictures: false) == nil)
        #expect(model.trouble?.kind == .noSuchEntry)
        model.dismissTrouble()
        #expect(model.trouble == nil)
    }
}

@MainActor
struct EntryTests {
    private let phone = TestPhone()

    private func entry() async throws -> (EntryModel, Core) {
        let core = try await phone.core()
        let id = try #require(try await report(core, refundCall).entry)
        let model = EntryModel(id, core: core, device: phone.device, lock: phone.logLock())
        #expect(model.state == .working)
        await model.load()
        return (model, core)
    }

    @Test func anEntryShowsTheReportAsItWas() async throws {
        let (model, _) = try await entry()
        guard case .entry(let entry, let answer) = model.state else { throw Unexpected() }
        #expect(entry.line.verdict == .danger)
        #expect(answer.report.headline == entry.report.headline)
        #expect(answer.evidence == .no)
    }

    @Test func noteAndLabelStay() async throws {
        let (model, core) = try await entry()
        model.note = "爸爸收到的"
        await model.saveNote()
        model.label = "家里"
        await model.saveLabel()
        let again = EntryModel(model.id, core: core, device: phone.device, lock: phone.logLock())
        await again.load()
        #expect(again.note == "爸爸收到的" && again.label == "家里")
        #expect(try await core.labels() == ["家里"])
    }

    @Test func evidenceIsKeptAndReleased() async throws {
        let (model, _) = try await entry()
        await model.keepAsEvidence()
        #expect(model.entry?.line.evidence == true)
        await model.release()
        #expect(model.entry?.line.evidence == false)
    }

    @Test func aDeletedEntryIsGone() async throws {
        let (model, _) = try await entry()
        await model.delete()
        #expect(model.state == .gone)
        #expect(model.entry == nil)
        await model.saveNote()
        #expect(model.trouble?.kind == .noSuchEntry)
    }

    @Test func oneEntryIsExported() async throws {
        let (model, _) = try await entry()
        let file = try #require(await model.export(ownDetails: false, pictures: false))
        #expect(try Data(contentsOf: file).count > 100)
        model.endExport()
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }

    @Test func itsOfficialNumbersAreDialledAndNoOther() async throws {
        let (model, _) = try await entry()
        guard case .entry(_, let answer) = model.state else { throw Unexpected() }
        let call = try #require(answer.calls.first)
        var other = call
        other.number = "13800001111"
        model.call(other)
        model.call(call)
        #expect(phone.phone.dialled == [call.number])
    }

    @Test func whatHappenedIsToldStepByStep() async throws {
        let (model, core) = try await entry()
        let step = TimelineModel(entry: model.id, core: core, device: phone.device, lock: phone.logLock())
        #expect(step.state == .editing && !step.canSave)
        await step.load()
        #expect(step.choices.count == 17)
        step.situation = .paid
        step.amount = "5000元"
        #expect(step.canSave)
        await step.save()
        #expect(step.state == .saved)
        await model.load()
        let stored = try #require(model.entry?.steps.first)
        #expect(stored.amount == "5000元" && stored.situation == .paid)
        #expect(stored.time == phone.clock.now())
        let change = TimelineModel(
            entry: model.id, step: stored, core: core, device: phone.device, lock: phone.logLock())
        change.what = "转给了一个姓李的"
        await change.save()
        await model.load()
        #expect(model.entry?.steps.map(\.what) == ["转给了一个姓李的"])
        await model.remove(stored)
        #expect(model.entry?.steps.isEmpty == true)
    }

    @Test func aStepOfAnEntryThatIsGoneIsASentence() async throws {
        let step = TimelineModel(
            entry: 99, core: try await phone.core(), device: phone.device, lock: phone.logLock())
        step.what = "加了微信"
        await step.save()
        guard case .failed(let trouble) = step.state else { throw Unexpected() }
        #expect(trouble.kind == .noSuchEntry)
    }

    @Test func anEmptyStepIsNotSaved() async throws {
        let step = TimelineModel(
            entry: 1, core: try await phone.core(), device: phone.device, lock: phone.logLock())
        step.what = " \n"
        await step.save()
        #expect(step.state == .editing)
    }
}

@MainActor
struct OwnRulesTests {
    private let phone = TestPhone()

    @Test func aRuleIsAddedUsedAndRemoved() async throws {
        let core = try await phone.core()
        let model = OwnRulesModel(core: core, device: phone.device)
        #expect(model.state == .empty)
        model.subject = "https://shop.yanka-example.com/a"
        model.note = "邻居被骗过"
        model.opinion = .bad
        await model.add()
        #expect(model.state.value?.count == 1)
        #expect(model.subject.isEmpty && model.note.isEmpty)
        let check = CheckModel(core: core, device: phone.device)
        await check.check(.link("https://shop.yanka-example.com/a"))
        #expect(check.answer?.report.verdict == .danger)
        await model.remove(try #require(model.state.value?.first))
        #expect(model.state == .empty)
    }

    @Test func anEmptySubjectIsNoRule() async throws {
        let model = OwnRulesModel(core: try await phone.core(), device: phone.device)
        model.subject = "  "
        await model.add()
        #expect(model.state == .empty)
    }

    @Test func withoutALogItSaysSo() async throws {
        let model = OwnRulesModel(core: try await phone.core(key: nil), device: phone.device)
        await model.load()
        #expect(model.state.trouble?.kind == .journalUnavailable)
        model.subject = "yanka-example.com"
        await model.add()
        #expect(model.trouble?.kind == .journalUnavailable)
        model.dismissTrouble()
        #expect(model.trouble == nil)
    }
}
