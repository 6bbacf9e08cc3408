// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import UniformTypeIdentifiers
import YankaKit

/// The rules in use, and new ones from a file.
struct RulesView: View {
    @Environment(AppModel.self) private var app
    @State private var model: RulesModel
    @State private var choosing = false

    init(core: Core, device: Device) {
        _model = State(initialValue: RulesModel(core: core, device: device))
    }

    var body: some View {
        List {
            switch model.state {
            case .empty, .working: WorkingRow()
            case .failed(let trouble): TroubleRow(trouble: trouble)
            case .ready(let pack): shown(pack)
            }
            Section {
                if model.installed { Label("rules.installed", systemImage: "checkmark.circle") }
                if let refused = model.refused { TroubleRow(trouble: refused) }
                Button("rules.import", systemImage: "doc.badge.plus") { choosing = true }
            } footer: {
                Text("rules.import-more")
            }
        }
        .navigationTitle("screen.rules")
        .task {
            await model.load()
            if let brought = app.takeRules() { await model.install(brought) }
        }
        .fileImporter(isPresented: $choosing, allowedContentTypes: [.yankaPack]) { chosen in
            guard let file = try? chosen.get() else { return }
            Task {
                let scoped = file.startAccessingSecurityScopedResource()
                await model.install(from: file)
                if scoped { file.stopAccessingSecurityScopedResource() }
            }
        }
    }

    @ViewBuilder private func shown(_ pack: PackInfo) -> some View {
        Section {
            LabeledContent("rules.version", value: "\(pack.version)")
            LabeledContent("rules.date", value: pack.date)
            if let age = model.age { Text("rules.age \(age)") }
            LabeledContent("rules.count", value: "\(pack.rules)")
            LabeledContent("rules.key", value: pack.key)
            LabeledContent("rules.source") {
                if pack.origin == "installed" { Text("rules.from-file") } else { Text("rules.from-app") }
            }
        }
    }
}

extension UTType {
    /// A signed rule file; declared in Info.plist.
    static var yankaPack: UTType { UTType(exportedAs: "org.yanka.pack") }
}
