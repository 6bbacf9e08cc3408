import Foundation

/// Platform services that the models use. The app passes the system's, tests pass test doubles. None of them
/// may open a network connection.
public struct Device: Sendable {
    public var keys: any KeyStore
    public var clock: any WallClock
    public var directories: any Directories
    public var dialler: any Dialler
    public var speech: any SpeechSynthesizer
    public var textRecognizer: any TextRecognizer
    public var downsampler: any ImageDownsampler
    public var authenticator: any OwnerAuthenticator
    public var sealer: any Sealer

    public init(
        keys: any KeyStore, clock: any WallClock = SystemClock(), directories: any Directories,
        dialler: any Dialler, speech: any SpeechSynthesizer, textRecognizer: any TextRecognizer,
        downsampler: any ImageDownsampler, authenticator: any OwnerAuthenticator, sealer: any Sealer
    ) {
        self.keys = keys
        self.clock = clock
        self.directories = directories
        self.dialler = dialler
        self.speech = speech
        self.textRecognizer = textRecognizer
        self.downsampler = downsampler
        self.authenticator = authenticator
        self.sealer = sealer
    }
}

/// Stores the log's key: in the Keychain, on this device only, readable while the device is unlocked.
public protocol KeyStore: Sendable {
    /// `nil` where no key of that name exists.
    func read(_ name: String) throws -> Data?
    func write(_ key: Data, as name: String) throws
    func remove(_ name: String) throws
}

/// Gives the time with the offset of the time zone.
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
    /// The time zone at recording, so that the log shows the hour that the person saw.
    public var zone: TimeZone { TimeZone(secondsFromGMT: Int(offsetMinutes) * 60) ?? .current }
}

/// Directories of the app. The app's own two are protected while the device is locked and excluded from
/// backups.
public protocol Directories: Sendable {
    /// The app's own data: log, rule pack, settings, export.
    var appData: URL { get }
    /// Where the share extension stores a sealed item; `nil` where there is no app group.
    var shareInbox: URL? { get }
    /// Where the system copies pictures and documents for this process.
    var temporary: URL { get }
    /// Where the system copies documents that another app sends; `nil` where it does not.
    var documentInbox: URL? { get }
}

/// Passes a number to the phone app, which asks before it calls.
public protocol Dialler: Sendable {
    @MainActor func dial(_ number: String)
}

/// Reads text aloud.
public protocol SpeechSynthesizer: Sendable {
    @MainActor func speak(_ text: String, in language: Language)
    @MainActor func stop()
    @MainActor var isSpeaking: Bool { get }
}

extension SpeechSynthesizer {
    /// Speaks `text`, or stops where something is being spoken.
    @MainActor func toggle(_ text: String, in language: Language) {
        isSpeaking ? stop() : speak(text, in: language)
    }
}

/// One recognized line of text in a picture.
public struct RecognizedLine: Equatable, Sendable {
    public let text: String
    /// In pixels, clockwise from the upper left; empty where unknown.
    public let corners: [Point]

    public init(text: String, corners: [Point]) {
        self.text = text
        self.corners = corners
    }
}

/// Recognizes printed text on the device; no data leaves it.
public protocol TextRecognizer: Sendable {
    /// `picture` is an encoded image file.
    func recognizeLines(in picture: Data) async throws -> [RecognizedLine]
}

/// Reduces pictures of any format to a size that the core accepts and memory allows.
public protocol ImageDownsampler: Sendable {
    /// The picture as input of the core, with at most `maxPixels` pixels; `nil` where `data` is not a
    /// picture.
    func photo(from data: Data, maxPixels: Int) -> Photo?
    /// An upright JPEG or PNG for display, its longer side at most `maxSide` pixels; `nil` where `data` is
    /// not a picture.
    func preview(of data: Data, maxSide: Int) -> Data?
}

/// Authenticates the device's owner with Face ID, Touch ID or the passcode.
public protocol OwnerAuthenticator: Sendable {
    /// Whether the device has a passcode at all.
    @MainActor var isAvailable: Bool { get }
    /// `reason` is shown by the system. Returns false where the owner was not confirmed.
    @MainActor func authenticate(reason: String) async -> Bool
}

extension Language {
    /// The core's language for a BCP 47 tag of the app's language, such as `zh-Hant-TW`; English for all but
    /// Chinese.
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
