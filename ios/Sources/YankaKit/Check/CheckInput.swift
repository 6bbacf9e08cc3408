import Foundation

/// What the person gives to be checked.
public enum CheckInput: Equatable, Sendable {
    /// An encoded image file.
    case photo(Data)
    case text(String)
    case link(String)
    /// Ids of the checklist items that were answered with "yes".
    case answers([String])

    public var kind: SubjectKind {
        switch self {
        case .photo, .answers: .photo
        case .text: .text
        case .link: .link
        }
    }

    /// The origin unless the person says otherwise: cards lie in parcels, texts are sent.
    var defaultOrigin: Origin {
        switch self {
        case .photo, .answers: .parcel
        case .text, .link: .message
        }
    }

    /// The original to keep as evidence.
    var original: Original {
        switch self {
        case .photo(let data): Original(text: nil, photo: data)
        case .text(let text), .link(let text): Original(text: text, photo: nil)
        case .answers: Original(text: nil, photo: nil)
        }
    }
}
