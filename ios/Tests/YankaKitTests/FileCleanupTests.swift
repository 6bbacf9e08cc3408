import Foundation
import Testing

@testable import YankaKit

/// Removal of unencrypted copies. The files are real; the test writes copies where iOS writes them.
@MainActor
struct FileCleanupTests {
    private let testDevice = TestDevice()

    private var directories: TestDirectories { testDevice.directories }
    private var inbox: ShareInbox? { ShareInbox(directories: directories, sealer: testDevice.sealer) }

    private func opened() async throws -> AppModel {
        let app = AppModel(device: testDevice.device, language: .zhHans)
        await app.open()
        return app
    }

    /// Writes the copies that iOS makes for the picker, a drop and another app.
    private func writeCopies(of photo: Data) throws {
        try directories.write(photo, to: "tmp/picked.jpeg")
        try directories.write(photo, to: "tmp/org.yanka.app-Inbox/dropped.heic")
        try directories.write(photo, to: "Documents/Inbox/sent.png")
    }

    private func copies(of photo: Data) throws -> [String] { try directories.files(containing: photo) }

    // MARK: Exit the result screen

    enum Exit: CaseIterable { case back, photo, emergency, numbers, anotherCheck, rules }

    @Test(arguments: Exit.allCases)
    func leavingTheResultScreenRemovesThePicture(_ exit: Exit) async throws {
        let app = try await opened()
        let photo = try Files.card("after-sales-wechat")
        try writeCopies(of: photo)
        #expect(try copies(of: photo).count == 3)
        await app.startCheck(.photo(photo))
        let check = try #require(app.check)
        #expect(check.result?.picture == photo)
        try writeCopies(of: photo)
        switch exit {
        case .back: app.path.removeLast()
        case .photo: app.perform(.photo)
        case .emergency: app.perform(.emergency)
        case .numbers: app.perform(.numbers)
        case .anotherCheck: await app.startCheck(.text("明天下午三点开会"))
        case .rules: app.openRulePack(Data())
        }
        #expect(try copies(of: photo) == [])
        #expect(app.check !== check)
        #expect(check.input == nil && check.state == .empty && check.failure == nil)
    }

    @Test func textIsNeverOnTheDiskUnencrypted() async throws {
        let app = try await opened()
        await app.startCheck(.text(refundCall))
        app.path = []
        #expect(app.check == nil)
        // The log contains it, encrypted.
        #expect(try await app.core?.logCount(.all) == 1)
        #expect(try directories.files(containing: Data("屏幕共享".utf8)) == [])
    }

    @Test func navigatingDeeperKeepsTheResult() async throws {
        let app = try await opened()
        await app.startCheck(.text(refundCall))
        app.path.append(.situation)
        app.path.append(.emergency)
        app.path.removeLast(2)
        #expect(app.check?.result?.report.verdict == .danger)
    }

    @Test func checkDiscardedDuringDownsamplingIsNotLogged() async throws {
        var device = testDevice.device
        let downsampler = BlockingDownsampler()
        device.downsampler = downsampler
        let app = AppModel(device: device, language: .zhHans)
        await app.open()
        let photo = try Files.card("after-sales-wechat")
        let check = Task { await app.startCheck(.photo(photo)) }
        while !downsampler.hasStarted { await Task.yield() }
        let discarded = try #require(app.check)
        app.path = []
        downsampler.resume.signal()
        await check.value
        #expect(discarded.state == .empty && discarded.result == nil)
        #expect(try await app.core?.logCount(.all) == 0)
    }

    // MARK: Erasing the log, keeping nothing

