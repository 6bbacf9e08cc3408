// Type-checked on Linux against stubs; runs on an iPhone only.
import UIKit
import YankaKit

/// Opens a `tel:` URL. The system asks before it calls.
struct PhoneDialler: Dialler {
    func dial(_ number: String) {
        let digits = number.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
        guard !digits.isEmpty, let url = URL(string: "tel:" + digits) else { return }
        UIApplication.shared.open(url)
    }
}
