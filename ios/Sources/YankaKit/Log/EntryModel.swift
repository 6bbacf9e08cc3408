import Foundation
import Observation

/// One entry of the log in full: the report as it was shown, the person's note, what happened when.
@MainActor @Observable
public final class EntryModel {
    public enum State: Equatable, Sendable {
        case locked
        case working
        case entry(LogEntry, Answer)
        /// It was deleted, here or elsewhere.
        case gone
        case failed(Trouble)
    }

    public private(set) var trouble: Trouble?
    public var note = ""
    public var label = ""

    public let id: Int64
    private var content: State = .working
    /// Note and label as they were typed and not saved when the lock closed.
    private var draft: (note: String, label: String)?
    private let core: Core
    private let device: Device
    private let lock: LogLock
    private var run = 0

    public init(_ id: Int64, core: Core, device: Device, lock: LogLock) {
        self.id = id
        self.core = core
        self.device = device
        self.lock = lock
    }

    /// `locked` as soon as the lock is, whatever was read before.
    public var state: State { lock.isLocked ? .locked : content }

    public var entry: LogEntry? {
        if case .entry(let entry, _) = state { entry } else { nil }
    }

    /// Lets go of the entry, after the lock closed. What was typed and not saved stays: the person may have
    /// left to copy an order number from another app.
    public func close() {
        run += 1
        if case .entry(let entry, _) = content, (note, label) != (entry.line.note, entry.line.label) {
            draft = (note, label)
        }
        content = .working
    }

    public func load() async {
        guard !lock.isLocked else { return }
        run += 1
        let mine = run
        do {
            let entry = try await core.entry(id)
            let warning = try await core.warning(entry.report, entry.line.kind)
            guard mine == run, !lock.isLocked else { return }
            var answer = Answer(entry.report, entry.line.kind, picture: entry.picture, warning: warning)
            answer.evidence = entry.line.evidence ? .kept : .no
            (note, label) = draft ?? (entry.line.note, entry.line.label)
            draft = nil
            content = .entry(entry, answer)
        } catch {
            guard mine == run else { return }
            let trouble = Trouble(of: error)
            content = trouble.kind == .noSuchEntry ? .gone : .failed(trouble)
        }
    }

    public func saveNote() async {
        await change { try await core.note(note, on: id) }
    }

    public func saveLabel() async {
        await change { try await core.label(label, on: id) }
    }

    /// Keeps the entry until it is released. The untouched subject went with the check and is not here.
    public func keepAsEvidence() async {
        await change { try await core.keepAsEvidence(id, Original(text: nil, photo: nil)) }
    }

    public func release() async {
        await change { try await core.release(id) }
    }

    public func delete() async {
        await change { try await core.delete(id) }
    }

    public func remove(_ step: TimelineStep) async {
        await change { try await core.remove(step: step.step) }
    }

    /// The entry's evidence as a file for the share sheet; `endExport` removes it.
    public func export(ownDetails: Bool, pictures: Bool) async -> URL? {
        guard !lock.isLocked else { return nil }
        trouble = nil
        do {
            return try await Evidence.file(
                of: [id], ownDetails: ownDetails, pictures: pictures, core: core, device: device, lock: lock)
        } catch {
            trouble = Trouble(of: error)
            return nil
        }
    }

    /// The export's screen was left.
    public func endExport() { Outbox.sweep(device.places) }

    public func call(_ hotline: Hotline) {
        guard case .entry(_, let answer) = state, answer.calls.contains(hotline) else { return }
        device.dialler.dial(hotline.number)
    }

    public func dismissTrouble() { trouble = nil }

    private func change(_ work: @MainActor () async throws -> Void) async {
        guard !lock.isLocked else { return }
        trouble = nil
        do {
            try await work()
            await load()
        } catch {
            trouble = Trouble(of: error)
        }
    }
}
