import Foundation

/// Splits a text into segments at the spans to highlight. Knows no rules: the spans are the core's, in UTF-16
/// code units of the original text.
public struct HighlightedText: Equatable, Sendable {
    public struct Segment: Equatable, Sendable {
        public let text: String
        /// The highest severity of the highlights that cover it; `nil` for plain text.
        public let severity: Severity?
        /// Whether it belongs to the registrable domain of a link.
        public let isDomain: Bool
    }

    public let segments: [Segment]

    public var text: String { segments.map(\.text).joined() }
    /// The highlighted segments, in order.
    public var highlighted: [String] { segments.filter { $0.severity != nil }.map(\.text) }
    public var domains: [String] { segments.filter(\.isDomain).map(\.text) }

    /// A span outside the text is clamped; one that cuts a grapheme cluster is extended to the whole cluster.
    public init(_ text: String, highlights: [(Span, Severity)] = [], domains: [Span] = []) {
        let highlights = highlights.map { (Self.range($0, in: text), $1) }
        let domains = domains.map { Self.range($0, in: text) }
        let boundaries = Set(
            (highlights.map(\.0) + domains).flatMap { [$0.lowerBound, $0.upperBound] } + [
                text.startIndex, text.endIndex,
            ]
        ).sorted()
        segments = zip(boundaries, boundaries.dropFirst()).map { start, end in
            let covers = { (range: Range<String.Index>) in
                range.lowerBound <= start && end <= range.upperBound
            }
            return Segment(
                text: String(text[start..<end]),
                severity: highlights.filter { covers($0.0) }.map(\.1).max { $0.rank < $1.rank },
                isDomain: domains.contains(where: covers))
        }
    }

    private static func range(_ span: Span, in text: String) -> Range<String.Index> {
        let units = text.utf16
        let index = { (offset: UInt32) in
            units.index(units.startIndex, offsetBy: Int(offset), limitedBy: units.endIndex) ?? units.endIndex
        }
        let start = index(span.start)
        let end = max(start, index(span.end))
        // A segment that ends inside a grapheme cluster cannot be drawn.
        let lower =
            start == text.endIndex ? start : text.rangeOfComposedCharacterSequence(at: start).lowerBound
        let upper = end == text.endIndex || end <= lower ? end : roundUp(end, in: text)
        return lower..<max(lower, upper)
    }

    /// The first grapheme cluster boundary at or after `index`.
    private static func roundUp(_ index: String.Index, in text: String) -> String.Index {
        let cluster = text.rangeOfComposedCharacterSequence(at: index)
        return cluster.lowerBound == index ? index : cluster.upperBound
    }
}

extension Severity {
    /// Orders overlapping highlights: the higher rank is drawn.
    var rank: Int {
        switch self {
        case .info: 0
        case .caution: 1
        case .danger: 2
        }
    }
}
