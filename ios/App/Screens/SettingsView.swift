// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import UIKit
import YankaKit

/// What is kept and for how long, the lock, reading aloud. Language and type size are the phone's own.
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
        .troubled(model?.trouble) { model?.dismissTrouble() }
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
                isOn: Binding(get: { model.settings.readAloud }, set: { model.set(readAloud: $0) }))
            Toggle(
                "settings.lock-log",
                isOn: Binding(get: { model.settings.lockLog }, set: { on in Task { await lock(on) } })
            )
            .disabled(!model.canLock || model.confirming)
        } footer: {
            if !model.canLock { Text("settings.no-lock") }
        }
        Section {
            switch model.log {
            case .empty, .working: WorkingRow()
            case .failed(let trouble): TroubleRow(trouble: trouble)
            case .ready(let log):
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

    private func lock(_ on: Bool) async {
        await model.set(lockLog: on, because: String(localized: "log.unlock-reason"))
    }

    private func keep(_ log: SettingsModel.LogSettings) -> Binding<Keep> {
        Binding(get: { log.keep }, set: { keep in Task { await model.choose(keep) } })
    }

    private func retention(_ log: SettingsModel.LogSettings) -> Binding<Retention> {
        Binding(get: { log.retention }, set: { retention in Task { await model.choose(retention) } })
    }
}
