import Observation

/// Official numbers, both ways: by name, and "is this number official?".
@MainActor @Observable
public final class NumbersModel {
    public private(set) var state: Phase<[Hotline]> = .empty
    /// What the list can say about a number that was asked for.
    public private(set) var answer: Phase<NumberAnswer> = .empty
    public var query = ""
    public var number = ""

    private let core: Core
    private let device: Device
    private var run = 0

    public init(core: Core, device: Device) {
        self.core = core
        self.device = device
    }

    /// Lists what fits `query`; without one, all. The last question wins.
    public func search() async {
        run += 1
        let mine = run
        if state.value == nil { state = .working }
        let query = query
        let found = await Phase.list { try await core.hotlines(query) }
        if mine == run { state = found }
    }

    public func ask() async {
        guard !number.allSatisfy(\.isWhitespace) else {
            answer = .empty
            return
        }
        answer = .working
        let number = number
        answer = await .asking { try await core.number(number) }
    }

    /// Dials a listed number only: what the person typed is never dialled from here.
    public func call(_ hotline: Hotline) {
        let listed = (state.value ?? []) + (answer.value?.hotlines ?? [])
        guard listed.contains(hotline), !hotline.number.isEmpty else { return }
        device.dialler.dial(hotline.number)
    }
}
