// Type-checked on Linux against stubs; runs on an iPhone only.
import AVFoundation
import YankaKit

/// Reads aloud with the phone's own voices; nothing is fetched.
@MainActor
final class SystemSpeaker: Speaker {
    private let voice = AVSpeechSynthesizer()

    var speaking: Bool { voice.isSpeaking }

    func say(_ text: String, in language: Language) {
        let speech = AVSpeechUtterance(string: text)
        speech.voice = AVSpeechSynthesisVoice(language: tag(of: language))
        speech.prefersAssistiveTechnologySettings = true
        voice.speak(speech)
    }

    func stop() { voice.stopSpeaking(at: .immediate) }

    private func tag(of language: Language) -> String {
        switch language {
        case .zhHans: "zh-CN"
        case .zhHant: "zh-TW"
        case .en: "en-US"
        }
    }
}
