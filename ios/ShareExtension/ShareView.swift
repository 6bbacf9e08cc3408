// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// The answer, in the share sheet itself.
struct ShareView: View {
    let model: ShareModel
    let done: @MainActor () -> Void

    var body: some View {
        NavigationStack {
            List {
                switch model.state {
                case .opening: WorkingRow()
                case .nothing: Text("share.nothing")
                case .failed(let trouble): TroubleRow(trouble: trouble)
                case .checking(let check): ShareAnswer(check: check, model: model)
                }
            }
            .navigationTitle("app.name")
            .navigationBarTitleDisplayMode(.inline)
            .toolbar {
                ToolbarItem(placement: .confirmationAction) {
                    Button("action.done") { done() }
                }
            }
            .onChange(of: report?.verdict, initial: true) { announce() }
            .onDisappear { model.finish() }
        }
    }
}

extension ShareView {
    private var report: Report? {
        if case .checking(let check) = model.state { check.answer?.report } else { nil }
    }

    /// The verdict is said as soon as it is there.
    private func announce() {
        guard let report else { return }
        AccessibilityNotification.Announcement(report.headline).post()
    }
}

private struct ShareAnswer: View {
    @Bindable var check: CheckModel
    let model: ShareModel

    var body: some View {
        switch check.state {
        case .empty: Text("share.nothing")
        case .working(let share): ProgressView("state.working", value: share)
        case .failed(let trouble): TroubleRow(trouble: trouble)
        case .result(let answer):
            Section {
                ShareLink(item: answer.warning) { Label("result.tell-family", systemImage: "person.2") }
                if model.left {
                    Label("share.left", systemImage: "checkmark.circle.fill")
                } else if model.canKeep {
                    Button("share.keep", systemImage: "tray.and.arrow.down") { model.keep() }
                }
            }
            AnswerBody(answer: answer, picked: $check.picked, call: nil)
        }
    }
}
