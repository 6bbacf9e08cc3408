import Foundation
import Observation

/// The share extension: checks what was shared, without a log, and stores it for the app on request.
@MainActor @Observable
public final class ShareModel {
    public enum State: Equatable, Sendable {
        case opening
        /// Nothing that can be checked was shared.
        case nothing
        case checking(CheckModel)
        case failed(UserFacingError)

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
    /// Whether the item is stored for the app.
    public private(set) var isStored = false

    /// Pixel limit of the extension: iOS gives an extension less memory than an app. Empirical; no
    /// measurement recorded.
    public nonisolated static let maxPixels = 3_000_000

    private let device: Device
    private let language: Language
    private let inbox: ShareInbox?

    public init(device: Device, language: Language, inbox: ShareInbox?) {
        self.device = device
        self.language = language
        self.inbox = inbox
    }

    public func check(_ input: CheckInput?) async {
        FileCleanup.removeSystemCopies(in: device.directories)
        guard let input else {
            state = .nothing
            return
        }
        do {
            let core = try await Core.open(language: language, folder: nil, key: nil)
            let check = CheckModel(core: core, device: device, maxPixels: Self.maxPixels)
            state = .checking(check)
            await check.check(input)
        } catch {
            state = .failed(UserFacingError(of: error))
        }
    }

    /// Stores the shared item for the app's log. Called only when the person asks for it.
    public func storeForApp() {
        guard case .checking(let check) = state, let input = check.input, !isStored else { return }
        isStored = inbox?.store(input) ?? false
    }

    /// Discards everything except the stored item. Called when the share sheet closes.
    public func finish() {
        if case .checking(let check) = state { check.discard() }
        FileCleanup.removeSystemCopies(in: device.directories)
    }

    /// False before the app's first start and where the person chose to keep nothing.
    public var canStore: Bool { inbox?.isAccepting == true && !isStored }
}
