// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import UniformTypeIdentifiers
import YankaKit

/// The rule pack in use, and the installation of a newer one from a file.
struct RulesView: View {
    @Environment(AppModel.self) private var app
    @State private var model: RulesModel
    @State private var isImporterPresented = false

    init(core: Core, device: Device) {
        _model = State(initialValue: RulesModel(core: core, device: device))
    }

    var body: some View {
        List {
            switch model.state {
            case .notRequested, .loading: LoadingRow()
            case .failed(let failure): ErrorRow(failure: failure)
            case .loaded(let pack): details(pack)
            }
            Section {
                if model.isInstalled { Label("rules.installed", systemImage: "checkmark.circle") }
                if let installFailure = model.installFailure { ErrorRow(failure: installFailure) }
                Button("rules.import", systemImage: "doc.badge.plus") { isImporterPresented = true }
            } footer: {
                Text("rules.import-more")
            }
        }
        .navigationTitle("screen.rules")
        .task {
            await model.load()
            if let pack = app.takePendingRulePack() { await model.install(pack) }
        }
        .fileImporter(isPresented: $isImporterPresented, allowedContentTypes: [.yankaPack]) { picked in
            guard let file = try? picked.get() else { return }
            Task {
                let scoped = file.startAccessingSecurityScopedResource()
                await model.install(from: file)
                if scoped { file.stopAccessingSecurityScopedResource() }
            }
        }
    }

    @ViewBuilder private func details(_ pack: PackInfo) -> some View {
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
    /// A signed rule pack; declared in Info.plist.
    static var yankaPack: UTType { UTType(exportedAs: "org.yanka.pack") }
}
