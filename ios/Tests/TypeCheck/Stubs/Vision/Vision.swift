// Stubs: declarations after Apple's documentation; nothing here runs or is shipped.
@_exported import AppleFoundation

open class VNRequest: NSObject {}
public enum VNRequestTextRecognitionLevel: Int, Sendable { case accurate, fast }
open class VNRecognizeTextRequest: VNRequest {
    open var recognitionLevel: VNRequestTextRecognitionLevel = .accurate
    open var recognitionLanguages: [String] = []
    open var usesLanguageCorrection = true
    open var results: [VNRecognizedTextObservation]? { fatalError() }
}
open class VNRectangleObservation: NSObject {
    open var topLeft: CGPoint { fatalError() }
    open var topRight: CGPoint { fatalError() }
    open var bottomLeft: CGPoint { fatalError() }
    open var bottomRight: CGPoint { fatalError() }
}
open class VNRecognizedTextObservation: VNRectangleObservation {
    open func topCandidates(_ maxCandidateCount: Int) -> [VNRecognizedText] { fatalError() }
}
open class VNRecognizedText: NSObject {
    open var string: String { fatalError() }
    open var confidence: Float { fatalError() }
}
public struct VNImageOption: Hashable, Sendable {}
open class VNImageRequestHandler: NSObject {
    public init(data imageData: Data, options: [VNImageOption: Any] = [:]) { fatalError() }
    open func perform(_ requests: [VNRequest]) throws {}
}
