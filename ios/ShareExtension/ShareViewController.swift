// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import UIKit
import UniformTypeIdentifiers
import YankaKit

/// What the share sheet opens; named in Info.plist by its module and class.
final class ShareViewController: UIViewController {
    private let model = ShareModel(
        device: .extension, language: Language(tag: Bundle.main.preferredLocalizations.first ?? "zh-Hans"),
        inbox: Inbox(places: AppPlaces(), sealer: BoxSealer()))

    override func viewDidLoad() {
        super.viewDidLoad()
        let host = UIHostingController(
            rootView: ShareView(model: model) { [weak self] in
                self?.model.finish()
                self?.extensionContext?.completeRequest(returningItems: nil)
            })
        addChild(host)
        host.view.translatesAutoresizingMaskIntoConstraints = false
        view.addSubview(host.view)
        NSLayoutConstraint.activate([
            host.view.leadingAnchor.constraint(equalTo: view.leadingAnchor),
            host.view.trailingAnchor.constraint(equalTo: view.trailingAnchor),
            host.view.topAnchor.constraint(equalTo: view.topAnchor),
            host.view.bottomAnchor.constraint(equalTo: view.bottomAnchor),
        ])
        host.didMove(toParent: self)
        Task { await model.check(await given()) }
    }

    /// A picture before an address before a text: a shared page often carries all three.
    private func given() async -> Given? {
        let items = (extensionContext?.inputItems ?? []).compactMap { $0 as? NSExtensionItem }
        let providers = items.flatMap { $0.attachments ?? [] }
        for type in [UTType.image, .url, .plainText] {
            for provider in providers where provider.hasItemConformingToTypeIdentifier(type.identifier) {
                guard let data = await load(provider, type) else { continue }
                switch type {
                case .image: return .photo(data)
                case .url: return .link(String(decoding: data, as: UTF8.self))
                default: return .text(String(decoding: data, as: UTF8.self))
                }
            }
        }
        return nil
    }

    /// A picture is mapped, not read: the reducer takes from it what it needs.
    private func load(_ provider: NSItemProvider, _ type: UTType) async -> Data? {
        await withCheckedContinuation { done in
            if type == .image {
                _ = provider.loadFileRepresentation(forTypeIdentifier: type.identifier) { url, _ in
                    // The file is the system's and gone after this call; small enough files are read whole.
                    done.resume(returning: url.flatMap { ImageReducer.handed($0, atMost: ShareModel.pixels) })
                }
            } else {
                _ = provider.loadDataRepresentation(forTypeIdentifier: type.identifier) { data, _ in
                    done.resume(returning: data)
                }
            }
        }
    }
}

extension Device {
    /// The parts that an extension may use: it opens no log, dials nothing and speaks nothing.
    static let `extension` = Device(
        keys: NoKeys(), places: AppPlaces(), dialler: Silent(), speaker: Silent(), reader: VisionReader(),
        pictures: ImageReducer(keepsFiles: false), lock: Silent(), sealer: BoxSealer())
}

/// The extension holds no key of the log.
private struct NoKeys: KeyStore {
    struct NotHere: Error {}
    func read(_ name: String) throws -> Data? { throw NotHere() }
    func write(_ key: Data, as name: String) throws { throw NotHere() }
    func remove(_ name: String) throws { throw NotHere() }
}

private struct Silent: Dialler, Speaker, DeviceLock {
    @MainActor func dial(_ number: String) {}
    @MainActor func say(_ text: String, in language: Language) {}
    @MainActor func stop() {}
    @MainActor var speaking: Bool { false }
    @MainActor var available: Bool { false }
    @MainActor func unlock(because reason: String) async -> Bool { false }
}
