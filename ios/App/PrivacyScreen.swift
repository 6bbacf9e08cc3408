// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI

/// Hides its content while the app is not active, because the system stores a snapshot of each screen for the
/// app switcher on the disk. A sheet is drawn above the screen below it, so each sheet needs its own.
struct PrivacyScreened<Content: View>: View {
    @Environment(\.scenePhase) private var phase
    @ViewBuilder let content: () -> Content

    var body: some View {
        content().overlay { if phase != .active { PrivacyScreen() } }
    }
}

/// What the app switcher's snapshot shows instead of the screen.
private struct PrivacyScreen: View {
    var body: some View {
        ZStack {
            Rectangle().fill(.background).ignoresSafeArea()
            Label("app.name", systemImage: "checkmark.rectangle.stack").font(.title)
        }
        .accessibilityHidden(true)
    }
}
