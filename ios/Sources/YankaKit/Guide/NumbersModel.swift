import Observation

/// Looks up official numbers by name, and answers "is this number official?".
@MainActor @Observable
public final class NumbersModel {
    public private(set) var state: LoadState<[Hotline]> = .notRequested
    /// The answer about `number`.
    public private(set) var answer: LoadState<NumberAnswer> = .notRequested
    public var query = ""
    public var number = ""

    private let core: Core
    private let device: Device
    private var generation = 0

    public init(core: Core, device: Device) {
        self.core = core
        self.device = device
    }

    /// Lists the numbers that match `query`, or all for an empty query. A newer search replaces an older one.
    public func search() async {
        generation += 1
        let current = generation
        if state.value == nil { state = .loading }
        let query = query
        let found = await LoadState.load { try await core.hotlines(query) }
        if current == generation { state = found }
    }

    public func lookUp() async {
        guard !number.allSatisfy(\.isWhitespace) else {
            answer = .notRequested
            return
        }
        answer = .loading
        let number = number
        answer = await .load { try await core.number(number) }
    }

    /// Dials a listed number. Never dials the number that the person typed.
    public func call(_ hotline: Hotline) {
        let listed = (state.value ?? []) + (answer.value?.hotlines ?? [])
        guard listed.contains(hotline), !hotline.number.isEmpty else { return }
        device.dialler.dial(hotline.number)
    }
}
