// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// The answer of a check, and what can be done with it.
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
    @State private var wrong: String?

    var body: some View {
        List {
            switch check.state {
            case .empty: Text("result.nothing-yet")
            case .working(let share):
                Section {
                    ProgressView("state.working", value: share)
                    if check.canStop { Button("action.stop", role: .cancel) { check.stop() } }
                }
            case .failed(let trouble): TroubleRow(trouble: trouble)
            case .result(let answer):
                AnswerBody(answer: answer, picked: $check.picked) { check.call($0) }
                next(answer)
            }
        }
        .toolbar {
            ToolbarItem(placement: .primaryAction) {
                Button("action.read-aloud", systemImage: "speaker.wave.2") { check.readAloud() }
                    .disabled(check.answer == nil)
            }
        }
        .troubled(check.trouble) { check.dismissTrouble() }
        .onChange(of: check.answer?.report.verdict, initial: true) { announce() }
    }

    @ViewBuilder private func next(_ answer: Answer) -> some View {
        Section("result.next") {
            NavigationLink(value: Screen.situation) { Label("screen.situation", systemImage: "figure.walk") }
            if answer.report.verdict == .unreadable {
                NavigationLink(value: Screen.checklist) {
                    Label("screen.checklist", systemImage: "checklist")
                }
            }
            ShareLink(item: answer.warning) { Label("result.tell-family", systemImage: "person.2") }
            NavigationLink(value: Screen.ownRules) { Label("result.own-rule", systemImage: "hand.raised") }
            evidence(answer)
        }
        Section {
            Picker("result.origin", selection: origin) {
                Text("origin.parcel").tag(Origin.parcel)
                Text("origin.message").tag(Origin.message)
                Text("origin.call").tag(Origin.call)
                Text("origin.unknown").tag(Origin.unknown)
            }
            if let wrong {
                ShareLink(item: wrong) {
                    Label("result.send-wrong-answer", systemImage: "square.and.arrow.up")
                }
            } else {
                Button("result.wrong-answer") { Task { wrong = await check.wrongAnswer() } }
            }
            LabeledContent(
                "screen.rules", value: "\(answer.report.pack.version) · \(answer.report.pack.date)"
            )
            .font(.footnote)
        }
    }

    @ViewBuilder private func evidence(_ answer: Answer) -> some View {
        switch answer.evidence {
        case .unavailable: Text("result.not-kept").font(.footnote)
        case .kept: Label("result.kept", systemImage: "checkmark.circle.fill")
        case .no:
            Button {
                Task { await check.keepAsEvidence() }
            } label: {
                Label("result.keep-evidence", systemImage: "archivebox")
            }
        }
    }

    private var origin: Binding<Origin> {
        Binding(get: { check.origin }, set: { origin in Task { await check.again(from: origin) } })
    }

    /// The verdict is said as soon as it is there, also when the printed words made it graver.
    private func announce() {
        guard let report = check.answer?.report else { return }
        AccessibilityNotification.Announcement(report.headline).post()
    }
}
