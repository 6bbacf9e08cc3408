// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// The private log: locked, listed, filtered, erased, handed out as evidence.
struct LogView: View {
    @Environment(AppModel.self) private var app
    @Environment(\.isSceneCaptured) private var captured
    let core: Core
    let device: Device
    @State private var model: LogModel?

    var body: some View {
        Group {
            if captured {
                // Nothing of the log is shown to someone who looks on.
                ContentUnavailableView("log.hidden-while-shared", systemImage: "eye.slash")
            } else if app.lock.isLocked {
                // Not only covered: the words searched for would stand in the bar above the cover.
                Text("log.unlock-reason")
            } else if let model {
                LogList(model: model)
            } else {
                ProgressView()
            }
        }
        .navigationTitle("screen.log")
        .task(id: app.lock.isLocked) {
            let model = self.model ?? LogModel(core: core, device: device, lock: app.lock)
            self.model = model
            if app.lock.isLocked { model.close() } else { await model.load() }
        }
    }
}

private struct LogList: View {
    @Bindable var model: LogModel
    @State private var words = ""
    @State private var erasing = false
    @State private var exporting = false

    var body: some View {
        List {
            switch model.state {
            case .locked: Text("log.unlock-reason")
            case .working: WorkingRow()
            case .empty: Text("log.empty")
            case .nothingFits: Text("log.nothing-fits")
            case .failed(let trouble): TroubleRow(trouble: trouble)
            case .lines(let lines, let more):
                if !model.selected.isEmpty { Text("log.selected \(model.selected.count)").font(.headline) }
                ForEach(lines, id: \.entry) { line in row(line) }
                if more { ProgressView().task { await model.more() } }
            }
        }
        .searchable(text: $words, prompt: "log.search")
        .onSubmit(of: .search) { Task { await narrow { $0.search = words.isEmpty ? nil : words } } }
        .toolbar {
            ToolbarItem(placement: .primaryAction) { menu }
        }
        .confirmationDialog("log.erase-ask", isPresented: $erasing, titleVisibility: .visible) {
            Button("log.erase", role: .destructive) { Task { await model.erase(evidenceToo: false) } }
            Button("log.erase-evidence-too", role: .destructive) {
                Task { await model.erase(evidenceToo: true) }
            }
            Button("action.cancel", role: .cancel) {}
        }
        .sheet(isPresented: $exporting) {
            ExportView(export: { await model.export(ownDetails: $0, pictures: $1) }, end: model.endExport)
        }
        .troubled(model.trouble) { model.dismissTrouble() }
    }

    private func row(_ line: LogLine) -> some View {
        NavigationLink(value: Screen.entry(line.entry)) {
            VStack(alignment: .leading, spacing: 4) {
                HStack {
                    VerdictMark(verdict: line.verdict)
                    if line.evidence {
                        Image(systemName: "archivebox.fill").accessibilityLabel("log.is-evidence")
                    }
                    if model.selected.contains(line.entry) {
                        Image(systemName: "checkmark.circle.fill").accessibilityLabel("action.select")
                    }
                }
                Text(verbatim: line.title).lineLimit(3)
                if !line.why.isEmpty {
                    Text(verbatim: line.why).font(.subheadline).foregroundStyle(.secondary)
                }
                if !line.note.isEmpty { Text(verbatim: line.note).font(.subheadline) }
                Text(verbatim: line.time.shown).font(.footnote).foregroundStyle(.secondary)
            }
        }
        .swipeActions(edge: .trailing) {
            Button("action.delete", role: .destructive) { Task { await model.delete(line) } }
        }
        .swipeActions(edge: .leading) {
            Button("action.select") { model.toggle(line) }
        }
    }

    private var menu: some View {
        Menu("log.more", systemImage: "ellipsis.circle") {
            Picker("log.filter-verdict", selection: verdict) {
                Text("log.all").tag(Verdict?.none)
                ForEach([Verdict.danger, .caution, .nothingFound, .unreadable], id: \.self) { verdict in
                    Text(verdict.word).tag(Verdict?.some(verdict))
                }
            }
            if !model.labels.isEmpty {
                Picker("log.filter-label", selection: label) {
                    Text("log.all").tag(String?.none)
                    ForEach(model.labels, id: \.self) { Text(verbatim: $0).tag(String?.some($0)) }
                }
            }
            Toggle("log.only-evidence", isOn: evidence)
            Button("log.export", systemImage: "square.and.arrow.up") { exporting = true }
                .disabled(model.selected.isEmpty)
            Button("log.erase", systemImage: "trash", role: .destructive) { erasing = true }
        }
        .disabled(model.state == .locked)
    }

    private var verdict: Binding<Verdict?> {
        Binding(get: { model.filter.verdict }, set: { new in Task { await narrow { $0.verdict = new } } })
    }

    private var label: Binding<String?> {
        Binding(get: { model.filter.label }, set: { new in Task { await narrow { $0.label = new } } })
    }

    private var evidence: Binding<Bool> {
        Binding(
            get: { model.filter.evidence == true },
            set: { new in Task { await narrow { $0.evidence = new ? true : nil } } })
    }

    private func narrow(_ edit: (inout LogFilter) -> Void) async {
        var filter = model.filter
        edit(&filter)
        await model.narrow(filter)
    }
}

extension Moment {
    /// In the hour that the person's clock showed then.
    var shown: String {
        date.formatted(Date.FormatStyle(date: .abbreviated, time: .shortened, timeZone: zone))
    }
}

/// Asks what goes into the evidence, makes the file, and hands it to the share sheet.
struct ExportView: View {
    let export: @MainActor (_ ownDetails: Bool, _ pictures: Bool) async -> URL?
    /// Removes the file.
    let end: @MainActor () -> Void
    @Environment(\.dismiss) private var dismiss
    @State private var ownDetails = false
    @State private var pictures = true
    @State private var file: URL?
    @State private var working = false

    var body: some View {
        Covered { choices }.onDisappear { end() }
    }

    private var choices: some View {
        NavigationStack {
            Form {
                Section {
                    Toggle("export.pictures", isOn: $pictures)
                    Toggle("export.own-details", isOn: $ownDetails)
                } footer: {
                    Text("export.look-first")
                }
                Section {
                    if let file {
                        ShareLink(item: file) {
                            Label("export.hand-over", systemImage: "square.and.arrow.up")
                        }
                    } else if working {
                        WorkingRow()
                    } else {
                        Button("export.make") { Task { await make() } }
                    }
                }
            }
            .navigationTitle("log.export")
            .toolbar {
                ToolbarItem(placement: .confirmationAction) {
                    Button("action.done") { dismiss() }
                }
            }
            .onChange(of: pictures) { file = nil }
            .onChange(of: ownDetails) { file = nil }
        }
    }

    private func make() async {
        working = true
        file = await export(ownDetails, pictures)
        working = false
        if file == nil { dismiss() }
    }
}
