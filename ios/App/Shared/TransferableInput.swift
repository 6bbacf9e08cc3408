// Type-checked on Linux against stubs; runs on an iPhone only.
import CoreTransferable
import Foundation
import UniformTypeIdentifiers
import YankaKit

/// A pasted or dropped picture, URL or text.
struct TransferableInput: Transferable {
    let input: CheckInput

    static var transferRepresentation: some TransferRepresentation {
        DataRepresentation(importedContentType: .image) { TransferableInput(input: .photo($0)) }
        DataRepresentation(importedContentType: .url) {
            TransferableInput(input: .link(String(decoding: $0, as: UTF8.self)))
        }
        DataRepresentation(importedContentType: .utf8PlainText) {
            TransferableInput(input: .text(String(decoding: $0, as: UTF8.self)))
        }
    }
}
