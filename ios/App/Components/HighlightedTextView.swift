// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// A text with its findings highlighted and the registrable domain of each link in bold.
struct HighlightedTextView: View {
    let text: HighlightedText

    var body: some View {
        Text(styled).textSelection(.enabled).accessibilityLabel(Text(verbatim: text.text))
    }

    private var styled: AttributedString {
        text.segments.reduce(into: AttributedString()) { styled, segment in
            var run = AttributedString(segment.text)
            if segment.isDomain { run.font = Font.body.bold() }
            if let severity = segment.severity {
                run.foregroundColor = Color.white
                run.backgroundColor = severity.color
                // Colour alone is not accessible.
                run.underlineStyle = Text.LineStyle.single
            }
            styled += run
        }
    }
}
