//! Decides what single characters can be in an address: invisible, a dot, Chinese, an end.

/// Characters of a host without scheme: ASCII, and letters that pass for Latin ones.
pub(super) fn is_host_char(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '-' | '_')
        || (!c.is_ascii() && c.is_alphanumeric() && !is_chinese(c))
}

/// Han, kana, hangul, and the punctuation that goes with them.
pub(super) fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// Blanks, controls, quotes, brackets and signs that no address holds unescaped.
pub(super) fn ends_token(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '"' | '<' | '>' | '`' | '“' | '”' | '‘' | '’' | '…' | '—' | '«' | '»')
}

/// Characters that take no room and that no eye sees.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Dots that the URL Standard (UTS 46) reads as dots, and look-alikes that people type for them.
pub(super) const fn is_dot(c: char) -> bool {
    matches!(c, '。' | '．' | '｡' | '․' | '·' | '•' | '﹒')
}
