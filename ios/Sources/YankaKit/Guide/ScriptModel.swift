import Observation

/// Scripts for phone calls, with blanks that the person fills in. Nothing of them is stored.
@MainActor @Observable
public final class ScriptModel {
    public private(set) var list: LoadState<[Script]> = .notRequested
    public private(set) var state: LoadState<Script> = .notRequested
    /// Every blank of the script, filled ones included, in order.
    public private(set) var blanks: [Blank] = []
    /// Texts by blank id.
    public private(set) var fillings: [String: String] = [:]

    private let core: Core
    private let device: Device
    private var generation = 0

    public init(core: Core, device: Device) {
        self.core = core
        self.device = device
    }

    public func load() async {
        list = .loading
        list = await .load { try await core.scripts() }
    }

    public func open(_ id: String) async {
        state = .loading
        fillings = [:]
        state = await .load {
            guard let script = try await core.script(id, []) else {
                throw UserFacingError(.noSuchEntry, core.language)
            }
            return script
        }
        blanks = state.value?.blanks ?? []
    }

    /// Fills a blank; an empty text clears it.
    public func fill(_ blank: Blank, with text: String) async {
        guard let id = state.value?.id else { return }
        fillings[blank.id] = text.isEmpty ? nil : text
        generation += 1
        let current = generation
        let filled = fillings.sorted { $0.key < $1.key }.map { Filling(blank: $0.key, text: $0.value) }
        let next = await LoadState.load { try await core.script(id, filled) }
        guard current == generation else { return }
        switch next {
        case .loaded(let script?): state = .loaded(script)
        case .failed(let failure): state = .failed(failure)
        case .loaded(nil), .notRequested, .loading: break
        }
    }

    public func call(_ hotline: Hotline) {
        guard let script = state.value, script.hotlines.contains(hotline), !hotline.number.isEmpty else {
            return
        }
        device.dialler.dial(hotline.number)
    }

    public func readAloud() {
        guard let script = state.value else { return }
        device.speech.toggle(script.lines.joined(separator: "\n"), in: core.language)
    }
}
