//! Decides which script a letter belongs to, and whether a host label mixes scripts.
//!
//! Knows scripts, not brands. Chinese with Latin letters in one label is common in China.

use crate::chars::is_east_asian;

/// Whether `label`, in punycode form, mixes scripts that no language mixes. False for an ASCII
/// label.
pub(crate) fn is_mixed(label: &str) -> bool {
    let Some(text) = decode_punycode(label) else { return false };
    let mut found = [false; 5];
    for script in text.chars().filter_map(Script::of) {
        found[script as usize] = true;
    }
    let [latin, east_asian, greek, cyrillic, other] = found;
    let foreign = usize::from(greek) + usize::from(cyrillic) + usize::from(other);
    foreign > 1 || (foreign == 1 && (latin || east_asian))
}

/// The Unicode form of a punycode label; `None` without the prefix `xn--` and for invalid punycode.
pub(crate) fn decode_punycode(label: &str) -> Option<String> {
    idna::punycode::decode_to_string(label.strip_prefix("xn--")?)
}

/// Whether `c` is in a block of the Greek, Cyrillic, Armenian, Georgian, Cherokee or Coptic script,
/// whose letters can look like Latin ones.
pub(crate) const fn is_latin_like_script(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{58f}' | '\u{10a0}'..='\u{10ff}' | '\u{13a0}'..='\u{13ff}' | '\u{1c80}'..='\u{1cbf}' | '\u{1f00}'..='\u{1fff}' | '\u{2c80}'..='\u{2cff}')
}

/// Groups of scripts that occur together.
#[derive(Clone, Copy)]
enum Script {
    Latin,
    EastAsian,
    Greek,
    Cyrillic,
    Other,
}

impl Script {
    /// The group of a letter; `None` for digits and marks.
    fn of(c: char) -> Option<Self> {
        match c {
            'a'..='z'
            | 'A'..='Z'
            | '\u{c0}'..='\u{24f}'
            | '\u{250}'..='\u{2af}'
            | '\u{1e00}'..='\u{1eff}' => Some(Self::Latin),
            c if is_east_asian(c) => Some(Self::EastAsian),
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(Self::Greek),
            '\u{400}'..='\u{52f}' => Some(Self::Cyrillic),
            _ if c.is_alphabetic() => Some(Self::Other),
            _ => None,
        }
    }
}
