// Type-checked on Linux against stubs; runs on an iPhone only.
import AppIntents
import YankaKit

/// Checks a text that Siri or a shortcut hands over; says the verdict and the first thing to do.
struct CheckText: AppIntent {
    static let title: LocalizedStringResource = "intent.check-text"

    @Parameter(title: "intent.text") var text: String

    func perform() async throws -> some IntentResult & ProvidesDialog {
        let report = try await Quiet.core().check(text: text, options: Quiet.options(.message))
        return .result(dialog: Quiet.dialog(report))
    }
}

/// The same for a photo.
struct CheckPhoto: AppIntent {
    static let title: LocalizedStringResource = "intent.check-photo"

    @Parameter(title: "intent.photo", supportedTypeIdentifiers: ["public.image"]) var photo: IntentFile

    func perform() async throws -> some IntentResult & ProvidesDialog {
        defer { Leftovers.removeCopies(in: AppPlaces()) }
        let data = photo.data
        let picture = ImageReducer(keepsFiles: false).photo(from: data, atMost: ShareModel.pixels)
        let report = try await Quiet.core().checkPhoto(
            picture ?? .encoded(bytes: data), options: Quiet.options(.parcel))
        return .result(dialog: Quiet.dialog(report))
    }
}

/// The official number of a bank, a shop or an office. It is said, not dialled.
struct OfficialNumber: AppIntent {
    static let title: LocalizedStringResource = "intent.official-number"

    @Parameter(title: "intent.name") var name: String

    func perform() async throws -> some IntentResult & ProvidesDialog {
        guard let numbers = try await SpokenNumbers.sentence(for: name, core: Quiet.core()) else {
            return .result(dialog: IntentDialog("intent.no-number"))
        }
        return .result(dialog: "\(numbers)")
    }
}

/// The core as an intent uses it: no log, nothing kept.
private enum Quiet {
    static func core() async throws -> Core {
        try await Core.open(language: .ofApp, folder: nil, key: nil)
    }

    static func options(_ origin: Origin) -> Options {
        Options(
            origin: origin, language: .ofApp, situations: [], keep: false,
            offsetMinutes: SystemClock().now().offsetMinutes)
    }

    static func dialog(_ report: Report) -> IntentDialog {
        let said = [report.headline, report.findings.first?.why ?? "", report.advice.first?.step ?? ""]
        return "\(said.filter { !$0.isEmpty }.joined(separator: "\n"))"
    }
}

/// What Siri listens for; translations lie in AppShortcuts.xcstrings.
struct YankaShortcuts: AppShortcutsProvider {
    static var appShortcuts: [AppShortcut] {
        AppShortcut(
            intent: CheckText(), phrases: ["Check a message with \(.applicationName)"],
            shortTitle: "intent.check-text", systemImageName: "text.magnifyingglass")
        AppShortcut(
            intent: CheckPhoto(), phrases: ["Check a card with \(.applicationName)"],
            shortTitle: "intent.check-photo", systemImageName: "photo")
        AppShortcut(
            intent: OfficialNumber(), phrases: ["Find an official number with \(.applicationName)"],
            shortTitle: "intent.official-number", systemImageName: "phone.badge.checkmark")
    }
}
