import Foundation
import Testing

@testable import YankaKit

/// The lock of the log over a real log: who opens it, who switches it off, and what it keeps closed.
@MainActor
struct LockTests {
    private let phone = TestPhone()
    private let step = TimelineStep(
        step: 0, time: Moment(unixMs: 1_795_579_200_000, offsetMinutes: 480), situation: .paid,
        what: "转给了一个姓李的", amount: "5000元", account: "", order: "", waybill: "")

    /// The app after a start; its log holds one entry.
    private func opened() async throws -> AppModel {
        let app = AppModel(device: phone.device, language: .zhHans)
        await app.open()
        let core = try #require(app.core)
        if try await core.count(.all) == 0 { _ = try await report(core, refundCall) }
        return app
    }

    private func log(_ app: AppModel) throws -> LogModel {
        LogModel(core: try #require(app.core), device: phone.device, lock: app.lock)
    }

    private func entry(_ app: AppModel) throws -> EntryModel {
        EntryModel(1, core: try #require(app.core), device: phone.device, lock: app.lock)
    }

    private func shown(_ screens: [Screen], by app: AppModel) -> [Screen] { screens.filter { app.shows($0) } }

    // MARK: opening it

    @Test func theOwnerIsAskedOnceUntilTheAppIsInTheBackground() async throws {
        let app = try await opened()
        #expect(app.lock.isLocked)
        phone.lock.opens = false
        await app.lock.unlock(because: "")
        #expect(app.lock.isLocked)
        phone.lock.opens = true
        await app.lock.unlock(because: "")
        await app.lock.unlock(because: "")
        #expect(!app.lock.isLocked && phone.lock.asked == 2)
        app.wentToBackground()
        #expect(app.lock.isLocked)
    }

    @Test func anAnswerThatComesAfterTheAppWentToTheBackgroundOpensNothing() async throws {
        let app = try await opened()
        phone.lock.meanwhile = { app.wentToBackground() }
        await app.lock.unlock(because: "")
        #expect(phone.lock.asked == 1 && app.lock.isLocked)
    }

    @Test func aPhoneWithoutAScreenLockIsNotAsked() async throws {
        phone.lock.available = false
        let app = try await opened()
        #expect(!app.lock.isLocked)
        await app.lock.unlock(because: "")
        #expect(phone.lock.asked == 0)
    }

    // MARK: switching it off and on

    @Test(arguments: [false, true])
    func onlyTheOwnerSwitchesItOff(_ unlocked: Bool) async throws {
        let app = try await opened()
        if unlocked { await app.lock.unlock(because: "") }
        let before = phone.lock.asked
        let settings = app.settingsModel(core: try #require(app.core))
        phone.lock.opens = false
        await settings.set(lockLog: false, because: "")
        #expect(phone.lock.asked == before + 1)
        #expect(settings.settings.lockLog && app.settings.lockLog && app.lock.isWanted)
        #expect(Settings.read(from: phone.places).lockLog)
        // Refused, it is on at the next start as well.
        #expect(try await opened().lock.isLocked)

        phone.lock.opens = true
        await settings.set(lockLog: false, because: "")
        #expect(phone.lock.asked == before + 2)
        #expect(!settings.settings.lockLog && !app.lock.isLocked)
        #expect(!Settings.read(from: phone.places).lockLog)
        #expect(try await !opened().lock.isLocked)
    }

    @Test func anOwnerWhoConfirmsAfterTheAppWentToTheBackgroundSwitchesNothingOff() async throws {
        let app = try await opened()
        let settings = app.settingsModel(core: try #require(app.core))
        phone.lock.meanwhile = { app.wentToBackground() }
        await settings.set(lockLog: false, because: "")
        #expect(phone.lock.asked == 1 && app.settings.lockLog && app.lock.isLocked)
    }

    @Test func switchingItOnAsksNobodyAndLocksAtOnce() async throws {
        let app = try await opened()
        let settings = app.settingsModel(core: try #require(app.core))
        await settings.set(lockLog: false, because: "")
        await settings.set(lockLog: true, because: "")
        #expect(phone.lock.asked == 1)
        #expect(app.lock.isLocked && Settings.read(from: phone.places).lockLog)
    }

    @Test func onAPhoneWithoutAScreenLockTheSettingStaysAsItIs() async throws {
        phone.lock.available = false
        let app = try await opened()
        let settings = app.settingsModel(core: try #require(app.core))
        #expect(!settings.canLock)
        await settings.set(lockLog: false, because: "")
        #expect(app.settings.lockLog && Settings.read(from: phone.places).lockLog)
    }

    // MARK: what it keeps closed

    @Test func everyScreenOfTheLogIsBehindIt() async throws {
        let app = try await opened()
        let closed: [Screen] = [.log, .entry(1), .timeline(entry: 1, step: step)]
        let open: [Screen] = [.result, .emergency, .numbers, .settings, .rules, .checklist]
        #expect(shown(closed, by: app) == [])
        #expect(shown(open, by: app) == open)
        await app.lock.unlock(because: "")
        #expect(shown(closed, by: app) == closed)
    }

    @Test func navigationRestoredAtAStartShowsNothingUntilTheOwnerUnlocks() async throws {
        let first = try await opened()
        _ = try await first.core?.put(step, in: 1)
        // The process ended with an entry and its export open; the system brings the screens back.
        let app = AppModel(device: phone.device, language: .zhHans)
        app.path = [.log, .entry(1), .timeline(entry: 1, step: step)]
        await app.open()
        #expect(shown(app.path, by: app) == [])
        let (log, entry) = (try log(app), try entry(app))
        await log.load()
        await entry.load()
        #expect(log.state == .locked && log.count == 0 && log.labels.isEmpty)
        #expect(entry.state == .locked && entry.entry == nil && entry.note.isEmpty)
        phone.lock.opens = false
        await app.lock.unlock(because: "")
        await log.load()
        await entry.load()
        #expect(log.state == .locked && entry.state == .locked)
        phone.lock.opens = true
        await app.lock.unlock(because: "")
        await log.load()
        await entry.load()
        #expect(log.count == 1 && entry.entry?.steps.first?.amount == "5000元")
    }

    @Test func theBackgroundClosesWhatWasOpen() async throws {
        let app = try await opened()
        await app.lock.unlock(because: "")
        let (log, entry) = (try log(app), try entry(app))
        await log.load()
        await entry.load()
        guard case .lines(let lines, _) = log.state else { throw Unexpected() }
        log.toggle(lines[0])
        #expect(entry.entry != nil)
        app.wentToBackground()
        // At once, whatever the screens do.
        #expect(log.state == .locked && entry.state == .locked && entry.entry == nil)
        log.close()
        entry.close()
        #expect(log.selected.isEmpty && log.labels.isEmpty && log.count == 0)
        await app.lock.unlock(because: "")
        // Read again, for nothing stayed in memory.
        #expect(log.state == .working && entry.state == .working)
        await log.load()
        await entry.load()
        #expect(log.count == 1 && entry.entry != nil)
    }

    @Test func lockedNothingIsChanged() async throws {
        let app = try await opened()
        let core = try #require(app.core)
        await app.lock.unlock(because: "")
        let (log, entry) = (try log(app), try entry(app))
        await log.load()
        await entry.load()
        guard case .lines(let lines, _) = log.state else { throw Unexpected() }
        let timeline = TimelineModel(entry: 1, step: step, core: core, device: phone.device, lock: app.lock)
        #expect(timeline.canSave)
        app.wentToBackground()
        await log.delete(lines[0])
        await log.erase(evidenceToo: true)
        log.toggle(lines[0])
        entry.note = "别人写的"
        await entry.saveNote()
        await entry.keepAsEvidence()
        await entry.delete()
        #expect(!timeline.canSave)
        await timeline.save()
        #expect(log.selected.isEmpty && log.erased == nil)
        let kept = try await core.entry(1)
        #expect(kept.line.note.isEmpty && !kept.line.evidence && kept.steps.isEmpty)
    }

    @Test func lockedNothingIsExported() async throws {
        let app = try await opened()
        await app.lock.unlock(because: "")
        let (log, entry) = (try log(app), try entry(app))
        await log.load()
        await entry.load()
        guard case .lines(let lines, _) = log.state else { throw Unexpected() }
        log.toggle(lines[0])
        app.wentToBackground()
        #expect(await log.export(ownDetails: true, pictures: true) == nil)
        #expect(await entry.export(ownDetails: true, pictures: true) == nil)
        #expect(try phone.places.files(below: "app/out").isEmpty)
    }

    @Test func anExportThatLiesReadyIsRemovedInTheBackground() async throws {
        let app = try await opened()
        await app.lock.unlock(because: "")
        let entry = try entry(app)
        _ = try #require(await entry.export(ownDetails: true, pictures: true))
        #expect(try phone.places.files(below: "app/out").count == 1)
        app.wentToBackground()
        #expect(try phone.places.files(below: "app/out").isEmpty)
    }

    @Test func anExportThatEndsAfterTheLockIsRemoved() async throws {
        let app = try await opened()
        await app.lock.unlock(because: "")
        let entry = try entry(app)
        await entry.load()
        let export = Task { await entry.export(ownDetails: true, pictures: true) }
        await Task.yield()
        app.wentToBackground()
        #expect(await export.value == nil)
        #expect(try phone.places.files(below: "app/out").isEmpty)
    }

    @Test func aListThatIsReadAfterTheLockIsDropped() async throws {
        let app = try await opened()
        await app.lock.unlock(because: "")
        let (log, entry) = (try log(app), try entry(app))
        let reading = Task {
            await log.load()
            await entry.load()
        }
        await Task.yield()
        app.wentToBackground()
        await reading.value
        #expect(log.count == 0)
        await app.lock.unlock(because: "")
        #expect(log.state == .working && entry.state == .working)
    }

    @Test func aNoteThatWasNotSavedIsThereAfterUnlocking() async throws {
        let app = try await opened()
        await app.lock.unlock(because: "")
        let entry = try entry(app)
        await entry.load()
        entry.note = "单号去微信里抄"
        app.wentToBackground()
        entry.close()
        await app.lock.unlock(because: "")
        await entry.load()
        #expect(entry.note == "单号去微信里抄")
        #expect(entry.entry?.line.note.isEmpty == true)
    }
}
