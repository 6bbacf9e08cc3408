// Type-checked on Linux against stubs; runs on an iPhone only.
import PhotosUI
import SwiftUI
import YankaKit

/// The home screen: the ways to import a subject, then the other screens.
struct HomeView: View {
    @Environment(AppModel.self) private var model
    @Environment(\.isSceneCaptured) private var isCaptured
    @State private var item: PhotosPickerItem?
    @State private var isCameraPresented = false
    @State private var isShareHintPresented = false
    @State private var isTextEntryPresented = false

    var body: some View {
        @Bindable var model = model
        List {
            if isCaptured { screenCaptureWarning }
            status
            importOptions
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
        .dropDestination(for: TransferableInput.self) { items, _ in
            guard let input = items.first?.input else { return false }
            Task { await model.startCheck(input) }
            return true
        }
        .photosPicker(
            isPresented: $model.isPhotoPickerPresented, selection: $item, matching: .images,
            preferredItemEncoding: .compatible
        )
        .onChange(of: item) { Task { await check(item) } }
        .fullScreenCover(isPresented: $isCameraPresented) {
            PrivacyScreened {
                CameraView { photo in
                    isCameraPresented = false
                    if let photo { Task { await model.startCheck(.photo(photo)) } }
                }
                .ignoresSafeArea()
            }
        }
        .sheet(isPresented: $isShareHintPresented) { ShareHintView() }
        .sheet(isPresented: $isTextEntryPresented) {
            PrivacyScreened {
                TextEntryView { text in
                    isTextEntryPresented = false
                    Task { await model.startCheck(.text(text)) }
                }
            }
        }
    }

    private var importOptions: some View {
        Section {
            Button {
                model.isPhotoPickerPresented = true
            } label: {
                ImportOptionRow(
                    title: "home.photo", more: "home.photo-more", symbolName: "photo.on.rectangle")
            }
            VStack(alignment: .leading, spacing: 8) {
                ImportOptionRow(title: "home.paste", more: "home.paste-more", symbolName: "doc.on.clipboard")
                PasteButton(payloadType: TransferableInput.self) { items in
                    guard let input = items.first?.input else { return }
                    Task { @MainActor in await model.startCheck(input) }
                }
                .controlSize(.large)
            }
            Button {
                isShareHintPresented = true
            } label: {
                ImportOptionRow(
                    title: "home.share", more: "home.share-more", symbolName: "square.and.arrow.up")
            }
            Button {
                isTextEntryPresented = true
            } label: {
                Label("home.type", systemImage: "keyboard")
            }
            if CameraView.available {
                Button {
                    isCameraPresented = true
                } label: {
                    ImportOptionRow(title: "home.camera", more: "home.camera-more", symbolName: "camera")
                }
            }
        }
        .disabled(model.core == nil)
    }

    /// Shown while the screen is recorded or shared: a scammer may be watching.
    private var screenCaptureWarning: some View {
        Section {
            NavigationLink(value: Screen.emergency) {
                Label("home.screen-shared", systemImage: "rectangle.inset.filled.and.person.filled")
                    .font(.title3.bold())
                    .foregroundStyle(.white)
            }
            .listRowBackground(Verdict.danger.backgroundColor)
        }
    }

    @ViewBuilder private var status: some View {
        switch model.state {
        case .opening: Section { LoadingRow() }
        case .ready: EmptyView()
        case .withoutLog(let failure):
            Section {
                ErrorRow(failure: failure)
                if failure.kind == .journalKeyWrong { NewLogButton() }
            }
        case .failed(let failure): Section { ErrorRow(failure: failure) }
        }
        ForEach(model.notices, id: \.notice) { notice in
            Section {
                Text(verbatim: notice.text)
                Button("action.ok") { model.dismiss(notice) }
            }
        }
        if let importedEntry = model.importedEntry {
            Section {
                NavigationLink(value: Screen.entry(importedEntry)) {
                    Label("home.arrived", systemImage: "tray.and.arrow.down")
                }
            }
        }
    }

    private func row(_ screen: Screen, _ title: LocalizedStringKey, _ symbolName: String) -> some View {
        NavigationLink(value: screen) { Label(title, systemImage: symbolName) }
            .disabled(model.core == nil)
            .accessibilityIdentifier("home.\(screen)")
    }

    private func check(_ item: PhotosPickerItem?) async {
        guard let item else { return }
        self.item = nil
        // The core describes the empty content of a picture that cannot be loaded.
        let data = (try? await item.loadTransferable(type: Data.self)) ?? Data()
        await model.startCheck(.photo(data))
    }
}

/// One way to import a subject.
private struct ImportOptionRow: View {
    let title: LocalizedStringKey
    let more: LocalizedStringKey
    let symbolName: String

    var body: some View {
        Label {
            VStack(alignment: .leading, spacing: 2) {
                Text(title).font(.title2.bold())
                Text(more).font(.subheadline).foregroundStyle(.secondary)
            }
        } icon: {
            Image(systemName: symbolName).font(.title)
        }
        .padding(.vertical, 10)
        .frame(maxWidth: .infinity, alignment: .leading)
        .accessibilityElement(children: .combine)
    }
}

/// Begins a new log where the key no longer opens the old one. Asks first, because the app cannot undo it.
private struct NewLogButton: View {
    @Environment(AppModel.self) private var model
    @State private var isConfirming = false

    var body: some View {
        Button("log.begin-new", role: .destructive) { isConfirming = true }
            .confirmationDialog("log.begin-new-ask", isPresented: $isConfirming, titleVisibility: .visible) {
                Button("log.begin-new", role: .destructive) { Task { await model.beginNewLog() } }
                Button("action.cancel", role: .cancel) {}
            }
    }
}

/// For typing a text, such as one on a card or on another screen.
struct TextEntryView: View {
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

/// How to share a picture or a message from a chat.
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
