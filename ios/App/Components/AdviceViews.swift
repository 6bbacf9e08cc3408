// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// An official number: its organization and a button that dials it.
struct HotlineRow: View {
    let hotline: Hotline
    /// `nil` where the process cannot dial: the number is then shown as text.
    let call: (@MainActor (Hotline) -> Void)?

    var body: some View {
        VStack(alignment: .leading, spacing: 6) {
            Text(verbatim: hotline.organization).font(.headline)
            Text(verbatim: hotline.purpose).font(.subheadline)
            if hotline.number.isEmpty {
                Text("hotline.app-only").font(.subheadline)
            } else if let call {
                Button {
                    call(hotline)
                } label: {
                    Label("action.call \(hotline.number)", systemImage: "phone.fill").frame(
                        maxWidth: .infinity)
                }
                .buttonStyle(.borderedProminent)
                .controlSize(.large)
            } else {
                Text(verbatim: hotline.number).font(.title3.weight(.semibold)).textSelection(.enabled)
            }
            if !hotline.inAppPath.isEmpty { Text(verbatim: hotline.inAppPath).font(.subheadline) }
            if !hotline.warning.isEmpty {
                Label {
                    Text(verbatim: hotline.warning)
                } icon: {
                    Image(systemName: "exclamationmark.triangle")
                }
                .font(.footnote)
            }
            ProvenanceDisclosure(source: hotline.source)
        }
        .padding(.vertical, 4)
    }
}

/// One step to take or to avoid, with the hotlines that it names.
struct StepRow: View {
    let step: Advice
    var hotlines: [Hotline] = []
    var isDone = false
    var toggleDone: (@MainActor () -> Void)?
    let call: (@MainActor (Hotline) -> Void)?

    var body: some View {
        VStack(alignment: .leading, spacing: 6) {
            Label {
                Text(verbatim: step.step).font(.body.weight(.semibold)).strikethrough(isDone)
            } icon: {
                Image(
                    systemName: step.avoid
                        ? "nosign" : isDone ? "checkmark.circle.fill" : "arrow.right.circle"
                )
                .accessibilityLabel(step.avoid ? "step.avoid" : "step.do")
            }
            if !step.why.isEmpty {
                Text(verbatim: step.why).font(.subheadline).foregroundStyle(.secondary)
            }
            ForEach(hotlines, id: \.id) { hotline in
                Button {
                    call?(hotline)
                } label: {
                    Label(
                        "hotline.call-named \(hotline.organization) \(hotline.number)",
                        systemImage: "phone.fill"
                    )
                    .frame(maxWidth: .infinity, alignment: .leading)
                }
                .buttonStyle(.bordered)
                .controlSize(.large)
            }
            if let toggleDone {
                Button(isDone ? "step.undo" : "step.done") { toggleDone() }.buttonStyle(.borderless)
            }
        }
        .padding(.vertical, 4)
    }
}

extension Urgency {
    var label: LocalizedStringKey {
        switch self {
        case .seconds: "urgency.seconds"
        case .minutes: "urgency.minutes"
        case .hours: "urgency.hours"
        case .days: "urgency.days"
        }
    }
}

/// The source of a statement, collapsed so that the statement stands out.
struct ProvenanceDisclosure: View {
    let source: Provenance

    var body: some View {
        DisclosureGroup("result.source") {
            VStack(alignment: .leading, spacing: 4) {
                Text("source.looked-up \(source.source) \(source.retrieved)")
                if let published = source.published { Text("source.published \(published)") }
                if source.confidence == .memory { Text("source.unconfirmed") }
            }
            .font(.footnote)
            .foregroundStyle(.secondary)
            .frame(maxWidth: .infinity, alignment: .leading)
        }
        .font(.footnote)
    }
}
