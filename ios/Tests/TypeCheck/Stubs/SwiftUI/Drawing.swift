// Stubs: declarations after Apple's documentation; nothing here runs or is shipped.
public protocol ShapeStyle: Sendable {}
public struct Color: Hashable, ShapeStyle, Leaf {
    nonisolated public init(red: Double, green: Double, blue: Double, opacity: Double = 1) {}
    nonisolated public static let white = Color(red: 1, green: 1, blue: 1)
    nonisolated public static let clear = Color(red: 1, green: 1, blue: 1, opacity: 0)
}
extension ShapeStyle where Self == Color {
    public static var white: Color { Color.white }
}
public struct HierarchicalShapeStyle: ShapeStyle {}
extension ShapeStyle where Self == HierarchicalShapeStyle {
    public static var primary: HierarchicalShapeStyle { fatalError() }
    public static var secondary: HierarchicalShapeStyle { fatalError() }
}
public struct BackgroundStyle: ShapeStyle {}
extension ShapeStyle where Self == BackgroundStyle {
    public static var background: BackgroundStyle { fatalError() }
}
public struct Path: Equatable, Sendable {
    public init() {}
    public mutating func addLines(_ lines: [CGPoint]) {}
    public mutating func closeSubpath() {}
}
public protocol Shape: Sendable, View {
    nonisolated func path(in rect: CGRect) -> Path
}
extension Shape {
    public var body: Never { fatalError() }
    nonisolated public func fill<S: ShapeStyle>(_ content: S) -> some View { EmptyView() }
    nonisolated public func stroke<S: ShapeStyle>(_ content: S, lineWidth: CGFloat = 1) -> some View {
        EmptyView()
    }
}
public struct Rectangle: Shape {
    nonisolated public init() {}
    nonisolated public func path(in rect: CGRect) -> Path { fatalError() }
}
public struct RoundedRectangle: Shape {
    nonisolated public init(cornerRadius: CGFloat) {}
    nonisolated public func path(in rect: CGRect) -> Path { fatalError() }
}
public struct Capsule: Shape {
    nonisolated public init() {}
    nonisolated public func path(in rect: CGRect) -> Path { fatalError() }
}
public struct Circle: Shape {
    nonisolated public init() {}
    nonisolated public func path(in rect: CGRect) -> Path { fatalError() }
}
public struct Animation: Equatable, Sendable { public static let `default` = Animation() }

@MainActor @preconcurrency public protocol Gesture<Value> {
    associatedtype Value
}
extension Optional: Gesture where Wrapped: Gesture { public typealias Value = Wrapped.Value }
public struct GestureStateGesture<Base: Gesture, State>: Gesture { public typealias Value = Base.Value }
public struct _EndedGesture<Base: Gesture>: Gesture { public typealias Value = Base.Value }
extension Gesture {
    public func updating<State>(
        _ state: GestureState<State>, body: @escaping (Value, inout State, inout Transaction) -> Void
    ) -> GestureStateGesture<Self, State> { fatalError() }
    public func onEnded(_ action: @escaping @MainActor (Value) -> Void) -> _EndedGesture<Self> {
        fatalError()
    }
}
public struct Transaction {}
public struct MagnifyGesture: Gesture {
    public struct Value: Equatable, Sendable { public var magnification: CGFloat }
    public init() {}
}
public struct DragGesture: Gesture {
    public struct Value: Equatable, Sendable { public var translation: CGSize { fatalError() } }
    public init(minimumDistance: CGFloat = 10) {}
}
