// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// The verdict as word, symbol and colour, because colour alone is not accessible.
struct VerdictBanner: View {
    let verdict: Verdict
    let headline: String

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            Label {
                Text(verdict.label)
            } icon: {
                Image(systemName: verdict.symbolName)
            }
            .font(.largeTitle.bold())
            Text(verbatim: headline).font(.title3.weight(.medium))
        }
        .frame(maxWidth: .infinity, alignment: .leading)
        .padding()
        .foregroundStyle(.white)
        .background(verdict.backgroundColor, in: RoundedRectangle(cornerRadius: 16))
        .accessibilityElement(children: .combine)
        .accessibilityAddTraits(.isHeader)
    }
}

/// The verdict, small, for a list row or a code.
struct VerdictMark: View {
    let verdict: Verdict

    var body: some View {
        Label {
            Text(verdict.label)
        } icon: {
            Image(systemName: verdict.symbolName)
        }
        .font(.subheadline.bold())
        .padding(.horizontal, 10)
        .padding(.vertical, 5)
        .foregroundStyle(.white)
        .background(verdict.backgroundColor, in: Capsule())
    }
}

extension Verdict {
    var label: LocalizedStringKey {
        switch self {
        case .danger: "verdict.danger"
        case .caution: "verdict.caution"
        case .nothingFound: "verdict.nothing-found"
        case .unreadable: "verdict.unreadable"
        }
    }

    var symbolName: String {
        switch self {
        case .danger: "xmark.octagon.fill"
        case .caution: "exclamationmark.triangle.fill"
        case .nothingFound: "magnifyingglass"
        case .unreadable: "eye.slash.fill"
        }
    }

    /// White text on each has a contrast ratio of at least 5.5 (WCAG 2.2, 1.4.3, requires 4.5), in light and
    /// dark mode.
    var backgroundColor: Color {
        switch self {
        case .danger: Color(red: 0.66, green: 0.10, blue: 0.10)
        case .caution: Color(red: 0.50, green: 0.32, blue: 0.00)
        case .nothingFound: Color(red: 0.22, green: 0.29, blue: 0.34)
        case .unreadable: Color(red: 0.29, green: 0.25, blue: 0.36)
        }
    }
}

extension Severity {
    var symbolName: String {
        switch self {
        case .danger: "xmark.octagon.fill"
        case .caution: "exclamationmark.triangle.fill"
        case .info: "info.circle"
        }
    }

    var label: LocalizedStringKey {
        switch self {
        case .danger: "severity.danger"
        case .caution: "severity.caution"
        case .info: "severity.info"
        }
    }

    var color: Color {
        switch self {
        case .danger: Verdict.danger.backgroundColor
        case .caution: Verdict.caution.backgroundColor
        case .info: Verdict.nothingFound.backgroundColor
        }
    }
}
