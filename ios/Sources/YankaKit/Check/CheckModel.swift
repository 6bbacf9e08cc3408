import Foundation
import Observation

/// The result screen: runs one check and shows its result. A newer check replaces one that still runs.
@MainActor @Observable
public final class CheckModel {
    public enum State: Equatable, Sendable {
        case empty
        /// The completed fraction, 0 to 1.
        case checking(Double)
        case result(CheckResult)
        case failed(UserFacingError)
    }

    public private(set) var state: State = .empty
    public private(set) var input: CheckInput?
    public private(set) var origin: Origin = .unknown
    /// The index of the code that the person selected on the picture.
    public var selectedCode: Int?
    /// The last error while a result is shown.
    public private(set) var failure: UserFacingError?

    private let core: Core
    private let device: Device
    private let situations: [Situation]
    private let maxPixels: Int
    /// Increases with each check and discard: work of an older generation must not change the state.
    private var generation = 0
    private var cancel: Cancel?

    /// Pixel limit of the app; the share extension has less memory and a lower limit. Empirical; no
    /// measurement recorded.
    public nonisolated static let appMaxPixels = 12_000_000
    /// The longer side of the displayed picture, in pixels. Empirical; no measurement recorded.
    private nonisolated static let previewSide = 2048

    public init(core: Core, device: Device, situations: [Situation] = [], maxPixels: Int = appMaxPixels) {
        self.core = core
        self.device = device
        self.situations = situations
        self.maxPixels = maxPixels
    }

    public var result: CheckResult? {
        if case .result(let result) = state { result } else { nil }
    }

    public var canCancel: Bool {
        if case .checking = state { cancel != nil } else { false }
    }

    /// Checks `input`; `origin` where the person named one.
    public func check(_ input: CheckInput, origin: Origin? = nil) async {
        stop()
        generation += 1
        let current = generation
        self.input = input
        self.origin = origin ?? input.defaultOrigin
        selectedCode = nil
        failure = nil
        state = .checking(0)
        do {
            switch input {
            case .photo(let data): try await checkPhoto(data, current)
            case .text(let text):
                try await show(
                    checkAndLog(current) { try await self.core.check(text: text, options: $0) }, current)
            case .link(let link):
                try await show(
                    checkAndLog(current) { try await self.core.check(link: link, options: $0) }, current)
            case .answers(let yes):
                try await show(
                    checkAndLog(current) { try await self.core.check(answers: yes, options: $0) }, current)
            }
        } catch {
            guard current == generation else { return }
            let failure = UserFacingError(of: error)
            if var first = result {
                // The report on the codes stays, even where text recognition or the second report failed.
                first.isRecognizingText = false
                state = .result(first)
                if failure.kind != .cancelled { self.failure = failure }
            } else {
                state = failure.kind == .cancelled ? .empty : .failed(failure)
            }
        }
    }

    /// Checks the same input again with the origin that the person selected.
    public func recheck(origin: Origin) async {
        guard let input else { return }
        await check(input, origin: origin)
    }

    /// Cancels a running check. A report that is already shown stays.
    public func stop() {
        cancel?.cancel()
        cancel = nil
    }

    /// Cancels a running check and releases input and result. Called when the result screen is left.
    public func discard() {
        stop()
        generation += 1
        input = nil
        selectedCode = nil
        failure = nil
        state = .empty
    }

    /// Keeps the original photo or text in the log until the person releases it.
    public func keepAsEvidence() async {
        guard var result, let entry = result.report.entry, let input else { return }
        await attempt {
            try await core.logKeepAsEvidence(entry, input.original)
            result.evidence = .kept
            state = .result(result)
        }
    }

    /// A text for the maintainers of the rules that says that this report is wrong, without the subject.
    public func wrongAnswer() async -> String? {
        guard let result else { return nil }
        return await attempt { try await core.wrongAnswer(result.report, result.kind) }
    }

    /// Dials an official number of this result. Ignores any other number.
    public func call(_ hotline: Hotline) {
        guard let result, result.dialableHotlines.contains(hotline) else { return }
        device.dialler.dial(hotline.number)
    }

