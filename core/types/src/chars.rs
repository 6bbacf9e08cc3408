//! Character classes that several crates of the core test for.
//!
//! Unicode data only, from the crate `icu_properties`; no table is written here by hand.

use icu_properties::CodePointSetData;
use icu_properties::props::{DefaultIgnorableCodePoint, UnifiedIdeograph};

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

#[cfg(test)]
mod tests {
    use super::{is_han, is_invisible};

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
