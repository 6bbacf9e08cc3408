import Foundation
@_exported import Yanka

/// Foundation has a `Progress` as well.
public typealias CheckProgress = Yanka.Progress

/// The one place that touches the binding. Decides nothing: every call goes to the core on a queue of
/// its own, never on the main thread, and every error comes back as a sentence for the person.
public final class Core: Sendable {
    public let language: Language
    /// What was noticed while opening, such as a damaged log that was set aside.
    public let notices: [Notice]
    /// Whether a log is open; without one everything but the log works.
    public let hasLog: Bool

    private let checker: Checker
    private let queue: DispatchQueue

    private init(checker: Checker, language: Language, hasLog: Bool, queue: DispatchQueue) {
        self.checker = checker
        self.language = language
        self.hasLog = hasLog
        self.queue = queue
        notices = checker.notices()
    }

    /// Opens the rules in `folder`, and the log there where a key is given.
    public static func open(language: Language, folder: URL?, key: Data?) async throws -> Core {
        let queue = DispatchQueue(label: "yanka.core", qos: .userInitiated, attributes: .concurrent)
        let options = OpenOptions(language: language, folder: folder?.path, journalKey: key)
        let checker = try await run(on: queue, language) { try Checker.open(options: options) }
        return Core(checker: checker, language: language, hasLog: key != nil, queue: queue)
    }

    // MARK: checks

    /// Checks a photo in one call, without printed words.
    public func checkPhoto(_ photo: Photo, options: Options) async throws -> Report {
        try await ask { try $0.checkPhoto(photo: photo, options: options, progress: nil, cancel: nil) }
    }

    /// Decodes a photo and searches it for codes, once for all calls that take the session.
    public func openPhoto(_ photo: Photo, progress: (any CheckProgress)?, cancel: Cancel?) async throws
        -> PhotoSession
    {
        try await ask { try $0.openPhoto(photo: photo, progress: progress, cancel: cancel) }
    }

    /// The card without turn and perspective, for text recognition; `nil` where the photo is no readable picture.
    public func straightCard(of session: PhotoSession) async throws -> StraightCard? {
        try await ask { _ in session.straightCard() }
    }

    /// The report on an opened photo and on the printed lines that were recognized on its straight card.
    public func check(_ session: PhotoSession, words: [Word], options: Options) async throws -> Report {
        try await ask { _ in try session.check(words: words, options: options) }
    }

    public func check(text: String, options: Options) async throws -> Report {
        try await ask { try $0.checkText(text: text, options: options) }
    }

    public func check(link: String, options: Options) async throws -> Report {
        try await ask { try $0.checkLink(link: link, options: options) }
    }

    public func check(answers yes: [String], options: Options) async throws -> Report {
        try await ask { try $0.checkAnswers(yes: yes, options: options) }
    }

    // MARK: advice, pages and numbers

    public func advice(_ situations: [Situation], platform: String? = nil) async throws -> AdvicePage {
        try await ask { [language] in
            try $0.advice(situations: situations, platform: platform, language: language)
        }
    }

    /// The answers to "where are you now?", in the core's order.
    public func situations() async throws -> [SituationChoice] {
        try await ask { [language] in try $0.situations(language: language) }
    }

    public func pages() async throws -> [Page] {
        try await ask { [language] in try $0.pages(language: language) }
    }

    public func page(_ id: String) async throws -> Page? {
        try await ask { [language] in try $0.page(id: id, language: language) }
    }

    public func scripts() async throws -> [Script] {
        try await ask { [language] in try $0.scripts(language: language) }
    }

    public func script(_ id: String, _ fillings: [Filling]) async throws -> Script? {
        try await ask { [language] in try $0.script(id: id, fillings: fillings, language: language) }
    }

    public func questions() async throws -> [Question] {
        try await ask { [language] in try $0.questions(language: language) }
    }

    public func checklist() async throws -> [ChecklistItem] {
        try await ask { [language] in try $0.checklist(language: language) }
    }

    public func hotlines(_ query: String) async throws -> [Hotline] {
        try await ask { [language] in try $0.hotlines(query: query, language: language) }
    }

    public func number(_ number: String) async throws -> NumberAnswer {
        try await ask { [language] in try $0.number(number: number, language: language) }
    }

    // MARK: rules

    public func pack() async throws -> PackInfo {
        try await ask { [language] in $0.pack(language: language) }
    }

    public func install(pack bytes: Data) async throws -> PackInfo {
        try await ask { [language] in try $0.installPack(bytes: bytes, language: language) }
    }

    // MARK: what a person hands out

    public func warning(_ report: Report, _ kind: SubjectKind) async throws -> String {
        try await ask { [language] in $0.warning(report: report, kind: kind, language: language) }
    }

