import Foundation
import Observation

/// The log: lists entries page by page, filters, deletes and exports them. Does nothing while the log is
/// locked.
@MainActor @Observable
public final class LogModel {
    public enum State: Equatable, Sendable {
        case locked
        case loading
        case empty
        /// The log has entries, but none matches the filter.
        case noMatches
        case lines([LogLine], hasMore: Bool)
        case failed(UserFacingError)
    }

    public private(set) var count: UInt64 = 0
    public private(set) var labels: [String] = []
    public private(set) var filter = LogFilter.all
    public private(set) var selected: Set<Int64> = []
    /// The result of the last `erase`.
    public private(set) var erased: Erased?
    public private(set) var failure: UserFacingError?

    private var content: State = .loading
    private let core: Core
    private let device: Device
    private let lock: LogLock
    private let pageSize: UInt32
    private var generation = 0

    public init(core: Core, device: Device, lock: LogLock, pageSize: UInt32 = 50) {
        self.core = core
        self.device = device
        self.lock = lock
        self.pageSize = pageSize
    }

    /// `locked` whenever the log is, even where lines were loaded before.
    public var state: State { lock.isLocked ? .locked : content }

    /// Clears all content after the log was locked.
    public func clear() {
        generation += 1
        content = .loading
        selected = []
        labels = []
        count = 0
        filter = .all
    }

    public func load() async {
        guard !lock.isLocked else { return }
        await list(after: [])
    }

    /// Loads the next page. Called when the last line becomes visible.
    public func loadMore() async {
        guard case .lines(let lines, true) = state else { return }
        await list(after: lines)
    }

    public func setFilter(_ filter: LogFilter) async {
        guard !lock.isLocked else { return }
        self.filter = filter
        await load()
    }

    public func delete(_ line: LogLine) async {
        await attempt { try await core.logDelete(line.entry) }
        selected.remove(line.entry)
        await load()
    }

    /// Erases the log and every copy of a subject outside it.
    public func erase(includingEvidence: Bool) async {
        guard !lock.isLocked else { return }
        FileCleanup.removeAll(in: device.directories)
        erased = await attempt { try await core.logErase(includingEvidence: includingEvidence) }
        selected = []
        await load()
    }

    public func toggle(_ line: LogLine) {
        guard !lock.isLocked else { return }
        if selected.remove(line.entry) == nil { selected.insert(line.entry) }
    }

    /// Writes the evidence of the selected entries to a file for the share sheet. `endExport` removes it.
    public func export(ownDetails: Bool, pictures: Bool) async -> URL? {
        await attempt {
            try await EvidenceExport.write(
                selected.sorted(), ownDetails: ownDetails, pictures: pictures, core: core,
                device: device, lock: lock)
        } ?? nil
    }

    /// Removes the exported file. Called when the export screen is left.
    public func endExport() { ExportFolder.remove(in: device.directories) }

    public func dismissFailure() { failure = nil }

    private func list(after lines: [LogLine]) async {
        generation += 1
        let current = generation
        do {
            let page = try await core.logPage(filter, before: lines.last?.entry, limit: pageSize)
            let count = try await core.logCount(filter)
            let labels = try await core.logLabels()
            guard current == generation, !lock.isLocked else { return }
            self.count = count
            self.labels = labels
            let all = lines + page
            content =
                all.isEmpty
                ? (filter == .all ? .empty : .noMatches)
                : .lines(all, hasMore: UInt64(all.count) < count)
        } catch {
            if current == generation { content = .failed(UserFacingError(of: error)) }
        }
    }

    /// Returns `nil` where `work` failed or the log is locked.
    @discardableResult
    private func attempt<T: Sendable>(_ work: @MainActor () async throws -> T) async -> T? {
        guard !lock.isLocked else { return nil }
        failure = nil
        do {
            return try await work()
        } catch {
            failure = UserFacingError(of: error)
            return nil
        }
    }
}

extension LogFilter {
    /// Matches every entry.
    public static let all = LogFilter(verdict: nil, label: nil, evidence: nil, search: nil)
}
