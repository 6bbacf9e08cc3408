// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// One entry of the log in full.
struct EntryView: View {
    @Environment(\.dismiss) private var dismiss
    @Environment(\.isSceneCaptured) private var captured
    @State private var model: EntryModel
    @State private var picked: Int?
    @State private var deleting = false
    @State private var exporting = false

    init(_ id: Int64, core: Core, device: Device) {
        _model = State(initialValue: EntryModel(id, core: core, device: device))
    }

    var body: some View {
        List {
            if captured {
                Text("log.hidden-while-shared")
            } else {
                switch model.state {
                case .working: WorkingRow()
                case .gone: Text("entry.gone")
                case .failed(let trouble): TroubleRow(trouble: trouble)
                case .entry(let entry, let answer): shown(entry, answer)
                }
            }
        }
        .navigationTitle("screen.entry")
        .task { await model.load() }
        .troubled(model.trouble) { model.dismissTrouble() }
        .confirmationDialog("entry.delete-ask", isPresented: $deleting, titleVisibility: .visible) {
            Button("action.delete", role: .destructive) { Task { await model.delete() } }
            Button("action.cancel", role: .cancel) {}
        }
        .sheet(isPresented: $exporting) {
            ExportView { details, pictures in await model.export(ownDetails: details, pictures: pictures) }
        }
    }

    @ViewBuilder private func shown(_ entry: LogEntry, _ answer: Answer) -> some View {
        Section {
            Text(verbatim: entry.line.time.shown)
            TextField("entry.note", text: $model.note, axis: .vertical)
                .onSubmit { Task { await model.saveNote() } }
            TextField("entry.label", text: $model.label)
                .onSubmit { Task { await model.saveLabel() } }
            Button("entry.save") {
                Task {
                    await model.saveNote()
                    await model.saveLabel()
                }
            }
            .disabled(model.note == entry.line.note && model.label == entry.line.label)
        }
        AnswerBody(answer: answer, picked: $picked) { model.call($0) }
        Section("entry.timeline") {
            ForEach(entry.steps, id: \.step) { step in
                NavigationLink(value: Screen.timeline(entry: entry.line.entry, step: step)) {
                    VStack(alignment: .leading) {
                        Text(verbatim: step.time.shown).font(.footnote)
                        Text(
                            verbatim: [step.what, step.amount].filter { !$0.isEmpty }.joined(separator: " · ")
                        )
                    }
                }
                .swipeActions(edge: .trailing) {
                    Button("action.delete", role: .destructive) { Task { await model.remove(step) } }
                }
            }
            NavigationLink(value: Screen.timeline(entry: entry.line.entry, step: nil)) {
                Label("entry.add-step", systemImage: "plus")
            }
        }
        Section {
            if entry.line.evidence {
                Button("entry.release") { Task { await model.release() } }
            } else {
                Button("result.keep-evidence") { Task { await model.keepAsEvidence() } }
            }
            Button("log.export", systemImage: "square.and.arrow.up") { exporting = true }
            ShareLink(item: answer.warning) { Label("result.tell-family", systemImage: "person.2") }
            Button("action.delete", systemImage: "trash", role: .destructive) { deleting = true }
        }
    }
}
