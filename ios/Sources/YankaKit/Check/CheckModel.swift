import Foundation
import Observation

/// What can be checked.
public enum Given: Equatable, Sendable {
    case photo(Data)
    case text(String)
    case link(String)
    /// Ids of the checklist lines that were answered with "yes".
    case answers([String])

    public var kind: SubjectKind {
        switch self {
        case .photo, .answers: .photo
        case .text: .text
        case .link: .link
        }
    }

    /// Where it came from unless the person says otherwise: a card lies in a parcel, a text was sent.
    var origin: Origin {
        switch self {
        case .photo, .answers: .parcel
        case .text, .link: .message
        }
    }
}

/// The result screen: runs one check and shows its answer. A newer check takes the place of one that
/// still runs.
@MainActor @Observable
public final class CheckModel {
    public enum State: Equatable, Sendable {
        case empty
        /// The share of the work that is done, 0 to 1.
        case working(Double)
        case result(Answer)
        case failed(Trouble)
    }

    public private(set) var state: State = .empty
    public private(set) var given: Given?
    public private(set) var origin: Origin = .unknown
    /// The code that the person picked on the picture, by its place.
    public var picked: Int?
    /// The sentence of the last thing that did not work while the answer stays.
    public private(set) var trouble: Trouble?

    private let core: Core
    private let device: Device
    private let situations: [Situation]
    private let pixels: Int
    private var run = 0
    private var flag: Cancel?

    /// The greatest picture that is handed to the core by the app; the share extension takes less.
    public nonisolated static let appPixels = 12_000_000

    public init(core: Core, device: Device, situations: [Situation] = [], pixels: Int = appPixels) {
        self.core = core
        self.device = device
        self.situations = situations
        self.pixels = pixels
    }

    public var answer: Answer? {
        if case .result(let answer) = state { answer } else { nil }
    }

    /// Whether there is a check that can be stopped.
    public var canStop: Bool {
        if case .working = state { flag != nil } else { false }
    }

    /// Checks what was given; `origin` where the person said where it came from.
    public func check(_ given: Given, origin: Origin? = nil) async {
        stop()
        run += 1
        let mine = run
        self.given = given
        self.origin = origin ?? given.origin
        picked = nil
        trouble = nil
        state = .working(0)
        do {
            switch given {
            case .photo(let data): try await photo(data, mine)
            case .text(let text):
                try await show(kept(mine) { try await self.core.check(text: text, options: $0) }, mine)
            case .link(let link):
                try await show(kept(mine) { try await self.core.check(link: link, options: $0) }, mine)
            case .answers(let yes):
                try await show(kept(mine) { try await self.core.check(answers: yes, options: $0) }, mine)
            }
        } catch {
            guard mine == run else { return }
            let trouble = Trouble(of: error)
            if var first = answer {
                // The codes have their answer already: it stays, whatever became of the printed words.
                first.reading = false
                state = .result(first)
                if trouble.kind != .cancelled { self.trouble = trouble }
            } else {
                state = trouble.kind == .cancelled ? .empty : .failed(trouble)
            }
        }
    }

    /// The same again, after the person said where it came from.
    public func again(from origin: Origin) async {
        guard let given else { return }
        await check(given, origin: origin)
    }

    /// Stops a check that runs; the screen goes back to where it was.
    public func stop() {
        flag?.cancel()
        flag = nil
    }

    /// The answer's screen was left: stops, and lets go of what was checked.
    public func leave() {
        stop()
        run += 1
        given = nil
        picked = nil
        trouble = nil
        state = .empty
    }

    /// Keeps the untouched photo or text until the person releases it.
    public func keepAsEvidence() async {
        guard var answer, let entry = answer.report.entry, let given else { return }
        await attempt {
            let original =
                switch given {
                case .photo(let data): Original(text: nil, photo: data)
                case .text(let text), .link(let text): Original(text: text, photo: nil)
                case .answers: Original(text: nil, photo: nil)
                }
            try await core.keepAsEvidence(entry, original)
            answer.evidence = .kept
            state = .result(answer)
        }
    }

