import Testing

@testable import YankaKit

struct HighlightedTextTests {
    @Test func highlightsSplitTheText() {
        let highlighted = HighlightedText("请打开屏幕共享", highlights: [(Span(start: 3, end: 7), .danger)])
        #expect(highlighted.segments.map(\.text) == ["请打开", "屏幕共享"])
        #expect(highlighted.segments.map(\.severity) == [nil, .danger])
    }

    @Test func spansAreInUtf16CodeUnits() {
        let highlighted = HighlightedText("💰退款💰", highlights: [(Span(start: 2, end: 4), .caution)])
        #expect(highlighted.highlighted == ["退款"])
    }

    @Test func spanInsideAGraphemeClusterCoversAllOfIt() {
        let highlighted = HighlightedText("a👨‍👩‍👧b", highlights: [(Span(start: 3, end: 5), .info)])
        #expect(highlighted.highlighted == ["👨‍👩‍👧"])
        #expect(highlighted.text == "a👨‍👩‍👧b")
    }

    @Test func spansOutsideTheTextAreClamped() {
        let spans = [Span(start: 2, end: 900), Span(start: 800, end: 900), Span(start: 2, end: 1)]
        let highlighted = HighlightedText("退款", highlights: spans.map { ($0, .danger) }, domains: spans)
        #expect(highlighted.text == "退款")
        #expect(HighlightedText("", highlights: [(Span(start: 0, end: 5), .danger)]).segments.isEmpty)
    }

    @Test func highestSeverityWins() {
        let highlighted = HighlightedText(
            "加微信退款", highlights: [(Span(start: 0, end: 5), .info), (Span(start: 1, end: 3), .danger)])
        #expect(highlighted.segments.map(\.severity) == [.info, .danger, .info])
    }

    @Test func domainMayBeHighlightedToo() {
        let text = "https://jd.com.refund-yanka.example/a"
        let highlighted = HighlightedText(
            text, highlights: [(Span(start: 0, end: 37), .danger)], domains: [Span(start: 15, end: 35)])
        #expect(highlighted.domains == ["refund-yanka.example"])
        #expect(highlighted.text == text)
    }
}
