// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import UIKit
import YankaKit

/// What the log keeps and for how long, its lock, reading aloud. The system's settings have language and text
/// size.
struct SettingsView: View {
    @Environment(AppModel.self) private var app
    @Environment(\.openURL) private var openURL
    let core: Core
    let device: Device
    @State private var model: SettingsModel?

    var body: some View {
        Form {
            if let model {
                SettingsForm(model: model)
                Section {
                    Button("settings.language") {
                        if let url = URL(string: UIApplication.openSettingsURLString) { openURL(url) }
                    }
                } footer: {
                    Text("settings.language-more")
                }
            }
        }
        .navigationTitle("screen.settings")
        .errorAlert(model?.failure) { model?.dismissFailure() }
        .task {
            let model = self.model ?? app.settingsModel(core: core)
            self.model = model
            await model.load()
        }
    }
}

private struct SettingsForm: View {
    let model: SettingsModel

    var body: some View {
        Section {
            Toggle(
                "settings.read-aloud",
                isOn: Binding(get: { model.settings.readAloud }, set: { model.setReadAloud($0) }))
            Toggle(
                "settings.lock-log",
                isOn: Binding(get: { model.settings.lockLog }, set: { on in Task { await setLock(on) } })
            )
            .disabled(!model.canLock || model.isAuthenticating)
        } footer: {
            if !model.canLock { Text("settings.no-lock") }
        }
        Section {
            switch model.log {
            case .notRequested, .loading: LoadingRow()
            case .failed(let failure): ErrorRow(failure: failure)
            case .loaded(let log):
                Picker("settings.keep", selection: keep(log)) {
                    Text("keep.all").tag(Keep.all)
                    Text("keep.without-pictures").tag(Keep.withoutPictures)
                    Text("keep.nothing").tag(Keep.nothing)
                }
                Picker("settings.retention", selection: retention(log)) {
                    Text("retention.7-days").tag(Retention.sevenDays)
                    Text("retention.30-days").tag(Retention.thirtyDays)
                    Text("retention.90-days").tag(Retention.ninetyDays)
                    Text("retention.forever").tag(Retention.forever)
                }
            }
        }
    }

    private func setLock(_ on: Bool) async {
        await model.setLockLog(on, reason: String(localized: "log.unlock-reason"))
    }

    private func keep(_ log: SettingsModel.LogSettings) -> Binding<Keep> {
        Binding(get: { log.keep }, set: { keep in Task { await model.setKeep(keep) } })
    }

    private func retention(_ log: SettingsModel.LogSettings) -> Binding<Retention> {
        Binding(get: { log.retention }, set: { retention in Task { await model.setRetention(retention) } })
    }
}
