// expect: value of type 'CheckModel' has no member 'anwser'
import SwiftUI
import YankaKit

struct MisspeltProperty: View {
    let check: CheckModel

    var body: some View {
        if check.anwser != nil { Text(verbatim: "") }
    }
}
