// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// The result of a check and its actions.
struct ResultView: View {
    @Environment(AppModel.self) private var model

    var body: some View {
        Group {
            if let check = model.check { CheckView(check: check) } else { Text("result.nothing-yet") }
        }
        .navigationTitle("screen.result")
        .navigationBarTitleDisplayMode(.inline)
    }
}

private struct CheckView: View {
    @Bindable var check: CheckModel
    @State private var wrongAnswer: String?

    var body: some View {
        List {
            switch check.state {
            case .empty: Text("result.nothing-yet")
            case .checking(let fraction):
                Section {
                    ProgressView("state.working", value: fraction)
                    if check.canCancel { Button("action.stop", role: .cancel) { check.stop() } }
                }
            case .failed(let failure): ErrorRow(failure: failure)
            case .result(let result):
                ResultContent(result: result, selectedCode: $check.selectedCode) { check.call($0) }
                actions(result)
            }
        }
        .toolbar {
            ToolbarItem(placement: .primaryAction) {
                Button("action.read-aloud", systemImage: "speaker.wave.2") { check.readAloud() }
                    .disabled(check.result == nil)
            }
        }
        .errorAlert(check.failure) { check.dismissFailure() }
        .onChange(of: check.result?.report.verdict, initial: true) { announce() }
    }

    @ViewBuilder private func actions(_ result: CheckResult) -> some View {
        Section("result.next") {
            NavigationLink(value: Screen.situation) { Label("screen.situation", systemImage: "figure.walk") }
            if result.report.verdict == .unreadable {
                NavigationLink(value: Screen.checklist) {
                    Label("screen.checklist", systemImage: "checklist")
                }
            }
            ShareLink(item: result.familyWarning) { Label("result.tell-family", systemImage: "person.2") }
            NavigationLink(value: Screen.ownRules) { Label("result.own-rule", systemImage: "hand.raised") }
            evidence(result)
        }
        Section {
            Picker("result.origin", selection: origin) {
                Text("origin.parcel").tag(Origin.parcel)
                Text("origin.message").tag(Origin.message)
                Text("origin.call").tag(Origin.call)
                Text("origin.unknown").tag(Origin.unknown)
            }
            if let wrongAnswer {
                ShareLink(item: wrongAnswer) {
                    Label("result.send-wrong-answer", systemImage: "square.and.arrow.up")
                }
            } else {
                Button("result.wrong-answer") { Task { wrongAnswer = await check.wrongAnswer() } }
            }
            LabeledContent(
                "screen.rules", value: "\(result.report.pack.version) · \(result.report.pack.date)"
            )
            .font(.footnote)
        }
    }

    @ViewBuilder private func evidence(_ result: CheckResult) -> some View {
        switch result.evidence {
        case .unavailable: Text("result.not-kept").font(.footnote)
        case .kept: Label("result.kept", systemImage: "checkmark.circle.fill")
        case .notKept:
            Button {
                Task { await check.keepAsEvidence() }
            } label: {
                Label("result.keep-evidence", systemImage: "archivebox")
            }
        }
    }

    private var origin: Binding<Origin> {
        Binding(get: { check.origin }, set: { origin in Task { await check.recheck(origin: origin) } })
    }

    /// Announces the verdict to VoiceOver, again when text recognition changes it.
    private func announce() {
        guard let report = check.result?.report else { return }
        AccessibilityNotification.Announcement(report.headline).post()
    }
}
