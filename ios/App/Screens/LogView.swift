// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// The log, hidden while it is locked or the screen is captured.
struct LogView: View {
    @Environment(AppModel.self) private var app
    @Environment(\.isSceneCaptured) private var isCaptured
    let core: Core
    let device: Device
    @State private var model: LogModel?

    var body: some View {
        Group {
            if isCaptured {
                // A scammer may see the screen.
                ContentUnavailableView("log.hidden-while-shared", systemImage: "eye.slash")
            } else if app.lock.isLocked {
                // Not only covered: the search bar above the overlay would show the search text.
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
            if app.lock.isLocked { model.clear() } else { await model.load() }
        }
    }
}

private struct LogList: View {
    @Bindable var model: LogModel
    @State private var query = ""
    @State private var isConfirmingErase = false
    @State private var isExporting = false

    var body: some View {
        List {
            switch model.state {
            case .locked: Text("log.unlock-reason")
            case .loading: LoadingRow()
            case .empty: Text("log.empty")
            case .noMatches: Text("log.nothing-fits")
            case .failed(let failure): ErrorRow(failure: failure)
            case .lines(let lines, let hasMore):
                if !model.selected.isEmpty { Text("log.selected \(model.selected.count)").font(.headline) }
                ForEach(lines, id: \.entry) { line in row(line) }
                if hasMore { ProgressView().task { await model.loadMore() } }
            }
        }
        .searchable(text: $query, prompt: "log.search")
        .onSubmit(of: .search) { Task { await setFilter { $0.search = query.isEmpty ? nil : query } } }
        .toolbar {
            ToolbarItem(placement: .primaryAction) { menu }
        }
        .confirmationDialog("log.erase-ask", isPresented: $isConfirmingErase, titleVisibility: .visible) {
            Button("log.erase", role: .destructive) { Task { await model.erase(includingEvidence: false) } }
            Button("log.erase-evidence-too", role: .destructive) {
                Task { await model.erase(includingEvidence: true) }
            }
            Button("action.cancel", role: .cancel) {}
        }
        .sheet(isPresented: $isExporting) {
            ExportView(export: { await model.export(ownDetails: $0, pictures: $1) }, onClose: model.endExport)
        }
        .errorAlert(model.failure) { model.dismissFailure() }
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
                Text(verbatim: line.time.formatted).font(.footnote).foregroundStyle(.secondary)
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
                    Text(verdict.label).tag(Verdict?.some(verdict))
                }
            }
            if !model.labels.isEmpty {
                Picker("log.filter-label", selection: label) {
                    Text("log.all").tag(String?.none)
                    ForEach(model.labels, id: \.self) { Text(verbatim: $0).tag(String?.some($0)) }
                }
            }
            Toggle("log.only-evidence", isOn: evidence)
            Button("log.export", systemImage: "square.and.arrow.up") { isExporting = true }
                .disabled(model.selected.isEmpty)
            Button("log.erase", systemImage: "trash", role: .destructive) { isConfirmingErase = true }
        }
        .disabled(model.state == .locked)
    }

    private var verdict: Binding<Verdict?> {
        Binding(get: { model.filter.verdict }, set: { new in Task { await setFilter { $0.verdict = new } } })
    }

    private var label: Binding<String?> {
        Binding(get: { model.filter.label }, set: { new in Task { await setFilter { $0.label = new } } })
    }

    private var evidence: Binding<Bool> {
        Binding(
            get: { model.filter.evidence == true },
            set: { new in Task { await setFilter { $0.evidence = new ? true : nil } } })
    }

    private func setFilter(_ edit: (inout LogFilter) -> Void) async {
        var filter = model.filter
        edit(&filter)
        await model.setFilter(filter)
    }
}

extension Moment {
    /// In the time zone at recording.
    var formatted: String {
        date.formatted(Date.FormatStyle(date: .abbreviated, time: .shortened, timeZone: zone))
    }
}

/// Asks what the evidence includes, writes the file and offers it to the share sheet.
struct ExportView: View {
    let export: @MainActor (_ ownDetails: Bool, _ pictures: Bool) async -> URL?
    /// Removes the file.
    let onClose: @MainActor () -> Void
    @Environment(\.dismiss) private var dismiss
    @State private var ownDetails = false
    @State private var pictures = true
    @State private var file: URL?
    @State private var isWriting = false

    var body: some View {
        PrivacyScreened { form }.onDisappear { onClose() }
    }

    private var form: some View {
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
                    } else if isWriting {
                        LoadingRow()
                    } else {
                        Button("export.make") { Task { await write() } }
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

    private func write() async {
        isWriting = true
        file = await export(ownDetails, pictures)
        isWriting = false
        if file == nil { dismiss() }
    }
}
