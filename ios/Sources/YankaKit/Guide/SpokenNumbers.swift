/// Official numbers as a voice says them, where no list can be shown.
public enum SpokenNumbers {
    /// More than this cannot be remembered.
    static let most = 3

    /// Each number with its owner, best match first, for a name may fit several; `nil` where none fits.
    public static func sentence(for name: String, core: Core) async throws -> String? {
        // Without a name the core lists all numbers.
        guard !name.allSatisfy(\.isWhitespace) else { return nil }
        let lines = try await core.hotlines(name).filter { !$0.number.isEmpty }.prefix(most).map {
            "\($0.organization)：\($0.number)"
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }
}