    public func readAloud() {
        guard let result else { return }
        device.speech.toggle(result.spokenText, in: core.language)
    }

    public func dismissFailure() { failure = nil }

    // MARK: Photo

    private func checkPhoto(_ data: Data, _ current: Int) async throws {
        let downsampler = device.downsampler
        let maxPixels = maxPixels
        let (photo, preview) = await Task.detached {
            // The core describes bytes that are not a picture.
            (
                downsampler.photo(from: data, maxPixels: maxPixels) ?? .encoded(bytes: data),
                downsampler.preview(of: data, maxSide: Self.previewSide)
            )
        }.value
        // Discarded or replaced while there was no `cancel` yet for `stop` to raise.
        guard current == generation else { return }
        let cancel = Cancel()
        self.cancel = cancel
        let progress = ProgressForwarder { [weak self] fraction in
            Task { @MainActor in self?.updateProgress(fraction, current) }
        }
        let session = try await core.openPhoto(photo, progress: progress, cancel: cancel)
        // The report on the codes does not wait for text recognition.
        let first = try await core.check(session, words: [], options: options(keep: false))
        try await show(first, current, picture: preview, isRecognizingText: true)
        let words = await recognizeWords(session)
        // The session's check cannot be cancelled: a check that was stopped must not reach the log.
        guard cancel === self.cancel else { throw UserFacingError(.cancelled, core.language) }
        let report = try await checkAndLog(current) {
            try await self.core.check(session, words: words, options: $0)
        }
        try await show(report, current, picture: preview)
    }

    /// The printed lines on the straight card; empty where recognition fails.
    private func recognizeWords(_ session: PhotoSession) async -> [Word] {
        guard let card = try? await core.straightCard(of: session),
            let lines = try? await device.textRecognizer.recognizeLines(in: card.bytes)
        else { return [] }
        return lines.map { Word(text: $0.text, corners: $0.corners, straight: true) }
    }

    private func updateProgress(_ fraction: Double, _ current: Int) {
        // The core's total may grow, so its fraction may fall; the progress bar never does.
        if current == generation, case .checking(let before) = state {
            state = .checking(max(before, fraction))
        }
    }

    // MARK: Report

    /// Checks and keeps the report in the log. Where the log fails, checks again without it and sets
    /// `failure`.
    private func checkAndLog(_ current: Int, _ check: @MainActor (Options) async throws -> Report)
        async throws
        -> Report
    {
        do {
            return try await check(options(keep: true))
        } catch {
            let failure = UserFacingError(of: error)
            guard current == generation, core.hasLog, failure.kind != .cancelled else { throw error }
            let report = try await check(options(keep: false))
            if current == generation { self.failure = failure }
            return report
        }
    }

    private func options(keep: Bool) -> Options {
        Options(
            origin: origin, language: core.language, situations: situations, keep: keep && core.hasLog,
            offsetMinutes: device.clock.now().offsetMinutes)
    }

    private func show(
        _ report: Report, _ current: Int, picture: Data? = nil, isRecognizingText: Bool = false
    ) async throws {
        let kind = input?.kind ?? .text
        let warning = try await core.warning(report, kind)
        guard current == generation else { return }
        state = .result(
            CheckResult(
                report, kind, picture: picture, familyWarning: warning, isRecognizingText: isRecognizingText))
    }

    @discardableResult
    private func attempt<T: Sendable>(_ work: @MainActor () async throws -> T) async -> T? {
        failure = nil
        do {
            return try await work()
        } catch {
            failure = UserFacingError(of: error)
            return nil
        }
    }
}

/// Forwards the core's progress, which comes from another thread, as a fraction from 0 to 1.
private final class ProgressForwarder: CheckProgress {
    private let report: @Sendable (Double) -> Void

    init(report: @escaping @Sendable (Double) -> Void) { self.report = report }

    func step(done: UInt32, of: UInt32) { report(of == 0 ? 0 : Double(done) / Double(of)) }
}
