// Type-checked on Linux against stubs; runs on an iPhone only.
import PhotosUI
import SwiftUI
import YankaKit

/// Three big ways in, and what else there is below them.
struct HomeView: View {
    @Environment(AppModel.self) private var model
    @Environment(\.isSceneCaptured) private var captured
    @State private var item: PhotosPickerItem?
    @State private var camera = false
    @State private var hint = false
    @State private var typing = false

    var body: some View {
        @Bindable var model = model
        List {
            if captured { sharing }
            trouble
            ways
            Section("home.now") {
                row(.emergency, "screen.emergency", "phone.down.fill")
                row(.situation, "screen.situation", "figure.walk")
                row(.questions, "screen.questions", "questionmark.bubble")
            }
            Section("home.more") {
                row(.numbers, "screen.numbers", "phone.badge.checkmark")
                row(.checklist, "screen.checklist", "checklist")
                row(.scripts, "screen.scripts", "text.bubble")
                row(.pages, "screen.pages", "book")
                row(.log, "screen.log", "lock.doc")
            }
            Section("home.app") {
                row(.ownRules, "screen.own-rules", "hand.raised")
                row(.rules, "screen.rules", "checkmark.seal")
                row(.settings, "screen.settings", "gearshape")
                row(.about, "screen.about", "info.circle")
            }
        }
        .navigationTitle("app.name")
        .dropDestination(for: Handed.self) { items, _ in
            guard let given = items.first?.given else { return false }
            Task { await model.begin(given) }
            return true
        }
        .photosPicker(
            isPresented: $model.wantsPhoto, selection: $item, matching: .images,
            preferredItemEncoding: .compatible
        )
        .onChange(of: item) { Task { await check(item) } }
        .fullScreenCover(isPresented: $camera) {
            Covered {
                CameraView { photo in
                    camera = false
                    if let photo { Task { await model.begin(.photo(photo)) } }
                }
                .ignoresSafeArea()
            }
        }
        .sheet(isPresented: $hint) { ShareHintView() }
        .sheet(isPresented: $typing) {
            Covered {
                TypeView { text in
                    typing = false
                    Task { await model.begin(.text(text)) }
                }
            }
        }
    }

    private var ways: some View {
        Section {
            Button {
                model.wantsPhoto = true
            } label: {
                Way(title: "home.photo", more: "home.photo-more", sign: "photo.on.rectangle")
            }
            VStack(alignment: .leading, spacing: 8) {
                Way(title: "home.paste", more: "home.paste-more", sign: "doc.on.clipboard")
                PasteButton(payloadType: Handed.self) { items in
                    guard let given = items.first?.given else { return }
                    Task { @MainActor in await model.begin(given) }
                }
                .controlSize(.large)
            }
            Button {
                hint = true
            } label: {
                Way(title: "home.share", more: "home.share-more", sign: "square.and.arrow.up")
            }
            Button {
                typing = true
            } label: {
                Label("home.type", systemImage: "keyboard")
            }
            if CameraView.available {
                Button {
                    camera = true
                } label: {
                    Way(title: "home.camera", more: "home.camera-more", sign: "camera")
                }
            }
        }
        .disabled(model.core == nil)
    }

    /// Someone may be looking on: say it first, and lead away from it.
    private var sharing: some View {
        Section {
            NavigationLink(value: Screen.emergency) {
                Label("home.screen-shared", systemImage: "rectangle.inset.filled.and.person.filled")
                    .font(.title3.bold())
                    .foregroundStyle(.white)
            }
            .listRowBackground(Verdict.danger.ground)
        }
    }

    @ViewBuilder private var trouble: some View {
        switch model.state {
        case .opening: Section { WorkingRow() }
        case .ready: EmptyView()
        case .withoutLog(let trouble):
            Section {
                TroubleRow(trouble: trouble)
                if trouble.kind == .journalKeyWrong { NewLogButton() }
            }
        case .failed(let trouble): Section { TroubleRow(trouble: trouble) }
        }
        ForEach(model.notices, id: \.notice) { notice in
            Section {
                Text(verbatim: notice.text)
                Button("action.ok") { model.dismiss(notice) }
            }
        }
        if let arrived = model.arrived {
            Section {
                NavigationLink(value: Screen.entry(arrived)) {
                    Label("home.arrived", systemImage: "tray.and.arrow.down")
                }
            }
        }
    }

    private func row(_ screen: Screen, _ title: LocalizedStringKey, _ sign: String) -> some View {
        NavigationLink(value: screen) { Label(title, systemImage: sign) }
            .disabled(model.core == nil)
            .accessibilityIdentifier("home.\(screen)")
    }

    private func check(_ item: PhotosPickerItem?) async {
        guard let item else { return }
        self.item = nil
        // What cannot be loaded is described by the core as what it is: no picture.
        let data = (try? await item.loadTransferable(type: Data.self)) ?? Data()
        await model.begin(.photo(data))
    }
}

/// One big way in.
private struct Way: View {
    let title: LocalizedStringKey
    let more: LocalizedStringKey
    let sign: String

    var body: some View {
        Label {
            VStack(alignment: .leading, spacing: 2) {
                Text(title).font(.title2.bold())
                Text(more).font(.subheadline).foregroundStyle(.secondary)
            }
        } icon: {
            Image(systemName: sign).font(.title)
        }
        .padding(.vertical, 10)
        .frame(maxWidth: .infinity, alignment: .leading)
        .accessibilityElement(children: .combine)
    }
}

/// Gives up a log that cannot be read any more; asked twice, because it cannot be undone.
private struct NewLogButton: View {
    @Environment(AppModel.self) private var model
    @State private var asking = false

    var body: some View {
        Button("log.begin-new", role: .destructive) { asking = true }
            .confirmationDialog("log.begin-new-ask", isPresented: $asking, titleVisibility: .visible) {
                Button("log.begin-new", role: .destructive) { Task { await model.beginNewLog() } }
                Button("action.cancel", role: .cancel) {}
            }
    }
}

/// For whoever reads the words off a card or a screen.
struct TypeView: View {
    let check: @MainActor (String) -> Void
    @Environment(\.dismiss) private var dismiss
    @State private var text = ""

    var body: some View {
        NavigationStack {
            Form {
                TextField("home.type-hint", text: $text, axis: .vertical)
                Button("action.check") { check(text) }
                    .buttonStyle(.borderedProminent)
                    .controlSize(.large)
                    .disabled(text.allSatisfy(\.isWhitespace))
            }
            .navigationTitle("home.type")
            .toolbar {
                ToolbarItem(placement: .cancellationAction) {
                    Button("action.cancel") { dismiss() }
                }
            }
        }
    }
}

/// How a picture or a message comes here out of a chat.
struct ShareHintView: View {
    @Environment(\.dismiss) private var dismiss

    var body: some View {
        NavigationStack {
            List {
                Label("share-hint.1", systemImage: "1.circle")
                Label("share-hint.2", systemImage: "2.circle")
                Label("share-hint.3", systemImage: "3.circle")
            }
            .navigationTitle("home.share")
            .toolbar {
                ToolbarItem(placement: .confirmationAction) {
                    Button("action.done") { dismiss() }
                }
            }
        }
    }
}
