//! Maps the characters of labels and brand names to the letters that they look like.
//!
//! Has what looks like a letter within ASCII; the letters of other alphabets are in yanka-types.
//! Depends on no brand and no host.

use unicode_security::confusable_detection::skeleton;
use yanka_types::confusables::similar_latin_letter;

/// `label`, in Unicode form, with accents removed and foreign letters replaced by the ASCII letters
/// that they look like. Characters that look like none stay.
pub(crate) fn to_ascii(label: &str) -> String {
    if label.is_ascii() {
        return label.to_owned();
    }
    let mut ascii = String::with_capacity(label.len());
    for c in label.chars() {
        // UTS 39 skeletons also change ASCII (m to rn, l to I), so ASCII letters stay.
        if c.is_ascii() {
            ascii.push(c);
            continue;
        }
        let mut buffer = [0_u8; 4];
        let look: String = skeleton(c.encode_utf8(&mut buffer)).filter(|c| !is_mark(*c)).collect();
        match look.as_str() {
            "rn" => ascii.push('m'),
            // UTS 39 has one prototype for all vertical strokes; `fold_lookalikes` treats i and l as
            // one.
            "I" | "l" | "|" => ascii.push('l'),
            look if look.is_ascii() => ascii.extend(look.chars().map(|c| c.to_ascii_lowercase())),
            _ => ascii.push(similar_latin_letter(c).unwrap_or(c)),
        }
    }
    ascii
}

/// Combining diacritical marks: their block, the extended, the supplement and those for symbols.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

/// `text`, in lower case, with what looks like a letter replaced by it. For comparing only.
///
/// A manual selection: `rn` → `m`, `vv` → `w`, `0` → `o`, `1 i |` → `l`, `2` → `z`, `3` → `e`,
/// `4` → `a`, `5 $` → `s`, `6 8` → `b`, `7` → `t`, `9 q` → `g`. Capital letters stay.
pub(crate) fn fold_lookalikes(text: &str) -> String {
    fold_with_offsets(text).0
}

/// [`fold_lookalikes`], and the byte of `text` from which each byte of the result, and its end,
/// comes.
pub(crate) fn fold_with_offsets(text: &str) -> (String, Vec<usize>) {
    let bytes = text.as_bytes();
    let mut folded = String::with_capacity(text.len());
    let mut offsets = Vec::with_capacity(text.len() + 1);
    let mut at = 0;
    while at < bytes.len() {
        let pair = (bytes[at], bytes.get(at + 1).copied().unwrap_or(0));
        let (c, used) = match pair {
            (b'r', b'n') => ('m', 2),
            (b'v', b'v') => ('w', 2),
            (b'0', _) => ('o', 1),
            (b'1' | b'i' | b'l' | b'|', _) => ('l', 1),
            (b'2', _) => ('z', 1),
            (b'3', _) => ('e', 1),
            (b'4', _) => ('a', 1),
            (b'5', _) => ('s', 1),
            (b'6' | b'8', _) => ('b', 1),
            (b'7', _) => ('t', 1),
            (b'9' | b'q', _) => ('g', 1),
            (b'$', _) => ('s', 1),
            (b, _) if b.is_ascii() => (char::from(b), 1),
            _ => {
                let c = text[at..].chars().next().unwrap_or('?');
                (c, c.len_utf8())
            }
        };
        folded.push(c);
        offsets.resize(folded.len(), at);
        at += used;
    }
    offsets.push(text.len());
    (folded, offsets)
}

/// Cheap prefilter for `detectors::substitution`: whether `text` has a digit, `rn`, `vv` or a
/// non-ASCII byte. Changes of one letter to another (`i`, `q`, `$`) do not count there.
pub(crate) fn may_fold(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit() || !b.is_ascii())
        || text.contains("rn")
        || text.contains("vv")
}

#[cfg(test)]
mod tests {
    use super::{fold_lookalikes, to_ascii};

    #[test]
    fn foreign_letters_become_ascii() {
        for (written, ascii) in
            [("tаobао", "taobao"), ("ɑlipay", "alipay"), ("wéixìn", "weixin"), ("jԁ", "jd")]
        {
            assert_eq!(to_ascii(written), ascii);
        }
    }

    #[test]
    fn digits_and_letter_pairs_fold_to_the_letter() {
        assert_eq!(fold_lookalikes("ta0ba0"), fold_lookalikes("taobao"));
        assert_eq!(fold_lookalikes("a1ipay"), fold_lookalikes("alipay"));
        assert_eq!(fold_lookalikes("vveixin"), fold_lookalikes("weixin"));
    }
}
