// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// An answer from top to bottom: the verdict, what to do now, whom to call, why, and where it is on the
/// photo. The same for a check, for an entry of the log and in the share extension.
struct AnswerBody: View {
    let answer: Answer
    @Binding var picked: Int?
    /// `nil` where nothing can be dialled, as in the share extension.
    let call: (@MainActor (Hotline) -> Void)?

    var body: some View {
        Section {
            VerdictBanner(verdict: answer.report.verdict, headline: answer.report.headline)
                .listRowInsets(EdgeInsets())
                .listRowBackground(Color.clear)
            if answer.reading { ProgressView("result.reading-words") }
            ForEach(answer.report.notices, id: \.notice) { Text(verbatim: $0.text) }
        }
        if !answer.report.advice.isEmpty {
            Section("result.do-now") {
                ForEach(answer.report.advice, id: \.id) { step in StepRow(step: step, call: call) }
            }
        }
        if !answer.report.hotlines.isEmpty {
            Section("result.official-numbers") {
                ForEach(answer.report.hotlines, id: \.id) { HotlineRow(hotline: $0, call: call) }
            }
        }
        if let picture = answer.picture {
            Section { PhotoMap(picture: picture, report: answer.report, picked: $picked) }
        }
        ForEach(shown) { PartSection(part: $0) }
        if answer.readByMachine {
            Section { Label("result.read-by-machine", systemImage: "text.viewfinder").font(.footnote) }
        }
    }

    /// All of it, or the one code that was picked on the photo. A line that nothing was found in is left out.
    private var shown: [Answer.Part] {
        answer.parts.filter { part in
            if let picked { return part.number == picked + 1 }
            return part.number != nil || part.id == .text || !part.reasons.isEmpty
        }
    }
}

/// One code, line or text: what it would do, what was read, and each reason with its source.
private struct PartSection: View {
    let part: Answer.Part

    var body: some View {
        Section {
            if let verdict = part.verdict { VerdictMark(verdict: verdict) }
            if !part.does.isEmpty { Text(verbatim: part.does).font(.body.weight(.semibold)) }
            if let passage = part.passage { PassageText(passage: passage) }
            ForEach(Array(part.links.enumerated()), id: \.offset) { _, link in
                if !link.what.isEmpty { Text(verbatim: link.what).font(.subheadline) }
            }
            ForEach(Array(part.reasons.enumerated()), id: \.offset) { _, reason in ReasonRow(reason: reason) }
        } header: {
            title
        }
    }

    @ViewBuilder private var title: some View {
        if let number = part.number {
            Text("result.code \(number)")
        } else {
            switch part.id {
            case .word: Text("result.line")
            case .text: Text("result.text")
            case .photo, .code: Text("result.whole-photo")
            }
        }
    }
}

private struct ReasonRow: View {
    let reason: Finding

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Label {
                Text(verbatim: reason.why)
            } icon: {
                Image(systemName: reason.severity.sign)
                    .foregroundStyle(reason.severity.mark)
                    .accessibilityLabel(reason.severity.word)
            }
            SourceLine(source: reason.source)
        }
    }
}
