import Observation

/// What to say on the phone, with the blanks filled in by the person. Nothing of it is kept.
@MainActor @Observable
public final class ScriptModel {
    public private(set) var list: Phase<[Script]> = .empty
    public private(set) var state: Phase<Script> = .empty
    /// Every blank of the script, also the filled ones, in the order in which they come.
    public private(set) var blanks: [Blank] = []
    public private(set) var fillings: [String: String] = [:]

    private let core: Core
    private let device: Device
    private var run = 0

    public init(core: Core, device: Device) {
        self.core = core
        self.device = device
    }

    public func load() async {
        list = .working
        list = await .list { try await core.scripts() }
    }

    public func open(_ id: String) async {
        state = .working
        fillings = [:]
        state = await .asking {
            guard let script = try await core.script(id, []) else {
                throw Trouble(.noSuchEntry, core.language)
            }
            return script
        }
        blanks = state.value?.blanks ?? []
    }

    /// Fills a blank; an empty text opens it again.
    public func fill(_ blank: Blank, with text: String) async {
        guard let id = state.value?.id else { return }
        fillings[blank.id] = text.isEmpty ? nil : text
        run += 1
        let mine = run
        let filled = fillings.sorted { $0.key < $1.key }.map { Filling(blank: $0.key, text: $0.value) }
        let next = await Phase.asking { try await core.script(id, filled) }
        guard mine == run else { return }
        switch next {
        case .ready(let script?): state = .ready(script)
        case .failed(let trouble): state = .failed(trouble)
        case .ready(nil), .empty, .working: break
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
        device.speaker.speaking
            ? device.speaker.stop()
            : device.speaker.say(script.lines.joined(separator: "\n"), in: core.language)
    }
}
