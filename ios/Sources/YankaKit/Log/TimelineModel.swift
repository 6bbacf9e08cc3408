import Foundation
import Observation

/// One step of what happened, as the person tells it. Whatever is left empty was not said.
@MainActor @Observable
public final class TimelineModel {
    public enum State: Equatable, Sendable {
        case editing
        case working
        case saved
        case failed(Trouble)
    }

    public private(set) var state: State = .editing
    public private(set) var choices: [SituationChoice] = []
    public var date: Date
    public var situation: Situation?
    public var what = ""
    public var amount = ""
    public var account = ""
    public var order = ""
    public var waybill = ""

    private let entry: Int64
    private let step: Int64
    private let zone: TimeZone
    private let core: Core
    private let lock: LogLock

    /// A new step, or one to be changed.
    public init(entry: Int64, step: TimelineStep? = nil, core: Core, device: Device, lock: LogLock) {
        self.entry = entry
        self.core = core
        self.lock = lock
        let time = step?.time ?? device.clock.now()
        self.step = step?.step ?? 0
        date = time.date
        zone = time.zone
        situation = step?.situation
        what = step?.what ?? ""
        amount = step?.amount ?? ""
        account = step?.account ?? ""
        order = step?.order ?? ""
        waybill = step?.waybill ?? ""
    }

    public func load() async {
        choices = (try? await core.situations()) ?? []
    }

    /// A step of which nothing was said is none; while the log is locked it takes no step.
    public var canSave: Bool {
        !lock.isLocked
            && (situation != nil
                || ![what, amount, account, order, waybill].allSatisfy { $0.allSatisfy(\.isWhitespace) })
    }

    public func save() async {
        guard canSave, state != .working else { return }
        state = .working
        do {
            _ = try await core.put(
                TimelineStep(
                    step: step, time: Moment(date, in: zone), situation: situation, what: what,
                    amount: amount,
                    account: account, order: order, waybill: waybill), in: entry)
            state = .saved
        } catch {
            state = .failed(Trouble(of: error))
        }
    }
}
