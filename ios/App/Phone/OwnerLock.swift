// Type-checked on Linux against stubs; runs on an iPhone only.
import LocalAuthentication
import YankaKit

/// Face ID or Touch ID, and the phone's code where they do not work.
struct OwnerLock: DeviceLock {
    @MainActor var available: Bool {
        LAContext().canEvaluatePolicy(.deviceOwnerAuthentication, error: nil)
    }

    @MainActor func unlock(because reason: String) async -> Bool {
        (try? await LAContext().evaluatePolicy(.deviceOwnerAuthentication, localizedReason: reason)) ?? false
    }
}
