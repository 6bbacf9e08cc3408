// Stubs: declarations after Apple's documentation; nothing here runs or is shipped.
@_exported import AppleFoundation

public struct UTType: Hashable, Sendable {
    public init(exportedAs identifier: String, conformingTo parentType: UTType? = nil) { fatalError() }
    public var identifier: String { fatalError() }
    public static var image: UTType { fatalError() }
    public static var jpeg: UTType { fatalError() }
    public static var png: UTType { fatalError() }
    public static var webP: UTType { fatalError() }
    public static var gif: UTType { fatalError() }
    public static var bmp: UTType { fatalError() }
    public static var url: UTType { fatalError() }
    public static var plainText: UTType { fatalError() }
    public static var utf8PlainText: UTType { fatalError() }
}
