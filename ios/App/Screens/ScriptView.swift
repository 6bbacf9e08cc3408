// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// What to say on the phone: the list.
struct ScriptsView: View {
    @State private var model: ScriptModel

    init(core: Core, device: Device) {
        _model = State(initialValue: ScriptModel(core: core, device: device))
    }

    var body: some View {
        List {
            switch model.list {
            case .empty, .working: WorkingRow()
            case .failed(let trouble): TroubleRow(trouble: trouble)
            case .ready(let scripts):
                ForEach(scripts, id: \.id) { script in
                    NavigationLink(value: Screen.script(script.id)) { Text(verbatim: script.title) }
                }
            }
        }
        .navigationTitle("screen.scripts")
        .task { await model.load() }
    }
}

/// One script: sentences to read out, blanks to fill, whom to call.
struct ScriptView: View {
    private let id: String
    @State private var model: ScriptModel

    init(_ id: String, core: Core, device: Device) {
        self.id = id
        _model = State(initialValue: ScriptModel(core: core, device: device))
    }

    var body: some View {
        List {
            switch model.state {
            case .empty, .working: WorkingRow()
            case .failed(let trouble): TroubleRow(trouble: trouble)
            case .ready(let script): shown(script)
            }
        }
        .navigationTitle("screen.script")
        .navigationBarTitleDisplayMode(.inline)
        .task { await model.open(id) }
    }

    @ViewBuilder private func shown(_ script: Script) -> some View {
        Section {
            Text(verbatim: script.title).font(.title2.bold()).accessibilityAddTraits(.isHeader)
            ForEach(Array(script.lines.enumerated()), id: \.offset) { _, line in
                Text(verbatim: line).font(.title3)
            }
            Button("action.read-aloud", systemImage: "speaker.wave.2") { model.readAloud() }
        }
        if !model.blanks.isEmpty {
            Section {
                ForEach(model.blanks, id: \.id) { blank in
                    TextField(text: filling(blank)) { Text(verbatim: blank.label) }
                }
            } header: {
                Text("script.fill-in")
            } footer: {
                Text("script.not-kept")
            }
        }
        Section("result.official-numbers") {
            ForEach(script.hotlines, id: \.id) { hotline in HotlineRow(hotline: hotline) { model.call($0) } }
        }
    }

    private func filling(_ blank: Blank) -> Binding<String> {
        Binding(
            get: { model.fillings[blank.id] ?? "" },
            set: { text in Task { await model.fill(blank, with: text) } })
    }
}
