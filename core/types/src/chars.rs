//! Character classes that several crates of the core test for.
//!
//! Unicode data only; properties come from the crate `icu_properties`, no table is written by hand.

use icu_properties::CodePointSetData;
use icu_properties::props::{DefaultIgnorableCodePoint, UnifiedIdeograph};

/// Offset from U+0021–U+007E to their full-width forms (Unicode, Halfwidth and Fullwidth Forms).
const FULL_WIDTH_OFFSET: u32 = 0xfee0;

/// Whether a renderer shows nothing for `c`: zero-width characters, bidirectional controls,
/// variation selectors, tags, fillers and soft hyphens.
///
/// Senders put such characters into words and hosts to defeat filters. The set is the property
/// Default_Ignorable_Code_Point (UAX #44), and the interlinear annotation controls
/// U+FFF9–U+FFFB, which that property leaves out. White space, combining marks and the C0 and C1
/// controls are not in it.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    const IGNORABLE: icu_properties::CodePointSetDataBorrowed<'static> =
        CodePointSetData::new::<DefaultIgnorableCodePoint>();
    !c.is_ascii() && (IGNORABLE.contains(c) || matches!(c, '\u{fff9}'..='\u{fffb}'))
}

/// Whether `c` is a Chinese character: the property Unified_Ideograph (UAX #44).
///
/// Radicals, strokes, the iteration mark 々, the zero 〇, kana and CJK punctuation are not.
#[must_use]
pub fn is_han(c: char) -> bool {
    const UNIFIED: icu_properties::CodePointSetDataBorrowed<'static> =
        CodePointSetData::new::<UnifiedIdeograph>();
    // Nearly all Chinese text lies in this block; the search through all blocks costs more.
    matches!(c, '\u{4e00}'..='\u{9fff}') || (!c.is_ascii() && UNIFIED.contains(c))
}

/// The ASCII character of a full-width form U+FF01–U+FF5E; `None` for any other character.
#[must_use]
pub const fn full_width_to_ascii(c: char) -> Option<char> {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - FULL_WIDTH_OFFSET),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{full_width_to_ascii, is_han, is_invisible};

    #[test]
    fn only_full_width_forms_have_an_ascii_form() {
        let ascii: Option<String> = "！Ａｚ～".chars().map(full_width_to_ascii).collect();
        assert_eq!(ascii.as_deref(), Some("!Az~"));
        for c in "A\u{ff00}\u{ff5f}\u{ffef}\u{3000}".chars() {
            assert_eq!(full_width_to_ascii(c), None);
        }
    }

    #[test]
    fn invisible_characters_are_found() {
        for c in "\u{ad}\u{34f}\u{61c}\u{115f}\u{180e}\u{200b}\u{200f}\u{202e}\u{2060}\u{2069}\
                  \u{3164}\u{fe0f}\u{feff}\u{fffa}\u{e0041}\u{e01ef}"
            .chars()
        {
            assert!(is_invisible(c), "U+{:04X}", u32::from(c));
        }
        for c in "a 京\t\n\u{a0}\u{301}\u{3000}\u{20e3}。".chars() {
            assert!(!is_invisible(c), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn unified_ideographs_are_han_and_other_cjk_is_not() {
        for c in "京東\u{3400}\u{9fff}\u{20000}\u{2a6df}".chars() {
            assert!(is_han(c), "U+{:04X}", u32::from(c));
        }
        for c in "aの한。、々〇⺀Ａ".chars() {
            assert!(!is_han(c), "U+{:04X}", u32::from(c));
        }
    }
}
