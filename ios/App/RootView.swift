// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// Home, where it goes to, and the cover that hides it all in the app switcher.
struct RootView: View {
    @Environment(AppModel.self) private var model
    @Environment(QuickActions.self) private var actions
    @Environment(\.scenePhase) private var phase

    var body: some View {
        @Bindable var model = model
        Covered {
            NavigationStack(path: $model.path) {
                HomeView()
                    .navigationDestination(for: Screen.self) { screen in
                        if let core = model.core {
                            Destination(screen: screen, core: core, device: model.device)
                        }
                    }
            }
        }
        .fullScreenCover(isPresented: firstRun) { FirstRunView { model.firstRunDone() } }
        .onOpenURL { url in Task { await open(url) } }
        .onChange(of: actions.waiting, initial: true) { perform() }
        .onChange(of: model.state) { perform() }
        .onChange(of: phase) {
            if phase == .background { model.wentToBackground() }
            if phase == .active { Task { await model.takeIn() } }
        }
    }

    private var firstRun: Binding<Bool> {
        Binding(
            get: { !model.settings.firstRunDone && model.core != nil && model.path.isEmpty },
            set: { if !$0 { model.firstRunDone() } })
    }

    private func perform() {
        guard model.core != nil, let action = actions.waiting else { return }
        actions.waiting = nil
        model.perform(action)
    }

    /// A rule file from Files or a chat; anything else that is opened is a picture.
    private func open(_ url: URL) async {
        let scoped = url.startAccessingSecurityScopedResource()
        defer { if scoped { url.stopAccessingSecurityScopedResource() } }
        guard url.isFileURL else { return }
        let bytes = await Task.detached { (try? Data(contentsOf: url)) ?? Data() }.value
        Leftovers.removeCopy(url, in: model.device.places)
        if url.pathExtension == Leftovers.ruleFile {
            model.bring(rules: bytes)
        } else {
            await model.begin(.photo(bytes))
        }
    }
}

/// Draws the screen that was gone to.
struct Destination: View {
    @Environment(AppModel.self) private var model
    let screen: Screen
    let core: Core
    let device: Device
    /// Whether the content was built: never before the lock was open, as after a restored navigation.
    @State private var built = false

    var body: some View {
        ZStack { if built || !closed { content } }
            .accessibilityHidden(closed)
            .overlay { if closed { LockedCover() } }
            .onChange(of: closed, initial: true) { if !closed { built = true } }
    }

    /// A screen that the lock closes again is covered and stays, with what was typed. Its model shows nothing.
    private var closed: Bool { !model.shows(screen) }

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

/// What shows of the log while its lock is closed: a button.
private struct LockedCover: View {
    @Environment(AppModel.self) private var model

    var body: some View {
        ZStack {
            Rectangle().fill(.background).ignoresSafeArea()
            Button("log.unlock", systemImage: "lock.open") { unlock() }
                .buttonStyle(.borderedProminent)
                .controlSize(.large)
        }
        .task { await model.lock.unlock(because: String(localized: "log.unlock-reason")) }
    }

    private func unlock() {
        Task { await model.lock.unlock(because: String(localized: "log.unlock-reason")) }
    }
}
