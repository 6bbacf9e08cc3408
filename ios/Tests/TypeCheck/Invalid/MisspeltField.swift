// expect: value of type 'Hotline' has no member 'organisation'
import SwiftUI
import YankaKit

struct MisspeltField: View {
    let hotline: Hotline

    var body: some View { Text(verbatim: hotline.organisation) }
}
