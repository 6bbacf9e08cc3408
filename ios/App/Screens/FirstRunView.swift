// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// What this app can do, what it cannot, how a picture comes out of a chat. Can be left at once.
struct FirstRunView: View {
    @State private var model: FirstRunModel

    init(done: @escaping @MainActor () -> Void) {
        _model = State(initialValue: FirstRunModel(done: done))
    }

    var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: 24) {
                Text("first-run.number \(model.number) \(FirstRunModel.Step.allCases.count)").font(.footnote)
                Image(systemName: model.step.sign).font(.largeTitle).accessibilityHidden(true)
                Text(model.step.title).font(.largeTitle.bold()).accessibilityAddTraits(.isHeader)
                Text(model.step.more).font(.title3)
                Button {
                    model.next()
                } label: {
                    Text(model.isLast ? "first-run.begin" : "first-run.next").frame(maxWidth: .infinity)
                }
                .buttonStyle(.borderedProminent)
                .controlSize(.large)
                if model.number > 1 { Button("action.back") { model.back() } }
                if !model.isLast { Button("first-run.skip") { model.finish() } }
            }
            .padding()
            .frame(maxWidth: .infinity, alignment: .leading)
        }
    }
}

extension FirstRunModel.Step {
    var title: LocalizedStringKey {
        switch self {
        case .what: "first-run.what"
        case .cannot: "first-run.cannot"
        case .share: "first-run.share"
        case .privacy: "first-run.privacy"
        }
    }

    var more: LocalizedStringKey {
        switch self {
        case .what: "first-run.what-more"
        case .cannot: "first-run.cannot-more"
        case .share: "first-run.share-more"
        case .privacy: "first-run.privacy-more"
        }
    }

    var sign: String {
        switch self {
        case .what: "qrcode.viewfinder"
        case .cannot: "exclamationmark.bubble"
        case .share: "square.and.arrow.up"
        case .privacy: "lock.iphone"
        }
    }
}
