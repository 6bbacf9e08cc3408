//! Decodes bytes whose character set nobody declared, by evidence.
//!
//! Bytes that are valid UTF-8 are UTF-8. Otherwise the sets that decode without an error are compared
//! by how common their characters are, because Chinese makers print GB 18030 undeclared.

use encoding_rs::{BIG5, Encoding, GB18030, SHIFT_JIS, UTF_16BE, UTF_16LE, WINDOWS_1252};

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

/// `bytes` decoded as `set`; `None` where they are not valid in it.
#[must_use]
pub fn decode_strict(set: &'static Encoding, bytes: &[u8]) -> Option<String> {
    set.decode_without_bom_handling_and_without_replacement(bytes).map(|t| t.into_owned())
}

/// `bytes` as text in the set that fits best; `None` where they are text in none.
#[must_use]
pub fn guess(bytes: &[u8]) -> Option<String> {
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

/// The content of a text file or of a pipe: as [`guess`], and in UTF-16 and UTF-32 with or without a
/// byte order mark. `None` where it is no text.
#[must_use]
pub fn decode_file(bytes: &[u8]) -> Option<String> {
    decode_any(bytes).filter(|text| {
        let control = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        text.chars().filter(control).count() * 50 <= text.chars().count()
    })
}

fn decode_any(bytes: &[u8]) -> Option<String> {
    match bytes {
        [0xff, 0xfe, 0, 0, rest @ ..] => return utf_32(rest, u32::from_le_bytes),
        [0, 0, 0xfe, 0xff, rest @ ..] => return utf_32(rest, u32::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => return decode_strict(UTF_16LE, rest),
        [0xfe, 0xff, rest @ ..] => return decode_strict(UTF_16BE, rest),
        _ => {}
    }
    if std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0')) {
        return guess(bytes);
    }
    // Of four bytes of UTF-32 one or two are zero in every character; no other set has so many.
    let zeros = bytes.iter().filter(|b| **b == 0).count();
    if zeros * 4 >= bytes.len() && bytes.len().is_multiple_of(4) {
        let both = utf_32(bytes, u32::from_le_bytes).or_else(|| utf_32(bytes, u32::from_be_bytes));
        if both.is_some() {
            return both;
        }
    }
    let wide = [UTF_16LE, UTF_16BE].into_iter().filter_map(|set| {
        let text = decode_strict(set, bytes).filter(|_| bytes.len().is_multiple_of(2))?;
        Some((common_share(&text), text))
    });
    let wide = wide.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(share, _)| *share > WIDE_SHARE);
    match wide {
        Some((_, text)) => Some(text),
        None => guess(bytes),
    }
}

/// Share of common characters from which bytes are UTF-16. GB 18030 read as UTF-16 has less than a
/// third, since its ideographs scatter over all of Unicode's.
const WIDE_SHARE: f32 = 0.8;
/// Characters that are looked at for it.
const WIDE_SAMPLE: usize = 4096;

/// Share of the first characters of `text` that are ASCII, Chinese punctuation, or ideographs of GB 2312's
/// level 1 or Big5's, the common ones.
fn common_share(text: &str) -> f32 {
    let (mut all, mut common) = (0, 0);
    for c in text.chars().take(WIDE_SAMPLE) {
        all += 1;
        let encoded = |set: &'static Encoding, lead: std::ops::RangeInclusive<u8>| {
            let mut buffer = [0; 4];
            let (bytes, _, failed) = set.encode(c.encode_utf8(&mut buffer));
            !failed && bytes.len() == 2 && lead.contains(&bytes[0])
        };
        let is_common = match c {
            '\n' | '\r' | '\t' | ' '..='~' => true,
            '\u{3001}'..='\u{3011}' | '\u{ff01}'..='\u{ff5e}' | '\u{2018}'..='\u{201d}' => true,
            _ => encoded(GB18030, 0xb0..=0xd7) || encoded(BIG5, 0xa4..=0xc6),
        };
        common += usize::from(is_common);
    }
    if all == 0 { 0.0 } else { common as f32 / all as f32 }
}

fn utf_32(bytes: &[u8], of: fn([u8; 4]) -> u32) -> Option<String> {
    let (units, rest) = bytes.as_chunks::<4>();
    let text = units.iter().map(|unit| char::from_u32(of(*unit))).collect::<Option<String>>()?;
    rest.is_empty().then_some(text)
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

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGE: &str =
        "您的快递丢失，请下载会议软件并打开屏幕共享\n客服为您办理理赔 https://a.example.com";
    const TRADITIONAL: &str = "您的包裹遺失，請下載會議軟件並開啟螢幕共享";

    fn utf_16(text: &str, of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(of).collect()
    }

    fn utf_32(text: &str, of: fn(u32) -> [u8; 4]) -> Vec<u8> {
        text.chars().flat_map(|c| of(u32::from(c))).collect()
    }

    #[test]
    fn a_file_is_read_in_the_set_it_was_written_in() {
        for text in [MESSAGE, TRADITIONAL, "退款", "ok, see you at 7"] {
            let with = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
            for (name, bytes) in [
                ("UTF-8", text.as_bytes().to_vec()),
                ("UTF-16LE with mark", with(&[0xff, 0xfe], utf_16(text, u16::to_le_bytes))),
                ("UTF-16BE with mark", with(&[0xfe, 0xff], utf_16(text, u16::to_be_bytes))),
                ("UTF-16LE", utf_16(text, u16::to_le_bytes)),
                ("UTF-16BE", utf_16(text, u16::to_be_bytes)),
                ("UTF-32LE with mark", with(&[0xff, 0xfe, 0, 0], utf_32(text, u32::to_le_bytes))),
                ("UTF-32BE", utf_32(text, u32::to_be_bytes)),
            ] {
                // Four bytes tell too little.
                if text.chars().count() > 2 || name.contains("mark") || name == "UTF-8" {
                    assert_eq!(decode_file(&bytes).as_deref(), Some(text), "{name}");
                }
            }
        }
        for (set, text) in [(GB18030, MESSAGE), (BIG5, TRADITIONAL)] {
            assert_eq!(decode_file(&set.encode(text).0).as_deref(), Some(text), "{}", set.name());
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_not_read() {
        let noise: Vec<u8> = (0..400_u32).map(|i| (i * 37 % 251) as u8).collect();
        for bytes in [&noise[..], b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01\x02\x03", &[0; 64]] {
            assert_eq!(decode_file(bytes), None, "{bytes:?}");
        }
    }
}
