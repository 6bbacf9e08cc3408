/// Official numbers for a voice assistant, which cannot show a list.
public enum SpokenHotlines {
    /// Numbers in one answer. Chosen, not measured: few enough to remember.
    static let maxCount = 3

    /// At most `maxCount` numbers, best match first; empty where none matches.
    public static func find(for name: String, core: Core) async throws -> [Hotline] {
        // The core lists all numbers for an empty query.
        guard !name.allSatisfy(\.isWhitespace) else { return [] }
        // An entry without a number is reachable only through its app (core/src/report).
        return Array(try await core.hotlines(name).filter { !$0.number.isEmpty }.prefix(maxCount))
    }
}
