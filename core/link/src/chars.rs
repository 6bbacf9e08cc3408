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
pub(crate) const fn is_cjk(c: char) -> bool {
    is_east_asian(c)
        || matches!(c,
            '\u{f900}'..='\u{faff}'   // CJK Compatibility Ideographs
            | '\u{fe30}'..='\u{fe4f}' // CJK Compatibility Forms
            | '\u{ff00}'..='\u{ffef}' // Halfwidth and Fullwidth Forms
        )
}

/// Whether `c` is in a block of Han, kana, bopomofo or hangul, or of their symbols (Unicode,
/// Blocks.txt). The blocks of compatibility and width variants are left out: IDNA maps them.
pub(crate) const fn is_east_asian(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{9fff}'     // CJK Radicals Supplement to CJK Unified Ideographs
        | '\u{ac00}'..='\u{d7af}'   // Hangul Syllables
        | '\u{20000}'..='\u{3ffff}' // planes 2 and 3: CJK Unified Ideographs Extension B and later
    )
}

/// Whether `c` ends an address: white space, controls, ASCII delimiters that RFC 3986 excludes, and
/// typographic marks that text puts around an address (legal in IRIs, cut here on purpose).
pub(crate) fn ends_address(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '"' | '<' | '>' | '`' | '“' | '”' | '‘' | '’' | '…' | '—' | '«' | '»')
}

/// Whether `c` is a character other than `.` that stands for it: U+3002, U+FF0E, U+FF61 (UTS 46), or
/// a look-alike.
pub(crate) const fn is_dot_variant(c: char) -> bool {
    matches!(
        c,
        '\u{3002}' | '\u{ff0e}' | '\u{ff61}' // ideographic, full-width and half-width full stops
            | '\u{2024}' | '\u{b7}' | '\u{2022}' | '\u{fe52}' // leader, middle dot, bullet, small stop
    )
}
