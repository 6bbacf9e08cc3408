import Foundation
import Testing

@testable import YankaKit

/// A checked picture or text leaves the disk. The files are real; the copies are written where iOS writes them.
@MainActor
struct LeftoverTests {
    private let phone = TestPhone()

    private var places: Folder { phone.places }
    private var inbox: Inbox? { Inbox(places: places, sealer: phone.box) }

    private func opened() async throws -> AppModel {
        let app = AppModel(device: phone.device, language: .zhHans)
        await app.open()
        return app
    }

    /// Copies that the picker, a drop and another app leave.
    private func copy(_ photo: Data) throws {
        try places.write(photo, to: "tmp/picked.jpeg")
        try places.write(photo, to: "tmp/org.yanka.app-Inbox/dropped.heic")
        try places.write(photo, to: "Documents/Inbox/sent.png")
    }

    private func left(of photo: Data) throws -> [String] { try places.holding(photo) }

    // MARK: leaving the answer

    enum Leaving: CaseIterable { case back, photo, emergency, numbers, anotherCheck, rules }

    @Test(arguments: Leaving.allCases)
    func thePictureLeavesWithTheAnswersScreen(_ leaving: Leaving) async throws {
        let app = try await opened()
        let photo = try Files.card("after-sales-wechat")
        try copy(photo)
        #expect(try left(of: photo).count == 3)
        await app.begin(.photo(photo))
        let check = try #require(app.check)
        #expect(check.answer?.picture == photo)
        try copy(photo)
        switch leaving {
        case .back: app.path.removeLast()
        case .photo: app.perform(.photo)
        case .emergency: app.perform(.emergency)
        case .numbers: app.perform(.numbers)
        case .anotherCheck: await app.begin(.text("明天下午三点开会"))
        case .rules: app.bring(rules: Data())
        }
        #expect(try left(of: photo) == [])
        #expect(app.check !== check)
        #expect(check.given == nil && check.state == .empty && check.trouble == nil)
    }

    @Test func aTextIsNowhereOnTheDiskInPlain() async throws {
        let app = try await opened()
        await app.begin(.text(refundCall))
        app.path = []
        #expect(app.check == nil)
        // The log has it, and is encrypted.
        #expect(try await app.core?.count(.all) == 1)
        #expect(try places.holding(Data("屏幕共享".utf8)) == [])
    }

    @Test func goingOnFromTheAnswerKeepsItForTheWayBack() async throws {
        let app = try await opened()
        await app.begin(.text(refundCall))
        app.path.append(.situation)
        app.path.append(.emergency)
        app.path.removeLast(2)
        #expect(app.check?.answer?.report.verdict == .danger)
    }

    @Test func aCheckThatIsLeftBeforeThePictureIsReducedIsNotLogged() async throws {
        var device = phone.device
        let reducer = SlowReducer()
        device.pictures = reducer
        let app = AppModel(device: device, language: .zhHans)
        await app.open()
        let photo = try Files.card("after-sales-wechat")
        let check = Task { await app.begin(.photo(photo)) }
        while !reducer.reached { await Task.yield() }
        let left = try #require(app.check)
        app.path = []
        reducer.goOn.signal()
        await check.value
        #expect(left.state == .empty && left.answer == nil)
        #expect(try await app.core?.count(.all) == 0)
    }

    // MARK: erasing the log, and keeping nothing

