// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// One log entry.
struct EntryView: View {
    private let lock: LogLock
    @Environment(\.dismiss) private var dismiss
    @Environment(\.isSceneCaptured) private var isCaptured
    @State private var model: EntryModel
    @State private var selectedCode: Int?
    @State private var isConfirmingDelete = false
    @State private var isExporting = false

    init(_ id: Int64, core: Core, device: Device, lock: LogLock) {
        self.lock = lock
        _model = State(initialValue: EntryModel(id, core: core, device: device, lock: lock))
    }

    var body: some View {
        List {
            if isCaptured {
                Text("log.hidden-while-shared")
            } else {
                switch model.state {
                case .locked: Text("log.unlock-reason")
                case .loading: LoadingRow()
                case .deleted: Text("entry.gone")
                case .failed(let failure): ErrorRow(failure: failure)
                case .entry(let entry, let result): content(entry, result)
                }
            }
        }
        .navigationTitle("screen.entry")
        .task(id: lock.isLocked) {
            if lock.isLocked { clear() } else { await model.load() }
        }
        .errorAlert(model.failure) { model.dismissFailure() }
        .confirmationDialog("entry.delete-ask", isPresented: $isConfirmingDelete, titleVisibility: .visible) {
            Button("action.delete", role: .destructive) { Task { await model.delete() } }
            Button("action.cancel", role: .cancel) {}
        }
        .sheet(isPresented: $isExporting) {
            ExportView(export: { await model.export(ownDetails: $0, pictures: $1) }, onClose: model.endExport)
        }
    }

    /// Closes sheets and dialogs too: the lock's overlay is drawn below them.
    private func clear() {
        isExporting = false
        isConfirmingDelete = false
        model.clear()
    }

    @ViewBuilder private func content(_ entry: LogEntry, _ result: CheckResult) -> some View {
        Section {
            Text(verbatim: entry.line.time.formatted)
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
        ResultContent(result: result, selectedCode: $selectedCode) { model.call($0) }
        Section("entry.timeline") {
            ForEach(entry.steps, id: \.step) { step in
                NavigationLink(value: Screen.timeline(entry: entry.line.entry, step: step)) {
                    VStack(alignment: .leading) {
                        Text(verbatim: step.time.formatted).font(.footnote)
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
            Button("log.export", systemImage: "square.and.arrow.up") { isExporting = true }
            ShareLink(item: result.familyWarning) { Label("result.tell-family", systemImage: "person.2") }
            Button("action.delete", systemImage: "trash", role: .destructive) { isConfirmingDelete = true }
        }
    }
}
