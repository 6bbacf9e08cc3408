import Foundation
import Testing

@testable import YankaKit

@MainActor
struct LogTests {
    private let testDevice = TestDevice()

    private func model(_ core: Core, pageSize: UInt32 = 50) -> LogModel {
        LogModel(core: core, device: testDevice.device, lock: testDevice.logLock(), pageSize: pageSize)
    }

    private func filled(_ count: Int = 3) async throws -> Core {
        let core = try await testDevice.core()
        for number in 0..<count {
            _ = try await report(core, number.isMultiple(of: 2) ? refundCall : "明天下午三点开会，第\(number)次。")
        }
        return core
    }

    @Test func newLogIsEmpty() async throws {
        let model = model(try await testDevice.core())
        #expect(model.state == .loading)
        await model.load()
        #expect(model.state == .empty)
    }

    @Test func listsNewestEntriesFirstByPage() async throws {
        let model = model(try await filled(5), pageSize: 2)
        await model.load()
        guard case .lines(let lines, let hasMore) = model.state else { throw Unexpected() }
        #expect(lines.map(\.entry) == [5, 4] && hasMore)
        #expect(model.count == 5)
        await model.loadMore()
        await model.loadMore()
        guard case .lines(let all, let rest) = model.state else { throw Unexpected() }
        #expect(all.map(\.entry) == [5, 4, 3, 2, 1] && !rest)
        await model.loadMore()
        #expect(model.state == .lines(all, hasMore: false))
    }

    @Test func filterWithoutMatchesIsNotAnEmptyLog() async throws {
        let model = model(try await filled())
        await model.setFilter(LogFilter(verdict: .danger, label: nil, evidence: nil, search: nil))
        guard case .lines(let lines, _) = model.state else { throw Unexpected() }
        #expect(lines.allSatisfy { $0.verdict == .danger })
        await model.setFilter(LogFilter(verdict: nil, label: nil, evidence: nil, search: "没有这样的话"))
        #expect(model.state == .noMatches)
        await model.setFilter(.all)
        #expect(model.count == 3)
    }

