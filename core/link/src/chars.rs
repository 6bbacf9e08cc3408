//! Decides what a single character can be in an address: part of a host, a dot, the end.
//!
//! Character classes only; yanka-types has the classes that other crates share.

/// Whether `c` can be in a host without a scheme: ASCII letters, digits, `-`, `_`, and letters of
/// other alphabets, which may look like Latin ones.
pub(crate) fn is_host_char(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '-' | '_')
        || (!c.is_ascii() && c.is_alphanumeric() && !is_cjk(c))
}

/// Whether `c` is Han, kana, hangul, or a full-width form or punctuation mark used with them.
pub(crate) fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether `c` ends an address: white space, controls, and quotes, brackets and dashes that no
/// address contains unescaped.
pub(crate) fn ends_address(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '"' | '<' | '>' | '`' | '“' | '”' | '‘' | '’' | '…' | '—' | '«' | '»')
}

/// Whether `c` is a dot by UTS 46, or a look-alike that people type for one.
pub(crate) const fn is_dot(c: char) -> bool {
    matches!(c, '。' | '．' | '｡' | '․' | '·' | '•' | '﹒')
}

/// The ASCII character of a full-width form U+FF01–U+FF5E; `None` for any other character.
pub(crate) fn half_width(c: char) -> Option<char> {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        _ => None,
    }
}
