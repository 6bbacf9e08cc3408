// Type-checked on Linux against stubs; runs on an iPhone only.
import AppIntents
import YankaKit

/// Checks a text from Siri or a shortcut. Answers with the headline, the first finding and the first step.
struct CheckText: AppIntent {
    static let title: LocalizedStringResource = "intent.check-text"

    @Parameter(title: "intent.text") var text: String

    func perform() async throws -> some IntentResult & ProvidesDialog {
        let report = try await IntentCore.open().check(text: text, options: IntentCore.options(.message))
        return .result(dialog: IntentCore.dialog(report))
    }
}

/// Checks a photo from Siri or a shortcut, without text recognition.
struct CheckPhoto: AppIntent {
    static let title: LocalizedStringResource = "intent.check-photo"

    @Parameter(title: "intent.photo", supportedTypeIdentifiers: ["public.image"]) var photo: IntentFile

    func perform() async throws -> some IntentResult & ProvidesDialog {
        defer { FileCleanup.removeSystemCopies(in: AppDirectories()) }
        let data = photo.data
        let picture = ImageIODownsampler(keepsFiles: false).photo(
            from: data, maxPixels: ShareModel.maxPixels)
        let report = try await IntentCore.open().check(
            photo: picture ?? .encoded(bytes: data), options: IntentCore.options(.parcel))
        return .result(dialog: IntentCore.dialog(report))
    }
}

/// Finds the official number of a bank, a shop or an office. Does not dial it.
struct OfficialNumber: AppIntent {
    static let title: LocalizedStringResource = "intent.official-number"

    @Parameter(title: "intent.name") var name: String

    func perform() async throws -> some IntentResult & ProvidesDialog {
        let hotlines = try await SpokenHotlines.find(for: name, core: IntentCore.open())
        guard !hotlines.isEmpty else { return .result(dialog: IntentDialog("intent.no-number")) }
        let lines = hotlines.map {
            String(localized: "intent.number-of \($0.organization) \($0.number)")
        }
        return .result(dialog: "\(lines.joined(separator: "\n"))")
    }
}

/// The core for intents: without a log, so nothing is kept.
private enum IntentCore {
    static func open() async throws -> Core {
        try await Core.open(language: .ofApp, folder: nil, key: nil)
    }

    static func options(_ origin: Origin) -> Options {
        Options(
            origin: origin, language: .ofApp, situations: [], keep: false,
            offsetMinutes: SystemClock().now().offsetMinutes)
    }

    static func dialog(_ report: Report) -> IntentDialog {
        let lines = [report.headline, report.findings.first?.why ?? "", report.advice.first?.step ?? ""]
        return "\(lines.filter { !$0.isEmpty }.joined(separator: "\n"))"
    }
}

/// The phrases for Siri. Translations are in AppShortcuts.xcstrings.
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
