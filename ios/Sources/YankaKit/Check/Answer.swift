import Foundation

/// A report, laid out for a screen. Adds nothing to it: order, words and verdicts are the core's.
public struct Answer: Equatable, Sendable {
    /// Whether the untouched subject is kept.
    public enum Evidence: Equatable, Sendable {
        /// Nothing of this check is in the log, so there is nothing to keep.
        case unavailable
        case no
        case kept
    }

    /// One subject of the check with the reasons that speak of it.
    public struct Part: Equatable, Sendable, Identifiable {
        public let id: Subject
        /// The number drawn on the picture, from 1; `nil` for the picture or the text as a whole.
        public let number: Int?
        public let verdict: Verdict?
        /// What a code would do; empty for the rest.
        public let does: String
        /// What was read, with the words marked; `nil` where nothing could be read.
        public let passage: Passage?
        public let reasons: [Finding]
        /// What each link in it is.
        public let links: [Link]
    }

    public let report: Report
    public let kind: SubjectKind
    /// The upright picture, small enough to be shown; `nil` for a text.
    public let picture: Data?
    public let parts: [Part]
    /// A short text for the family; nothing personal is in it.
    public let warning: String
    public var evidence: Evidence
    /// True while the printed words of the card are still being read.
    public var reading: Bool

    public init(_ report: Report, _ kind: SubjectKind, picture: Data?, warning: String, reading: Bool = false)
    {
        self.report = report
        self.kind = kind
        self.picture = picture
        self.warning = warning
        self.reading = reading
        evidence = report.entry == nil ? .unavailable : .no
        parts = Self.parts(of: report)
    }

    /// What is read aloud: the verdict first, then why, then what to do.
    public var spoken: String {
        let reasons = report.findings.filter { $0.severity != .info }.prefix(3).map(\.why)
        return ([report.headline] + reasons + report.advice.prefix(4).map(\.step)).joined(separator: "\n")
    }

    /// The numbers to call, those that can be dialled first; the order is otherwise the core's.
    public var calls: [Hotline] { report.hotlines.filter { !$0.number.isEmpty } }

    /// Whether lines that a machine read took part; then it has to be said.
    public var readByMachine: Bool { !report.words.isEmpty }

    private static func parts(of report: Report) -> [Part] {
        let codes = report.codes.enumerated().map { place, code in
            part(.code(index: UInt32(place)), place + 1, code.verdict, code.does, code.text, report)
        }
        let words = report.words.enumerated().map { place, word in
            part(.word(index: UInt32(place)), nil, nil, "", word.text, report)
        }
        let text = report.text.map { [part(.text, nil, nil, "", $0, report)] } ?? []
        let whole = part(.photo, nil, nil, "", nil, report)
        return codes + text + words + (whole.reasons.isEmpty ? [] : [whole])
    }

    private static func part(
        _ subject: Subject, _ number: Int?, _ verdict: Verdict?, _ does: String, _ text: String?,
        _ report: Report
    ) -> Part {
        let reasons = report.findings.filter { $0.subject == subject }
        let links = report.links.filter { $0.subject == subject }
        let passage = text.map { text in
            Passage(
                text, marks: reasons.compactMap { reason in reason.span.map { ($0, reason.severity) } },
                domains: links.compactMap(\.registrable))
        }
        return Part(
            id: subject, number: number, verdict: verdict, does: does, passage: passage, reasons: reasons,
            links: links)
    }
}
