import Foundation
import Observation

/// Edits one timeline step in the person's words. Every field may stay empty.
@MainActor @Observable
public final class TimelineModel {
    public enum State: Equatable, Sendable {
        case editing
        case saving
        case saved
        case failed(UserFacingError)
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
    /// 0 for a new step.
    private let step: Int64
    private let zone: TimeZone
    private let core: Core
    private let lock: LogLock

    /// `step` is the step to change; `nil` for a new one.
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

    /// False while the log is locked or every field is empty.
    public var canSave: Bool {
        !lock.isLocked
            && (situation != nil
                || ![what, amount, account, order, waybill].allSatisfy { $0.allSatisfy(\.isWhitespace) })
    }

    public func save() async {
        guard canSave, state != .saving else { return }
        state = .saving
        do {
            _ = try await core.logStep(
                TimelineStep(
                    step: step, time: Moment(date, in: zone), situation: situation, what: what,
                    amount: amount,
                    account: account, order: order, waybill: waybill), in: entry)
            state = .saved
        } catch {
            state = .failed(UserFacingError(of: error))
        }
    }
}
