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

/// Whether `c` looks like a slash, a colon or nothing, and stands in no sentence between two hosts:
/// signs of mathematics and drawing, strokes of Chinese characters and a kana like a slash, combining
/// marks, variation selectors, fillers, letters of Hangul alone.
pub(crate) const fn is_glued_sign(c: char) -> bool {
    matches!(c,
        '\u{2044}' | '\u{2215}' | '\u{2236}' | '\u{27cb}' | '\u{29f5}'..='\u{29f9}' // slashes, ratio
        | '\u{2200}'..='\u{22ff}'   // Mathematical Operators
        | '\u{2571}'..='\u{2573}'   // Box Drawings diagonals
        | '\u{30ce}' | '\u{4e36}' | '\u{4e3f}' | '\u{3033}'..='\u{3035}' | '\u{2f02}' | '\u{2f03}'
        | '\u{31c0}'..='\u{31ef}'   // CJK Strokes
        | '\u{3131}'..='\u{318e}' | '\u{ffa0}'..='\u{ffdc}' | '\u{115f}' | '\u{1160}' // Hangul letters, fillers
        | '\u{2d0}'..='\u{2ff}' | '\u{a789}' | '\u{a78a}' | '\u{589}' | '\u{5c3}' | '\u{703}' | '\u{704}'
        | '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}' // combining marks
        | '\u{180b}'..='\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' // selectors
        | '\u{ff0f}' | '\u{ff3c}' | '\u{fe68}' | '\u{2e4a}' | '\u{2cc6}' | '\u{1735}')
}
