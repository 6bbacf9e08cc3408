// Type-checked on Linux against stubs; runs on an iPhone only.
import LocalAuthentication
import YankaKit

/// Authenticates with Face ID or Touch ID, or with the passcode where those fail.
struct SystemAuthenticator: OwnerAuthenticator {
    @MainActor var isAvailable: Bool {
        LAContext().canEvaluatePolicy(.deviceOwnerAuthentication, error: nil)
    }

    @MainActor func authenticate(reason: String) async -> Bool {
        (try? await LAContext().evaluatePolicy(.deviceOwnerAuthentication, localizedReason: reason)) ?? false
    }
}
