// Stubs: declarations after Apple's documentation; nothing here runs or is shipped.
public struct LocalizedStringKey: ExpressibleByStringInterpolation, Equatable {
    public init(_ value: String) {}
    public init(stringLiteral value: String) {}
}
public struct Text: Leaf, Equatable {
    nonisolated public init(_ key: LocalizedStringKey) {}
    @_disfavoredOverload nonisolated public init(_ attributedContent: AttributedString) {}
    @_disfavoredOverload nonisolated public init<S: StringProtocol>(_ content: S) {}
    nonisolated public init(verbatim content: String) {}
    public func font(_ font: Font?) -> Text { self }
    public func strikethrough(_ isActive: Bool = true) -> Text { self }

    public struct LineStyle: Hashable, Sendable {
        public static let single = LineStyle()
    }
    public struct Case: Sendable {}
}
public struct Font: Hashable, Sendable {
    public enum TextStyle: CaseIterable, Sendable {
        case largeTitle, title, title2, title3, headline, subheadline, body, callout, footnote, caption
    }
    public struct Weight: Hashable, Sendable {
        public static let medium = Weight()
        public static let semibold = Weight()
        public static let bold = Weight()
    }
    public static let largeTitle = Font()
    public static let title = Font()
    public static let title2 = Font()
    public static let title3 = Font()
    public static let headline = Font()
    public static let subheadline = Font()
    public static let body = Font()
    public static let footnote = Font()
    public func bold() -> Font { self }
    public func weight(_ weight: Weight) -> Font { self }
}
extension AttributeScopes {
    public struct SwiftUIAttributes: AttributeScope {
        public let font: FontAttribute
        public let foregroundColor: ForegroundColorAttribute
        public let backgroundColor: BackgroundColorAttribute
        public let underlineStyle: UnderlineStyleAttribute

        public enum FontAttribute: AttributedStringKey {
            public typealias Value = Font
            public static var name: String { "SwiftUI.Font" }
        }
        public enum ForegroundColorAttribute: AttributedStringKey {
            public typealias Value = Color
            public static var name: String { "SwiftUI.ForegroundColor" }
        }
        public enum BackgroundColorAttribute: AttributedStringKey {
            public typealias Value = Color
            public static var name: String { "SwiftUI.BackgroundColor" }
        }
        public enum UnderlineStyleAttribute: AttributedStringKey {
            public typealias Value = Text.LineStyle
            public static var name: String { "SwiftUI.UnderlineStyle" }
        }
    }
}
extension AttributeDynamicLookup {
    public subscript<T: AttributedStringKey>(
        dynamicMember keyPath: KeyPath<AttributeScopes.SwiftUIAttributes, T>
    ) -> T { fatalError() }
}
public enum DynamicTypeSize: Hashable, Comparable, CaseIterable, Sendable {
    case xSmall, small, medium, large, xLarge, xxLarge, xxxLarge
    case accessibility1, accessibility2, accessibility3, accessibility4, accessibility5
}
public enum AccessibilityNotification {
    public struct Announcement: Sendable {
        public init(_ announcement: String) {}
        public func post() {}
    }
}
