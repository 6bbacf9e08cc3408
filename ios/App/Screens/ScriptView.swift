// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// The list of phone scripts.
struct ScriptsView: View {
    @State private var model: ScriptModel

    init(core: Core, device: Device) {
        _model = State(initialValue: ScriptModel(core: core, device: device))
    }

    var body: some View {
        List {
            switch model.list {
            case .notRequested, .loading: LoadingRow()
            case .failed(let failure): ErrorRow(failure: failure)
            case .loaded(let scripts):
                ForEach(scripts, id: \.id) { script in
                    NavigationLink(value: Screen.script(script.id)) { Text(verbatim: script.title) }
                }
            }
        }
        .navigationTitle("screen.scripts")
        .task { await model.load() }
    }
}

/// One phone script: sentences to read out, blanks to fill in, hotlines.
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
            case .notRequested, .loading: LoadingRow()
            case .failed(let failure): ErrorRow(failure: failure)
            case .loaded(let script): content(script)
            }
        }
        .navigationTitle("screen.script")
        .navigationBarTitleDisplayMode(.inline)
        .task { await model.open(id) }
    }

    @ViewBuilder private func content(_ script: Script) -> some View {
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
