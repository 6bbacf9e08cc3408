// Type-checked on Linux against stubs; runs on an iPhone only.
import Foundation
import YankaKit

extension Device {
    /// The system's services, for the app.
    @MainActor static let current = Device(
        keys: KeychainKeyStore(), directories: AppDirectories(), dialler: PhoneDialler(),
        speech: SystemSpeechSynthesizer(), textRecognizer: VisionTextRecognizer(),
        downsampler: ImageIODownsampler(), authenticator: SystemAuthenticator(), sealer: HPKESealer())
}

extension Language {
    /// The language of the app's user interface.
    static var ofApp: Language { Language(tag: Bundle.main.preferredLocalizations.first ?? "zh-Hans") }
}
