import Foundation
import Testing

@testable import YankaKit

/// The log's lock with a real log: unlocking, switching it off, and what it protects.
@MainActor
struct LockTests {
    private let testDevice = TestDevice()
    private let step = TimelineStep(
        step: 0, time: Moment(unixMs: 1_795_579_200_000, offsetMinutes: 480), situation: .paid,
        what: "转给了一个姓李的", amount: "5000元", account: "", order: "", waybill: "")

    /// The app after a start, with one log entry.
    private func opened() async throws -> AppModel {
        let app = AppModel(device: testDevice.device, language: .zhHans)
        await app.open()
        let core = try #require(app.core)
        if try await core.logCount(.all) == 0 { _ = try await report(core, refundCall) }
        return app
    }

    private func log(_ app: AppModel) throws -> LogModel {
        LogModel(core: try #require(app.core), device: testDevice.device, lock: app.lock)
    }

    private func entry(_ app: AppModel) throws -> EntryModel {
        EntryModel(1, core: try #require(app.core), device: testDevice.device, lock: app.lock)
    }

    private func visible(_ screens: [Screen], by app: AppModel) -> [Screen] {
        screens.filter { app.canShow($0) }
    }

    // MARK: Unlocking

    @Test func unlockLastsUntilTheAppEntersTheBackground() async throws {
        let app = try await opened()
        #expect(app.lock.isLocked)
        testDevice.authenticator.succeeds = false
        await app.lock.unlock(reason: "")
        #expect(app.lock.isLocked)
        testDevice.authenticator.succeeds = true
        await app.lock.unlock(reason: "")
        await app.lock.unlock(reason: "")
        #expect(!app.lock.isLocked && testDevice.authenticator.requestCount == 2)
        app.didEnterBackground()
        #expect(app.lock.isLocked)
    }

    @Test func authenticationEndingInTheBackgroundDoesNotUnlock() async throws {
        let app = try await opened()
        testDevice.authenticator.duringRequest = { app.didEnterBackground() }
        await app.lock.unlock(reason: "")
        #expect(testDevice.authenticator.requestCount == 1 && app.lock.isLocked)
    }

    @Test func deviceWithoutPasscodeIsNeverLocked() async throws {
        testDevice.authenticator.isAvailable = false
        let app = try await opened()
        #expect(!app.lock.isLocked)
        await app.lock.unlock(reason: "")
        #expect(testDevice.authenticator.requestCount == 0)
    }

    // MARK: Switching off and on

    @Test(arguments: [false, true])
    func switchingOffRequiresTheOwner(_ unlocked: Bool) async throws {
        let app = try await opened()
        if unlocked { await app.lock.unlock(reason: "") }
        let before = testDevice.authenticator.requestCount
        let settings = app.settingsModel(core: try #require(app.core))
        testDevice.authenticator.succeeds = false
        await settings.setLockLog(false, reason: "")
        #expect(testDevice.authenticator.requestCount == before + 1)
        #expect(settings.settings.lockLog && app.settings.lockLog && app.lock.isEnabled)
        #expect(Settings.read(from: testDevice.directories).lockLog)
        // The lock stays on at the next start.
        #expect(try await opened().lock.isLocked)

        testDevice.authenticator.succeeds = true
        await settings.setLockLog(false, reason: "")
        #expect(testDevice.authenticator.requestCount == before + 2)
        #expect(!settings.settings.lockLog && !app.lock.isLocked)
        #expect(!Settings.read(from: testDevice.directories).lockLog)
        #expect(try await !opened().lock.isLocked)
    }

    @Test func authenticationEndingInTheBackgroundDoesNotSwitchOff() async throws {
        let app = try await opened()
        let settings = app.settingsModel(core: try #require(app.core))
        testDevice.authenticator.duringRequest = { app.didEnterBackground() }
        await settings.setLockLog(false, reason: "")
        #expect(testDevice.authenticator.requestCount == 1 && app.settings.lockLog && app.lock.isLocked)
    }

    @Test func switchingOnLocksAtOnceWithoutAuthentication() async throws {
        let app = try await opened()
        let settings = app.settingsModel(core: try #require(app.core))
        await settings.setLockLog(false, reason: "")
        await settings.setLockLog(true, reason: "")
        #expect(testDevice.authenticator.requestCount == 1)
        #expect(app.lock.isLocked && Settings.read(from: testDevice.directories).lockLog)
    }

    @Test func deviceWithoutPasscodeCannotChangeTheSetting() async throws {
        testDevice.authenticator.isAvailable = false
        let app = try await opened()
        let settings = app.settingsModel(core: try #require(app.core))
        #expect(!settings.canLock)
        await settings.setLockLog(false, reason: "")
        #expect(app.settings.lockLog && Settings.read(from: testDevice.directories).lockLog)
    }

    // MARK: Protection

    @Test func onlyScreensOfTheLogAreLocked() async throws {
        let app = try await opened()
        let locked: [Screen] = [.log, .entry(1), .timeline(entry: 1, step: step)]
        let open: [Screen] = [.result, .emergency, .numbers, .settings, .rules, .checklist]
        #expect(visible(locked, by: app) == [])
        #expect(visible(open, by: app) == open)
        await app.lock.unlock(reason: "")
        #expect(visible(locked, by: app) == locked)
    }

    @Test func restoredNavigationShowsNothingWhileLocked() async throws {
        let first = try await opened()
        _ = try await first.core?.logStep(step, in: 1)
        // The process ended with an entry open; the system restores the navigation stack.
        let app = AppModel(device: testDevice.device, language: .zhHans)
        app.path = [.log, .entry(1), .timeline(entry: 1, step: step)]
        await app.open()
        #expect(visible(app.path, by: app) == [])
        let (log, entry) = (try log(app), try entry(app))
        await log.load()
        await entry.load()
        #expect(log.state == .locked && log.count == 0 && log.labels.isEmpty)
        #expect(entry.state == .locked && entry.entry == nil && entry.note.isEmpty)
        testDevice.authenticator.succeeds = false
        await app.lock.unlock(reason: "")
        await log.load()
        await entry.load()
        #expect(log.state == .locked && entry.state == .locked)
        testDevice.authenticator.succeeds = true
        await app.lock.unlock(reason: "")
        await log.load()
        await entry.load()
        #expect(log.count == 1 && entry.entry?.steps.first?.amount == "5000元")
    }

    @Test func enteringTheBackgroundLocksLoadedContent() async throws {
        let app = try await opened()
        await app.lock.unlock(reason: "")
        let (log, entry) = (try log(app), try entry(app))
        await log.load()
        await entry.load()
        guard case .lines(let lines, _) = log.state else { throw Unexpected() }
        log.toggle(lines[0])
        #expect(entry.entry != nil)
        app.didEnterBackground()
        // Locked at once, before the screens react.
        #expect(log.state == .locked && entry.state == .locked && entry.entry == nil)
        log.clear()
        entry.clear()
        #expect(log.selected.isEmpty && log.labels.isEmpty && log.count == 0)
        await app.lock.unlock(reason: "")
        // Not in memory any more: loaded again.
        #expect(log.state == .loading && entry.state == .loading)
        await log.load()
        await entry.load()
        #expect(log.count == 1 && entry.entry != nil)
    }

    @Test func nothingChangesWhileLocked() async throws {
        let app = try await opened()
        let core = try #require(app.core)
        await app.lock.unlock(reason: "")
        let (log, entry) = (try log(app), try entry(app))
        await log.load()
        await entry.load()
        guard case .lines(let lines, _) = log.state else { throw Unexpected() }
        let timeline = TimelineModel(
            entry: 1, step: step, core: core, device: testDevice.device, lock: app.lock)
        #expect(timeline.canSave)
        app.didEnterBackground()
        await log.delete(lines[0])
        await log.erase(includingEvidence: true)
        log.toggle(lines[0])
        entry.note = "别人写的"
        await entry.saveNote()
        await entry.keepAsEvidence()
        await entry.delete()
        #expect(!timeline.canSave)
        await timeline.save()
        #expect(log.selected.isEmpty && log.erased == nil)
        let kept = try await core.logEntry(1)
        #expect(kept.line.note.isEmpty && !kept.line.evidence && kept.steps.isEmpty)
    }

    @Test func nothingIsExportedWhileLocked() async throws {
        let app = try await opened()
        await app.lock.unlock(reason: "")
        let (log, entry) = (try log(app), try entry(app))
        await log.load()
        await entry.load()
        guard case .lines(let lines, _) = log.state else { throw Unexpected() }
        log.toggle(lines[0])
        app.didEnterBackground()
        #expect(await log.export(ownDetails: true, pictures: true) == nil)
        #expect(await entry.export(ownDetails: true, pictures: true) == nil)
        #expect(try testDevice.directories.files(below: "app/out").isEmpty)
    }

    @Test func enteringTheBackgroundRemovesAnExport() async throws {
        let app = try await opened()
        await app.lock.unlock(reason: "")
        let entry = try entry(app)
        _ = try #require(await entry.export(ownDetails: true, pictures: true))
        #expect(try testDevice.directories.files(below: "app/out").count == 1)
        app.didEnterBackground()
        #expect(try testDevice.directories.files(below: "app/out").isEmpty)
    }

    @Test func exportEndingWhileLockedIsDropped() async throws {
        let app = try await opened()
        await app.lock.unlock(reason: "")
        let entry = try entry(app)
        await entry.load()
        let export = Task { await entry.export(ownDetails: true, pictures: true) }
        await Task.yield()
        app.didEnterBackground()
        #expect(await export.value == nil)
        #expect(try testDevice.directories.files(below: "app/out").isEmpty)
    }

    @Test func loadEndingWhileLockedIsDropped() async throws {
        let app = try await opened()
        await app.lock.unlock(reason: "")
        let (log, entry) = (try log(app), try entry(app))
        let reading = Task {
            await log.load()
            await entry.load()
        }
        await Task.yield()
        app.didEnterBackground()
        await reading.value
        #expect(log.count == 0)
        await app.lock.unlock(reason: "")
        #expect(log.state == .loading && entry.state == .loading)
    }

    @Test func unsavedNoteSurvivesLocking() async throws {
        let app = try await opened()
        await app.lock.unlock(reason: "")
        let entry = try entry(app)
        await entry.load()
        entry.note = "单号去微信里抄"
        app.didEnterBackground()
        entry.clear()
        await app.lock.unlock(reason: "")
        await entry.load()
        #expect(entry.note == "单号去微信里抄")
        #expect(entry.entry?.line.note.isEmpty == true)
    }
}
