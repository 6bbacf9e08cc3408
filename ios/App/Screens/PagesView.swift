// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// The list of advice pages.
struct PagesView: View {
    @State private var model: PagesModel

    init(core: Core, device: Device) {
        _model = State(initialValue: PagesModel(core: core, device: device))
    }

    var body: some View {
        List {
            switch model.list {
            case .notRequested, .loading: LoadingRow()
            case .failed(let failure): ErrorRow(failure: failure)
            case .loaded(let pages):
                ForEach(pages, id: \.id) { page in
                    NavigationLink(value: Screen.page(page.id)) { Text(verbatim: page.title) }
                }
            }
        }
        .navigationTitle("screen.pages")
        .task { await model.load() }
    }
}

/// One advice page.
struct PageView: View {
    private let id: String
    @State private var model: PagesModel

    init(_ id: String, core: Core, device: Device) {
        self.id = id
        _model = State(initialValue: PagesModel(core: core, device: device))
    }

    var body: some View {
        List {
            switch model.state {
            case .notRequested, .loading: LoadingRow()
            case .failed(let failure): ErrorRow(failure: failure)
            case .loaded(let page): PageSections(page: page) { model.call($0) }
            }
        }
        .navigationTitle("screen.page")
        .navigationBarTitleDisplayMode(.inline)
        .task { await model.open(id) }
    }
}

/// The sections of a page: title, lead and deadline; steps; hotlines.
struct PageSections: View {
    let page: Page
    let call: (@MainActor (Hotline) -> Void)?

    var body: some View {
        Section {
            Text(verbatim: page.title).font(.title2.bold()).accessibilityAddTraits(.isHeader)
            if !page.lead.isEmpty { Text(verbatim: page.lead).font(.title3) }
            if !page.deadline.isEmpty {
                Label {
                    Text(verbatim: page.deadline)
                } icon: {
                    Image(systemName: "clock")
                }
            }
        }
        Section {
            ForEach(page.steps, id: \.id) { StepRow(step: $0, call: call) }
        }
        if !page.hotlines.isEmpty {
            Section("result.official-numbers") {
                ForEach(page.hotlines, id: \.id) { HotlineRow(hotline: $0, call: call) }
            }
        }
    }
}
