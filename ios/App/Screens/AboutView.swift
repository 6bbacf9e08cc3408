// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// What the app does, what it cannot do, and its privacy.
struct AboutView: View {
    let core: Core
    @State private var pack: PackInfo?

    var body: some View {
        List {
            Section {
                Text("about.what")
                Text("about.no-promise")
            }
            Section("about.privacy") {
                Text("about.offline")
                Text("about.nothing-collected")
                Text("about.log")
                Text("about.camera")
                Text("about.erase")
            }
            Section {
                Text("about.version \(version)")
                if let pack { LabeledContent("rules.version", value: "\(pack.version) · \(pack.date)") }
                LabeledContent("about.licence", value: "Apache-2.0")
            }
        }
        .navigationTitle("screen.about")
        .task { pack = try? await core.pack() }
    }

    private var version: String {
        Bundle.main.object(forInfoDictionaryKey: "CFBundleShortVersionString") as? String ?? ""
    }
}