    @Test(arguments: [false, true])
    func erasingTheLogRemovesEveryCopy(_ evidenceToo: Bool) async throws {
        let app = try await opened()
        let photo = try Files.card("after-sales-wechat")
        try await fill(app, photo)
        let log = LogModel(core: try #require(app.core), device: phone.device, lock: phone.logLock())
        await log.erase(evidenceToo: evidenceToo)
        #expect(log.erased?.gone == 1)
        try expectNothing(of: photo)
        // Only the log is empty now; what is shared next is kept again.
        #expect(inbox?.leave(.text(refundCall)) == true)
    }

    @Test func keepingNothingRemovesEveryCopy() async throws {
        let app = try await opened()
        let photo = try Files.card("after-sales-wechat")
        try await fill(app, photo)
        let settings = app.settingsModel(core: try #require(app.core))
        await settings.choose(Keep.withoutPictures)
        #expect(inbox?.accepts == true)
        await settings.choose(Keep.nothing)
        #expect(settings.log.value?.keep == .nothing)
        try expectNothing(of: photo)
    }

    @Test func keepingNothingTheShareExtensionLeavesNothing() async throws {
        let app = try await opened()
        let settings = app.settingsModel(core: try #require(app.core))
        await settings.choose(Keep.nothing)
        let share = ShareModel(device: phone.device, language: .zhHans, inbox: inbox)
        await share.check(.photo(try Files.card("after-sales-wechat")))
        guard case .checking(let check) = share.state else { throw Unexpected() }
        #expect(check.answer?.report.verdict == .danger)
        #expect(!share.canKeep)
        share.keep()
        #expect(!share.left)
        #expect(try places.files(below: "inbox") == [])
        await settings.choose(Keep.all)
        #expect(share.canKeep)
        share.keep()
        #expect(share.left && inbox?.take() != nil)
    }

    @Test func aSealedEntryFromBeforeIsRemovedAndNotCheckedWhereNothingIsKept() async throws {
        let app = try await opened()
        try await app.core?.set(Keep.nothing)
        #expect(inbox?.leave(.text(refundCall)) == true)
        let next = try await opened()
        #expect(next.arrived == nil)
        #expect(try places.files(below: "inbox") == [])
        #expect(inbox?.accepts == false)
    }

    // MARK: the next start

    @Test func whatAProcessLeftBehindIsRemovedAtTheNextStart() async throws {
        let app = try await opened()
        let photo = try Files.card("after-sales-wechat")
        await app.begin(.photo(photo))
        // The process ends here, with the answer on the screen, an export made and an entry half written.
        try copy(photo)
        let entry = EntryModel(1, core: try #require(app.core), device: phone.device, lock: phone.logLock())
        await entry.load()
        _ = try #require(await entry.export(ownDetails: true, pictures: true))
        try places.write(Data([1, 2, 3]), to: "inbox/.dat.nosync0a1b.9zQ")
        _ = try await opened()
        #expect(try left(of: photo) == [])
        #expect(try places.files(below: "app/out") == [])
        #expect(try places.files(below: "inbox").filter { $0.hasPrefix(".dat") } == [])
    }

    @Test func aRuleFileThatStartsTheAppAndTheInboxKeyStay() async throws {
        try places.write(Data([1]), to: "tmp/org.yanka.app-Inbox/new.yankapack")
        try places.write(Data([2]), to: "Documents/Inbox/new.yankapack")
        try places.write(Data([3]), to: "inbox/\(Inbox.publicKey)")
        _ = try await opened()
        #expect(try places.files(below: "tmp") == ["org.yanka.app-Inbox/new.yankapack"])
        #expect(try places.files(below: "Documents/Inbox") == ["new.yankapack"])
        #expect(try places.files(below: "inbox").contains(Inbox.publicKey))
    }

    @Test func aDocumentsCopyIsRemovedAfterReadingAndThePersonsOwnFileStays() throws {
        let copies = [
            try places.write(Data([1]), to: "tmp/org.yanka.app-Inbox/new.yankapack"),
            try places.write(Data([1]), to: "Documents/Inbox/photo.png"),
        ]
        let own = try places.write(Data([1]), to: "Documents/photo.png")
        let near = try places.write(Data([1]), to: "tmp-of-mine/photo.png")
        for file in copies + [own, near] { Leftovers.removeCopy(file, in: places) }
        #expect(copies.allSatisfy { !FileManager.default.fileExists(atPath: $0.path) })
        #expect([own, near].allSatisfy { FileManager.default.fileExists(atPath: $0.path) })
    }

    // MARK: the share extension

    @Test func theShareExtensionRemovesItsCopiesAndLetsGo() async throws {
        Inbox.accept(true, in: places)
        let photo = try Files.card("after-sales-wechat")
        try copy(photo)
        let share = ShareModel(device: phone.device, language: .zhHans, inbox: inbox)
        await share.check(.photo(photo))
        #expect(try left(of: photo) == [])
        guard case .checking(let check) = share.state else { throw Unexpected() }
        share.keep()
        try copy(photo)
        share.finish()
        #expect(try left(of: photo) == [])
        #expect(check.given == nil && check.answer == nil)
        // What the person asked to keep waits for the app.
        #expect(inbox?.take() == .photo(photo))
    }

    @Test func beforeTheAppsFirstStartTheShareExtensionOffersNoKeeping() async throws {
        let share = ShareModel(device: phone.device, language: .zhHans, inbox: inbox)
        await share.check(.text(refundCall))
        #expect(!share.canKeep)
        share.keep()
        #expect(!share.left)
        #expect(try places.files(below: "inbox") == [])
    }

    // MARK: parts

    /// One entry in the log, its export, a sealed entry that waits, and copies of the picture.
    private func fill(_ app: AppModel, _ photo: Data) async throws {
        await app.begin(.photo(photo))
        app.path = []
        let core = try #require(app.core)
        let entry = EntryModel(1, core: core, device: phone.device, lock: phone.logLock())
        await entry.load()
        _ = try #require(await entry.export(ownDetails: false, pictures: true))
        #expect(inbox?.leave(.photo(photo)) == true)
        try copy(photo)
    }

    private func expectNothing(of photo: Data) throws {
        #expect(try left(of: photo) == [])
        #expect(try places.files(below: "app/out") == [])
        #expect(try places.files(below: "inbox").contains(Inbox.name) == false)
    }
}

/// A reducer that waits until the test lets it go on.
private final class SlowReducer: PictureReducer, @unchecked Sendable {
    private let lock = NSLock()
    private var began = false
    let goOn = DispatchSemaphore(value: 0)

    var reached: Bool { lock.withLock { began } }

    func photo(from data: Data, atMost pixels: Int) -> Photo? {
        lock.withLock { began = true }
        goOn.wait()
        return .encoded(bytes: data)
    }
    func shown(_ data: Data, side: Int) -> Data? { data }
}
