//! Decodes bytes to text: by the declared character set first, then by plausibility.
//!
//! Undeclared bytes that are valid UTF-8 are UTF-8. Otherwise the sets that decode without an error
//! are compared by how common their characters are, because Chinese makers print GB 18030
//! undeclared. The caller keeps the bytes, so a wrong guess loses nothing.

use crate::segments::DeclaredCharset;
use encoding_rs::{
    BIG5, EUC_KR, Encoding, GB18030, ISO_8859_2, ISO_8859_5, ISO_8859_7, SHIFT_JIS, UTF_8,
    UTF_16BE, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256,
};

/// Sets that undeclared bytes are compared in; the first wins a tie.
const GUESSED: [&Encoding; 4] = [GB18030, BIG5, SHIFT_JIS, WINDOWS_1252];
/// Implausibility from which bytes count as binary.
const BINARY: f32 = 1.0;

/// Implausibility of one character, 0 for expected text. Empirical; no measurement recorded.
mod penalty {
    pub const LINE_OR_GROUP_SEPARATOR: f32 = 0.0;
    pub const CONTROL: f32 = 2.0;
    pub const KANA: f32 = 0.05;
    pub const CJK_PUNCTUATION: f32 = 0.1;
    /// A half-width voicing mark after a kana that takes one: no other set yields this by chance.
    pub const VOICED_KANA: f32 = -0.6;
    /// GB text decoded as Shift JIS turns into half-width kana.
    pub const HALF_WIDTH_KANA: f32 = 0.35;
    /// Ideographs cost least in the set that a card printed in China most likely uses.
    pub const IDEOGRAPH_GB18030: f32 = 0.1;
    pub const IDEOGRAPH_BIG5: f32 = 0.15;
    pub const IDEOGRAPH_OTHER: f32 = 0.2;
    pub const LATIN_LETTER: f32 = 0.45;
    pub const OTHER: f32 = 0.8;
    /// Added in proportion to the share of characters outside the set's common half.
    pub const UNCOMMON: f32 = 0.5;
}

/// All runs as one text; `None` where a run is text in no character set.
pub fn decode_text(runs: &[(DeclaredCharset, Vec<u8>)]) -> Option<String> {
    // An encoder that uses Kanji mode for some words writes the others in Shift JIS too.
    let japanese = runs.iter().any(|(d, _)| *d == DeclaredCharset::Kanji);
    let mut out = String::new();
    for (declared, bytes) in runs {
        let undeclared =
            *declared == DeclaredCharset::Undeclared && std::str::from_utf8(bytes).is_err();
        let declared = if undeclared && japanese { DeclaredCharset::Kanji } else { *declared };
        out.push_str(&decode_run(declared, bytes)?);
    }
    Some(out)
}

fn decode_run(declared: DeclaredCharset, bytes: &[u8]) -> Option<String> {
    let set = match declared {
        DeclaredCharset::Undeclared => return guess(bytes),
        DeclaredCharset::Kanji => SHIFT_JIS,
        DeclaredCharset::Hanzi => GB18030,
        DeclaredCharset::Eci(n) => match eci_encoding(n) {
            Some(set) => set,
            None => return guess(bytes),
        },
    };
    // Some encoders declare one set and write another.
    decode_strict(set, bytes).or_else(|| guess(bytes))
}

/// The character set of an ECI assignment number (AIM ITS/04-023); `None` for the sets that cards
/// do not use.
fn eci_encoding(assignment: u32) -> Option<&'static Encoding> {
    Some(match assignment {
        1 | 3 | 23 => WINDOWS_1252,
        4 | 21 => ISO_8859_2,
        7 => ISO_8859_5,
        9 => ISO_8859_7,
        20 => SHIFT_JIS,
        22 => WINDOWS_1251,
        24 => WINDOWS_1256,
        25 => UTF_16BE,
        26 | 27 | 170 => UTF_8,
        28 => BIG5,
        29 | 32 => GB18030,
        30 => EUC_KR,
        _ => return None,
    })
}

