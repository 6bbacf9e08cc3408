/// The state of content that a screen loads from the core. The screen is drawn from this one value.
public enum LoadState<Value: Equatable & Sendable>: Equatable, Sendable {
    case notRequested
    /// Requested; the core has not answered yet.
    case loading
    /// The core's answer. A list without entries is loaded too.
    case loaded(Value)
    /// Why the core gave no answer.
    case failed(UserFacingError)

    /// What is loaded; `nil` in every other state.
    public var value: Value? {
        if case .loaded(let value) = self { value } else { nil }
    }

    /// `loaded` with what `work` returns, or `failed` with what it throws.
    @MainActor static func load(_ work: @MainActor () async throws -> Value) async -> LoadState {
        do {
            return .loaded(try await work())
        } catch {
            return .failed(UserFacingError(of: error))
        }
    }
}
