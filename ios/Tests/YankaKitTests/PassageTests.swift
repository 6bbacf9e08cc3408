import Testing

@testable import YankaKit

struct PassageTests {
    @Test func marksAreCutOutAtTheirPlaces() {
        let passage = Passage("请打开屏幕共享", marks: [(Span(start: 3, end: 7), .danger)])
        #expect(passage.pieces.map(\.text) == ["请打开", "屏幕共享"])
        #expect(passage.pieces.map(\.mark) == [nil, .danger])
    }

    @Test func placesCountUnitsOfSixteenBits() {
        let passage = Passage("💰退款💰", marks: [(Span(start: 2, end: 4), .caution)])
        #expect(passage.marked == ["退款"])
    }

    @Test func aPlaceInsideACharacterTakesTheWholeOfIt() {
        let passage = Passage("a👨‍👩‍👧b", marks: [(Span(start: 3, end: 5), .info)])
        #expect(passage.marked == ["👨‍👩‍👧"])
        #expect(passage.text == "a👨‍👩‍👧b")
    }

    @Test func placesOutsideOfTheTextHarmNothing() {
        let spans = [Span(start: 2, end: 900), Span(start: 800, end: 900), Span(start: 2, end: 1)]
        let passage = Passage("退款", marks: spans.map { ($0, .danger) }, domains: spans)
        #expect(passage.text == "退款")
        #expect(Passage("", marks: [(Span(start: 0, end: 5), .danger)]).pieces.isEmpty)
    }

    @Test func theGravestOfTwoMarksIsShown() {
        let passage = Passage(
            "加微信退款", marks: [(Span(start: 0, end: 5), .info), (Span(start: 1, end: 3), .danger)])
        #expect(passage.pieces.map(\.mark) == [.info, .danger, .info])
    }

    @Test func theDomainIsApartAndCanBeMarkedAsWell() {
        let text = "https://jd.com.refund-yanka.example/a"
        let passage = Passage(
            text, marks: [(Span(start: 0, end: 37), .danger)], domains: [Span(start: 15, end: 35)])
        #expect(passage.domains == ["refund-yanka.example"])
        #expect(passage.text == text)
    }
}