    public func wrongAnswer(_ report: Report, _ kind: SubjectKind) async throws -> String {
        try await ask { [language] in $0.wrongAnswer(report: report, kind: kind, language: language) }
    }

    public func evidence(of entries: [Int64], _ options: EvidenceOptions) async throws -> Data {
        try await ask { [language] in
            try $0.logExport(entries: entries, options: options, language: language)
        }
    }

    // MARK: the log

    public func lines(_ filter: LogFilter, before: Int64?, limit: UInt32) async throws -> [LogLine] {
        try await ask { try $0.logPage(filter: filter, before: before, limit: limit) }
    }

    public func count(_ filter: LogFilter) async throws -> UInt64 {
        try await ask { try $0.logCount(filter: filter) }
    }

    public func labels() async throws -> [String] {
        try await ask { try $0.logLabels() }
    }

    public func entry(_ entry: Int64) async throws -> LogEntry {
        try await ask { try $0.logEntry(entry: entry) }
    }

    public func delete(_ entry: Int64) async throws {
        try await ask { try $0.logDelete(entry: entry) }
    }

    public func erase(evidenceToo: Bool) async throws -> Erased {
        try await ask { try $0.logErase(evidence: evidenceToo) }
    }

    public func note(_ note: String, on entry: Int64) async throws {
        try await ask { try $0.logNote(entry: entry, note: note) }
    }

    public func label(_ label: String, on entry: Int64) async throws {
        try await ask { try $0.logLabel(entry: entry, label: label) }
    }

    public func keepAsEvidence(_ entry: Int64, _ original: Original) async throws {
        try await ask { try $0.logKeepAsEvidence(entry: entry, original: original) }
    }

    public func release(_ entry: Int64) async throws {
        try await ask { try $0.logRelease(entry: entry) }
    }

    public func put(_ step: TimelineStep, in entry: Int64) async throws -> Int64 {
        try await ask { try $0.logStep(entry: entry, step: step) }
    }

    public func remove(step: Int64) async throws {
        try await ask { try $0.logStepRemove(step: step) }
    }

    public func keep() async throws -> Keep {
        try await ask { try $0.logKeep() }
    }

    public func set(_ keep: Keep) async throws {
        try await ask { try $0.logSetKeep(keep: keep) }
    }

    public func retention() async throws -> Retention {
        try await ask { try $0.logRetention() }
    }

    public func set(_ retention: Retention) async throws -> UInt64 {
        try await ask { try $0.logSetRetention(retention: retention) }
    }

    // MARK: the person's own rules

    public func ownRules() async throws -> [OwnRule] {
        try await ask { try $0.ownRules() }
    }

    public func add(_ opinion: Opinion, of subject: String, note: String, offset: Int32) async throws -> Int64
    {
        try await ask {
            try $0.ownAdd(opinion: opinion, subject: subject, note: note, offsetMinutes: offset)
        }
    }

    public func remove(ownRule id: Int64) async throws {
        try await ask { try $0.ownRemove(id: id) }
    }

    // MARK: the way there and back

    private func ask<T: Sendable>(_ work: @escaping @Sendable (Checker) throws -> T) async throws -> T {
        try await Self.run(on: queue, language) { [checker] in try work(checker) }
    }

    private static func run<T: Sendable>(
        on queue: DispatchQueue, _ language: Language, _ work: @escaping @Sendable () throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { done in
            queue.async {
                do {
                    done.resume(returning: try work())
                } catch {
                    done.resume(throwing: Trouble(error, language))
                }
            }
        }
    }
}

/// What went wrong around a check, as the sentence that the core has for it.
public struct Trouble: Error, Equatable, Sendable {
    /// `nil` for a fault that the core has no case for.
    public let kind: ErrorKind?
    /// Empty where `kind` is `nil`: the screen then has words of its own.
    public let sentence: String

    public init(_ kind: ErrorKind, _ language: Language) {
        self.kind = kind
        sentence = errorSentence(error: kind, language: language)
    }

    /// A fault that the core has no case for.
    init() {
        kind = nil
        sentence = ""
    }

    init(_ error: any Error, _ language: Language) {
        if let trouble = error as? Trouble {
            self = trouble
        } else if let kind = (error as? ApiError).map(ErrorKind.init) {
            self.init(kind, language)
        } else {
            self.init()
        }
    }
}

extension ErrorKind {
    init(_ error: ApiError) {
        switch error {
        case .PackUnusable: self = .packUnusable
        case .PackOlder: self = .packOlder
        case .JournalKeyWrong: self = .journalKeyWrong
        case .JournalNewer: self = .journalNewer
        case .JournalUnavailable: self = .journalUnavailable
        case .DiskFull: self = .diskFull
        case .NoFolder: self = .noFolder
        case .NoSuchEntry: self = .noSuchEntry
        case .Cancelled: self = .cancelled
        }
    }
}
