import SwiftUI
import YankaKit

/// What the files of Wrong do, done right.
struct Right: View {
    let check: CheckModel
    let hotline: Hotline

    var body: some View {
        if check.answer != nil { Text(verbatim: hotline.organization) }
    }
}
