// Type-checked on Linux against stubs; runs on an iPhone only.
import Foundation
import Vision
import YankaKit

/// Recognizes printed text with the Vision framework, on the device only.
struct VisionTextRecognizer: TextRecognizer {
    func recognizeLines(in picture: Data) async throws -> [RecognizedLine] {
        try await Task.detached(priority: .userInitiated) {
            let request = VNRecognizeTextRequest()
            request.recognitionLevel = .accurate
            request.recognitionLanguages = ["zh-Hans", "zh-Hant", "en-US"]
            // Correction would replace a scammer's deliberate misspelling with an ordinary word.
            request.usesLanguageCorrection = false
            let handler = VNImageRequestHandler(data: picture, options: [:])
            try handler.perform([request])
            let size = PictureSize.of(picture)
            return (request.results ?? []).compactMap { line in
                line.topCandidates(1).first.map { best in
                    RecognizedLine(
                        text: best.string,
                        corners: [line.topLeft, line.topRight, line.bottomRight, line.bottomLeft].map {
                            // Vision's origin is the lower left, its unit the picture's side.
                            Point(x: Float($0.x * size.width), y: Float((1 - $0.y) * size.height))
                        })
                }
            }
        }.value
    }
}
