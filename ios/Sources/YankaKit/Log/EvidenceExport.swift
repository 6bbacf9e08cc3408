import Foundation

/// Writes evidence to a file for the share sheet.
enum EvidenceExport {
    /// Reveals nothing about the person or the case.
    static let fileName = "yanka-evidence.zip"

    /// Returns `nil` where the log was locked before the file was written.
    @MainActor static func write(
        _ entries: [Int64], ownDetails: Bool, pictures: Bool, core: Core, device: Device, lock: LogLock
    ) async throws -> URL? {
        let options = EvidenceOptions(time: device.clock.now(), ownDetails: ownDetails, pictures: pictures)
        let bytes = try await core.logExport(entries, options)
        guard !lock.isLocked else { return nil }
        let folder = ExportFolder.url(in: device.directories)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = folder.appendingPathComponent(fileName)
            try bytes.write(to: file, options: .atomic)
            return file
        } catch {
            throw UserFacingError(.diskFull, core.language)
        }
    }
}

/// Exported files: inside the protected folder, removed with the screen that made them.
enum ExportFolder {
    static func url(in directories: any Directories) -> URL {
        directories.appData.appendingPathComponent("out")
    }

    static func remove(in directories: any Directories) {
        try? FileManager.default.removeItem(at: url(in: directories))
    }
}
