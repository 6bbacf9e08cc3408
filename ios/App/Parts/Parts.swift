// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// The verdict in word, sign and colour: never in one of them alone.
struct VerdictBanner: View {
    let verdict: Verdict
    let headline: String

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            Label {
                Text(verdict.word)
            } icon: {
                Image(systemName: verdict.sign)
            }
            .font(.largeTitle.bold())
            Text(verbatim: headline).font(.title3.weight(.medium))
        }
        .frame(maxWidth: .infinity, alignment: .leading)
        .padding()
        .foregroundStyle(.white)
        .background(verdict.ground, in: RoundedRectangle(cornerRadius: 16))
        .accessibilityElement(children: .combine)
        .accessibilityAddTraits(.isHeader)
    }
}

/// The same, small, for a list or a code.
struct VerdictMark: View {
    let verdict: Verdict

    var body: some View {
        Label {
            Text(verdict.word)
        } icon: {
            Image(systemName: verdict.sign)
        }
        .font(.subheadline.bold())
        .padding(.horizontal, 10)
        .padding(.vertical, 5)
        .foregroundStyle(.white)
        .background(verdict.ground, in: Capsule())
    }
}

extension Verdict {
    var word: LocalizedStringKey {
        switch self {
        case .danger: "verdict.danger"
        case .caution: "verdict.caution"
        case .nothingFound: "verdict.nothing-found"
        case .unreadable: "verdict.unreadable"
        }
    }

    var sign: String {
        switch self {
        case .danger: "xmark.octagon.fill"
        case .caution: "exclamationmark.triangle.fill"
        case .nothingFound: "magnifyingglass"
        case .unreadable: "eye.slash.fill"
        }
    }

    /// White letters stand on each of these with a contrast of at least 5.5, by day and by night.
    var ground: Color {
        switch self {
        case .danger: Color(red: 0.66, green: 0.10, blue: 0.10)
        case .caution: Color(red: 0.50, green: 0.32, blue: 0.00)
        case .nothingFound: Color(red: 0.22, green: 0.29, blue: 0.34)
        case .unreadable: Color(red: 0.29, green: 0.25, blue: 0.36)
        }
    }
}

extension Severity {
    var sign: String {
        switch self {
        case .danger: "xmark.octagon.fill"
        case .caution: "exclamationmark.triangle.fill"
        case .info: "info.circle"
        }
    }

    var word: LocalizedStringKey {
        switch self {
        case .danger: "severity.danger"
        case .caution: "severity.caution"
        case .info: "severity.info"
        }
    }

    var mark: Color {
        switch self {
        case .danger: Verdict.danger.ground
        case .caution: Verdict.caution.ground
        case .info: Verdict.nothingFound.ground
        }
    }
}

/// Where a statement comes from; behind a tap, so that the sentence stands alone.
struct SourceLine: View {
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

/// An official number: whose it is, and one button that hands it to the phone app.
struct HotlineRow: View {
    let hotline: Hotline
    /// `nil` where nothing can be dialled: the number then stands as text.
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
            SourceLine(source: hotline.source)
        }
        .padding(.vertical, 4)
    }
}

/// One thing to do, or not to do, with the numbers that it names.
struct StepRow: View {
    let step: Advice
    var calls: [Hotline] = []
    var done = false
    var tick: (@MainActor () -> Void)?
    let call: (@MainActor (Hotline) -> Void)?

    var body: some View {
        VStack(alignment: .leading, spacing: 6) {
            Label {
                Text(verbatim: step.step).font(.body.weight(.semibold)).strikethrough(done)
            } icon: {
                Image(
                    systemName: step.avoid ? "nosign" : done ? "checkmark.circle.fill" : "arrow.right.circle"
                )
                .accessibilityLabel(step.avoid ? "step.avoid" : "step.do")
            }
            if !step.why.isEmpty {
                Text(verbatim: step.why).font(.subheadline).foregroundStyle(.secondary)
            }
            ForEach(calls, id: \.id) { hotline in
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
            if let tick {
                Button(done ? "step.undo" : "step.done") { tick() }.buttonStyle(.borderless)
            }
        }
        .padding(.vertical, 4)
    }
}

extension Urgency {
    var word: LocalizedStringKey {
        switch self {
        case .seconds: "urgency.seconds"
        case .minutes: "urgency.minutes"
        case .hours: "urgency.hours"
        case .days: "urgency.days"
        }
    }
}

/// A sentence for what did not work.
struct TroubleRow: View {
    let trouble: Trouble

    var body: some View {
        Label {
            if trouble.kind == nil { Text("error.unexpected") } else { Text(verbatim: trouble.sentence) }
        } icon: {
            Image(systemName: "exclamationmark.circle")
        }
    }
}

/// While the core works; never for long.
struct WorkingRow: View {
    var body: some View {
        ProgressView("state.working").frame(maxWidth: .infinity).padding()
    }
}

/// A text with its marked words and the part of an address that says whose it is.
struct PassageText: View {
    let passage: Passage

    var body: some View {
        Text(styled).textSelection(.enabled).accessibilityLabel(Text(verbatim: passage.text))
    }

    private var styled: AttributedString {
        passage.pieces.reduce(into: AttributedString()) { whole, piece in
            var part = AttributedString(piece.text)
            if piece.domain { part.font = Font.body.bold() }
            if let mark = piece.mark {
                part.foregroundColor = Color.white
                part.backgroundColor = mark.mark
                // Not by colour alone.
                part.underlineStyle = Text.LineStyle.single
            }
            whole += part
        }
    }
}

extension View {
    /// An alert for the last thing that did not work.
    func troubled(_ trouble: Trouble?, dismiss: @escaping @MainActor () -> Void) -> some View {
        alert(
            "error.title",
            isPresented: Binding(
                get: { trouble != nil }, set: { shown in Task { @MainActor in if !shown { dismiss() } } }),
            presenting: trouble
        ) { _ in
            Button("action.ok", role: .cancel) { dismiss() }
        } message: { trouble in
            if trouble.kind == nil { Text("error.unexpected") } else { Text(verbatim: trouble.sentence) }
        }
    }
}
