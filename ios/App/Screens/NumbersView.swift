// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// Looks up official numbers by name, and answers "is this number official?".
struct NumbersView: View {
    @State private var model: NumbersModel

    init(core: Core, device: Device) {
        _model = State(initialValue: NumbersModel(core: core, device: device))
    }

    var body: some View {
        List {
            Section("numbers.is-it-official") {
                TextField("numbers.number", text: $model.number)
                    .keyboardType(.phonePad)
                Button("numbers.ask") { Task { await model.lookUp() } }
                    .disabled(model.number.allSatisfy(\.isWhitespace))
                answer
            }
            hotlines
        }
        .navigationTitle("screen.numbers")
        .searchable(text: $model.query, prompt: "numbers.search")
        .task(id: model.query) { await model.search() }
    }

    @ViewBuilder private var answer: some View {
        switch model.answer {
        case .notRequested: EmptyView()
        case .loading: LoadingRow()
        case .failed(let failure): ErrorRow(failure: failure)
        case .loaded(let answer):
            Label {
                Text(verbatim: answer.sentence).font(.headline)
            } icon: {
                Image(systemName: answer.status.symbolName)
            }
            ForEach(answer.hotlines, id: \.id) { hotline in HotlineRow(hotline: hotline) { model.call($0) } }
        }
    }

    @ViewBuilder private var hotlines: some View {
        switch model.state {
        case .notRequested, .loading: Section { LoadingRow() }
        case .failed(let failure): Section { ErrorRow(failure: failure) }
        case .loaded([]): Section { Text("numbers.none") }
        case .loaded(let hotlines):
            Section("numbers.official") {
                ForEach(hotlines, id: \.id) { hotline in HotlineRow(hotline: hotline) { model.call($0) } }
            }
        }
    }
}

extension NumberStatus {
    var symbolName: String {
        switch self {
        case .official: "list.bullet.rectangle"
        case .notListed: "questionmark.circle"
        case .spoofForm: "xmark.octagon.fill"
        case .overseas: "globe"
        case .mobile: "iphone"
        }
    }
}
