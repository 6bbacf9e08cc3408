import Foundation

/// Evidence as a file that can be handed over.
enum Evidence {
    /// The name says nothing of the person or of the case.
    static let name = "yanka-evidence.zip"

    /// `nil` where the log was locked before the file was written.
    @MainActor static func file(
        of entries: [Int64], ownDetails: Bool, pictures: Bool, core: Core, device: Device, lock: LogLock
    ) async throws -> URL? {
        let options = EvidenceOptions(time: device.clock.now(), ownDetails: ownDetails, pictures: pictures)
        let bytes = try await core.evidence(of: entries, options)
        guard !lock.isLocked else { return nil }
        let folder = Outbox.folder(in: device.places)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = folder.appendingPathComponent(name)
            try bytes.write(to: file, options: .atomic)
            return file
        } catch {
            throw Trouble(.diskFull, core.language)
        }
    }
}

/// Files on their way out. They lie in the protected folder and are removed with the screen that made them.
enum Outbox {
    static func folder(in places: any Places) -> URL { places.folder.appendingPathComponent("out") }

    static func sweep(_ places: any Places) {
        try? FileManager.default.removeItem(at: folder(in: places))
    }
}
