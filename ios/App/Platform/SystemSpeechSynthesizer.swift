// Type-checked on Linux against stubs; runs on an iPhone only.
import AVFoundation
import YankaKit

/// Speaks with the system's installed voices. Downloads nothing.
@MainActor
final class SystemSpeechSynthesizer: SpeechSynthesizer {
    private let synthesizer = AVSpeechSynthesizer()

    var isSpeaking: Bool { synthesizer.isSpeaking }

    func speak(_ text: String, in language: Language) {
        let utterance = AVSpeechUtterance(string: text)
        utterance.voice = AVSpeechSynthesisVoice(language: voiceTag(of: language))
        utterance.prefersAssistiveTechnologySettings = true
        synthesizer.speak(utterance)
    }

    func stop() { synthesizer.stopSpeaking(at: .immediate) }

    private func voiceTag(of language: Language) -> String {
        switch language {
        case .zhHans: "zh-CN"
        case .zhHant: "zh-TW"
        case .en: "en-US"
        }
    }
}
