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
    /// A photo that was reduced for the core is far below this; anything larger is not from us.
    static let limit = 24 << 20

    private let file: URL
    private let sealer: any Sealer

    public init?(places: any Places, sealer: any Sealer) {
        guard let inbox = places.inbox else { return nil }
        file = inbox.appendingPathComponent(Self.name)
        self.sealer = sealer
    }

    /// Leaves what was shared; false where it could not be left, which changes nothing of the answer.
    public func leave(_ given: Given) -> Bool {
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
