import Foundation
import Observation

/// One entry of the log in full: the report as it was shown, the person's note, what happened when.
@MainActor @Observable
public final class EntryModel {
    public enum State: Equatable, Sendable {
        case working
        case entry(LogEntry, Answer)
        /// It was deleted, here or elsewhere.
        case gone
        case failed(Trouble)
    }

    public private(set) var state: State = .working
    public private(set) var trouble: Trouble?
    public var note = ""
    public var label = ""

    public let id: Int64
    private let core: Core
    private let device: Device

    public init(_ id: Int64, core: Core, device: Device) {
        self.id = id
        self.core = core
        self.device = device
    }

    public var entry: LogEntry? {
        if case .entry(let entry, _) = state { entry } else { nil }
    }

    public func load() async {
        do {
            let entry = try await core.entry(id)
            let warning = try await core.warning(entry.report, entry.line.kind)
            var answer = Answer(entry.report, entry.line.kind, picture: entry.picture, warning: warning)
            answer.evidence = entry.line.evidence ? .kept : .no
            note = entry.line.note
            label = entry.line.label
            state = .entry(entry, answer)
        } catch {
            let trouble = Trouble(of: error)
            state = trouble.kind == .noSuchEntry ? .gone : .failed(trouble)
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

    public func export(ownDetails: Bool, pictures: Bool) async -> URL? {
        trouble = nil
        do {
            return try await Evidence.file(
                of: [id], ownDetails: ownDetails, pictures: pictures, core: core, device: device)
        } catch {
            trouble = Trouble(of: error)
            return nil
        }
    }

    public func call(_ hotline: Hotline) {
        guard case .entry(_, let answer) = state, answer.calls.contains(hotline) else { return }
        device.dialler.dial(hotline.number)
    }

    public func dismissTrouble() { trouble = nil }

    private func change(_ work: @MainActor () async throws -> Void) async {
        trouble = nil
        do {
            try await work()
            await load()
        } catch {
            trouble = Trouble(of: error)
        }
    }
}
