// Stubs: declarations after Apple's documentation; nothing here runs or is shipped.
import UIKit

public struct Image: Leaf {
    public init(systemName: String) {}
    public init(uiImage: UIImage) {}
    public func resizable() -> Image { self }
}
public struct Label<Title: View, Icon: View>: Leaf {
    public init(@ViewBuilder title: () -> Title, @ViewBuilder icon: () -> Icon) {}
    public init(_ titleKey: LocalizedStringKey, systemImage name: String) where Title == Text, Icon == Image {
    }
}
public struct ButtonRole: Equatable, Sendable {
    public static let destructive = ButtonRole()
    public static let cancel = ButtonRole()
}
public struct Button<Label: View>: Leaf {
    public init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label) {}
    public init(role: ButtonRole?, action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label) {
    }
    public init(_ titleKey: LocalizedStringKey, action: @escaping @MainActor () -> Void) where Label == Text {
    }
    public init(_ titleKey: LocalizedStringKey, role: ButtonRole?, action: @escaping @MainActor () -> Void)
    where Label == Text {}
    public init(_ titleKey: LocalizedStringKey, systemImage: String, action: @escaping @MainActor () -> Void)
    where Label == SwiftUI.Label<Text, Image> {}
    public init(
        _ titleKey: LocalizedStringKey, systemImage: String, role: ButtonRole?,
        action: @escaping @MainActor () -> Void
    ) where Label == SwiftUI.Label<Text, Image> {}
}
public struct PasteButton: Leaf {
    public init<T: Transferable>(payloadType: T.Type, onPaste: @escaping ([T]) -> Void) {}
}
public struct TextField<Label: View>: Leaf {
    public init(_ titleKey: LocalizedStringKey, text: Binding<String>) where Label == Text {}
    public init(_ titleKey: LocalizedStringKey, text: Binding<String>, axis: Axis) where Label == Text {}
    public init(text: Binding<String>, prompt: Text? = nil, @ViewBuilder label: () -> Label) {}
}
public enum Axis: Sendable { case horizontal, vertical }
public struct Toggle<Label: View>: Leaf {
    public init(_ titleKey: LocalizedStringKey, isOn: Binding<Bool>) where Label == Text {}
    public init(isOn: Binding<Bool>, @ViewBuilder label: () -> Label) {}
}
public struct Picker<Label: View, SelectionValue: Hashable, Content: View>: Leaf {
    public init(
        _ titleKey: LocalizedStringKey, selection: Binding<SelectionValue>,
        @ViewBuilder content: () -> Content
    ) where Label == Text {}
}
public struct DatePicker<Label: View>: Leaf {
    public init(_ titleKey: LocalizedStringKey, selection: Binding<Date>) where Label == Text {}
}
public struct Menu<Label: View, Content: View>: Leaf {
    public init(_ titleKey: LocalizedStringKey, systemImage: String, @ViewBuilder content: () -> Content)
    where Label == SwiftUI.Label<Text, Image> {}
}
public struct ProgressView<Label: View, CurrentValueLabel: View>: Leaf {
    public init() where Label == EmptyView, CurrentValueLabel == EmptyView {}
    public init(_ titleKey: LocalizedStringKey) where Label == Text, CurrentValueLabel == EmptyView {}
    public init<V: BinaryFloatingPoint>(_ titleKey: LocalizedStringKey, value: V?, total: V = 1.0)
    where Label == Text, CurrentValueLabel == EmptyView {}
}
public struct LabeledContent<Label: View, Content: View>: Leaf {
    public init<S: StringProtocol>(_ titleKey: LocalizedStringKey, value: S)
    where Label == Text, Content == Text {}
    public init(_ titleKey: LocalizedStringKey, @ViewBuilder content: () -> Content) where Label == Text {}
}
public struct ContentUnavailableView<Label: View, Description: View, Actions: View>: Leaf {
    public init(_ title: LocalizedStringKey, systemImage name: String, description: Text? = nil)
    where Label == SwiftUI.Label<Text, Image>, Description == Text?, Actions == EmptyView {}
}
public struct ShareLink<Label: View>: Leaf {
    public init<T: Transferable>(
        item: T, subject: Text? = nil, message: Text? = nil, @ViewBuilder label: () -> Label
    ) {}
}
public struct NavigationLink<Label: View, Destination: View>: Leaf {
    public init<P: Hashable>(value: P?, @ViewBuilder label: () -> Label) where Destination == Never {}
}