    @Test func deletesAnEntry() async throws {
        let model = model(try await filled(1))
        await model.load()
        guard case .lines(let lines, _) = model.state else { throw Unexpected() }
        model.toggle(try #require(lines.first))
        await model.delete(try #require(lines.first))
        #expect(model.state == .empty)
        #expect(model.selected.isEmpty)
    }

    @Test func erasingKeepsEvidenceUnlessIncluded() async throws {
        let core = try await filled()
        try await core.logKeepAsEvidence(1, Original(text: refundCall, photo: nil))
        let model = model(core)
        await model.erase(includingEvidence: false)
        #expect(model.erased?.gone == 2 && model.erased?.evidence == 1)
        await model.erase(includingEvidence: true)
        #expect(model.state == .empty)
        #expect(model.erased?.swept == true)
    }

    @Test func loadingFailsWithoutALog() async throws {
        let model = model(try await testDevice.core(key: nil))
        await model.load()
        guard case .failed(let failure) = model.state else { throw Unexpected() }
        #expect(failure.kind == .journalUnavailable)
        #expect(failure.sentence == "记录现在打不开。不记录也可以查验。")
    }

    @Test func exportsSelectedEntriesAndRemovesTheFile() async throws {
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

    @Test func exportingADeletedEntryIsAnError() async throws {
        let core = try await filled(1)
        let model = model(core)
        await model.load()
        guard case .lines(let lines, _) = model.state else { throw Unexpected() }
        model.toggle(lines[0])
        try await core.logDelete(lines[0].entry)
        #expect(await model.export(ownDetails: false, pictures: false) == nil)
        #expect(model.failure?.kind == .noSuchEntry)
        model.dismissFailure()
        #expect(model.failure == nil)
    }
}

@MainActor
struct EntryTests {
    private let testDevice = TestDevice()

    private func entry() async throws -> (EntryModel, Core) {
        let core = try await testDevice.core()
        let id = try #require(try await report(core, refundCall).entry)
        let model = EntryModel(id, core: core, device: testDevice.device, lock: testDevice.logLock())
        #expect(model.state == .loading)
        await model.load()
        return (model, core)
    }

    @Test func entryShowsTheStoredReport() async throws {
        let (model, _) = try await entry()
        guard case .entry(let entry, let result) = model.state else { throw Unexpected() }
        #expect(entry.line.verdict == .danger)
        #expect(result.report.headline == entry.report.headline)
        #expect(result.evidence == .notKept)
    }

    @Test func noteAndLabelPersist() async throws {
        let (model, core) = try await entry()
        model.note = "爸爸收到的"
        await model.saveNote()
        model.label = "家里"
        await model.saveLabel()
        let again = EntryModel(model.id, core: core, device: testDevice.device, lock: testDevice.logLock())
        await again.load()
        #expect(again.note == "爸爸收到的" && again.label == "家里")
        #expect(try await core.logLabels() == ["家里"])
    }

    @Test func evidenceIsKeptAndReleased() async throws {
        let (model, _) = try await entry()
        await model.keepAsEvidence()
        #expect(model.entry?.line.evidence == true)
        await model.release()
        #expect(model.entry?.line.evidence == false)
    }

    @Test func deletedEntryIsDeleted() async throws {
        let (model, _) = try await entry()
        await model.delete()
        #expect(model.state == .deleted)
        #expect(model.entry == nil)
        await model.saveNote()
        #expect(model.failure?.kind == .noSuchEntry)
    }

    @Test func exportsOneEntry() async throws {
        let (model, _) = try await entry()
        let file = try #require(await model.export(ownDetails: false, pictures: false))
        #expect(try Data(contentsOf: file).count > 100)
        model.endExport()
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }

    @Test func onlyHotlinesOfTheEntryAreDialled() async throws {
        let (model, _) = try await entry()
        guard case .entry(_, let result) = model.state else { throw Unexpected() }
        let call = try #require(result.dialableHotlines.first)
        var other = call
        other.number = "13800001111"
        model.call(other)
        model.call(call)
        #expect(testDevice.dialler.dialled == [call.number])
    }

    @Test func timelineStepsAreAddedChangedAndRemoved() async throws {
        let (model, core) = try await entry()
        let step = TimelineModel(
            entry: model.id, core: core, device: testDevice.device, lock: testDevice.logLock())
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
        #expect(stored.time == testDevice.clock.now())
        let change = TimelineModel(
            entry: model.id, step: stored, core: core, device: testDevice.device, lock: testDevice.logLock())
        change.what = "转给了一个姓李的"
        await change.save()
        await model.load()
        #expect(model.entry?.steps.map(\.what) == ["转给了一个姓李的"])
        await model.remove(stored)
        #expect(model.entry?.steps.isEmpty == true)
    }

    @Test func stepOfAMissingEntryIsAnError() async throws {
        let step = TimelineModel(
            entry: 99, core: try await testDevice.core(), device: testDevice.device,
            lock: testDevice.logLock())
        step.what = "加了微信"
        await step.save()
        guard case .failed(let failure) = step.state else { throw Unexpected() }
        #expect(failure.kind == .noSuchEntry)
    }

    @Test func emptyStepIsNotSaved() async throws {
        let step = TimelineModel(
            entry: 1, core: try await testDevice.core(), device: testDevice.device, lock: testDevice.logLock()
        )
        step.what = " \n"
        await step.save()
        #expect(step.state == .editing)
    }
}

@MainActor
struct OwnRulesTests {
    private let testDevice = TestDevice()

    @Test func ownRuleIsAddedAppliedAndRemoved() async throws {
        let core = try await testDevice.core()
        let model = OwnRulesModel(core: core, device: testDevice.device)
        #expect(model.state == .notRequested)
        model.subject = "https://shop.yanka-example.com/a"
        model.note = "邻居被骗过"
        model.opinion = .bad
        await model.add()
        #expect(model.state.value?.count == 1)
        #expect(model.subject.isEmpty && model.note.isEmpty)
        let check = CheckModel(core: core, device: testDevice.device)
        await check.check(.link("https://shop.yanka-example.com/a"))
        #expect(check.result?.report.verdict == .danger)
        await model.remove(try #require(model.state.value?.first))
        #expect(model.state == .loaded([]))
    }

    @Test func emptySubjectIsNotAdded() async throws {
        let model = OwnRulesModel(core: try await testDevice.core(), device: testDevice.device)
        model.subject = "  "
        await model.add()
        #expect(model.state == .notRequested)
    }

    @Test func ownRulesFailWithoutALog() async throws {
        let model = OwnRulesModel(core: try await testDevice.core(key: nil), device: testDevice.device)
        await model.load()
        #expect(model.state.failure?.kind == .journalUnavailable)
        model.subject = "yanka-example.com"
        await model.add()
        #expect(model.failure?.kind == .journalUnavailable)
        model.dismissFailure()
        #expect(model.failure == nil)
    }
}
