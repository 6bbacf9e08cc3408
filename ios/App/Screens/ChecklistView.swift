// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// The checklist for a card or chat that cannot be read.
struct ChecklistView: View {
    @Environment(AppModel.self) private var app
    @State private var model: ChecklistModel

    init(core: Core) {
        _model = State(initialValue: ChecklistModel(core: core))
    }

    var body: some View {
        List {
            switch model.state {
            case .notRequested, .loading: LoadingRow()
            case .failed(let failure): ErrorRow(failure: failure)
            case .loaded(let items):
                Section("checklist.look") {
                    ForEach(items, id: \.id) { item in
                        Toggle(isOn: answer(item)) { Text(verbatim: item.text) }
                    }
                }
                Section {
                    Button("checklist.check") {
                        if let input = model.input { Task { await app.startCheck(input) } }
                    }
                    .buttonStyle(.borderedProminent)
                    .controlSize(.large)
                }
            }
        }
        .navigationTitle("screen.checklist")
        .task { await model.load() }
    }

    private func answer(_ item: ChecklistItem) -> Binding<Bool> {
        Binding(get: { model.yes.contains(item.id) }, set: { _ in model.toggle(item) })
    }
}
