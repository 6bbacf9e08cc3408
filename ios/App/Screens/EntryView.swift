// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// One entry of the log in full.
struct EntryView: View {
    private let lock: LogLock
    @Environment(\.dismiss) private var dismiss
    @Environment(\.isSceneCaptured) private var captured
    @State private var model: EntryModel
    @State private var picked: Int?
    @State private var deleting = false
    @State private var exporting = false

    init(_ id: Int64, core: Core, device: Device, lock: LogLock) {
        self.lock = lock
        _model = State(initialValue: EntryModel(id, core: core, device: device, lock: lock))
    }

    var body: some View {
        List {
            if captured {
                Text("log.hidden-while-shared")
            } else {
                switch model.state {
                case .locked: Text("log.unlock-reason")
                case .working: WorkingRow()
                case .gone: Text("entry.gone")
                case .failed(let trouble): TroubleRow(trouble: trouble)
                case .entry(let entry, let answer): shown(entry, answer)
                }
            }
        }
        .navigationTitle("screen.entry")
        .task(id: lock.isLocked) {
            if lock.isLocked { close() } else { await model.load() }
        }
        .troubled(model.trouble) { model.dismissTrouble() }
        .confirmationDialog("entry.delete-ask", isPresented: $deleting, titleVisibility: .visible) {
            Button("action.delete", role: .destructive) { Task { await model.delete() } }
            Button("action.cancel", role: .cancel) {}
        }
        .sheet(isPresented: $exporting) {
            ExportView(export: { await model.export(ownDetails: $0, pictures: $1) }, end: model.endExport)
        }
    }

    /// The cover of the lock stands below sheets and dialogs: they go.
    private func close() {
        exporting = false
        deleting = false
        model.close()
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
