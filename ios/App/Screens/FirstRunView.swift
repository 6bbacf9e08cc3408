// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// The first-run pages. Each can be skipped.
struct FirstRunView: View {
    @State private var model: FirstRunModel

    init(onFinish: @escaping @MainActor () -> Void) {
        _model = State(initialValue: FirstRunModel(onFinish: onFinish))
    }

    var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: 24) {
                Text("screen.first-run").font(.title3)
                Text("state.step \(model.number) \(FirstRunModel.Step.allCases.count)").font(.footnote)
                Image(systemName: model.step.symbolName).font(.largeTitle).accessibilityHidden(true)
                Text(model.step.label).font(.title.bold()).accessibilityAddTraits(.isHeader)
                Button {
                    model.next()
                } label: {
                    Text(model.isLast ? "first-run.start" : "action.next").frame(maxWidth: .infinity)
                }
                .buttonStyle(.borderedProminent)
                .controlSize(.large)
                if model.number > 1 { Button("action.back") { model.back() } }
                if !model.isLast {
                    Button("action.close") { model.finish() }.accessibilityIdentifier("first-run.skip")
                }
            }
            .padding()
            .frame(maxWidth: .infinity, alignment: .leading)
        }
    }
}

extension FirstRunModel.Step {
    var label: LocalizedStringKey {
        switch self {
        case .photo: "first-run.photo"
        case .wechatPhoto: "first-run.wechat-photo"
        case .wechatText: "first-run.wechat-text"
        case .cannot: "first-run.cannot"
        }
    }

    var symbolName: String {
        switch self {
        case .photo: "camera.viewfinder"
        case .wechatPhoto: "photo.badge.arrow.down"
        case .wechatText: "doc.on.clipboard"
        case .cannot: "exclamationmark.bubble"
        }
    }
}
