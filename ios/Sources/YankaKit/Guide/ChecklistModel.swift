import Observation

/// A card or chat that nothing could read: questions that the person answers by looking.
@MainActor @Observable
public final class ChecklistModel {
    public private(set) var state: Phase<[ChecklistItem]> = .empty
    public private(set) var yes: Set<String> = []

    private let core: Core

    public init(core: Core) { self.core = core }

    public func load() async {
        state = .working
        state = await .list { try await core.checklist() }
    }

    public func toggle(_ item: ChecklistItem) {
        if yes.remove(item.id) == nil { yes.insert(item.id) }
    }

    /// What to check: the lines answered with "yes", in the order of the list; `nil` before the list is there.
    public var given: Given? {
        state.value.map { items in .answers(items.map(\.id).filter(yes.contains)) }
    }
}
