import Foundation
import Testing

@testable import YankaKit

@MainActor
struct ShareTests {
    private let testDevice = TestDevice()

    init() { ShareInbox.setAccepting(true, in: testDevice.directories) }

    private var inbox: ShareInbox? {
        ShareInbox(directories: testDevice.directories, sealer: testDevice.sealer)
    }

    private func model() -> ShareModel {
        ShareModel(device: testDevice.device, language: .zhHans, inbox: inbox)
    }

    @Test func sharingNothingIsReported() async {
        let share = model()
        #expect(share.state == .opening)
        await share.check(nil)
        #expect(share.state == .nothing)
        share.storeForApp()
        #expect(!share.isStored && inbox?.takeItem() == nil)
    }

    @Test func resultIsShownWithoutALog() async throws {
        let share = model()
        await share.check(.photo(try Files.card("after-sales-wechat")))
        guard case .checking(let check) = share.state else { throw Unexpected() }
        #expect(check.result?.report.verdict == .danger)
        #expect(check.result?.report.entry == nil)
        #expect(!FileManager.default.fileExists(atPath: testDevice.directories.appData.path))
        // Nothing is stored unless the person asks for it.
        #expect(inbox?.takeItem() == nil)
    }

    @Test func storedItemIsImportedOnce() async throws {
        let share = model()
        await share.check(.text(refundCall))
        #expect(share.canStore)
        share.storeForApp()
        #expect(share.isStored && !share.canStore)
        let app = AppModel(device: testDevice.device, language: .zhHans)
        await app.open()
        #expect(app.importedEntry == 1 && inbox?.takeItem() == nil)
        #expect(try await app.core?.logEntry(1).line.verdict == .danger)
        await app.importSharedItem()
        #expect(try await app.core?.logCount(.all) == 1)
    }

    @Test func storedFileIsSealed() async throws {
        #expect(inbox?.store(.text(refundCall)) == true)
        let file = try #require(testDevice.directories.shareInbox).appendingPathComponent(ShareInbox.fileName)
        let bytes = try Data(contentsOf: file)
        #expect(bytes.range(of: Data("屏幕共享".utf8)) == nil)
    }

    @Test func alteredFileIsRemoved() async throws {
        #expect(inbox?.store(.link("https://yanka-example.com")) == true)
        let file = try #require(testDevice.directories.shareInbox).appendingPathComponent(ShareInbox.fileName)
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: file)
        #expect(inbox?.takeItem() == nil)
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }

    @Test(arguments: [CheckInput.photo(Data([1, 2, 3])), .text("文字"), .link("https://yanka-example.com/a")])
    func storedItemRoundTrips(_ input: CheckInput) {
        #expect(inbox?.store(input) == true)
        #expect(inbox?.takeItem() == input)
        #expect(inbox?.takeItem() == nil)
    }

    @Test func newerItemReplacesAnOlderOne() {
        #expect(inbox?.store(.text("一")) == true)
        #expect(inbox?.store(.text("二")) == true)
        #expect(inbox?.takeItem() == .text("二"))
    }

    @Test func itemWaitsWhileThereIsNoLog() async throws {
        #expect(inbox?.store(.text(refundCall)) == true)
        testDevice.keys.fails = true
        let app = AppModel(device: testDevice.device, language: .zhHans)
        await app.open()
        #expect(app.importedEntry == nil)
        #expect(inbox?.takeItem() == .text(refundCall))
    }
}
