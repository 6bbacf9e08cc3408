// Type-checked on Linux against stubs; runs on an iPhone only.
import Foundation
import YankaKit

/// The app's directories: protected while the device is locked, excluded from backups.
struct AppDirectories: Directories {
    /// The app group, which the app shares with its extension.
    static let group = "group.org.yanka.app"

    var appData: URL {
        let support = FileManager.default.urls(for: .applicationSupportDirectory, in: .userDomainMask)
        return Self.create((support.first ?? FileManager.default.temporaryDirectory).appending(path: "yanka"))
    }

    var shareInbox: URL? {
        FileManager.default.containerURL(forSecurityApplicationGroupIdentifier: Self.group)
            .map { Self.create($0.appending(path: "inbox")) }
    }

    var temporary: URL { FileManager.default.temporaryDirectory }

    var documentInbox: URL? {
        FileManager.default.urls(for: .documentDirectory, in: .userDomainMask).first?.appending(path: "Inbox")
    }

    private static func create(_ folder: URL) -> URL {
        let files = FileManager.default
        try? files.createDirectory(
            at: folder, withIntermediateDirectories: true,
            attributes: [.protectionKey: FileProtectionType.complete])
        var folder = folder
        var values = URLResourceValues()
        values.isExcludedFromBackup = true
        try? folder.setResourceValues(values)
        return folder
    }
}
