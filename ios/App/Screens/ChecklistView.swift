// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// A card that nothing could read: the person looks, and answers.
struct ChecklistView: View {
    @Environment(AppModel.self) private var app
    @State private var model: ChecklistModel

    init(core: Core) {
        _model = State(initialValue: ChecklistModel(core: core))
    }

    var body: some View {
        List {
            switch model.state {
            case .empty, .working: WorkingRow()
            case .failed(let trouble): TroubleRow(trouble: trouble)
            case .ready(let items):
                Section("checklist.look") {
                    ForEach(items, id: \.id) { item in
                        Toggle(isOn: answer(item)) { Text(verbatim: item.text) }
                    }
                }
                Section {
                    Button("checklist.check") {
                        if let given = model.given { Task { await app.begin(given) } }
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
