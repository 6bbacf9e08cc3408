/// The state of content that a screen loads from the core. The screen is drawn from this one value.
public enum LoadState<Value: Equatable & Sendable>: Equatable, Sendable {
    /// Not loaded yet, or loaded and empty.
    case empty
    case loading
    case loaded(Value)
    case failed(UserFacingError)

    public var value: Value? {
        if case .loaded(let value) = self { value } else { nil }
    }

    public var failure: UserFacingError? {
        if case .failed(let failure) = self { failure } else { nil }
    }

    /// `loaded` with what `work` returns, or `failed` with what it throws.
    @MainActor static func load(_ work: @MainActor () async throws -> Value) async -> LoadState {
        do {
            return .loaded(try await work())
        } catch {
            return .failed(UserFacingError(of: error))
        }
    }

    /// Like `load`, but an empty list is `empty`.
    @MainActor static func loadList<Element>(_ work: @MainActor () async throws -> Value) async -> LoadState
    where Value == [Element] {
        let state = await load(work)
        return state.value?.isEmpty == true ? .empty : state
    }
}
