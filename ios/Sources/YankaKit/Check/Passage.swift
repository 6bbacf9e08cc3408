import Foundation

/// A text cut where something in it is marked, to be laid out piece by piece. Knows no rule: the places
/// are the core's, counted in UTF-16 units of the original.
public struct Passage: Equatable, Sendable {
    public struct Piece: Equatable, Sendable {
        public let text: String
        /// The gravest reason that marks it; `nil` for plain text.
        public let mark: Severity?
        /// Whether it is the part of an address that says whose it is.
        public let domain: Bool
    }

    public let pieces: [Piece]

    public var text: String { pieces.map(\.text).joined() }
    /// The marked words alone, in order.
    public var marked: [String] { pieces.filter { $0.mark != nil }.map(\.text) }
    public var domains: [String] { pieces.filter(\.domain).map(\.text) }

    /// Cuts `text`. A place outside of the text, or inside of a character, is moved to where one can cut.
    public init(_ text: String, marks: [(Span, Severity)] = [], domains: [Span] = []) {
        let marks = marks.map { (Self.range($0, in: text), $1) }
        let domains = domains.map { Self.range($0, in: text) }
        let cuts = Set(
            (marks.map(\.0) + domains).flatMap { [$0.lowerBound, $0.upperBound] } + [
                text.startIndex, text.endIndex,
            ]
        ).sorted()
        pieces = zip(cuts, cuts.dropFirst()).map { start, end in
            let inside = { (range: Range<String.Index>) in
                range.lowerBound <= start && end <= range.upperBound
            }
            return Piece(
                text: String(text[start..<end]),
                mark: marks.filter { inside($0.0) }.map(\.1).max { $0.weight < $1.weight },
                domain: domains.contains(where: inside))
        }
    }

    private static func range(_ span: Span, in text: String) -> Range<String.Index> {
        let units = text.utf16
        let place = { (offset: UInt32) in
            units.index(units.startIndex, offsetBy: Int(offset), limitedBy: units.endIndex) ?? units.endIndex
        }
        let start = place(span.start)
        let end = max(start, place(span.end))
        // Whole characters only: a mark through the middle of one cannot be drawn.
        let from =
            start == text.endIndex ? start : text.rangeOfComposedCharacterSequence(at: start).lowerBound
        let to = end == text.endIndex || end <= from ? end : up(end, in: text)
        return from..<max(from, to)
    }

    private static func up(_ index: String.Index, in text: String) -> String.Index {
        let character = text.rangeOfComposedCharacterSequence(at: index)
        return character.lowerBound == index ? index : character.upperBound
    }
}

extension Severity {
    /// The order in which marks cover each other.
    var weight: Int {
        switch self {
        case .info: 0
        case .caution: 1
        case .danger: 2
        }
    }
}
