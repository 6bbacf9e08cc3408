import Foundation

/// What the person chose, apart from what the log itself remembers. One small file in the app's folder.
public struct Settings: Equatable, Sendable, Codable {
    /// Reads each answer aloud as soon as it is there.
    public var readAloud = false
    /// Asks for the phone's lock before the log opens.
    public var lockLog = true
    /// Whether the first-run pages were read.
    public var firstRunDone = false

    public init() {}

    /// An unknown or missing field has its first value: a torn file never keeps the app from starting.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        readAloud = (try? fields.decode(Bool.self, forKey: .readAloud)) ?? readAloud
        lockLog = (try? fields.decode(Bool.self, forKey: .lockLog)) ?? lockLog
        firstRunDone = (try? fields.decode(Bool.self, forKey: .firstRunDone)) ?? firstRunDone
    }

    static func file(in places: any Places) -> URL { places.folder.appendingPathComponent("settings.json") }

    static func read(from places: any Places) -> Settings {
        let bytes = try? Data(contentsOf: file(in: places))
        return bytes.flatMap { try? JSONDecoder().decode(Settings.self, from: $0) } ?? Settings()
    }

    func write(to places: any Places) throws {
        try FileManager.default.createDirectory(at: places.folder, withIntermediateDirectories: true)
        try JSONEncoder().encode(self).write(to: Self.file(in: places), options: .atomic)
    }
}
