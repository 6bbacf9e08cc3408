import Foundation

/// What the models need from the phone. The app gives the real parts; tests give plain ones. None of
/// them may open a network connection.
public struct Device: Sendable {
    public var keys: any KeyStore
    public var clock: any WallClock
    public var places: any Places
    public var dialler: any Dialler
    public var speaker: any Speaker
    public var reader: any TextReader
    public var pictures: any PictureReducer
    public var lock: any DeviceLock
    public var sealer: any Sealer

    public init(
        keys: any KeyStore, clock: any WallClock = SystemClock(), places: any Places,
        dialler: any Dialler, speaker: any Speaker, reader: any TextReader,
        pictures: any PictureReducer, lock: any DeviceLock, sealer: any Sealer
    ) {
        self.keys = keys
        self.clock = clock
        self.places = places
        self.dialler = dialler
        self.speaker = speaker
        self.reader = reader
        self.pictures = pictures
        self.lock = lock
        self.sealer = sealer
    }
}

/// Where the log's key lies: in the Keychain, for this phone alone, readable while it is unlocked.
public protocol KeyStore: Sendable {
    func read(_ name: String) throws -> Data?
    func write(_ key: Data, as name: String) throws
    func remove(_ name: String) throws
}

/// The hour that the person's clock shows.
public protocol WallClock: Sendable {
    func now() -> Moment
}

/// The system's clock and time zone.
public struct SystemClock: WallClock {
    public init() {}

    public func now() -> Moment { Moment(Date(), in: .current) }
}

extension Moment {
    public init(_ date: Date, in zone: TimeZone) {
        self.init(
            unixMs: Int64((date.timeIntervalSince1970 * 1000).rounded()),
            offsetMinutes: Int32(zone.secondsFromGMT(for: date) / 60))
    }

    public var date: Date { Date(timeIntervalSince1970: Double(unixMs) / 1000) }
    /// The zone in which the moment was noted, so that it is told in the hour the person saw.
    public var zone: TimeZone { TimeZone(secondsFromGMT: Int(offsetMinutes) * 60) ?? .current }
}

/// Folders of the app. Both are protected while the phone is locked and are not backed up.
public protocol Places: Sendable {
    /// The app's own: log, rules, settings.
    var folder: URL { get }
    /// Where the share extension leaves a sealed entry; `nil` where there is no such place.
    var inbox: URL? { get }
    /// Where the system copies pictures and documents for this process.
    var temporary: URL { get }
    /// Where the system copies documents that another app sends; `nil` where it does not.
    var opened: URL? { get }
}

/// Hands a number to the phone app; the person presses call.
public protocol Dialler: Sendable {
    @MainActor func dial(_ number: String)
}

/// Reads aloud.
public protocol Speaker: Sendable {
    @MainActor func say(_ text: String, in language: Language)
    @MainActor func stop()
    @MainActor var speaking: Bool { get }
}

/// One printed line on a picture, with its corners in pixels, clockwise from the upper left.
public struct ReadLine: Equatable, Sendable {
    public let text: String
    public let corners: [Point]

    public init(text: String, corners: [Point]) {
        self.text = text
        self.corners = corners
    }
}

/// Reads printed words on the phone itself; nothing leaves it.
public protocol TextReader: Sendable {
    func lines(on picture: Data) async throws -> [ReadLine]
}

/// Makes a picture of any kind small enough for the core and for the memory that there is.
public protocol PictureReducer: Sendable {
    /// The picture as the core takes it; `nil` where it is no picture.
    func photo(from data: Data, atMost pixels: Int) -> Photo?
    /// The same, upright, to be shown: JPEG or PNG.
    func shown(_ data: Data, side: Int) -> Data?
}

/// Asks for Face ID, Touch ID or the phone's code.
public protocol DeviceLock: Sendable {
    /// Whether the phone has any lock at all.
    @MainActor var available: Bool { get }
    @MainActor func unlock(because reason: String) async -> Bool
}

extension Language {
    /// The language of the core for the app's language, such as `zh-Hant-TW`.
    public init(tag: String) {
        let parts = tag.lowercased().split(separator: "-").map(String.init)
        if parts.first != "zh" {
            self = .en
        } else if parts.contains("hant") || parts.contains("tw") || parts.contains("hk")
            || parts.contains("mo")
        {
            self = .zhHant
        } else {
            self = .zhHans
        }
    }

    /// The name of its `.lproj` folder and of its entry in the String Catalog.
    public var tag: String {
        switch self {
        case .zhHans: "zh-Hans"
        case .zhHant: "zh-Hant"
        case .en: "en"
        }
    }
}
