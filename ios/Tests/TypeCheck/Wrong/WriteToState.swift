// expect: cannot assign to property: 'state' setter is inaccessible
import SwiftUI
import YankaKit

struct WriteToState: View {
    let log: LogModel

    var body: some View {
        Button("action.ok") { log.state = .empty }
    }
}
