import SwiftUI
import YankaKit

/// What the files of Invalid do, done correctly.
struct Valid: View {
    let check: CheckModel
    let hotline: Hotline

    var body: some View {
        if check.result != nil { Text(verbatim: hotline.organization) }
    }
}
