// Type-checked on Linux against stubs; runs on an iPhone only.
import Foundation
import YankaKit

extension Device {
    /// The real parts of this phone.
    @MainActor static let thisPhone = Device(
        keys: KeychainKeys(), places: AppPlaces(), dialler: PhoneDialler(), speaker: SystemSpeaker(),
        reader: VisionReader(), pictures: ImageReducer(), lock: OwnerLock(), sealer: BoxSealer())
}

extension Language {
    /// The language that the app is shown in.
    static var ofApp: Language { Language(tag: Bundle.main.preferredLocalizations.first ?? "zh-Hans") }
}
