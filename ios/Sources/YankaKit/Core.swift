import Foundation
@_exported import Yanka

/// Disambiguates the binding's `Progress` from Foundation's.
public typealias CheckProgress = Yanka.Progress

/// The only type that calls the binding. Decides nothing: runs every call on its own queue, never on the main
/// thread, and turns every error into a `UserFacingError`.
public final class Core: Sendable {
    public let language: Language
    /// Notices from opening, such as a damaged log that was set aside.
    public let notices: [Notice]
    /// Whether a log is open. Without one, everything but the log works.
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

    /// Opens the rule pack and, where a key is given, the log in `folder`. A `nil` folder stores and installs
    /// nothing; a `nil` key opens no log.
    public static func open(language: Language, folder: URL?, key: Data?) async throws -> Core {
        let queue = DispatchQueue(label: "yanka.core", qos: .userInitiated, attributes: .concurrent)
        let options = OpenOptions(language: language, folder: folder?.path, journalKey: key)
        let checker = try await run(on: queue, language) { try Checker.open(options: options) }
        return Core(checker: checker, language: language, hasLog: key != nil, queue: queue)
    }

    // MARK: Checks

    /// Checks a photo in one call, without printed words.
    public func check(photo: Photo, options: Options) async throws -> Report {
        try await call { try $0.checkPhoto(photo: photo, options: options, progress: nil, cancel: nil) }
    }

    /// Decodes a photo and searches it for codes, once for all calls that take the session.
    public func openPhoto(_ photo: Photo, progress: (any CheckProgress)?, cancel: Cancel?) async throws
        -> PhotoSession
    {
        try await call { try $0.openPhoto(photo: photo, progress: progress, cancel: cancel) }
    }

    /// The card without turn and perspective, for text recognition; `nil` where the photo is not a readable
    /// picture.
    public func straightCard(of session: PhotoSession) async throws -> StraightCard? {
        try await call { _ in session.straightCard() }
    }

    /// The report on an opened photo and on the printed lines that were recognized on its straight card.
    public func check(_ session: PhotoSession, words: [Word], options: Options) async throws -> Report {
        try await call { _ in try session.check(words: words, options: options) }
    }

    public func check(text: String, options: Options) async throws -> Report {
        try await call { try $0.checkText(text: text, options: options) }
    }

    public func check(link: String, options: Options) async throws -> Report {
        try await call { try $0.checkLink(link: link, options: options) }
    }

    public func check(answers yes: [String], options: Options) async throws -> Report {
        try await call { try $0.checkAnswers(yes: yes, options: options) }
    }

    // MARK: Advice, pages and official numbers

    public func advice(_ situations: [Situation], platform: String? = nil) async throws -> AdvicePage {
        try await call { [language] in
            try $0.advice(situations: situations, platform: platform, language: language)
        }
    }

    /// The answers to "where are you now?", in the core's order.
    public func situations() async throws -> [SituationChoice] {
        try await call { [language] in try $0.situations(language: language) }
    }

    public func pages() async throws -> [Page] {
        try await call { [language] in try $0.pages(language: language) }
    }

    public func page(_ id: String) async throws -> Page? {
        try await call { [language] in try $0.page(id: id, language: language) }
    }

    public func scripts() async throws -> [Script] {
        try await call { [language] in try $0.scripts(language: language) }
    }

    public func script(_ id: String, _ fillings: [Filling]) async throws -> Script? {
        try await call { [language] in try $0.script(id: id, fillings: fillings, language: language) }
    }

    public func questions() async throws -> [Question] {
        try await call { [language] in try $0.questions(language: language) }
    }

    public func checklist() async throws -> [ChecklistItem] {
        try await call { [language] in try $0.checklist(language: language) }
    }

    /// Official numbers that match `query`, best match first; all of them for an empty query.
    public func hotlines(_ query: String) async throws -> [Hotline] {
        try await call { [language] in try $0.hotlines(query: query, language: language) }
    }

    public func number(_ number: String) async throws -> NumberAnswer {
        try await call { [language] in try $0.number(number: number, language: language) }
    }

    // MARK: Rule pack

    public func pack() async throws -> PackInfo {
        try await call { [language] in $0.pack(language: language) }
    }

