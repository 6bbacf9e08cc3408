import Foundation
import Testing

@testable import YankaKit

@MainActor
struct ShareTests {
    private let phone = TestPhone()

    init() { Inbox.accept(true, in: phone.places) }

    private var inbox: Inbox? { Inbox(places: phone.places, sealer: phone.box) }

    private func model() -> ShareModel {
        ShareModel(device: phone.device, language: .zhHans, inbox: inbox)
    }

    @Test func nothingShareableIsSaidSo() async {
        let share = model()
        #expect(share.state == .opening)
        await share.check(nil)
        #expect(share.state == .nothing)
        share.keep()
        #expect(!share.left && inbox?.take() == nil)
    }

    @Test func theAnswerIsShownWithoutAnyLog() async throws {
        let share = model()
        await share.check(.photo(try Files.card("after-sales-wechat")))
        guard case .checking(let check) = share.state else { throw Unexpected() }
        #expect(check.answer?.report.verdict == .danger)
        #expect(check.answer?.report.entry == nil)
        #expect(!FileManager.default.fileExists(atPath: phone.places.folder.path))
        // Nothing is left unless the person asks for it.
        #expect(inbox?.take() == nil)
    }

    @Test func whatIsLeftComesIntoTheLogOnce() async throws {
        let share = model()
        await share.check(.text(refundCall))
        #expect(share.canKeep)
        share.keep()
        #expect(share.left && !share.canKeep)
        let app = AppModel(device: phone.device, language: .zhHans)
        await app.open()
        #expect(app.arrived == 1 && inbox?.take() == nil)
        #expect(try await app.core?.entry(1).line.verdict == .danger)
        await app.takeIn()
        #expect(try await app.core?.count(.all) == 1)
    }

    @Test func theFileSaysNothingToOneWhoLooksIn() async throws {
        #expect(inbox?.leave(.text(refundCall)) == true)
        let file = try #require(phone.places.inbox).appendingPathComponent(Inbox.name)
        let bytes = try Data(contentsOf: file)
        #expect(bytes.range(of: Data("屏幕共享".utf8)) == nil)
    }

    @Test func aSealedFileThatWasAlteredIsThrownAway() async throws {
        #expect(inbox?.leave(.link("https://yanka-example.com")) == true)
        let file = try #require(phone.places.inbox).appendingPathComponent(Inbox.name)
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: file)
        #expect(inbox?.take() == nil)
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }

    @Test(arguments: [Given.photo(Data([1, 2, 3])), .text("文字"), .link("https://yanka-example.com/a")])
    func everythingThatCanBeSharedComesBackAsItWas(_ given: Given) {
        #expect(inbox?.leave(given) == true)
        #expect(inbox?.take() == given)
        #expect(inbox?.take() == nil)
    }

    @Test func aNewerEntryTakesThePlaceOfAnOlderOne() {
        #expect(inbox?.leave(.text("一")) == true)
        #expect(inbox?.leave(.text("二")) == true)
        #expect(inbox?.take() == .text("二"))
    }

    @Test func withoutALogWhatWasLeftWaits() async throws {
        #expect(inbox?.leave(.text(refundCall)) == true)
        phone.keys.broken = true
        let app = AppModel(device: phone.device, language: .zhHans)
        await app.open()
        #expect(app.arrived == nil)
        #expect(inbox?.take() == .text(refundCall))
    }
}
