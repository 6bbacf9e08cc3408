// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// The result, in the share sheet.
struct ShareView: View {
    let model: ShareModel
    let onDone: @MainActor () -> Void

    var body: some View {
        NavigationStack {
            List {
                switch model.state {
                case .opening: LoadingRow()
                case .nothing: Text("share.nothing")
                case .failed(let failure): ErrorRow(failure: failure)
                case .checking(let check): ShareResult(check: check, model: model)
                }
            }
            .navigationTitle("app.name")
            .navigationBarTitleDisplayMode(.inline)
            .toolbar {
                ToolbarItem(placement: .confirmationAction) {
                    Button("action.done") { onDone() }
                }
            }
            .onChange(of: report?.verdict, initial: true) { announce() }
            .onDisappear { model.finish() }
        }
    }
}

extension ShareView {
    private var report: Report? {
        if case .checking(let check) = model.state { check.result?.report } else { nil }
    }

    /// Announces the verdict to VoiceOver.
    private func announce() {
        guard let report else { return }
        AccessibilityNotification.Announcement(report.headline).post()
    }
}

private struct ShareResult: View {
    @Bindable var check: CheckModel
    let model: ShareModel

    var body: some View {
        switch check.state {
        case .empty: Text("share.nothing")
        case .checking(let fraction): ProgressView("state.working", value: fraction)
        case .failed(let failure): ErrorRow(failure: failure)
        case .result(let result):
            Section {
                ShareLink(item: result.familyWarning) { Label("result.tell-family", systemImage: "person.2") }
                if model.isStored {
                    Label("share.left", systemImage: "checkmark.circle.fill")
                } else if model.canStore {
                    Button("share.keep", systemImage: "tray.and.arrow.down") { model.storeForApp() }
                }
            }
            ResultContent(result: result, selectedCode: $check.selectedCode, call: nil)
        }
    }
}
