import Foundation

@testable import YankaKit

// Plain parts of a phone for the tests. The core, its files and its log are always the real ones.

final class Keys: KeyStore, @unchecked Sendable {
    private let lock = NSLock()
    private var all: [String: Data] = [:]
    /// A Keychain that answers with an error, as on a phone that was not unlocked yet.
    var broken = false

    struct Closed: Error {}

    func read(_ name: String) throws -> Data? {
        if broken { throw Closed() }
        return lock.withLock { all[name] }
    }
    func write(_ key: Data, as name: String) throws { lock.withLock { all[name] = key } }
    func remove(_ name: String) throws { lock.withLock { all[name] = nil } }
}

/// Noon of a fixed day in Shanghai.
struct Noon: WallClock {
    var unixMs: Int64 = 1_795_579_200_000
    func now() -> Moment { Moment(unixMs: unixMs, offsetMinutes: 480) }
}

/// A folder of its own for each test, gone with it.
final class Folder: Places, @unchecked Sendable {
    let root: URL

    init() {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("yanka-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    var folder: URL { root.appendingPathComponent("app") }
    var inbox: URL? { root.appendingPathComponent("inbox") }
    var temporary: URL { root.appendingPathComponent("tmp") }
    var opened: URL? { root.appendingPathComponent("Documents/Inbox") }

    /// Writes a file as the system or another app would, with the folders above it.
    @discardableResult
    func write(_ bytes: Data, to path: String) throws -> URL {
        let file = root.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
        return file
    }

    /// Every file below `path`, by its path.
    func files(below path: String = "") throws -> [String] {
        let all = try? FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(path).path)
        return (all ?? []).filter { name in
            var isFolder: ObjCBool = false
            let file = root.appendingPathComponent(path).appendingPathComponent(name).path
            return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }

    /// The files that hold this, wherever in them it stands.
    func holding(_ bytes: Data) throws -> [String] {
        try files().filter { name in
            try Data(contentsOf: root.appendingPathComponent(name)).range(of: bytes) != nil
        }
    }
}

final class Phone: Dialler, @unchecked Sendable {
    @MainActor var dialled: [String] = []
    @MainActor func dial(_ number: String) { dialled.append(number) }
}

final class Voice: Speaker, @unchecked Sendable {
    @MainActor var said: [String] = []
    @MainActor var speaking = false
    @MainActor func say(_ text: String, in language: Language) {
        said.append(text)
        speaking = true
    }
    @MainActor func stop() { speaking = false }
}

/// Reads what the test says is printed there.
final class Printed: TextReader, @unchecked Sendable {
    var lines: [ReadLine]
    init(_ lines: [String] = []) { self.lines = lines.map { ReadLine(text: $0, corners: []) } }
    func lines(on picture: Data) async throws -> [ReadLine] { lines }
}

/// Files that the core decodes itself need no reducing.
struct AsItIs: PictureReducer {
    func photo(from data: Data, atMost pixels: Int) -> Photo? { data.isEmpty ? nil : .encoded(bytes: data) }
    func shown(_ data: Data, side: Int) -> Data? { data.isEmpty ? nil : data }
}

final class Lock: DeviceLock, @unchecked Sendable {
    @MainActor var available = true
    @MainActor var opens = true
    @MainActor var asked = 0
    /// Happens while the phone asks.
    @MainActor var meanwhile: (@MainActor () -> Void)?
    @MainActor func unlock(because reason: String) async -> Bool {
        asked += 1
        meanwhile?()
        return opens
    }
}

/// Closes by turning every bit and adding a sum, which is enough to tell a closed file from an altered one.
struct Box: Sealer {
    struct Altered: Error {}

    func seal(_ plain: Data) throws -> Data { Data(plain.map { ~$0 }) + [sum(plain)] }
    func open(_ sealed: Data) throws -> Data {
        let plain = Data(sealed.dropLast().map { ~$0 })
        guard sealed.last == sum(plain) else { throw Altered() }
        return plain
    }
    private func sum(_ data: Data) -> UInt8 { data.reduce(0, &+) }
}

/// One phone: the plain parts together, and a core over a log of its own.
@MainActor
final class TestPhone {
    let keys = Keys()
    let places = Folder()
    let phone = Phone()
    let voice = Voice()
    let printed = Printed()
    let lock = Lock()
    let box = Box()
    var clock = Noon()

    var device: Device {
        Device(
            keys: keys, clock: clock, places: places, dialler: phone, speaker: voice, reader: printed,
            pictures: AsItIs(), lock: lock, sealer: box)
    }

    static let key = Data(0..<32)

    /// The log's lock; open unless a test wants it closed.
    func logLock(locked: Bool = false) -> LogLock { LogLock(isWanted: locked, device: lock) }

    func core(_ language: Language = .zhHans, key: Data? = TestPhone.key) async throws -> Core {
        try FileManager.default.createDirectory(at: places.folder, withIntermediateDirectories: true)
        return try await Core.open(language: language, folder: places.folder, key: key)
    }
}

/// Files of the project that the tests read.
enum Files {
    static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func card(_ name: String) throws -> Data {
        try Data(contentsOf: top.appendingPathComponent("tests/photos/\(name).jpg"))
    }

    static func pack(_ name: String) throws -> Data {
        let named = ProcessInfo.processInfo.environment["YANKA_PACKS"].map { URL(fileURLWithPath: $0) }
        let folder = named ?? top.appendingPathComponent("target/ios/packs")
        return try Data(contentsOf: folder.appendingPathComponent("\(name).yankapack"))
    }
}

func report(_ core: Core, _ text: String, keep: Bool = true) async throws -> Report {
    try await core.check(
        text: text,
        options: Options(
            origin: .message, language: core.language, situations: [], keep: keep, offsetMinutes: 480))
}

/// Words that a refund caller says; the core calls them a danger.
let refundCall = "💰客服说让我打开屏幕共享办理退款，还要验证码"

/// What the process holds in memory, as the system counts it.
func residentBytes() -> Int {
    #if os(Linux)
        let fields =
            (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * 4096
    #else
        var info = mach_task_basic_info()
        var count = mach_msg_type_number_t(MemoryLayout.size(ofValue: info) / MemoryLayout<natural_t>.size)
        let asked = withUnsafeMutablePointer(to: &info) {
            $0.withMemoryRebound(to: integer_t.self, capacity: Int(count)) {
                task_info(mach_task_self_, task_flavor_t(MACH_TASK_BASIC_INFO), $0, &count)
            }
        }
        return asked == KERN_SUCCESS ? Int(info.resident_size) : 0
    #endif
}
