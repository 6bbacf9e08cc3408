import Foundation

/// Decides which unencrypted copies of a checked picture or text are removed from the disk.
///
/// A check itself writes none. The system writes copies for the picker, the camera, a drop and an opened
/// document; the app writes exported evidence; the share extension stores a sealed item on request.
public enum FileCleanup {
    /// Extension of rule pack files. Such a file may have started the app and holds no picture or text.
    public static let rulePackExtension = "yankapack"

    /// Removes the system's copies. Called when a check begins and when the result screen is left.
    public static func removeSystemCopies(in directories: any Directories) {
        removeFiles(in: directories.temporary)
        directories.documentInbox.map(removeFiles)
    }

    /// Also removes exported evidence and partial files of the share inbox: the last process may have ended
    /// at any moment. Keeps the sealed item for the log.
    public static func removeAtLaunch(in directories: any Directories) {
        removeSystemCopies(in: directories)
        ExportFolder.remove(in: directories)
        ShareInbox.removePartialFiles(in: directories)
    }

    /// Also removes the sealed item. Called when the log is erased and when the person chooses to keep
    /// nothing.
    public static func removeAll(in directories: any Directories) {
        removeAtLaunch(in: directories)
        ShareInbox.removeItem(in: directories)
    }

    /// Removes `file` where it is a copy that the system made. A document that was opened in place belongs to
    /// the person and stays.
    public static func removeSystemCopy(_ file: URL, in directories: any Directories) {
        let path = file.resolvingSymlinksInPath().pathComponents
        let isCopy = [directories.temporary, directories.documentInbox].compactMap { $0 }.contains { folder in
            path.starts(with: folder.resolvingSymlinksInPath().pathComponents)
        }
        if isCopy { try? FileManager.default.removeItem(at: file) }
    }

    /// Removes every file below `folder` except rule packs.
    private static func removeFiles(in folder: URL) {
        let files = FileManager.default
        for item in (try? files.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? [] {
            let type = try? files.attributesOfItem(atPath: item.path)[.type] as? FileAttributeType
            if type == .typeDirectory {
                removeFiles(in: item)
            } else if item.pathExtension != rulePackExtension {
                try? files.removeItem(at: item)
            }
        }
    }
}
