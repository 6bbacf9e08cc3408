// expect: value of type 'CheckModel' has no member 'reslut'
import SwiftUI
import YankaKit

struct MisspeltProperty: View {
    let check: CheckModel

    var body: some View {
        if check.reslut != nil { Text(verbatim: "") }
    }
}
