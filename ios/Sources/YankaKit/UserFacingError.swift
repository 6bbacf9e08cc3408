/// An error with the core's sentence for it. Quotes no subject, payload or file name.
public struct UserFacingError: Error, Equatable, Sendable {
    /// `nil` for an error that the core has no case for.
    public let kind: ErrorKind?
    /// In the app's language. Empty where `kind` is `nil`: the screen then shows `error.unexpected`.
    public let sentence: String

    public init(_ kind: ErrorKind, _ language: Language) {
        self.kind = kind
        sentence = errorSentence(error: kind, language: language)
    }

    /// Converts an error that the binding threw.
    init(_ error: any Error, _ language: Language) {
        if let error = error as? UserFacingError {
            self = error
        } else if let kind = (error as? ApiError).map(ErrorKind.init) {
            self.init(kind, language)
        } else {
            self.init()
        }
    }

    /// Converts an error that a call of `Core` threw.
    init(of error: any Error) {
        self = error as? UserFacingError ?? UserFacingError()
    }

    private init() {
        kind = nil
        sentence = ""
    }
}

extension ErrorKind {
    init(_ error: ApiError) {
        switch error {
        case .PackUnusable: self = .packUnusable
        case .PackOlder: self = .packOlder
        case .JournalKeyWrong: self = .journalKeyWrong
        case .JournalNewer: self = .journalNewer
        case .JournalUnavailable: self = .journalUnavailable
        case .DiskFull: self = .diskFull
        case .NoFolder: self = .noFolder
        case .NoSuchEntry: self = .noSuchEntry
        case .Cancelled: self = .cancelled
        }
    }
}
