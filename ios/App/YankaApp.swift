// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import UIKit
import YankaKit

@main
struct YankaApp: App {
    @UIApplicationDelegateAdaptor(AppDelegate.self) private var delegate
    @State private var model = AppModel(device: .current, language: .ofApp)

    var body: some Scene {
        WindowGroup {
            RootView()
                .environment(model)
                .environment(QuickActions.shared)
                .task {
                    try? HPKESealer.prepare()
                    await model.open()
                }
        }
    }
}

/// A quick action that waits until the core is open.
@MainActor @Observable
final class QuickActions {
    static let shared = QuickActions()
    var pending: QuickAction?
}

final class AppDelegate: NSObject, UIApplicationDelegate {
    func application(
        _ application: UIApplication, configurationForConnecting connectingSceneSession: UISceneSession,
        options: UIScene.ConnectionOptions
    ) -> UISceneConfiguration {
        if let item = options.shortcutItem { QuickActions.shared.pending = QuickAction(rawValue: item.type) }
        let configuration = UISceneConfiguration(name: nil, sessionRole: connectingSceneSession.role)
        configuration.delegateClass = SceneDelegate.self
        return configuration
    }
}

final class SceneDelegate: NSObject, UIWindowSceneDelegate {
    func windowScene(
        _ windowScene: UIWindowScene, performActionFor shortcutItem: UIApplicationShortcutItem,
        completionHandler: @escaping (Bool) -> Void
    ) {
        let action = QuickAction(rawValue: shortcutItem.type)
        QuickActions.shared.pending = action
        completionHandler(action != nil)
    }
}