    /// What to send to whoever keeps the rules when this answer is wrong.
    public func wrongAnswer() async -> String? {
        guard let answer else { return nil }
        return await attempt { try await core.wrongAnswer(answer.report, answer.kind) }
    }

    /// Hands an official number of this answer to the phone app, and no other.
    public func call(_ hotline: Hotline) {
        guard let answer, answer.calls.contains(hotline) else { return }
        device.dialler.dial(hotline.number)
    }

    public func readAloud() {
        guard let answer else { return }
        device.speaker.speaking ? device.speaker.stop() : device.speaker.say(answer.spoken, in: core.language)
    }

    public func dismissTrouble() { trouble = nil }

    // MARK: a photo

    private func photo(_ data: Data, _ mine: Int) async throws {
        let pictures = device.pictures
        let pixels = pixels
        let (photo, shown) = await Task.detached {
            // What is no picture goes to the core as it is: it describes that too.
            (
                pictures.photo(from: data, atMost: pixels) ?? .encoded(bytes: data),
                pictures.shown(data, side: 2048)
            )
        }.value
        // Left or replaced meanwhile, when there was no flag yet that `stop` could raise.
        guard mine == run else { return }
        let flag = Cancel()
        self.flag = flag
        let progress = Steps { [weak self] share in
            Task { @MainActor in self?.worked(share, mine) }
        }
        let session = try await core.openPhoto(photo, progress: progress, cancel: flag)
        // The answer from the codes does not wait for text recognition.
        let first = try await core.check(session, words: [], options: options(keep: false))
        try await show(first, mine, picture: shown, reading: true)
        let words = await lines(on: session)
        // The session's check takes no flag: whatever was stopped meanwhile must not reach the log.
        guard flag === self.flag else { throw Trouble(.cancelled, core.language) }
        let whole = try await kept(mine) { try await self.core.check(session, words: words, options: $0) }
        try await show(whole, mine, picture: shown)
    }

    /// The printed lines on the straight card; empty where recognition fails.
    private func lines(on session: PhotoSession) async -> [Word] {
        guard let card = try? await core.straightCard(of: session),
            let lines = try? await device.reader.lines(on: card.bytes)
        else { return [] }
        return lines.map { Word(text: $0.text, corners: $0.corners, straight: true) }
    }

    private func worked(_ share: Double, _ mine: Int) {
        if mine == run, case .working(let before) = state { state = .working(max(before, share)) }
    }

    // MARK: an answer

    /// Checks and keeps it in the log; where the log fails, the answer comes without being kept, and the
    /// person is told why.
    private func kept(_ mine: Int, _ check: @MainActor (Options) async throws -> Report) async throws
        -> Report
    {
        do {
            return try await check(options(keep: true))
        } catch {
            let trouble = Trouble(of: error)
            guard mine == run, core.hasLog, trouble.kind != .cancelled else { throw error }
            let report = try await check(options(keep: false))
            if mine == run { self.trouble = trouble }
            return report
        }
    }

    private func options(keep: Bool) -> Options {
        Options(
            origin: origin, language: core.language, situations: situations, keep: keep && core.hasLog,
            offsetMinutes: device.clock.now().offsetMinutes)
    }

    private func show(_ report: Report, _ mine: Int, picture: Data? = nil, reading: Bool = false) async throws
    {
        let kind = given?.kind ?? .text
        let warning = try await core.warning(report, kind)
        guard mine == run else { return }
        state = .result(Answer(report, kind, picture: picture, warning: warning, reading: reading))
    }

    @discardableResult
    private func attempt<T: Sendable>(_ work: @MainActor () async throws -> T) async -> T? {
        trouble = nil
        do {
            return try await work()
        } catch {
            trouble = Trouble(of: error)
            return nil
        }
    }
}

/// Carries the core's steps to the screen; they come from another thread.
private final class Steps: CheckProgress {
    private let share: @Sendable (Double) -> Void

    init(share: @escaping @Sendable (Double) -> Void) { self.share = share }

    func step(done: UInt32, of: UInt32) { share(of == 0 ? 0 : Double(done) / Double(of)) }
}
