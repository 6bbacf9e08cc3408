import Foundation
import Observation

/// The share extension: shows the answer itself, without any log, and leaves what was shared for the app.
@MainActor @Observable
public final class ShareModel {
    public enum State: Equatable, Sendable {
        case opening
        /// Nothing that can be checked was shared.
        case nothing
        case checking(CheckModel)
        case failed(Trouble)

        public static func == (a: State, b: State) -> Bool {
            switch (a, b) {
            case (.opening, .opening), (.nothing, .nothing): true
            case (.checking(let a), .checking(let b)): a === b
            case (.failed(let a), .failed(let b)): a == b
            default: false
            }
        }
    }

    public private(set) var state: State = .opening
    /// Whether the app will find it in its log.
    public private(set) var left = false

    /// The greatest picture that the extension hands to the core: 3 million pixels of brightness.
    public nonisolated static let pixels = 3_000_000

    private let device: Device
    private let language: Language
    private let inbox: Inbox?

    public init(device: Device, language: Language, inbox: Inbox?) {
        self.device = device
        self.language = language
        self.inbox = inbox
    }

    public func check(_ given: Given?) async {
        Leftovers.removeCopies(in: device.places)
        guard let given else {
            state = .nothing
            return
        }
        do {
            let core = try await Core.open(language: language, folder: nil, key: nil)
            let check = CheckModel(core: core, device: device, pixels: Self.pixels)
            state = .checking(check)
            await check.check(given)
        } catch {
            state = .failed(Trouble(of: error))
        }
    }

    /// Leaves what was shared for the log; only when the person asks for it.
    public func keep() {
        guard case .checking(let check) = state, let given = check.given, !left else { return }
        left = inbox?.leave(given) ?? false
    }

    /// The share sheet is closed: nothing of what was shared stays but what the person asked to keep.
    public func finish() {
        if case .checking(let check) = state { check.leave() }
        Leftovers.removeCopies(in: device.places)
    }

    /// Not before the app's first start, and not where the person wants nothing kept.
    public var canKeep: Bool { inbox?.accepts == true && !left }
}
