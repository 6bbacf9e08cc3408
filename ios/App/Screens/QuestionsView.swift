// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// Questions for someone who is being talked to, one at a time, with two large answers.
struct QuestionsView: View {
    @State private var model: QuestionsModel

    init(core: Core, device: Device) {
        _model = State(initialValue: QuestionsModel(core: core, device: device))
    }

    var body: some View {
        List {
            switch model.state {
            case .working: WorkingRow()
            case .failed(let trouble): TroubleRow(trouble: trouble)
            case .ended: Text("questions.ended").font(.title3)
            case .page(let page): PageSections(page: page) { model.call($0) }
            case .asking(let question, let number, let of): asking(question, number, of)
            }
            if model.canGoBack { Button("action.back") { model.back() } }
        }
        .navigationTitle("screen.questions")
        .task { await model.begin() }
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