    public func installPack(_ bytes: Data) async throws -> PackInfo {
        try await call { [language] in try $0.installPack(bytes: bytes, language: language) }
    }

    // MARK: Texts and files for others

    public func warning(_ report: Report, _ kind: SubjectKind) async throws -> String {
        try await call { [language] in $0.warning(report: report, kind: kind, language: language) }
    }

    public func wrongAnswer(_ report: Report, _ kind: SubjectKind) async throws -> String {
        try await call { [language] in $0.wrongAnswer(report: report, kind: kind, language: language) }
    }

    public func logExport(_ entries: [Int64], _ options: EvidenceOptions) async throws -> Data {
        try await call { [language] in
            try $0.logExport(entries: entries, options: options, language: language)
        }
    }

    // MARK: Log

    public func logPage(_ filter: LogFilter, before: Int64?, limit: UInt32) async throws -> [LogLine] {
        try await call { try $0.logPage(filter: filter, before: before, limit: limit) }
    }

    public func logCount(_ filter: LogFilter) async throws -> UInt64 {
        try await call { try $0.logCount(filter: filter) }
    }

    public func logLabels() async throws -> [String] {
        try await call { try $0.logLabels() }
    }

    public func logEntry(_ entry: Int64) async throws -> LogEntry {
        try await call { try $0.logEntry(entry: entry) }
    }

    public func logDelete(_ entry: Int64) async throws {
        try await call { try $0.logDelete(entry: entry) }
    }

    public func logErase(includingEvidence: Bool) async throws -> Erased {
        try await call { try $0.logErase(evidence: includingEvidence) }
    }

    public func logNote(_ note: String, on entry: Int64) async throws {
        try await call { try $0.logNote(entry: entry, note: note) }
    }

    public func logLabel(_ label: String, on entry: Int64) async throws {
        try await call { try $0.logLabel(entry: entry, label: label) }
    }

    public func logKeepAsEvidence(_ entry: Int64, _ original: Original) async throws {
        try await call { try $0.logKeepAsEvidence(entry: entry, original: original) }
    }

    public func logRelease(_ entry: Int64) async throws {
        try await call { try $0.logRelease(entry: entry) }
    }

    /// Saves a timeline step; returns its id. A step with id 0 is new.
    public func logStep(_ step: TimelineStep, in entry: Int64) async throws -> Int64 {
        try await call { try $0.logStep(entry: entry, step: step) }
    }

    public func logStepRemove(_ step: Int64) async throws {
        try await call { try $0.logStepRemove(step: step) }
    }

    public func logKeep() async throws -> Keep {
        try await call { try $0.logKeep() }
    }

    public func logSetKeep(_ keep: Keep) async throws {
        try await call { try $0.logSetKeep(keep: keep) }
    }

    public func logRetention() async throws -> Retention {
        try await call { try $0.logRetention() }
    }

    /// Returns how many entries the new retention removed.
    public func logSetRetention(_ retention: Retention) async throws -> UInt64 {
        try await call { try $0.logSetRetention(retention: retention) }
    }

    // MARK: Own rules

    public func ownRules() async throws -> [OwnRule] {
        try await call { try $0.ownRules() }
    }

    /// Adds a rule; returns its id. `offsetMinutes` is the clock's offset from UTC.
    public func ownAdd(_ opinion: Opinion, of subject: String, note: String, offsetMinutes: Int32)
        async throws
        -> Int64
    {
        try await call {
            try $0.ownAdd(opinion: opinion, subject: subject, note: note, offsetMinutes: offsetMinutes)
        }
    }

    public func ownRemove(_ id: Int64) async throws {
        try await call { try $0.ownRemove(id: id) }
    }

    // MARK: Dispatch

    private func call<T: Sendable>(_ work: @escaping @Sendable (Checker) throws -> T) async throws -> T {
        try await Self.run(on: queue, language) { [checker] in try work(checker) }
    }

    private static func run<T: Sendable>(
        on queue: DispatchQueue, _ language: Language, _ work: @escaping @Sendable () throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                do {
                    continuation.resume(returning: try work())
                } catch {
                    continuation.resume(throwing: UserFacingError(error, language))
                }
            }
        }
    }
}
