/// What a screen shows that asks the core: one value, from which all of it is drawn.
public enum Phase<Value: Equatable & Sendable>: Equatable, Sendable {
    /// Asked, and there is nothing; or not asked yet.
    case empty
    case working
    case ready(Value)
    case failed(Trouble)

    public var value: Value? {
        if case .ready(let value) = self { value } else { nil }
    }

    public var trouble: Trouble? {
        if case .failed(let trouble) = self { trouble } else { nil }
    }

    /// What the core answered, or the sentence for why it could not.
    @MainActor static func asking(_ work: @MainActor () async throws -> Value) async -> Phase {
        do {
            return .ready(try await work())
        } catch {
            return .failed(Trouble(of: error))
        }
    }

    /// The same, where an empty list is a state of its own.
    @MainActor static func list<Element>(_ work: @MainActor () async throws -> Value) async -> Phase
    where Value == [Element] {
        let phase = await asking(work)
        return phase.value?.isEmpty == true ? .empty : phase
    }
}

extension Trouble {
    /// The trouble that a call to the core ended with.
    init(of error: any Error) {
        self = error as? Trouble ?? Trouble()
    }
}
