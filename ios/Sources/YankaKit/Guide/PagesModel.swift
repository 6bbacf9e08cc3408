import Observation

/// Pages to read in one sitting: before, during and after.
@MainActor @Observable
public final class PagesModel {
    public private(set) var list: Phase<[Page]> = .empty
    public private(set) var state: Phase<Page> = .empty

    private let core: Core
    private let device: Device

    public init(core: Core, device: Device) {
        self.core = core
        self.device = device
    }

    public func load() async {
        list = .working
        list = await .list { try await core.pages() }
    }

    public func open(_ id: String) async {
        state = .working
        state = await .asking {
            guard let page = try await core.page(id) else { throw Trouble(.noSuchEntry, core.language) }
            return page
        }
    }

    public func call(_ hotline: Hotline) {
        guard let page = state.value, page.hotlines.contains(hotline), !hotline.number.isEmpty else { return }
        device.dialler.dial(hotline.number)
    }
}
