// Type-checked on Linux against stubs; runs on an iPhone only.
import CoreGraphics
import Foundation
import ImageIO
import UniformTypeIdentifiers
import YankaKit

/// Downsamples with ImageIO, which never decodes a large picture in full.
struct ImageIODownsampler: ImageDownsampler {
    /// Whether files in a format and size that the core decodes are passed unchanged, so that the report's
    /// hash is the file's own.
    var keepsFiles = true
    /// JPEG quality for display. Empirical; no measurement recorded.
    private static let previewQuality = 0.9
    /// JPEG quality for the core. Empirical; no measurement recorded.
    private static let inputQuality = 0.95
    /// Bytes read of a file that is not a picture: enough for the core to describe it.
    private static let unknownFileBytes = 1 << 20

    func photo(from data: Data, maxPixels: Int) -> Photo? {
        guard let source = CGImageSourceCreateWithData(data as CFData, nil) else { return nil }
        let size = PictureSize.of(source)
        if keepsFiles, Int(size.width * size.height) <= maxPixels, Self.isDecodedByCore(source) {
            return .encoded(bytes: data)
        }
        return Self.downsample(source, maxSide: Self.side(for: size, maxPixels: maxPixels)).flatMap(Self.luma)
    }

    func preview(of data: Data, maxSide: Int) -> Data? {
        guard let source = CGImageSourceCreateWithData(data as CFData, nil),
            let image = Self.downsample(source, maxSide: maxSide)
        else { return nil }
        return Self.jpeg(image, quality: Self.previewQuality)
    }

    /// A file from another app, downsampled to a JPEG for the extension. Of a file that is not a picture, its
    /// beginning, for the core to describe.
    static func jpeg(from file: URL, maxPixels: Int) -> Data? {
        guard let source = CGImageSourceCreateWithURL(file as CFURL, nil) else {
            return (try? FileHandle(forReadingFrom: file).read(upToCount: unknownFileBytes)) ?? nil
        }
        let side = side(for: PictureSize.of(source), maxPixels: maxPixels)
        return downsample(source, maxSide: side).flatMap { jpeg($0, quality: inputQuality) }
    }

    /// The longer side, in pixels, of a picture reduced to at most `maxPixels` pixels.
    private static func side(for size: CGSize, maxPixels: Int) -> Int {
        let scale = min(1, (Double(maxPixels) / max(1, size.width * size.height)).squareRoot())
        return Int((max(size.width, size.height) * scale).rounded(.down))
    }

    private static func jpeg(_ image: CGImage, quality: Double) -> Data? {
        let out = NSMutableData()
        let type = UTType.jpeg.identifier as CFString
        guard let target = CGImageDestinationCreateWithData(out as CFMutableData, type, 1, nil) else {
            return nil
        }
        let options: [CFString: Any] = [kCGImageDestinationLossyCompressionQuality: quality]
        CGImageDestinationAddImage(target, image, options as CFDictionary)
        return CGImageDestinationFinalize(target) ? Data(referencing: out) : nil
    }

    /// Whether the core decodes this file format.
    private static func isDecodedByCore(_ source: CGImageSource) -> Bool {
        guard let type = CGImageSourceGetType(source) as String? else { return false }
        return [UTType.jpeg, .png, .webP, .gif, .bmp].map(\.identifier).contains(type)
    }

    /// The upright picture, its longer side at most `maxSide` pixels.
    private static func downsample(_ source: CGImageSource, maxSide: Int) -> CGImage? {
        let options: [CFString: Any] = [
            kCGImageSourceCreateThumbnailFromImageAlways: true,
            kCGImageSourceCreateThumbnailWithTransform: true,
            kCGImageSourceThumbnailMaxPixelSize: max(1, maxSide),
            kCGImageSourceShouldCacheImmediately: true,
        ]
        return CGImageSourceCreateThumbnailAtIndex(source, 0, options as CFDictionary)
    }

    /// Brightness only, one byte a pixel: a quarter of the memory of RGBA.
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
            // Transparent areas become white, like paper.
            context.setFillColor(gray: 1, alpha: 1)
            context.fill(CGRect(x: 0, y: 0, width: width, height: height))
            context.draw(image, in: CGRect(x: 0, y: 0, width: width, height: height))
            return true
        }
        guard drawn else { return nil }
        return .luma(width: UInt32(width), height: UInt32(height), stride: UInt32(width), bytes: bytes)
    }
}

/// The size in pixels that a picture file declares, read without decoding it; zero where it is not a picture.
enum PictureSize {
    static func of(_ data: Data) -> CGSize {
        CGImageSourceCreateWithData(data as CFData, nil).map(of) ?? .zero
    }

    static func of(_ source: CGImageSource) -> CGSize {
        let properties = CGImageSourceCopyPropertiesAtIndex(source, 0, nil) as? [CFString: Any]
        let width = properties?[kCGImagePropertyPixelWidth] as? Int ?? 0
        let height = properties?[kCGImagePropertyPixelHeight] as? Int ?? 0
        return CGSize(width: width, height: height)
    }
}
