import Foundation
import Observation

/// The log: closed until the app's lock is open, listed page by page, filtered, erased, exported.
@MainActor @Observable
public final class LogModel {
    public enum State: Equatable, Sendable {
        /// Closed: nothing of it is in memory.
        case locked
        case working
        /// Nothing at all was kept.
        case empty
        /// Entries are there, and none fits the filter.
        case nothingFits
        case lines([LogLine], more: Bool)
        case failed(Trouble)
    }

    public private(set) var state: State
    public private(set) var count: UInt64 = 0
    public private(set) var labels: [String] = []
    public private(set) var filter = LogFilter.all
    public private(set) var selected: Set<Int64> = []
    /// What the last erasing did.
    public private(set) var erased: Erased?
    public private(set) var trouble: Trouble?

    private let core: Core
    private let device: Device
    private let size: UInt32
    private var run = 0

    /// Closed where the app's lock is not open yet.
    public init(core: Core, device: Device, locked: Bool, page size: UInt32 = 50) {
        self.core = core
        self.device = device
        self.size = size
        state = locked ? .locked : .working
    }

    /// Opens the log after the app's lock was opened.
    public func open() async {
        if state == .locked { state = .working }
        await load()
    }

    /// Closes it again, as when the app is put away. Nothing of it stays in memory.
    public func lock() {
        run += 1
        state = .locked
        selected = []
        labels = []
        count = 0
    }

    public func load() async {
        guard state != .locked else { return }
        await list(after: [])
    }

    /// The next page, when the last line came into sight.
    public func more() async {
        guard case .lines(let lines, true) = state else { return }
        await list(after: lines)
    }

    public func narrow(_ filter: LogFilter) async {
        guard state != .locked else { return }
        self.filter = filter
        await load()
    }

    public func delete(_ line: LogLine) async {
        await attempt { try await core.delete(line.entry) }
        selected.remove(line.entry)
        await load()
    }

    public func erase(evidenceToo: Bool) async {
        erased = await attempt { try await core.erase(evidenceToo: evidenceToo) }
        selected = []
        await load()
    }

    public func toggle(_ line: LogLine) {
        if selected.remove(line.entry) == nil { selected.insert(line.entry) }
    }

    /// The evidence of the selected entries as a file for the share sheet; swept with `sweep`.
    public func export(ownDetails: Bool, pictures: Bool) async -> URL? {
        await attempt {
            try await Evidence.file(
                of: selected.sorted(), ownDetails: ownDetails, pictures: pictures, core: core, device: device)
        }
    }

    public func dismissTrouble() { trouble = nil }

    private func list(after lines: [LogLine]) async {
        run += 1
        let mine = run
        do {
            let page = try await core.lines(filter, before: lines.last?.entry, limit: size)
            let count = try await core.count(filter)
            let labels = try await core.labels()
            guard mine == run else { return }
            self.count = count
            self.labels = labels
            let all = lines + page
            state =
                all.isEmpty
                ? (filter == .all ? .empty : .nothingFits)
                : .lines(all, more: UInt64(all.count) < count)
        } catch {
            if mine == run { state = .failed(Trouble(of: error)) }
        }
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

extension LogFilter {
    /// Everything that was kept.
    public static let all = LogFilter(verdict: nil, label: nil, evidence: nil, search: nil)
}
