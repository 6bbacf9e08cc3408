//! Reads Chinese characters: the one table of readings, from the crate `pinyin`.
//!
//! First reading without tone. Which letters form a syllable at all is another fact, used for hosts in
//! Latin letters; `yanka-link` has it in lookalike/syllables.rs.

use pinyin::{Pinyin, ToPinyin};

/// The first reading of `c` without tone, such as `wei`; `ü` stays. `None` where no reading is known.
#[must_use]
pub fn reading(c: char) -> Option<&'static str> {
    c.to_pinyin().map(Pinyin::plain)
}
