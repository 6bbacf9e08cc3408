// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import UIKit
import UniformTypeIdentifiers
import YankaKit

/// The principal class of the share extension, named in Info.plist.
final class ShareViewController: UIViewController {
    private let model = ShareModel(
        device: .extension, language: Language(tag: Bundle.main.preferredLocalizations.first ?? "zh-Hans"),
        inbox: ShareInbox(directories: AppDirectories(), sealer: HPKESealer()))

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
        Task { await model.check(await sharedInput()) }
    }

    /// Prefers a picture to a URL to a text: a shared page often has all three.
    private func sharedInput() async -> CheckInput? {
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

    /// Downsamples a picture from its file, without reading it in full.
    private func load(_ provider: NSItemProvider, _ type: UTType) async -> Data? {
        await withCheckedContinuation { continuation in
            if type == .image {
                _ = provider.loadFileRepresentation(forTypeIdentifier: type.identifier) { url, _ in
                    // The system removes the file after this call.
                    continuation.resume(
                        returning: url.flatMap {
                            ImageIODownsampler.jpeg(from: $0, maxPixels: ShareModel.maxPixels)
                        })
                }
            } else {
                _ = provider.loadDataRepresentation(forTypeIdentifier: type.identifier) { data, _ in
                    continuation.resume(returning: data)
                }
            }
        }
    }
}

extension Device {
    /// Services for the extension, which opens no log, dials nothing and speaks nothing.
    static let `extension` = Device(
        keys: UnavailableKeyStore(), directories: AppDirectories(), dialler: NoOpServices(),
        speech: NoOpServices(),
        textRecognizer: VisionTextRecognizer(), downsampler: ImageIODownsampler(keepsFiles: false),
        authenticator: NoOpServices(), sealer: HPKESealer())
}

/// The extension has no access to the log's key.
private struct UnavailableKeyStore: KeyStore {
    struct Unavailable: Error {}
    func read(_ name: String) throws -> Data? { throw Unavailable() }
    func write(_ key: Data, as name: String) throws { throw Unavailable() }
    func remove(_ name: String) throws { throw Unavailable() }
}

private struct NoOpServices: Dialler, SpeechSynthesizer, OwnerAuthenticator {
    @MainActor func dial(_ number: String) {}
    @MainActor func speak(_ text: String, in language: Language) {}
    @MainActor func stop() {}
    @MainActor var isSpeaking: Bool { false }
    @MainActor var isAvailable: Bool { false }
    @MainActor func authenticate(reason: String) async -> Bool { false }
}
