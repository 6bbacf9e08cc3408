import Foundation
import Observation

/// The log: closed until its lock is open, listed page by page, filtered, erased, exported.
@MainActor @Observable
public final class LogModel {
    public enum State: Equatable, Sendable {
        case locked
        case working
        /// Nothing at all was kept.
        case empty
        /// Entries are there, and none fits the filter.
        case nothingFits
        case lines([LogLine], more: Bool)
        case failed(Trouble)
    }

    public private(set) var count: UInt64 = 0
    public private(set) var labels: [String] = []
    public private(set) var filter = LogFilter.all
    public private(set) var selected: Set<Int64> = []
    /// What the last erasing did.
    public private(set) var erased: Erased?
    public private(set) var trouble: Trouble?

    private var content: State = .working
    private let core: Core
    private let device: Device
    private let lock: LogLock
    private let size: UInt32
    private var run = 0

    public init(core: Core, device: Device, lock: LogLock, page size: UInt32 = 50) {
        self.core = core
        self.device = device
        self.lock = lock
        self.size = size
    }

    /// `locked` as soon as the lock is, whatever was listed before.
    public var state: State { lock.isLocked ? .locked : content }

    /// Lets go of everything, after the lock closed.
    public func close() {
        run += 1
        content = .working
        selected = []
        labels = []
        count = 0
        filter = .all
    }

    public func load() async {
        guard !lock.isLocked else { return }
        await list(after: [])
    }

    /// The next page, when the last line came into sight.
    public func more() async {
        guard case .lines(let lines, true) = state else { return }
        await list(after: lines)
    }

    public func narrow(_ filter: LogFilter) async {
        guard !lock.isLocked else { return }
        self.filter = filter
        await load()
    }

    public func delete(_ line: LogLine) async {
        await attempt { try await core.delete(line.entry) }
        selected.remove(line.entry)
        await load()
    }

    /// Erases the log, and with it every copy of what was checked that lies outside of it.
    public func erase(evidenceToo: Bool) async {
        guard !lock.isLocked else { return }
        Leftovers.removeAll(in: device.places)
        erased = await attempt { try await core.erase(evidenceToo: evidenceToo) }
        selected = []
        await load()
    }

    public func toggle(_ line: LogLine) {
        guard !lock.isLocked else { return }
        if selected.remove(line.entry) == nil { selected.insert(line.entry) }
    }

    /// The evidence of the selected entries as a file for the share sheet; `endExport` removes it.
    public func export(ownDetails: Bool, pictures: Bool) async -> URL? {
        await attempt {
            try await Evidence.file(
                of: selected.sorted(), ownDetails: ownDetails, pictures: pictures, core: core,
                device: device, lock: lock)
        } ?? nil
    }

    /// The export's screen was left.
    public func endExport() { Outbox.sweep(device.places) }

    public func dismissTrouble() { trouble = nil }

    private func list(after lines: [LogLine]) async {
        run += 1
        let mine = run
        do {
            let page = try await core.lines(filter, before: lines.last?.entry, limit: size)
            let count = try await core.count(filter)
            let labels = try await core.labels()
            guard mine == run, !lock.isLocked else { return }
            self.count = count
            self.labels = labels
            let all = lines + page
            content =
                all.isEmpty
                ? (filter == .all ? .empty : .nothingFits)
                : .lines(all, more: UInt64(all.count) < count)
        } catch {
            if mine == run { content = .failed(Trouble(of: error)) }
        }
    }

    /// `nil` where it failed, and where the log is locked.
    @discardableResult
    private func attempt<T: Sendable>(_ work: @MainActor () async throws -> T) async -> T? {
        guard !lock.isLocked else { return nil }
        trouble = nil
        do {
            return try await work()
        } catch {
            trouble = Trouble(of: error)
            return nil
        }
    }
}

extension LogFilter {
    /// Everything that was kept.
    public static let all = LogFilter(verdict: nil, label: nil, evidence: nil, search: nil)
}
