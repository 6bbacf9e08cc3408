import Foundation

@testable import YankaKit

// Test doubles of the platform services. The core, its files and its log are always the real ones.

final class FakeKeyStore: KeyStore, @unchecked Sendable {
    private let lock = NSLock()
    private var keys: [String: Data] = [:]
    /// Fails every read, like the Keychain of a device that was not unlocked since it started.
    var fails = false

    struct Unavailable: Error {}

    func read(_ name: String) throws -> Data? {
        if fails { throw Unavailable() }
        return lock.withLock { keys[name] }
    }
    func write(_ key: Data, as name: String) throws { lock.withLock { keys[name] = key } }
    func remove(_ name: String) throws { lock.withLock { keys[name] = nil } }
}

/// Noon of a fixed day in Shanghai.
struct FixedClock: WallClock {
    var unixMs: Int64 = 1_795_579_200_000
    func now() -> Moment { Moment(unixMs: unixMs, offsetMinutes: 480) }
}

/// A temporary directory per test, removed with it.
final class TestDirectories: Directories, @unchecked Sendable {
    let root: URL

    init() {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("yanka-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    var appData: URL { root.appendingPathComponent("app") }
    var shareInbox: URL? { root.appendingPathComponent("inbox") }
    var temporary: URL { root.appendingPathComponent("tmp") }
    var documentInbox: URL? { root.appendingPathComponent("Documents/Inbox") }

    /// Writes a file as the system or another app does, with its parent folders.
    @discardableResult
    func write(_ bytes: Data, to path: String) throws -> URL {
        let file = root.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
        return file
    }

    /// The relative paths of all files below `path`.
    func files(below path: String = "") throws -> [String] {
        let all = try? FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(path).path)
        return (all ?? []).filter { name in
            var isFolder: ObjCBool = false
            let file = root.appendingPathComponent(path).appendingPathComponent(name).path
            return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }

    /// The files that contain `bytes`.
    func files(containing bytes: Data) throws -> [String] {
        try files().filter { name in
            try Data(contentsOf: root.appendingPathComponent(name)).range(of: bytes) != nil
        }
    }
}

final class FakeDialler: Dialler, @unchecked Sendable {
    @MainActor var dialled: [String] = []
    @MainActor func dial(_ number: String) { dialled.append(number) }
}

final class FakeSpeech: SpeechSynthesizer, @unchecked Sendable {
    @MainActor var spoken: [String] = []
    @MainActor var isSpeaking = false
    @MainActor func speak(_ text: String, in language: Language) {
        spoken.append(text)
        isSpeaking = true
    }
    @MainActor func stop() { isSpeaking = false }
}

/// Returns the lines that the test sets.
final class FakeTextRecognizer: TextRecognizer, @unchecked Sendable {
    var lines: [RecognizedLine]
    init(_ lines: [String] = []) { self.lines = lines.map { RecognizedLine(text: $0, corners: []) } }
    func recognizeLines(in picture: Data) async throws -> [RecognizedLine] { lines }
}

/// Passes files unchanged: the test photos are in a format that the core decodes.
struct PassthroughDownsampler: ImageDownsampler {
    func photo(from data: Data, maxPixels: Int) -> Photo? { data.isEmpty ? nil : .encoded(bytes: data) }
    func preview(of data: Data, maxSide: Int) -> Data? { data.isEmpty ? nil : data }
}

final class FakeAuthenticator: OwnerAuthenticator, @unchecked Sendable {
    @MainActor var isAvailable = true
    @MainActor var succeeds = true
    @MainActor var requestCount = 0
    /// Runs while the request is open.
    @MainActor var duringRequest: (@MainActor () -> Void)?
    @MainActor func authenticate(reason: String) async -> Bool {
        requestCount += 1
        duringRequest?()
        return succeeds
    }
}

/// Inverts every bit and appends a checksum: enough to detect plain text and altered files.
struct FakeSealer: Sealer {
    struct Altered: Error {}

    func seal(_ plain: Data) throws -> Data { Data(plain.map { ~$0 }) + [checksum(plain)] }
    func open(_ sealed: Data) throws -> Data {
        let plain = Data(sealed.dropLast().map { ~$0 })
        guard sealed.last == checksum(plain) else { throw Altered() }
        return plain
    }
    private func checksum(_ data: Data) -> UInt8 { data.reduce(0, &+) }
}

/// All test doubles of one device, and a core with its own log.
@MainActor
final class TestDevice {
    let keys = FakeKeyStore()
    let directories = TestDirectories()
    let dialler = FakeDialler()
    let speech = FakeSpeech()
    let textRecognizer = FakeTextRecognizer()
    let authenticator = FakeAuthenticator()
    let sealer = FakeSealer()
    var clock = FixedClock()

    var device: Device {
        Device(
            keys: keys, clock: clock, directories: directories, dialler: dialler, speech: speech,
            textRecognizer: textRecognizer, downsampler: PassthroughDownsampler(),
            authenticator: authenticator, sealer: sealer)
    }

    static let key = Data(0..<32)

    /// A log lock that is switched off, so that it never locks.
    func logLock() -> LogLock { LogLock(isEnabled: false, authenticator: authenticator) }

    func core(_ language: Language = .zhHans, key: Data? = TestDevice.key) async throws -> Core {
        try FileManager.default.createDirectory(at: directories.appData, withIntermediateDirectories: true)
        return try await Core.open(language: language, folder: directories.appData, key: key)
    }
}

/// Files of the repository that the tests read.
enum Files {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func card(_ name: String) throws -> Data {
        try Data(contentsOf: root.appendingPathComponent("tests/photos/\(name).jpg"))
    }

    static func pack(_ name: String) throws -> Data {
        let configured = ProcessInfo.processInfo.environment["YANKA_PACKS"].map { URL(fileURLWithPath: $0) }
        let folder = configured ?? root.appendingPathComponent("target/ios/packs")
        return try Data(contentsOf: folder.appendingPathComponent("\(name).yankapack"))
    }
}

func report(_ core: Core, _ text: String, keep: Bool = true) async throws -> Report {
    try await core.check(
        text: text,
        options: Options(
            origin: .message, language: core.language, situations: [], keep: keep, offsetMinutes: 480))
}

extension LoadState {
    var failure: UserFacingError? {
        if case .failed(let failure) = self { failure } else { nil }
    }
}

/// A message of a refund scam; the core's verdict is danger.
let refundCall = "💰客服说让我打开屏幕共享办理退款，还要验证码"

/// The resident memory of the process, in bytes.
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
