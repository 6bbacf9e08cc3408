import SwiftUI
// Stubs: declarations after Apple's documentation; nothing here runs or is shipped.
@_exported import UniformTypeIdentifiers

public protocol AppIntent: Sendable {
    associatedtype PerformResult: IntentResult
    init()
    static var title: LocalizedStringResource { get }
    static var description: IntentDescription? { get }
    static var openAppWhenRun: Bool { get }
    func perform() async throws -> PerformResult
}
extension AppIntent {
    public static var description: IntentDescription? { nil }
    public static var openAppWhenRun: Bool { false }
}
public struct IntentDescription: ExpressibleByStringLiteral, Sendable {
    public init(stringLiteral value: String) {}
    public init(_ descriptionText: LocalizedStringResource) {}
}
public protocol IntentResult: Sendable {}
public protocol ProvidesDialog {}
public protocol ReturnsValue<Value> { associatedtype Value }
public struct IntentDialog: ExpressibleByStringInterpolation, Sendable {
    public init(stringLiteral value: String) {}
    public init(_ resource: LocalizedStringResource) {}
}
public struct ResultContainer<Value: Sendable>: IntentResult, ProvidesDialog, ReturnsValue {}
extension IntentResult where Self == ResultContainer<Never> {
    public static func result(dialog: IntentDialog) -> ResultContainer<Never> { fatalError() }
}
extension IntentResult {
    public static func result<Value: Sendable>(value: Value, dialog: IntentDialog) -> Self
    where Self == ResultContainer<Value> { fatalError() }
}

public struct IntentFile: Sendable {
    public var data: Data { fatalError() }
    public var filename: String { fatalError() }
}

@propertyWrapper public final class IntentParameter<Value: Sendable>: @unchecked Sendable {
    public var wrappedValue: Value {
        get { fatalError() }
        set {}
    }
    public var projectedValue: IntentParameter<Value> { self }
    public init(title: LocalizedStringResource) where Value == String {}
    public init(title: LocalizedStringResource, supportedTypeIdentifiers: [String] = [])
    where Value == IntentFile {}
}
extension AppIntent { public typealias Parameter = IntentParameter }

public protocol AppShortcutsProvider {
    @AppShortcutsBuilder static var appShortcuts: [AppShortcut] { get }
}
public struct AppShortcut: Sendable {
    public init(
        intent: some AppIntent, phrases: [AppShortcutPhrase], shortTitle: LocalizedStringResource,
        systemImageName: String
    ) {}
}
public struct AppShortcutPhrase: ExpressibleByStringInterpolation, Sendable {
    public init(stringLiteral value: String) {}
    public init(stringInterpolation: Interpolation) {}
    public struct Interpolation: StringInterpolationProtocol, Sendable {
        public init(literalCapacity: Int, interpolationCount: Int) {}
        public mutating func appendLiteral(_ literal: String) {}
        public mutating func appendInterpolation(_ token: AppShortcutPhraseToken) {}
    }
}
public struct AppShortcutPhraseToken: Sendable {
    public static let applicationName = AppShortcutPhraseToken()
}
@resultBuilder public struct AppShortcutsBuilder {
    public static func buildBlock(_ components: AppShortcut...) -> [AppShortcut] { components }
}
