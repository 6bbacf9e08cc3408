import Foundation
import Observation

/// One log entry: the report as it was shown, the person's note and label, the timeline.
@MainActor @Observable
public final class EntryModel {
    public enum State: Equatable, Sendable {
        case locked
        case loading
        case entry(LogEntry, CheckResult)
        case deleted
        case failed(UserFacingError)
    }

    public private(set) var failure: UserFacingError?
    public var note = ""
    public var label = ""

    public let id: Int64
    private var content: State = .loading
    /// Note and label that were not saved when the log was locked.
    private var draft: (note: String, label: String)?
    private let core: Core
    private let device: Device
    private let lock: LogLock
    private var generation = 0

    public init(_ id: Int64, core: Core, device: Device, lock: LogLock) {
        self.id = id
        self.core = core
        self.device = device
        self.lock = lock
    }

    /// `locked` whenever the log is, even where the entry was loaded before.
    public var state: State { lock.isLocked ? .locked : content }

    public var entry: LogEntry? {
        if case .entry(let entry, _) = state { entry } else { nil }
    }

    /// Clears the entry after the log was locked. Keeps an unsaved note and label: the person may have left
    /// to copy an order number from another app.
    public func clear() {
        generation += 1
        if case .entry(let entry, _) = content, (note, label) != (entry.line.note, entry.line.label) {
            draft = (note, label)
        }
        content = .loading
    }

    public func load() async {
        guard !lock.isLocked else { return }
        generation += 1
        let current = generation
        do {
            let entry = try await core.logEntry(id)
            let warning = try await core.warning(entry.report, entry.line.kind)
            guard current == generation, !lock.isLocked else { return }
            var result = CheckResult(
                entry.report, entry.line.kind, picture: entry.picture, familyWarning: warning)
            result.evidence = entry.line.evidence ? .kept : .notKept
            (note, label) = draft ?? (entry.line.note, entry.line.label)
            draft = nil
            content = .entry(entry, result)
        } catch {
            guard current == generation else { return }
            let failure = UserFacingError(of: error)
            content = failure.kind == .noSuchEntry ? .deleted : .failed(failure)
        }
    }

    public func saveNote() async {
        await change { try await core.logNote(note, on: id) }
    }

    public func saveLabel() async {
        await change { try await core.logLabel(label, on: id) }
    }

    /// Keeps the entry until it is released. Adds no original: it was discarded with the check.
    public func keepAsEvidence() async {
        await change { try await core.logKeepAsEvidence(id, Original(text: nil, photo: nil)) }
    }

    public func release() async {
        await change { try await core.logRelease(id) }
    }

    public func delete() async {
        await change { try await core.logDelete(id) }
    }

    public func remove(_ step: TimelineStep) async {
        await change { try await core.logStepRemove(step.step) }
    }

    /// Writes the entry's evidence to a file for the share sheet. `endExport` removes it.
    public func export(ownDetails: Bool, pictures: Bool) async -> URL? {
        guard !lock.isLocked else { return nil }
        failure = nil
        do {
            return try await EvidenceExport.write(
                [id], ownDetails: ownDetails, pictures: pictures, core: core, device: device, lock: lock)
        } catch {
            failure = UserFacingError(of: error)
            return nil
        }
    }

    /// Removes the exported file. Called when the export screen is left.
    public func endExport() { ExportFolder.remove(in: device.directories) }

    public func call(_ hotline: Hotline) {
        guard case .entry(_, let result) = state, result.dialableHotlines.contains(hotline) else { return }
        device.dialler.dial(hotline.number)
    }

    public func dismissFailure() { failure = nil }

    private func change(_ work: @MainActor () async throws -> Void) async {
        guard !lock.isLocked else { return }
        failure = nil
        do {
            try await work()
            await load()
        } catch {
            failure = UserFacingError(of: error)
        }
    }
}
