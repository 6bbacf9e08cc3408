import Foundation

/// A report arranged for display. Adds no content: order, sentences and verdicts are the core's.
public struct CheckResult: Equatable, Sendable {
    /// Whether the log keeps the original subject.
    public enum EvidenceState: Equatable, Sendable {
        /// The check is not in the log.
        case unavailable
        case notKept
        case kept
    }

    /// One subject of the check with its findings.
    public struct SubjectResult: Equatable, Sendable, Identifiable {
        public let id: Subject
        /// The number drawn on the picture, from 1; `nil` for a subject that is not a code.
        public let codeNumber: Int?
        /// `nil` for a subject that is not a code.
        public let verdict: Verdict?
        /// What a code would do; empty for a subject that is not a code.
        public let does: String
        /// What was read, with findings highlighted; `nil` where nothing could be read.
        public let text: HighlightedText?
        public let findings: [Finding]
        public let links: [Link]
    }

    public let report: Report
    public let kind: SubjectKind
    /// The upright picture in display size; `nil` where the subject is not a photo.
    public let picture: Data?
    public let subjects: [SubjectResult]
    /// A short text to send to the family, without personal data.
    public let familyWarning: String
    public var evidence: EvidenceState
    /// True while text recognition runs; a second report follows.
    public var isRecognizingText: Bool

    public init(
        _ report: Report, _ kind: SubjectKind, picture: Data?, familyWarning: String,
        isRecognizingText: Bool = false
    ) {
        self.report = report
        self.kind = kind
        self.picture = picture
        self.familyWarning = familyWarning
        self.isRecognizingText = isRecognizingText
        evidence = report.entry == nil ? .unavailable : .notKept
        subjects = Self.subjects(of: report)
    }

    /// The text to read aloud: the headline, up to three findings, up to four steps.
    public var spokenText: String {
        let reasons = report.findings.filter { $0.severity != .info }.prefix(3).map(\.why)
        return ([report.headline] + reasons + report.advice.prefix(4).map(\.step)).joined(separator: "\n")
    }

    /// Hotlines with a number, in the core's order.
    public var dialableHotlines: [Hotline] { report.hotlines.filter { !$0.number.isEmpty } }

    /// Whether recognized text was checked. The screen must then say so.
    public var usesRecognizedText: Bool { !report.words.isEmpty }

    private static func subjects(of report: Report) -> [SubjectResult] {
        let codes = report.codes.enumerated().map { index, code in
            subject(.code(index: UInt32(index)), index + 1, code.verdict, code.does, code.text, report)
        }
        let words = report.words.enumerated().map { index, word in
            subject(.word(index: UInt32(index)), nil, nil, "", word.text, report)
        }
        let text = report.text.map { [subject(.text, nil, nil, "", $0, report)] } ?? []
        let photo = subject(.photo, nil, nil, "", nil, report)
        return codes + text + words + (photo.findings.isEmpty ? [] : [photo])
    }

    private static func subject(
        _ id: Subject, _ codeNumber: Int?, _ verdict: Verdict?, _ does: String, _ text: String?,
        _ report: Report
    ) -> SubjectResult {
        let findings = report.findings.filter { $0.subject == id }
        let links = report.links.filter { $0.subject == id }
        let text = text.map { text in
            HighlightedText(
                text,
                highlights: findings.flatMap { finding in finding.spans.map { ($0, finding.severity) } },
                domains: links.compactMap(\.registrable))
        }
        return SubjectResult(
            id: id, codeNumber: codeNumber, verdict: verdict, does: does, text: text, findings: findings,
            links: links)
    }
}
