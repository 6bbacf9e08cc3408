// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// The navigation stack, and the entry points from outside: quick actions, opened files, the share extension.
struct RootView: View {
    @Environment(AppModel.self) private var model
    @Environment(QuickActions.self) private var actions
    @Environment(\.scenePhase) private var phase

    var body: some View {
        @Bindable var model = model
        PrivacyScreened {
            NavigationStack(path: $model.path) {
                HomeView()
                    .navigationDestination(for: Screen.self) { screen in
                        if let core = model.core {
                            ScreenView(screen: screen, core: core, device: model.device)
                        }
                    }
            }
        }
        .fullScreenCover(isPresented: firstRun) { FirstRunView { model.finishFirstRun() } }
        .onOpenURL { url in Task { await open(url) } }
        .onChange(of: actions.pending, initial: true) { perform() }
        .onChange(of: model.state) { perform() }
        .onChange(of: phase) {
            if phase == .background { model.didEnterBackground() }
            if phase == .active { Task { await model.importSharedItem() } }
        }
    }

    private var firstRun: Binding<Bool> {
        Binding(
            get: { !model.settings.firstRunDone && model.core != nil && model.path.isEmpty },
            set: { if !$0 { model.finishFirstRun() } })
    }

    private func perform() {
        guard model.core != nil, let action = actions.pending else { return }
        actions.pending = nil
        model.perform(action)
    }

    /// Opens a document from another app: a rule pack, or else a picture.
    private func open(_ url: URL) async {
        let scoped = url.startAccessingSecurityScopedResource()
        defer { if scoped { url.stopAccessingSecurityScopedResource() } }
        guard url.isFileURL else { return }
        let bytes = await Task.detached { (try? Data(contentsOf: url)) ?? Data() }.value
        FileCleanup.removeSystemCopy(url, in: model.device.directories)
        if url.pathExtension == FileCleanup.rulePackExtension {
            model.openRulePack(bytes)
        } else {
            await model.startCheck(.photo(bytes))
        }
    }
}

/// The view of a screen, hidden while the log's lock forbids it.
struct ScreenView: View {
    @Environment(AppModel.self) private var model
    let screen: Screen
    let core: Core
    let device: Device
    /// Whether the content was built. It is not built while locked, as after a restored navigation.
    @State private var isBuilt = false

    var body: some View {
        ZStack { if isBuilt || !isLocked { content } }
            .accessibilityHidden(isLocked)
            .overlay { if isLocked { LockedLogOverlay() } }
            .onChange(of: isLocked, initial: true) { if !isLocked { isBuilt = true } }
    }

    /// A screen that is locked again is covered but keeps its state, such as typed text. Its model shows no
    /// content.
    private var isLocked: Bool { !model.canShow(screen) }

    @ViewBuilder private var content: some View {
        switch screen {
        case .result: ResultView()
        case .situation: SituationView(core: core, device: device)
        case .emergency: EmergencyView(core: core, device: device)
        case .numbers: NumbersView(core: core, device: device)
        case .log: LogView(core: core, device: device)
        case .entry(let id): EntryView(id, core: core, device: device, lock: model.lock)
        case .timeline(let entry, let step):
            TimelineView(entry: entry, step: step, core: core, device: device, lock: model.lock)
        case .rules: RulesView(core: core, device: device)
        case .checklist: ChecklistView(core: core)
        case .questions: QuestionsView(core: core, device: device)
        case .scripts: ScriptsView(core: core, device: device)
        case .script(let id): ScriptView(id, core: core, device: device)
        case .ownRules: OwnRulesView(core: core, device: device)
        case .pages: PagesView(core: core, device: device)
        case .page(let id): PageView(id, core: core, device: device)
        case .settings: SettingsView(core: core, device: device)
        case .about: AboutView(core: core)
        }
    }
}

/// Covers a screen of the log while it is locked, with a button to unlock it.
private struct LockedLogOverlay: View {
    @Environment(AppModel.self) private var model

    var body: some View {
        ZStack {
            Rectangle().fill(.background).ignoresSafeArea()
            Button("log.unlock", systemImage: "lock.open") { unlock() }
                .buttonStyle(.borderedProminent)
                .controlSize(.large)
        }
        .task { await model.lock.unlock(reason: String(localized: "log.unlock-reason")) }
    }

    private func unlock() {
        Task { await model.lock.unlock(reason: String(localized: "log.unlock-reason")) }
    }
}
