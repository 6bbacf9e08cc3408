// Type-checked on Linux against stubs; runs on an iPhone only.
import Foundation
import Vision
import YankaKit

/// Reads printed words with the phone's own text recognition; nothing leaves the phone.
struct VisionReader: TextReader {
    func lines(on picture: Data) async throws -> [ReadLine] {
        try await Task.detached(priority: .userInitiated) {
            let request = VNRecognizeTextRequest()
            request.recognitionLevel = .accurate
            request.recognitionLanguages = ["zh-Hans", "zh-Hant", "en-US"]
            // Correction would turn a scammer's odd spelling into an ordinary word.
            request.usesLanguageCorrection = false
            let handler = VNImageRequestHandler(data: picture, options: [:])
            try handler.perform([request])
            let size = PictureSize.of(picture)
            return (request.results ?? []).compactMap { line in
                line.topCandidates(1).first.map { best in
                    ReadLine(
                        text: best.string,
                        corners: [line.topLeft, line.topRight, line.bottomRight, line.bottomLeft].map {
                            // Vision counts from the lower left, in shares of the picture.
                            Point(x: Float($0.x * size.width), y: Float((1 - $0.y) * size.height))
                        })
                }
            }
        }.value
    }
}
