//! Bytes to text: by declaration first, then by evidence.
//!
//! UTF-8 that is valid is UTF-8. Otherwise the sets that decode without a fault are compared by how
//! ordinary their characters are: Chinese makers print GB 18030 without saying so. The bytes
//! themselves are kept by the caller, so a wrong guess loses nothing.

use super::segments::Declared;
use encoding_rs::{
    BIG5, EUC_KR, Encoding, GB18030, ISO_8859_2, ISO_8859_5, ISO_8859_7, SHIFT_JIS, UTF_8,
    UTF_16BE, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256,
};

/// All runs as one text; `None` where a run is text in no set.
pub fn text(runs: &[(Declared, Vec<u8>)]) -> Option<String> {
    // A maker that uses the Kanji mode for some words writes the rest in the same set.
    let japanese = runs.iter().any(|(d, _)| *d == Declared::Kanji);
    let mut out = String::new();
    for (declared, bytes) in runs {
        let undeclared = *declared == Declared::Nothing && std::str::from_utf8(bytes).is_err();
        let declared = if undeclared && japanese { Declared::Kanji } else { *declared };
        out.push_str(&run(declared, bytes)?);
    }
    Some(out)
}

fn run(declared: Declared, bytes: &[u8]) -> Option<String> {
    let set = match declared {
        Declared::Nothing => return guess(bytes),
        Declared::Kanji => SHIFT_JIS,
        Declared::Hanzi => GB18030,
        Declared::Eci(n) => match assigned(n) {
            Some(set) => set,
            None => return guess(bytes),
        },
    };
    // Some makers declare one set and write UTF-8 or another all the same.
    exactly(set, bytes).or_else(|| guess(bytes))
}

/// Assignment numbers of AIM ITS/04-023 that codes on cards may use.
fn assigned(eci: u32) -> Option<&'static Encoding> {
    Some(match eci {
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

fn exactly(set: &'static Encoding, bytes: &[u8]) -> Option<String> {
    set.decode_without_bom_handling_and_without_replacement(bytes).map(|t| t.into_owned())
}

fn guess(bytes: &[u8]) -> Option<String> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned());
    }
    if let [0xfe, 0xff, rest @ ..] = bytes {
        return exactly(UTF_16BE, rest);
    }
    let mut best: Option<(f32, String)> = None;
    for set in [GB18030, BIG5, SHIFT_JIS, WINDOWS_1252] {
        if let Some(text) = exactly(set, bytes) {
            let strange = strangeness(set, bytes, &text);
            if best.as_ref().is_none_or(|(s, _)| strange < *s) {
                best = Some((strange, text));
            }
        }
    }
    best.filter(|(s, _)| *s < 1.0).map(|(_, text)| text)
}

/// 0 is ordinary text of that set; 1 and above is noise.
fn strangeness(set: &'static Encoding, bytes: &[u8], text: &str) -> f32 {
    let mut sum = 0.0;
    let mut n = 0.0;
    let mut before = '\0';
    for c in text.chars().filter(|c| !c.is_ascii() || c.is_control()) {
        n += 1.0;
        sum += match u32::from(c) {
            0x09 | 0x0a | 0x0d | 0x1d => 0.0,
            0..0x20 | 0x7f..0xa0 => 2.0,
            // Kana, and the marks of Chinese and Japanese print.
            0x3000..=0x30ff if set == SHIFT_JIS => 0.05,
            0x3000..=0x3003 | 0x3008..=0x3011 | 0xff01..=0xff5e => 0.1,
            // Half-width kana are what GB text looks like through Shift JIS.
            // A voice mark behind a kana that has a voice is what no other set makes by chance.
            0xff9e | 0xff9f if matches!(before, 'ｶ'..='ﾄ' | 'ﾊ'..='ﾎ') => -0.6,
            0xff61..=0xff9f => 0.35,
            0x4e00..=0x9fff => ideograph(set),
            0xa0..0x250 => 0.45,
            _ => 0.8,
        };
        before = c;
    }
    if n == 0.0 {
        return 0.0;
    }
    sum / n + rare(set, bytes)
}

fn ideograph(set: &'static Encoding) -> f32 {
    // With nothing else to go by, a card in China is printed in GB.
    if set == GB18030 {
        0.1
    } else if set == BIG5 {
        0.15
    } else {
        0.2
    }
}

/// Part of the two-byte characters outside the set's common half: GB 2312 level 1 begins with
/// B0 to D7 and its signs with A1 to A9, Big5 level 1 with A1 to C6, JIS level 1 with 81 to 97.
fn rare(set: &'static Encoding, bytes: &[u8]) -> f32 {
    type Is = fn(u8) -> bool;
    let (common, trail): (Is, Is) = if set == GB18030 {
        (|b| matches!(b, 0xa1..=0xa9 | 0xb0..=0xd7), |t| t >= 0xa1)
    } else if set == BIG5 {
        (|b| matches!(b, 0xa1..=0xc6), |t| t >= 0x40)
    } else if set == SHIFT_JIS {
        (|b| matches!(b, 0x81..=0x97), |t| t >= 0x40)
    } else {
        return 0.0;
    };
    let (mut all, mut odd, mut i) = (0.0, 0.0, 0);
    while i < bytes.len() {
        let single = bytes[i] < 0x80 || set == SHIFT_JIS && matches!(bytes[i], 0xa1..=0xdf);
        if !single {
            all += 1.0;
            let good = common(bytes[i]) && bytes.get(i + 1).is_some_and(|t| trail(*t));
            odd += if good { 0.0 } else { 1.0 };
        }
        i += if single { 1 } else { 2 };
    }
    if all == 0.0 { 0.0 } else { 0.5 * odd / all }
}
