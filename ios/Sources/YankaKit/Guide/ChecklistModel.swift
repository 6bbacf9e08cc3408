import Observation

/// The checklist for a card or chat that cannot be read: the person looks and answers.
@MainActor @Observable
public final class ChecklistModel {
    public private(set) var state: LoadState<[ChecklistItem]> = .notRequested
    public private(set) var yes: Set<String> = []

    private let core: Core

    public init(core: Core) { self.core = core }

    public func load() async {
        state = .loading
        state = await .load { try await core.checklist() }
    }

    public func toggle(_ item: ChecklistItem) {
        if yes.remove(item.id) == nil { yes.insert(item.id) }
    }

    /// The items answered with "yes", in list order; `nil` before the list is loaded.
    public var input: CheckInput? {
        state.value.map { items in .answers(items.map(\.id).filter(yes.contains)) }
    }
}
