// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// Questions for someone whom a scammer is talking to, one at a time, with two large buttons.
struct QuestionsView: View {
    @State private var model: QuestionsModel

    init(core: Core, device: Device) {
        _model = State(initialValue: QuestionsModel(core: core, device: device))
    }

    var body: some View {
        List {
            switch model.state {
            case .loading: LoadingRow()
            case .failed(let failure): ErrorRow(failure: failure)
            case .ended: Text("questions.ended").font(.title3)
            case .page(let page): PageSections(page: page) { model.call($0) }
            case .asking(let question, let number, let of): asking(question, number, of)
            }
            if model.canGoBack { Button("action.back") { model.back() } }
        }
        .navigationTitle("screen.questions")
        .task { await model.start() }
    }

    private func asking(_ question: Question, _ number: Int, _ of: Int) -> some View {
        Section {
            Text(verbatim: question.text).font(.title.bold()).accessibilityAddTraits(.isHeader)
            Button("questions.yes") { Task { await model.answer(true) } }
                .font(.title2)
                .frame(maxWidth: .infinity, minHeight: 60)
            Button("questions.no") { Task { await model.answer(false) } }
                .font(.title2)
                .frame(maxWidth: .infinity, minHeight: 60)
        } header: {
            Text("state.step \(number) \(of)")
        }
        .buttonStyle(.bordered)
    }
}
