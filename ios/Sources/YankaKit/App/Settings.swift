import Foundation

/// The person's settings apart from those that the log stores. One JSON file in the app's data directory.
public struct Settings: Equatable, Sendable, Codable {
    /// Reads each result aloud as soon as it is shown.
    public var readAloud = false
    /// Asks the owner to authenticate before the log is shown.
    public var lockLog = true
    public var firstRunDone = false

    public init() {}

    /// A field that is missing or of the wrong type gets its default, so that a damaged file never prevents a
    /// start.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        readAloud = (try? fields.decode(Bool.self, forKey: .readAloud)) ?? readAloud
        lockLog = (try? fields.decode(Bool.self, forKey: .lockLog)) ?? lockLog
        firstRunDone = (try? fields.decode(Bool.self, forKey: .firstRunDone)) ?? firstRunDone
    }

    static func file(in directories: any Directories) -> URL {
        directories.appData.appendingPathComponent("settings.json")
    }

    static func read(from directories: any Directories) -> Settings {
        let bytes = try? Data(contentsOf: file(in: directories))
        return bytes.flatMap { try? JSONDecoder().decode(Settings.self, from: $0) } ?? Settings()
    }

    func write(to directories: any Directories) throws {
        try FileManager.default.createDirectory(at: directories.appData, withIntermediateDirectories: true)
        try JSONEncoder().encode(self).write(to: Self.file(in: directories), options: .atomic)
    }
}
