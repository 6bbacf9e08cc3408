//! Decides how a label looks to an eye that reads in a hurry: one form for all look-alikes.
//!
//! Two folds: UTS 39 skeletons for letters of other scripts, and digits or letter pairs that pass
//! for letters. A name is imitated where the look is the name's and the letters are not.

use unicode_security::confusable_detection::skeleton;

/// The ASCII look of `label` in Unicode form; accents and foreign letters become what they pass for.
pub(super) fn ascii_look(label: &str) -> String {
    if label.is_ascii() {
        return label.to_owned();
    }
    // Skeletons fold ASCII too (m to rn, l to I): keep ASCII, and read the others back.
    let mut out = String::with_capacity(label.len());
    for c in label.chars() {
        if c.is_ascii() {
            out.push(c);
            continue;
        }
        let mut buffer = [0_u8; 4];
        let look: String = skeleton(c.encode_utf8(&mut buffer)).filter(|c| !is_mark(*c)).collect();
        match look.as_str() {
            "rn" => out.push('m'),
            "O" => out.push('o'),
            // UTS 39 has one prototype for i-like strokes; which letter is meant, the eye decides.
            "I" | "l" | "|" => out.push('l'),
            look if look.is_ascii() => out.extend(look.chars().map(|c| c.to_ascii_lowercase())),
            _ => out.push(by_hand(c).unwrap_or(c)),
        }
    }
    out
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

/// Letters that UTS 39 keeps apart and that pass for Latin ones in small print.
const fn by_hand(c: char) -> Option<char> {
    Some(match c {
        'ı' | 'ɩ' | 'і' | 'ι' | 'ί' => 'i',
        'ɑ' | 'α' | 'а' | 'ά' => 'a',
        'ð' | 'ɗ' | 'đ' | 'ԁ' => 'd',
        'ŧ' | 'τ' | 'т' => 't',
        'ħ' | 'һ' | 'н' => 'h',
        'ł' | 'ŀ' => 'l',
        'ø' | 'ο' | 'о' | 'σ' | 'ό' => 'o',
        'ŋ' | 'п' | 'η' | 'ή' => 'n',
        'к' | 'κ' | 'ĸ' => 'k',
        'м' => 'm',
        'ƅ' | 'в' | 'ъ' | 'ь' | 'ß' | 'β' => 'b',
        'ш' | 'щ' | 'ω' | 'ώ' => 'w',
        'г' => 'r',
        'υ' | 'μ' | 'µ' | 'ц' | 'ύ' => 'u',
        'у' | 'γ' => 'y',
        'х' | 'χ' => 'x',
        'е' | 'ε' | 'є' | 'ə' | 'έ' => 'e',
        'ν' => 'v',
        'ρ' | 'р' => 'p',
        'ѕ' => 's',
        'ј' => 'j',
        'ԛ' => 'q',
        'з' => 'z',
        'ƒ' => 'f',
        'с' | 'ς' => 'c',
        _ => return None,
    })
}

/// Folds what passes for a letter onto one form: digits, `rn`, `vv`, `cl`; `i`, `l` and `1` are one.
///
/// Lengths may shrink; the fold is for comparing, not for showing.
pub(super) fn fold(text: &str) -> String {
    fold_with_places(text).0
}

/// [`fold`], and for each byte of it, and its end, the byte of `text` it came from.
pub(super) fn fold_with_places(text: &str) -> (String, Vec<usize>) {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len() + 1);
    let mut i = 0;
    while i < bytes.len() {
        let pair = (bytes[i], bytes.get(i + 1).copied().unwrap_or(0));
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
                let c = text[i..].chars().next().unwrap_or('?');
                (c, c.len_utf8())
            }
        };
        out.push(c);
        places.resize(out.len(), i);
        i += used;
    }
    places.push(text.len());
    (out, places)
}

/// Whether `text` holds anything that [`fold`] would take for another letter.
pub(super) fn has_stand_in(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().any(|b| b.is_ascii_digit() || !b.is_ascii())
        || text.contains("rn")
        || text.contains("vv")
}

/// `word` with each letter once where it stands several times running, and how many letters that
/// leaves out.
pub(super) fn single_letters(word: &str) -> (String, usize) {
    let mut single = String::with_capacity(word.len());
    let mut repeated = 0;
    for c in word.chars() {
        match single.ends_with(c) && c.is_ascii_alphabetic() {
            true => repeated += 1,
            false => single.push(c),
        }
    }
    (single, repeated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_of_foreign_letters_are_latin() {
        for (written, look) in
            [("tаobао", "taobao"), ("ɑlipay", "alipay"), ("wéixìn", "weixin"), ("jԁ", "jd")]
        {
            assert_eq!(ascii_look(written), look);
        }
    }

    #[test]
    fn stand_ins_fold_to_the_letter() {
        assert_eq!(fold("ta0ba0"), fold("taobao"));
        assert_eq!(fold("a1ipay"), fold("alipay"));
        assert_eq!(fold("vveixin"), fold("weixin"));
    }
}
