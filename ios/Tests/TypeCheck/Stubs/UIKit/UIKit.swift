// Stubs of UIKit as far as the app uses it. Declarations after Apple's documentation; nothing here runs or is
// shipped.
@_exported import AppleFoundation

@MainActor open class UIResponder: NSObject {
    nonisolated public override init() { super.init() }
}

@MainActor open class UIView: UIResponder {
    open var translatesAutoresizingMaskIntoConstraints = true
    open func addSubview(_ view: UIView) {}
    open var leadingAnchor: NSLayoutXAxisAnchor { fatalError() }
    open var trailingAnchor: NSLayoutXAxisAnchor { fatalError() }
    open var topAnchor: NSLayoutYAxisAnchor { fatalError() }
    open var bottomAnchor: NSLayoutYAxisAnchor { fatalError() }
}
@MainActor open class NSLayoutAnchor<AnchorType: AnyObject>: NSObject {
    open func constraint(equalTo anchor: NSLayoutAnchor<AnchorType>) -> NSLayoutConstraint { fatalError() }
}
open class NSLayoutXAxisAnchor: NSLayoutAnchor<NSLayoutXAxisAnchor> {}
open class NSLayoutYAxisAnchor: NSLayoutAnchor<NSLayoutYAxisAnchor> {}
@MainActor open class NSLayoutConstraint: NSObject {
    open class func activate(_ constraints: [NSLayoutConstraint]) {}
}

@MainActor open class UIViewController: UIResponder {
    public init(nibName nibNameOrNil: String?, bundle nibBundleOrNil: Bundle?) { super.init() }
    open var view: UIView! { fatalError() }
    open var extensionContext: NSExtensionContext? { fatalError() }
    open func viewDidLoad() {}
    open func addChild(_ childController: UIViewController) {}
    open func didMove(toParent parent: UIViewController?) {}
}
@MainActor open class UINavigationController: UIViewController {}

open class UIImage: NSObject, @unchecked Sendable {
    public init?(data: Data) { fatalError() }
    open func jpegData(compressionQuality: CGFloat) -> Data? { fatalError() }
}

@MainActor public protocol UINavigationControllerDelegate: NSObjectProtocol {}
@MainActor public protocol UIImagePickerControllerDelegate: NSObjectProtocol {
    func imagePickerController(
        _ picker: UIImagePickerController,
        didFinishPickingMediaWithInfo info: [UIImagePickerController.InfoKey: Any])
    func imagePickerControllerDidCancel(_ picker: UIImagePickerController)
}
@MainActor open class UIImagePickerController: UINavigationController {
    public init() { super.init(nibName: nil, bundle: nil) }
    open class func isSourceTypeAvailable(_ sourceType: SourceType) -> Bool { fatalError() }
    open var sourceType: SourceType = .camera
    open weak var delegate: (any UIImagePickerControllerDelegate & UINavigationControllerDelegate)?

    public enum SourceType: Int, Sendable { case camera }
    public struct InfoKey: Hashable, Sendable {
        public static let originalImage = InfoKey()
    }
}

@MainActor open class UIApplication: UIResponder {
    open class var shared: UIApplication { fatalError() }
    public nonisolated static let openSettingsURLString = ""
    open func open(
        _ url: URL, options: [OpenExternalURLOptionsKey: Any] = [:],
        completionHandler completion: (@MainActor @Sendable (Bool) -> Void)? = nil
    ) {}
    public struct OpenExternalURLOptionsKey: Hashable, Sendable {}
}
open class UIApplicationShortcutItem: NSObject {
    @MainActor open var type: String { fatalError() }
}
@MainActor open class UISceneSession: NSObject {
    public struct Role: Hashable, Sendable {}
    open var role: Role { fatalError() }
}
@MainActor open class UISceneConfiguration: NSObject {
    public init(name: String?, sessionRole: UISceneSession.Role) { fatalError() }
    open var delegateClass: AnyClass?
}
@MainActor open class UIScene: UIResponder {
    @MainActor open class ConnectionOptions: NSObject {
        open var shortcutItem: UIApplicationShortcutItem? { fatalError() }
    }
}
@MainActor open class UIWindowScene: UIScene {}

@MainActor public protocol UIApplicationDelegate: NSObjectProtocol {
    func application(
        _ application: UIApplication, configurationForConnecting connectingSceneSession: UISceneSession,
        options: UIScene.ConnectionOptions
    ) -> UISceneConfiguration
}
@MainActor public protocol UIWindowSceneDelegate: NSObjectProtocol {
    func windowScene(
        _ windowScene: UIWindowScene, performActionFor shortcutItem: UIApplicationShortcutItem,
        completionHandler: @escaping (Bool) -> Void)
}
