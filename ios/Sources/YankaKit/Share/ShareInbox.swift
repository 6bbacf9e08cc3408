import Foundation

/// Encrypts what the share extension stores, so that only the app can read it. The extension can seal but not
/// open.
public protocol Sealer: Sendable {
    func seal(_ plain: Data) throws -> Data
    func open(_ sealed: Data) throws -> Data
}

/// The one sealed item that the share extension stores for the app. The extension never opens the log: iOS
/// ends a process that is suspended while it holds a lock on a file in a shared folder.
public struct ShareInbox: Sendable {
    /// The stored content; exactly one field is set.
    struct Item: Codable, Equatable {
        var photo: Data?
        var text: String?
        var link: String?
    }

    static let fileName = "shared.sealed"
    /// An empty marker file that exists while the app accepts items.
    static let acceptingMarker = "accepting"
    /// The file of the public key that the extension seals with; written by the app.
    public static let publicKeyFile = "app.pub"
    /// Limit of a sealed item, in bytes. A downsampled photo is far smaller, so a larger file is not ours.
    static let maxBytes = 24 << 20

    private let file: URL
    private let sealer: any Sealer

    /// `nil` where there is no app group.
    public init?(directories: any Directories, sealer: any Sealer) {
        guard let inbox = directories.shareInbox else { return nil }
        file = inbox.appendingPathComponent(Self.fileName)
        self.sealer = sealer
    }

    /// Whether the app accepts items: its log exists and keeps something.
    public var isAccepting: Bool {
        FileManager.default.fileExists(
            atPath: file.deletingLastPathComponent().appendingPathComponent(Self.acceptingMarker).path)
    }

    /// Tells the extension whether the app accepts items. Called by the app whenever that changes.
    public static func setAccepting(_ accepting: Bool, in directories: any Directories) {
        guard let inbox = directories.shareInbox else { return }
        let marker = inbox.appendingPathComponent(acceptingMarker)
        if accepting {
            try? FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
            try? Data().write(to: marker)
        } else {
            try? FileManager.default.removeItem(at: marker)
        }
    }

    /// Seals and stores `input`, replacing an older item. Returns false where that failed.
    public func store(_ input: CheckInput) -> Bool {
        guard isAccepting else { return false }
        let item: Item
        switch input {
        case .photo(let data): item = Item(photo: data)
        case .text(let text): item = Item(text: text)
        case .link(let link): item = Item(link: link)
        case .answers: return false
        }
        do {
            let encoder = PropertyListEncoder()
            encoder.outputFormat = .binary
            let sealed = try sealer.seal(try encoder.encode(item))
            guard sealed.count <= Self.maxBytes else { return false }
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try sealed.write(to: file, options: .atomic)
            return true
        } catch {
            return false
        }
    }

    /// Reads the item and removes its file, even where it cannot be read; `nil` where there is none.
    public func takeItem() -> CheckInput? {
        defer { try? FileManager.default.removeItem(at: file) }
        let size = (try? FileManager.default.attributesOfItem(atPath: file.path)[.size]) as? Int ?? 0
        guard size > 0, size <= Self.maxBytes, let sealed = try? Data(contentsOf: file),
            let plain = try? sealer.open(sealed),
            let item = try? PropertyListDecoder().decode(Item.self, from: plain)
        else { return nil }
        return item.photo.map(CheckInput.photo) ?? item.text.map(CheckInput.text)
            ?? item.link.map(CheckInput.link)
    }

    /// Removes the item without reading it.
    static func removeItem(in directories: any Directories) {
        guard let file = directories.shareInbox?.appendingPathComponent(fileName) else { return }
        try? FileManager.default.removeItem(at: file)
    }

    /// Removes temporary files of atomic writes that were interrupted.
    static func removePartialFiles(in directories: any Directories) {
        guard let inbox = directories.shareInbox else { return }
        for file in (try? FileManager.default.contentsOfDirectory(atPath: inbox.path)) ?? []
        where ![fileName, publicKeyFile, acceptingMarker].contains(file) {
            try? FileManager.default.removeItem(at: inbox.appendingPathComponent(file))
        }
    }
}
