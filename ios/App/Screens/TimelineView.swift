// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// Edits one timeline step.
struct TimelineView: View {
    @Environment(\.dismiss) private var dismiss
    @State private var model: TimelineModel

    init(entry: Int64, step: TimelineStep?, core: Core, device: Device, lock: LogLock) {
        _model = State(
            initialValue: TimelineModel(entry: entry, step: step, core: core, device: device, lock: lock))
    }

    var body: some View {
        Form {
            Section {
                DatePicker("timeline.when", selection: $model.date)
                Picker("timeline.situation", selection: $model.situation) {
                    Text("timeline.not-said").tag(Situation?.none)
                    ForEach(model.choices, id: \.situation) { choice in
                        Text(verbatim: choice.label).tag(Situation?.some(choice.situation))
                    }
                }
                TextField("timeline.what", text: $model.what, axis: .vertical)
            }
            Section {
                TextField("timeline.amount", text: $model.amount)
                TextField("timeline.account", text: $model.account)
                TextField("timeline.order", text: $model.order)
                TextField("timeline.waybill", text: $model.waybill)
            }
            Section {
                switch model.state {
                case .saving: LoadingRow()
                case .editing, .saved: save
                case .failed(let failure):
                    ErrorRow(failure: failure)
                    save
                }
            }
        }
        .navigationTitle("screen.timeline")
        .task { await model.load() }
        .onChange(of: model.state) { if model.state == .saved { dismiss() } }
    }

    private var save: some View {
        Button("action.save") { Task { await model.save() } }.disabled(!model.canSave)
    }
}
