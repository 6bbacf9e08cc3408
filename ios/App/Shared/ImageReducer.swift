// Type-checked on Linux against stubs; runs on an iPhone only.
import CoreGraphics
import Foundation
import ImageIO
import UniformTypeIdentifiers
import YankaKit

/// Reduces pictures with ImageIO, which never holds the whole of a large one in memory.
struct ImageReducer: PictureReducer {
    /// Files that the core reads itself are handed over untouched, so that their hash is the file's own.
    var keepsFiles = true

    func photo(from data: Data, atMost pixels: Int) -> Photo? {
        guard let source = CGImageSourceCreateWithData(data as CFData, nil) else { return nil }
        let size = PictureSize.of(source)
        if keepsFiles, Int(size.width * size.height) <= pixels, Self.read(by: source) {
            return .encoded(bytes: data)
        }
        let share = min(1, (Double(pixels) / max(1, size.width * size.height)).squareRoot())
        let side = Int((max(size.width, size.height) * share).rounded(.down))
        return Self.small(source, side: side).flatMap(Self.luma)
    }

    func shown(_ data: Data, side: Int) -> Data? {
        guard let source = CGImageSourceCreateWithData(data as CFData, nil),
            let image = Self.small(source, side: side)
        else { return nil }
        return Self.jpeg(image, quality: 0.9)
    }

    /// A file from another app as the extension keeps it: reduced to a JPEG, so that it never holds the whole
    /// of a large picture. What is no picture is handed on in part, for the core to describe.
    static func handed(_ file: URL, atMost pixels: Int) -> Data? {
        guard let source = CGImageSourceCreateWithURL(file as CFURL, nil) else {
            return (try? FileHandle(forReadingFrom: file).read(upToCount: 1 << 20)) ?? nil
        }
        let size = PictureSize.of(source)
        let share = min(1, (Double(pixels) / max(1, size.width * size.height)).squareRoot())
        let side = Int((max(size.width, size.height) * share).rounded(.down))
        return small(source, side: side).flatMap { jpeg($0, quality: 0.95) }
    }

    private static func jpeg(_ image: CGImage, quality: Double) -> Data? {
        let out = NSMutableData()
        let kind = UTType.jpeg.identifier as CFString
        guard let target = CGImageDestinationCreateWithData(out as CFMutableData, kind, 1, nil) else {
            return nil
        }
        let options: [CFString: Any] = [kCGImageDestinationLossyCompressionQuality: quality]
        CGImageDestinationAddImage(target, image, options as CFDictionary)
        return CGImageDestinationFinalize(target) ? Data(referencing: out) : nil
    }

    /// Whether the core reads files of this kind itself.
    private static func read(by source: CGImageSource) -> Bool {
        guard let kind = CGImageSourceGetType(source) as String? else { return false }
        return [UTType.jpeg, .png, .webP, .gif, .bmp].map(\.identifier).contains(kind)
    }

    /// The picture upright and at most so long on its longer side.
    private static func small(_ source: CGImageSource, side: Int) -> CGImage? {
        let options: [CFString: Any] = [
            kCGImageSourceCreateThumbnailFromImageAlways: true,
            kCGImageSourceCreateThumbnailWithTransform: true,
            kCGImageSourceThumbnailMaxPixelSize: max(1, side),
            kCGImageSourceShouldCacheImmediately: true,
        ]
        return CGImageSourceCreateThumbnailAtIndex(source, 0, options as CFDictionary)
    }

    /// Brightness only: a quarter of what the colours would take.
    private static func luma(_ image: CGImage) -> Photo? {
        let (width, height) = (image.width, image.height)
        var bytes = Data(count: width * height)
        let drawn = bytes.withUnsafeMutableBytes { rows in
            guard
                let context = CGContext(
                    data: rows.baseAddress, width: width, height: height, bitsPerComponent: 8,
                    bytesPerRow: width,
                    space: CGColorSpaceCreateDeviceGray(), bitmapInfo: CGImageAlphaInfo.none.rawValue)
            else { return false }
            // What shows through is white, as paper.
            context.setFillColor(gray: 1, alpha: 1)
            context.fill(CGRect(x: 0, y: 0, width: width, height: height))
            context.draw(image, in: CGRect(x: 0, y: 0, width: width, height: height))
            return true
        }
        guard drawn else { return nil }
        return .luma(width: UInt32(width), height: UInt32(height), stride: UInt32(width), bytes: bytes)
    }
}

/// The size of a picture as its file says it, without decoding it.
enum PictureSize {
    static func of(_ data: Data) -> CGSize {
        CGImageSourceCreateWithData(data as CFData, nil).map(of) ?? .zero
    }

    static func of(_ source: CGImageSource) -> CGSize {
        let about = CGImageSourceCopyPropertiesAtIndex(source, 0, nil) as? [CFString: Any]
        let width = about?[kCGImagePropertyPixelWidth] as? Int ?? 0
        let height = about?[kCGImagePropertyPixelHeight] as? Int ?? 0
        return CGSize(width: width, height: height)
    }
}
