//! Decides whether the letters of a host label come from scripts that do not belong together.
//!
//! Knows scripts, not brands. A label in Chinese with Latin letters is ordinary in China.

/// Whether a label, in its punycode form, mixes scripts that no language mixes.
pub(super) fn is_mixed(label: &str) -> bool {
    let Some(text) = unicode(label) else { return false };
    let mut seen = [false; 5];
    for c in text.chars() {
        if let Some(i) = group(c) {
            seen[i] = true;
        }
    }
    let [latin, east_asian, greek, cyrillic, other] = seen;
    let odd = usize::from(greek) + usize::from(cyrillic) + usize::from(other);
    odd > 1 || (odd == 1 && (latin || east_asian))
}

/// The Unicode form of a punycode label.
pub(super) fn unicode(label: &str) -> Option<String> {
    idna::punycode::decode_to_string(label.strip_prefix("xn--")?)
}

/// Latin, East Asian, Greek, Cyrillic, any other; `None` for digits and marks.
fn group(c: char) -> Option<usize> {
    match c {
        'a'..='z'
        | 'A'..='Z'
        | '\u{c0}'..='\u{24f}'
        | '\u{250}'..='\u{2af}'
        | '\u{1e00}'..='\u{1eff}' => Some(0),
        '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{20000}'..='\u{3ffff}' => Some(1),
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(2),
        '\u{400}'..='\u{52f}' => Some(3),
        _ if c.is_alphabetic() => Some(4),
        _ => None,
    }
}
