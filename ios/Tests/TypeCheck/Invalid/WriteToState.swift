// expect: cannot assign to property: 'state' setter is inaccessible
import SwiftUI
import YankaKit

struct WriteToState: View {
    let numbers: NumbersModel

    var body: some View {
        Button("action.ok") { numbers.state = .notRequested }
    }
}
