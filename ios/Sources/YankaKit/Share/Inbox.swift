import Foundation

/// Closes what the share extension leaves, so that only the app can read it. The extension can close and
/// not open.
public protocol Sealer: Sendable {
    func seal(_ plain: Data) throws -> Data
    func open(_ sealed: Data) throws -> Data
}

/// The one sealed entry that the share extension leaves for the app. The extension never opens the log:
/// a lock held in a shared folder would end its process.
public struct Inbox: Sendable {
    /// What lies in it; a newer one takes the place of one that was not fetched.
    struct Left: Codable, Equatable {
        var photo: Data?
        var text: String?
        var link: String?
    }

    static let name = "shared.sealed"
    /// An empty file that is there while the app keeps what is left.
    static let accepting = "accepting"
    /// The key that the extension seals with; written by the app.
    public static let publicKey = "app.pub"
    /// A photo that was reduced for the core is far below this; anything larger is not from us.
    static let limit = 24 << 20

    /// Says to the extension whether the app keeps what is left. Done by the app, whenever that changes.
    public static func accept(_ keeps: Bool, in places: any Places) {
        guard let inbox = places.inbox else { return }
        let mark = inbox.appendingPathComponent(accepting)
        if keeps {
            try? FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
            try? Data().write(to: mark)
        } else {
            try? FileManager.default.removeItem(at: mark)
        }
    }

    /// Removes the entry unread.
    static func discard(in places: any Places) {
        guard let file = places.inbox?.appendingPathComponent(name) else { return }
        try? FileManager.default.removeItem(at: file)
    }

    /// Removes what a writing left that was cut off.
    static func removeTorn(in places: any Places) {
        guard let inbox = places.inbox else { return }
        for file in (try? FileManager.default.contentsOfDirectory(atPath: inbox.path)) ?? []
        where ![name, publicKey, accepting].contains(file) {
            try? FileManager.default.removeItem(at: inbox.appendingPathComponent(file))
        }
    }

    /// Whether the app keeps what is left: its log is begun, and keeps more than nothing.
    public var accepts: Bool {
        FileManager.default.fileExists(
            atPath: file.deletingLastPathComponent().appendingPathComponent(Self.accepting).path)
    }

    private let file: URL
    private let sealer: any Sealer

    public init?(places: any Places, sealer: any Sealer) {
        guard let inbox = places.inbox else { return nil }
        file = inbox.appendingPathComponent(Self.name)
        self.sealer = sealer
    }

    /// Leaves what was shared; false where it could not be left, which changes nothing of the answer.
    public func leave(_ given: Given) -> Bool {
        guard accepts else { return false }
        let left: Left
        switch given {
        case .photo(let data): left = Left(photo: data)
        case .text(let text): left = Left(text: text)
        case .link(let link): left = Left(link: link)
        case .answers: return false
        }
        do {
            let encoder = PropertyListEncoder()
            encoder.outputFormat = .binary
            let sealed = try sealer.seal(try encoder.encode(left))
            guard sealed.count <= Self.limit else { return false }
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try sealed.write(to: file, options: .atomic)
            return true
        } catch {
            return false
        }
    }

    /// Takes it out. The file is gone afterwards, also where it could not be read.
    public func take() -> Given? {
        defer { try? FileManager.default.removeItem(at: file) }
        let size = (try? FileManager.default.attributesOfItem(atPath: file.path)[.size]) as? Int ?? 0
        guard size > 0, size <= Self.limit, let sealed = try? Data(contentsOf: file),
            let plain = try? sealer.open(sealed),
            let left = try? PropertyListDecoder().decode(Left.self, from: plain)
        else { return nil }
        return left.photo.map(Given.photo) ?? left.text.map(Given.text) ?? left.link.map(Given.link)
    }
}
