//! Decodes the bytes of a code to text: by the declared character set first, then by evidence
//! (`yanka_types::charset`). The caller keeps the bytes, so a wrong guess loses nothing.

use crate::segments::DeclaredCharset;
use encoding_rs::{
    BIG5, EUC_KR, Encoding, GB18030, ISO_8859_2, ISO_8859_5, ISO_8859_7, SHIFT_JIS, UTF_8,
    UTF_16BE, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256,
};
use yanka_types::charset::{decode_strict, guess};

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
