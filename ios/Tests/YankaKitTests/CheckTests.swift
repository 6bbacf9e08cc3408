import Foundation
import Testing

@testable import YankaKit

@MainActor
struct CheckTests {
    private let phone = TestPhone()

    private func model(_ language: Language = .zhHans, key: Data? = TestPhone.key) async throws -> CheckModel {
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
}
