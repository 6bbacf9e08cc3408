// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI

/// Hides its content while the app is not in front. The system pictures each screen for the app switcher and
/// writes that picture to the disk. A sheet stands above the screen below, so it needs a cover of its own.
struct Covered<Content: View>: View {
    @Environment(\.scenePhase) private var phase
    @ViewBuilder let content: () -> Content

    var body: some View {
        content().overlay { if phase != .active { Cover() } }
    }
}

/// What the app switcher shows instead of the screen.
private struct Cover: View {
    var body: some View {
        ZStack {
            Rectangle().fill(.background).ignoresSafeArea()
            Label("app.name", systemImage: "checkmark.rectangle.stack").font(.title)
        }
        .accessibilityHidden(true)
    }
}
