//! Folds text for search: letter case and full-width forms. Depends on nothing but the text.

/// Offset from the full-width forms U+FF01..U+FF5E to ASCII U+0021..U+007E (Unicode, Halfwidth and
/// Fullwidth Forms).
const FULL_WIDTH_OFFSET: u32 = 0xFEE0;

/// Lower-cases `text` and replaces full-width ASCII and the ideographic space by ASCII, so that a
/// search matches either spelling.
pub fn fold(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '！'..='～' => char::from_u32(c as u32 - FULL_WIDTH_OFFSET).unwrap_or(c),
            '\u{3000}' => ' ',
            c => c,
        })
        .flat_map(char::to_lowercase)
        .collect()
}