fn decode_strict(set: &'static Encoding, bytes: &[u8]) -> Option<String> {
    set.decode_without_bom_handling_and_without_replacement(bytes).map(|t| t.into_owned())
}

fn guess(bytes: &[u8]) -> Option<String> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned());
    }
    if let [0xfe, 0xff, rest @ ..] = bytes {
        return decode_strict(UTF_16BE, rest);
    }
    let mut best: Option<(f32, String)> = None;
    for set in GUESSED {
        if let Some(text) = decode_strict(set, bytes) {
            let score = implausibility(set, bytes, &text);
            if best.as_ref().is_none_or(|(s, _)| score < *s) {
                best = Some((score, text));
            }
        }
    }
    best.filter(|(s, _)| *s < BINARY).map(|(_, text)| text)
}

/// Mean penalty of the characters outside printable ASCII, plus that of uncommon ones.
fn implausibility(set: &'static Encoding, bytes: &[u8], text: &str) -> f32 {
    let mut sum = 0.0;
    let mut n = 0.0;
    let mut previous = '\0';
    for c in text.chars().filter(|c| !c.is_ascii() || c.is_control()) {
        n += 1.0;
        sum += match u32::from(c) {
            0x09 | 0x0a | 0x0d | 0x1d => penalty::LINE_OR_GROUP_SEPARATOR,
            0..0x20 | 0x7f..0xa0 => penalty::CONTROL,
            0x3000..=0x30ff if set == SHIFT_JIS => penalty::KANA,
            0x3000..=0x3003 | 0x3008..=0x3011 | 0xff01..=0xff5e => penalty::CJK_PUNCTUATION,
            0xff9e | 0xff9f if matches!(previous, 'ｶ'..='ﾄ' | 'ﾊ'..='ﾎ') => {
                penalty::VOICED_KANA
            }
            0xff61..=0xff9f => penalty::HALF_WIDTH_KANA,
            0x4e00..=0x9fff => ideograph_penalty(set),
            0xa0..0x250 => penalty::LATIN_LETTER,
            _ => penalty::OTHER,
        };
        previous = c;
    }
    if n == 0.0 {
        return 0.0;
    }
    sum / n + uncommon_penalty(set, bytes)
}

fn ideograph_penalty(set: &'static Encoding) -> f32 {
    if set == GB18030 {
        penalty::IDEOGRAPH_GB18030
    } else if set == BIG5 {
        penalty::IDEOGRAPH_BIG5
    } else {
        penalty::IDEOGRAPH_OTHER
    }
}

/// Penalty for the share of two-byte characters outside the set's level 1. Lead bytes of level 1
/// and of the signs: GB 2312 B0 to D7 and A1 to A9, Big5 A1 to C6, JIS X 0208 81 to 97.
fn uncommon_penalty(set: &'static Encoding, bytes: &[u8]) -> f32 {
    type IsCommon = fn(u8) -> bool;
    let (lead, trail): (IsCommon, IsCommon) = if set == GB18030 {
        (|b| matches!(b, 0xa1..=0xa9 | 0xb0..=0xd7), |t| t >= 0xa1)
    } else if set == BIG5 {
        (|b| matches!(b, 0xa1..=0xc6), |t| t >= 0x40)
    } else if set == SHIFT_JIS {
        (|b| matches!(b, 0x81..=0x97), |t| t >= 0x40)
    } else {
        return 0.0;
    };
    let (mut all, mut uncommon, mut i) = (0.0, 0.0, 0);
    while i < bytes.len() {
        let single = bytes[i] < 0x80 || set == SHIFT_JIS && matches!(bytes[i], 0xa1..=0xdf);
        if !single {
            all += 1.0;
            let common = lead(bytes[i]) && bytes.get(i + 1).is_some_and(|t| trail(*t));
            uncommon += if common { 0.0 } else { 1.0 };
        }
        i += if single { 1 } else { 2 };
    }
    if all == 0.0 { 0.0 } else { penalty::UNCOMMON * uncommon / all }
}
