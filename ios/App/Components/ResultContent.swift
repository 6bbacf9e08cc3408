// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// A result: verdict, steps, hotlines, the annotated photo, and the findings of each subject. Shared by the
/// result screen, the log entry and the share extension.
struct ResultContent: View {
    let result: CheckResult
    @Binding var selectedCode: Int?
    /// `nil` where the process cannot dial, as in the share extension.
    let call: (@MainActor (Hotline) -> Void)?

    var body: some View {
        Section {
            VerdictBanner(verdict: result.report.verdict, headline: result.report.headline)
                .listRowInsets(EdgeInsets())
                .listRowBackground(Color.clear)
            if result.isRecognizingText { ProgressView("result.reading-words") }
            ForEach(result.report.notices, id: \.notice) { Text(verbatim: $0.text) }
        }
        if !result.report.advice.isEmpty {
            Section("result.do-now") {
                ForEach(result.report.advice, id: \.id) { step in StepRow(step: step, call: call) }
            }
        }
        if !result.report.hotlines.isEmpty {
            Section("result.official-numbers") {
                ForEach(result.report.hotlines, id: \.id) { HotlineRow(hotline: $0, call: call) }
            }
        }
        if let picture = result.picture {
            Section { AnnotatedPhoto(picture: picture, report: result.report, selectedCode: $selectedCode) }
        }
        ForEach(visibleSubjects) { SubjectSection(subject: $0) }
        if result.usesRecognizedText {
            Section { Label("result.read-by-machine", systemImage: "text.viewfinder").font(.footnote) }
        }
    }

    /// The selected code; without a selection, all but recognized lines without a finding.
    private var visibleSubjects: [CheckResult.SubjectResult] {
        result.subjects.filter { subject in
            if let selectedCode { return subject.codeNumber == selectedCode + 1 }
            return subject.codeNumber != nil || subject.id == .text || !subject.findings.isEmpty
        }
    }
}

/// One code, line or text: what it would do, what was read, and each finding with its source.
private struct SubjectSection: View {
    let subject: CheckResult.SubjectResult

    var body: some View {
        Section {
            if let verdict = subject.verdict { VerdictMark(verdict: verdict) }
            if !subject.does.isEmpty { Text(verbatim: subject.does).font(.body.weight(.semibold)) }
            if let text = subject.text { HighlightedTextView(text: text) }
            ForEach(Array(subject.links.enumerated()), id: \.offset) { _, link in
                if !link.what.isEmpty { Text(verbatim: link.what).font(.subheadline) }
            }
            ForEach(Array(subject.findings.enumerated()), id: \.offset) { _, finding in
                FindingRow(finding: finding)
            }
        } header: {
            title
        }
    }

    @ViewBuilder private var title: some View {
        if let number = subject.codeNumber {
            Text("result.code \(number)")
        } else {
            switch subject.id {
            case .word: Text("result.line")
            case .text: Text("result.text")
            case .photo, .code: Text("result.whole-photo")
            }
        }
    }
}

private struct FindingRow: View {
    let finding: Finding

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Label {
                VStack(alignment: .leading, spacing: 2) {
                    if !finding.title.isEmpty {
                        Text(verbatim: finding.title).font(.headline)
                    }
                    Text(verbatim: finding.why)
                }
            } icon: {
                Image(systemName: finding.severity.symbolName)
                    .foregroundStyle(finding.severity.color)
                    .accessibilityLabel(finding.severity.label)
            }
            ProvenanceDisclosure(source: finding.source)
        }
    }
}
