//! Folds text for search: letter case and full-width forms. Depends on nothing but the text.

use yanka_types::chars::full_width_to_ascii;

/// Lower-cases `text` and replaces full-width ASCII and the ideographic space by ASCII, so that a
/// search matches either spelling.
pub fn fold(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{3000}' => ' ',
            c => full_width_to_ascii(c).unwrap_or(c),
        })
        .flat_map(char::to_lowercase)
        .collect()
}
