import SwiftUI
import YankaKit

/// What the files of Invalid do, done correctly.
struct Valid: View {
    let check: CheckModel
    let numbers: NumbersModel
    let hotline: Hotline

    var body: some View {
        if check.result != nil { Text(verbatim: hotline.organization) }
        Button("action.ok") { Task { await numbers.search() } }
    }
}

@MainActor
func everyState(_ model: CheckModel) -> String {
    switch model.state {
    case .empty: ""
    case .checking: ""
    case .result: ""
    case .failed: ""
    }
}

@MainActor
func onMainActor(_ model: NumbersModel) { model.query = "" }
