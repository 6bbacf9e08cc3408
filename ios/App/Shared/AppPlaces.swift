// Type-checked on Linux against stubs; runs on an iPhone only.
import Foundation
import YankaKit

/// The app's folders: protected while the phone is locked, out of every backup.
struct AppPlaces: Places {
    static let group = "group.org.yanka.app"

    var folder: URL {
        let support = FileManager.default.urls(for: .applicationSupportDirectory, in: .userDomainMask)
        return Self.made((support.first ?? FileManager.default.temporaryDirectory).appending(path: "yanka"))
    }

    var inbox: URL? {
        FileManager.default.containerURL(forSecurityApplicationGroupIdentifier: Self.group)
            .map { Self.made($0.appending(path: "inbox")) }
    }

    var temporary: URL { FileManager.default.temporaryDirectory }

    var opened: URL? {
        FileManager.default.urls(for: .documentDirectory, in: .userDomainMask).first?.appending(path: "Inbox")
    }

    private static func made(_ folder: URL) -> URL {
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
