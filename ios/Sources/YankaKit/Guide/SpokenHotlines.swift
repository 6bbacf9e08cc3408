/// Official numbers as text for a voice assistant, which cannot show a list.
public enum SpokenHotlines {
    /// Numbers in one answer: a listener cannot remember more. Empirical; no measurement recorded.
    static let maxCount = 3

    /// One line per number with its owner, best match first; `nil` where none matches.
    public static func sentence(for name: String, core: Core) async throws -> String? {
        // The core lists all numbers for an empty query.
        guard !name.allSatisfy(\.isWhitespace) else { return nil }
        let lines = try await core.hotlines(name).filter { !$0.number.isEmpty }.prefix(maxCount).map {
            "\($0.organization)：\($0.number)"
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }
}
