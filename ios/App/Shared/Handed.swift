// Type-checked on Linux against stubs; runs on an iPhone only.
import CoreTransferable
import Foundation
import UniformTypeIdentifiers
import YankaKit

/// What is pasted or dropped: a picture, an address or a text.
struct Handed: Transferable {
    let given: Given

    static var transferRepresentation: some TransferRepresentation {
        DataRepresentation(importedContentType: .image) { Handed(given: .photo($0)) }
        DataRepresentation(importedContentType: .url) {
            Handed(given: .link(String(decoding: $0, as: UTF8.self)))
        }
        DataRepresentation(importedContentType: .utf8PlainText) {
            Handed(given: .text(String(decoding: $0, as: UTF8.self)))
        }
    }
}
