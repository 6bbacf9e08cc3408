// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// "Where are you now?", and the steps by urgency.
struct SituationView: View {
    @Environment(AppModel.self) private var app
    @State private var model: SituationModel

    init(core: Core, device: Device) {
        _model = State(initialValue: SituationModel(core: core, device: device))
    }

    var body: some View {
        List {
            switch model.state {
            case .loading: LoadingRow()
            case .failed(let failure): ErrorRow(failure: failure)
            case .choosing(let choices): choosing(choices)
            case .advice(let advice): content(advice)
            }
        }
        .navigationTitle("screen.situation")
        .task { if model.choices.isEmpty { await model.load() } }
        .onChange(of: model.chosen) { app.situations = model.chosen }
    }

    @ViewBuilder private func choosing(_ choices: [SituationChoice]) -> some View {
        if model.isEmergency {
            Section {
                NavigationLink(value: Screen.emergency) {
                    Label("screen.emergency", systemImage: "phone.down.fill").font(.title3.bold())
                }
            }
        }
        Section("situation.choose") {
            ForEach(choices, id: \.situation) { choice in
                Button {
                    model.toggle(choice.situation)
                } label: {
                    Label {
                        Text(verbatim: choice.label).foregroundStyle(.primary)
                    } icon: {
                        Image(
                            systemName: model.chosen.contains(choice.situation)
                                ? "checkmark.square.fill" : "square")
                    }
                    .frame(maxWidth: .infinity, minHeight: 44, alignment: .leading)
                }
                .accessibilityAddTraits(model.chosen.contains(choice.situation) ? .isSelected : [])
            }
        }
        Section {
            Button("situation.show-steps") { Task { await model.showSteps() } }
                .buttonStyle(.borderedProminent)
                .controlSize(.large)
                .disabled(model.chosen.isEmpty)
        }
    }

    @ViewBuilder private func content(_ advice: SituationModel.GroupedAdvice) -> some View {
        ForEach(advice.groups, id: \.urgency) { group in
            Section(group.urgency.label) {
                ForEach(group.steps, id: \.id) { step in
                    StepRow(
                        step: step, hotlines: advice.dialableHotlines(of: step),
                        isDone: model.completedSteps.contains(step.id),
                        toggleDone: { model.toggleCompleted(step) }, call: { model.call($0) })
                }
            }
        }
        if !advice.page.hotlines.isEmpty {
            Section("result.official-numbers") {
                ForEach(advice.page.hotlines, id: \.id) { hotline in
                    HotlineRow(hotline: hotline) { model.call($0) }
                }
            }
        }
        Section {
            Button("action.read-aloud", systemImage: "speaker.wave.2") { model.readAloud() }
            NavigationLink(value: Screen.scripts) { Label("screen.scripts", systemImage: "text.bubble") }
            Button("situation.change") { model.back() }
        }
    }
}
