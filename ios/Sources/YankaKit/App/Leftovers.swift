import Foundation

/// Copies of a checked picture or text on the disk: decides which of them are removed.
///
/// A check itself writes none. The system does, for the picker, the camera, a drop and an opened document; the
/// export does for the share sheet; the share extension does where the person asks for it, sealed.
public enum Leftovers {
    /// What a rule file's name ends with. It may be what starts the app, and is no picture and no text.
    public static let ruleFile = "yankapack"

    /// Removes what the system copied. Called when the screen of an answer is left.
    public static func removeCopies(in places: any Places) {
        empty(places.temporary)
        places.opened.map(empty)
    }

    /// Removes the exported evidence and torn files of the inbox as well. Called at every start: the process
    /// before may have ended at any moment. A whole sealed entry stays for the log.
    public static func removeAtStart(in places: any Places) {
        removeCopies(in: places)
        Outbox.sweep(places)
        Inbox.removeTorn(in: places)
    }

    /// Removes everything, the sealed entry included. Called when the log is erased and when nothing is to be
    /// kept.
    public static func removeAll(in places: any Places) {
        removeAtStart(in: places)
        Inbox.discard(in: places)
    }

    /// Removes a document's copy after it was read. A document that was opened in place is the person's own
    /// and stays.
    public static func removeCopy(_ file: URL, in places: any Places) {
        let path = file.resolvingSymlinksInPath().pathComponents
        let copied = [places.temporary, places.opened].compactMap { $0 }.contains { folder in
            path.starts(with: folder.resolvingSymlinksInPath().pathComponents)
        }
        if copied { try? FileManager.default.removeItem(at: file) }
    }

    /// Removes every file below the folder but rule files.
    private static func empty(_ folder: URL) {
        let files = FileManager.default
        for item in (try? files.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? [] {
            let type = try? files.attributesOfItem(atPath: item.path)[.type] as? FileAttributeType
            if type == .typeDirectory {
                empty(item)
            } else if item.pathExtension != ruleFile {
                try? files.removeItem(at: item)
            }
        }
    }
}
