// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// The sentence of an error.
struct ErrorRow: View {
    let failure: UserFacingError

    var body: some View {
        Label {
            if failure.kind == nil { Text("error.unexpected") } else { Text(verbatim: failure.sentence) }
        } icon: {
            Image(systemName: "exclamationmark.circle")
        }
    }
}

/// Shown while a screen loads.
struct LoadingRow: View {
    var body: some View {
        ProgressView("state.working").frame(maxWidth: .infinity).padding()
    }
}

extension View {
    /// Shows `failure` as an alert.
    func errorAlert(_ failure: UserFacingError?, dismiss: @escaping @MainActor () -> Void) -> some View {
        alert(
            "error.title",
            isPresented: Binding(
                get: { failure != nil }, set: { shown in Task { @MainActor in if !shown { dismiss() } } }),
            presenting: failure
        ) { _ in
            Button("action.ok", role: .cancel) { dismiss() }
        } message: { failure in
            if failure.kind == nil { Text("error.unexpected") } else { Text(verbatim: failure.sentence) }
        }
    }
}
