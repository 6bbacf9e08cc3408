// Stubs: declarations after Apple's documentation; nothing here runs or is shipped.
@_exported import AppleFoundation

open class AVSpeechSynthesisVoice: NSObject {
    public init?(language languageCode: String?) { fatalError() }
}
open class AVSpeechUtterance: NSObject {
    public init(string: String) { fatalError() }
    open var voice: AVSpeechSynthesisVoice?
    open var prefersAssistiveTechnologySettings: Bool = false
}
public enum AVSpeechBoundary: Int, Sendable { case immediate, word }
open class AVSpeechSynthesizer: NSObject {
    open var isSpeaking: Bool { fatalError() }
    open func speak(_ utterance: AVSpeechUtterance) {}
    @discardableResult open func stopSpeaking(at boundary: AVSpeechBoundary) -> Bool { fatalError() }
}