    @Test(arguments: [false, true])
    func erasingTheLogRemovesAllCopies(_ includingEvidence: Bool) async throws {
        let app = try await opened()
        let photo = try Files.card("after-sales-wechat")
        try await createFiles(app, photo)
        let log = LogModel(
            core: try #require(app.core), device: testDevice.device, lock: testDevice.logLock())
        await log.erase(includingEvidence: includingEvidence)
        #expect(log.erased?.gone == 1)
        try expectNoCopies(of: photo)
        // The log still accepts shared items.
        #expect(inbox?.store(.text(refundCall)) == true)
    }

    @Test func keepingNothingRemovesAllCopies() async throws {
        let app = try await opened()
        let photo = try Files.card("after-sales-wechat")
        try await createFiles(app, photo)
        let settings = app.settingsModel(core: try #require(app.core))
        await settings.setKeep(Keep.withoutPictures)
        #expect(inbox?.isAccepting == true)
        await settings.setKeep(Keep.nothing)
        #expect(settings.log.value?.keep == .nothing)
        try expectNoCopies(of: photo)
    }

    @Test func keepingNothingDisablesTheShareInbox() async throws {
        let app = try await opened()
        let settings = app.settingsModel(core: try #require(app.core))
        await settings.setKeep(Keep.nothing)
        let share = ShareModel(device: testDevice.device, language: .zhHans, inbox: inbox)
        await share.check(.photo(try Files.card("after-sales-wechat")))
        guard case .checking(let check) = share.state else { throw Unexpected() }
        #expect(check.result?.report.verdict == .danger)
        #expect(!share.canStore)
        share.storeForApp()
        #expect(!share.isStored)
        #expect(try directories.files(below: "inbox") == [])
        await settings.setKeep(Keep.all)
        #expect(share.canStore)
        share.storeForApp()
        #expect(share.isStored && inbox?.takeItem() != nil)
    }

    @Test func keepingNothingRemovesAnEarlierItemUnread() async throws {
        let app = try await opened()
        try await app.core?.logSetKeep(Keep.nothing)
        #expect(inbox?.store(.text(refundCall)) == true)
        let next = try await opened()
        #expect(next.importedEntry == nil)
        #expect(try directories.files(below: "inbox") == [])
        #expect(inbox?.isAccepting == false)
    }

    // MARK: Next start

    @Test func nextStartRemovesFilesOfAnEndedProcess() async throws {
        let app = try await opened()
        let photo = try Files.card("after-sales-wechat")
        await app.startCheck(.photo(photo))
        // The process ends here: with a result on the screen, an export and a partially written item.
        try writeCopies(of: photo)
        let entry = EntryModel(
            1, core: try #require(app.core), device: testDevice.device, lock: testDevice.logLock())
        await entry.load()
        _ = try #require(await entry.export(ownDetails: true, pictures: true))
        try directories.write(Data([1, 2, 3]), to: "inbox/.dat.nosync0a1b.9zQ")
        _ = try await opened()
        #expect(try copies(of: photo) == [])
        #expect(try directories.files(below: "app/out") == [])
        #expect(try directories.files(below: "inbox").filter { $0.hasPrefix(".dat") } == [])
    }

    @Test func rulePacksAndTheInboxKeySurviveAStart() async throws {
        try directories.write(Data([1]), to: "tmp/org.yanka.app-Inbox/new.yankapack")
        try directories.write(Data([2]), to: "Documents/Inbox/new.yankapack")
        try directories.write(Data([3]), to: "inbox/\(ShareInbox.publicKeyFile)")
        _ = try await opened()
        #expect(try directories.files(below: "tmp") == ["org.yanka.app-Inbox/new.yankapack"])
        #expect(try directories.files(below: "Documents/Inbox") == ["new.yankapack"])
        #expect(try directories.files(below: "inbox").contains(ShareInbox.publicKeyFile))
    }

    @Test func onlySystemCopiesOfDocumentsAreRemoved() throws {
        let copies = [
            try directories.write(Data([1]), to: "tmp/org.yanka.app-Inbox/new.yankapack"),
            try directories.write(Data([1]), to: "Documents/Inbox/photo.png"),
        ]
        let own = try directories.write(Data([1]), to: "Documents/photo.png")
        let similar = try directories.write(Data([1]), to: "tmp-of-mine/photo.png")
        for file in copies + [own, similar] { FileCleanup.removeSystemCopy(file, in: directories) }
        #expect(copies.allSatisfy { !FileManager.default.fileExists(atPath: $0.path) })
        #expect([own, similar].allSatisfy { FileManager.default.fileExists(atPath: $0.path) })
    }

    // MARK: Share extension

    @Test func shareExtensionRemovesCopiesAndDiscardsTheCheck() async throws {
        ShareInbox.setAccepting(true, in: directories)
        let photo = try Files.card("after-sales-wechat")
        try writeCopies(of: photo)
        let share = ShareModel(device: testDevice.device, language: .zhHans, inbox: inbox)
        await share.check(.photo(photo))
        #expect(try copies(of: photo) == [])
        guard case .checking(let check) = share.state else { throw Unexpected() }
        share.storeForApp()
        try writeCopies(of: photo)
        share.finish()
        #expect(try copies(of: photo) == [])
        #expect(check.input == nil && check.result == nil)
        // The stored item waits for the app.
        #expect(inbox?.takeItem() == .photo(photo))
    }

    @Test func shareExtensionStoresNothingBeforeTheFirstStart() async throws {
        let share = ShareModel(device: testDevice.device, language: .zhHans, inbox: inbox)
        await share.check(.text(refundCall))
        #expect(!share.canStore)
        share.storeForApp()
        #expect(!share.isStored)
        #expect(try directories.files(below: "inbox") == [])
    }

    // MARK: Helpers

    /// Creates a log entry, its export, a stored item, and copies of the picture.
    private func createFiles(_ app: AppModel, _ photo: Data) async throws {
        await app.startCheck(.photo(photo))
        app.path = []
        let core = try #require(app.core)
        let entry = EntryModel(1, core: core, device: testDevice.device, lock: testDevice.logLock())
        await entry.load()
        _ = try #require(await entry.export(ownDetails: false, pictures: true))
        #expect(inbox?.store(.photo(photo)) == true)
        try writeCopies(of: photo)
    }

    private func expectNoCopies(of photo: Data) throws {
        #expect(try copies(of: photo) == [])
        #expect(try directories.files(below: "app/out") == [])
        #expect(try directories.files(below: "inbox").contains(ShareInbox.fileName) == false)
    }
}

/// Downsamples after the test signals it.
private final class BlockingDownsampler: ImageDownsampler, @unchecked Sendable {
    private let lock = NSLock()
    private var started = false
    let resume = DispatchSemaphore(value: 0)

    var hasStarted: Bool { lock.withLock { started } }

    func photo(from data: Data, maxPixels: Int) -> Photo? {
        lock.withLock { started = true }
        resume.wait()
        return .encoded(bytes: data)
    }
    func preview(of data: Data, maxSide: Int) -> Data? { data }
}
