// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// The person's own rules about links and hosts.
struct OwnRulesView: View {
    @Environment(AppModel.self) private var app
    @State private var model: OwnRulesModel

    init(core: Core, device: Device) {
        _model = State(initialValue: OwnRulesModel(core: core, device: device))
    }

    var body: some View {
        List {
            Section {
                TextField("own-rules.subject", text: $model.subject)
                    .keyboardType(.URL)
                    .textInputAutocapitalization(.never)
                    .autocorrectionDisabled()
                Picker("screen.own-rules", selection: $model.opinion) {
                    Text("own-rules.bad").tag(Opinion.bad)
                    Text("own-rules.fine").tag(Opinion.fine)
                }
                .pickerStyle(.inline)
                .labelsHidden()
                TextField("own-rules.note", text: $model.note)
                Button("action.add") { Task { await model.add() } }.disabled(!model.canAdd)
            } footer: {
                Text("own-rules.limits")
            }
            switch model.state {
            case .notRequested, .loading: LoadingRow()
            case .failed(let failure): ErrorRow(failure: failure)
            case .loaded([]): Text("own-rules.empty")
            case .loaded(let rules):
                ForEach(rules, id: \.id) { rule in
                    VStack(alignment: .leading, spacing: 4) {
                        if rule.opinion == .bad {
                            Label("own-rules.bad", systemImage: "xmark.octagon.fill")
                        } else {
                            Label("own-rules.fine", systemImage: "hand.thumbsup")
                        }
                        Text(verbatim: rule.subject)
                        if !rule.note.isEmpty { Text(verbatim: rule.note).font(.subheadline) }
                        Text(verbatim: rule.time.formatted).font(.footnote).foregroundStyle(.secondary)
                    }
                    .swipeActions(edge: .trailing) {
                        Button("action.delete", role: .destructive) { Task { await model.remove(rule) } }
                    }
                }
            }
        }
        .navigationTitle("screen.own-rules")
        .task {
            // Opened from a result: suggests its first link.
            if app.path.contains(.result), model.subject.isEmpty {
                model.subject = app.check?.result?.report.links.first?.canonical ?? ""
            }
            await model.load()
        }
        .errorAlert(model.failure) { model.dismissFailure() }
    }
}
