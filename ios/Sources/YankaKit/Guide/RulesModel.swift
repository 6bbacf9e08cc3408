import Foundation
import Observation

/// The rules in use, and new ones from a file that someone handed on.
@MainActor @Observable
public final class RulesModel {
    public private(set) var state: Phase<PackInfo> = .empty
    /// Why a file was not taken; the rules in use go on serving.
    public private(set) var refused: Trouble?
    /// True after a file was taken, until the screen is left.
    public private(set) var installed = false

    private let core: Core
    private let device: Device

    public init(core: Core, device: Device) {
        self.core = core
        self.device = device
    }

    public func load() async {
        installed = false
        refused = nil
        state = .working
        state = await .asking { try await core.pack() }
    }

    /// Puts in a rule file. A file that cannot be read is no rule file.
    public func install(from file: URL) async {
        let bytes = await Task.detached { try? Data(contentsOf: file, options: .mappedIfSafe) }.value
        await install(bytes ?? Data())
    }

    public func install(_ bytes: Data) async {
        refused = nil
        installed = false
        do {
            state = .ready(try await core.install(pack: bytes))
            installed = true
        } catch {
            refused = Trouble(of: error)
            if state.value == nil { state = await .asking { try await core.pack() } }
        }
    }

    /// Full days since the rules' content was fixed; `nil` before they are there.
    public var age: Int? {
        guard let day = state.value?.date else { return nil }
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
        let fixed = calendar.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2]))
        return fixed.flatMap {
            calendar.dateComponents([.day], from: $0, to: device.clock.now().date).day
        }
    }
}
