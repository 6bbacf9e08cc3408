import Foundation
import Observation

/// The rule pack in use, and the installation of a newer one from a file.
@MainActor @Observable
public final class RulesModel {
    public private(set) var state: LoadState<PackInfo> = .notRequested
    /// Why a file was not installed. The pack in use stays in use.
    public private(set) var installFailure: UserFacingError?
    /// True after an installation, until the screen loads again.
    public private(set) var isInstalled = false

    private let core: Core
    private let device: Device

    public init(core: Core, device: Device) {
        self.core = core
        self.device = device
    }

    public func load() async {
        isInstalled = false
        installFailure = nil
        state = .loading
        state = await .load { try await core.pack() }
    }

    /// Installs a pack. The core rejects the empty content of a file that cannot be read.
    public func install(from file: URL) async {
        let bytes = await Task.detached { try? Data(contentsOf: file, options: .mappedIfSafe) }.value
        await install(bytes ?? Data())
    }

    public func install(_ bytes: Data) async {
        installFailure = nil
        isInstalled = false
        do {
            state = .loaded(try await core.installPack(bytes))
            isInstalled = true
        } catch {
            installFailure = UserFacingError(of: error)
            if state.value == nil { state = await .load { try await core.pack() } }
        }
    }

    /// Full days since the date of the pack; `nil` before it is loaded.
    public var age: Int? {
        guard let day = state.value?.date else { return nil }
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
        let packDate = calendar.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2]))
        return packDate.flatMap {
            calendar.dateComponents([.day], from: $0, to: device.clock.now().date).day
        }
    }
}
