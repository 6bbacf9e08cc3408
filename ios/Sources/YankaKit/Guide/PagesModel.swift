import Observation

/// Advice pages for before, during and after a scam.
@MainActor @Observable
public final class PagesModel {
    public private(set) var list: LoadState<[Page]> = .notRequested
    public private(set) var state: LoadState<Page> = .notRequested

    private let core: Core
    private let device: Device

    public init(core: Core, device: Device) {
        self.core = core
        self.device = device
    }

    public func load() async {
        list = .loading
        list = await .load { try await core.pages() }
    }

    public func open(_ id: String) async {
        state = .loading
        state = await .load {
            guard let page = try await core.page(id) else {
                throw UserFacingError(.noSuchEntry, core.language)
            }
            return page
        }
    }

    public func call(_ hotline: Hotline) {
        guard let page = state.value, page.hotlines.contains(hotline), !hotline.number.isEmpty else { return }
        device.dialler.dial(hotline.number)
    }
}
