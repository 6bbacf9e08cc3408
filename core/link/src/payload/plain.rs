//! Decides the kind of payloads without scheme or host: digits, numbers of parcels and goods, words.
//!
//! Knows check digits and lengths. Whose number it is, it cannot know.

use super::Kind;

/// The kind of `text`, which is no link.
pub(super) fn kind(text: &str) -> Kind {
    if text.bytes().all(|b| b.is_ascii_digit()) && !text.is_empty() {
        return digits(text);
    }
    if is_element_string(text) || is_epc(text) {
        return Kind::ProductCode;
    }
    if is_waybill(text) {
        return Kind::WaybillNumber;
    }
    if is_crypto(text) {
        return Kind::CryptoPay;
    }
    if share_token(text).is_some() {
        return Kind::TaobaoToken;
    }
    if names_any(text, NICHE_CHATS) {
        return Kind::NicheChat;
    }
    if names_any(text, REMOTE_APPS) {
        return Kind::RemoteControl;
    }
    Kind::PlainText
}

/// Signs that open and close a 淘口令; apps accept any of them on either side.
const TOKEN_SIGNS: &[char] =
    &['￥', '¥', '$', '€', '₤', '₳', '¢', '₴', '《', '》', '(', ')', '（', '）', '＄', '￡', '£'];

/// The first 淘口令 in `text`: 9 to 13 letters and digits between two signs, as byte range.
pub(crate) fn share_token(text: &str) -> Option<(usize, usize)> {
    let mut open: Option<(usize, usize)> = None; // where the sign starts, where the body starts
    for (at, c) in text.char_indices() {
        if TOKEN_SIGNS.contains(&c) {
            if let Some((start, body)) = open
                && token_body(&text[body..at])
            {
                return Some((start, at + c.len_utf8()));
            }
            open = Some((at, at + c.len_utf8()));
        } else if !c.is_ascii_alphanumeric() {
            open = None;
        }
    }
    None
}

/// A token mixes cases or letters with digits; a word or a price in brackets does not.
fn token_body(body: &str) -> bool {
    let has = |class: fn(&u8) -> bool| body.bytes().any(|b| class(&b));
    let classes = [u8::is_ascii_uppercase, u8::is_ascii_lowercase, u8::is_ascii_digit];
    (9..=13).contains(&body.len()) && classes.into_iter().filter(|c| has(*c)).count() >= 2
}

/// Chat apps that police notices name as niche (payload facts P058).
const NICHE_CHATS: &[&str] = &[
    "batchat",
    "letstalk",
    "potato chat",
    "potato聊天",
    "蝙蝠聊天",
    "蝙蝠app",
    "蝙蝠软件",
    "事密达",
    "密聊",
    "默往",
    "seektalk",
    "tokok",
    "飞讯",
];

/// Apps that show or steer the phone from afar (payload facts P064).
const REMOTE_APPS: &[&str] = &[
    "todesk",
    "向日葵远程",
    "向日葵app",
    "sunlogin",
    "anydesk",
    "teamviewer",
    "airdroid",
    "airmirror",
    "rustdesk",
    "微保会议",
    "云视讯",
    "云视听",
    "软视通",
    "亿联会议",
    "好视通",
    "全时云会议",
    "银联会议",
    "云服务会议",
];

fn names_any(text: &str, names: &[&str]) -> bool {
    // Payloads are at most a few thousand bytes; a longer text is judged by the text room.
    text.len() <= 4096 && {
        let lower = text.to_lowercase();
        names.iter().any(|n| lower.contains(n))
    }
}

fn digits(text: &str) -> Kind {
    let starts = |p: &str| text.starts_with(p);
    match text.len() {
        18 if ("10"..="15").contains(&&text[..2]) && !is_identity_number(text) => Kind::PaymentCode,
        13 if starts("69") && gs1_checks(text) => Kind::ProductCode,
        13 if starts("43") || starts("46") || starts("9") => Kind::WaybillNumber,
        14 if starts("7") || starts("3") => match starts("3") && gs1_checks(text) {
            true => Kind::ProductCode,
            false => Kind::WaybillNumber,
        },
        15 if starts("77") || starts("78") || starts("3") => Kind::WaybillNumber,
        8 | 12 | 13 | 14 if gs1_checks(text) => Kind::ProductCode,
        _ => Kind::PlainDigits,
    }
}

/// GS1 General Specifications 7.9: weights 3 and 1 from the right, the last digit fills to ten.
fn gs1_checks(text: &str) -> bool {
    let sum: u32 = text
        .bytes()
        .rev()
        .enumerate()
        .map(|(i, b)| u32::from(b - b'0') * if i % 2 == 1 { 3 } else { 1 })
        .sum();
    sum.is_multiple_of(10)
}

/// GB 11643: 18 digits, a date at 6..14 and the ISO 7064 check; such a number pays nothing.
fn is_identity_number(text: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = text.bytes().zip(WEIGHTS).map(|(b, w)| u32::from(b - b'0') * w).sum();
    let last = u32::from(text.as_bytes()[17] - b'0');
    let year_fits = matches!(&text[6..8], "19" | "20");
    let month_fits = ("01"..="12").contains(&&text[10..12]);
    let day_fits = ("01"..="31").contains(&&text[12..14]);
    year_fits && month_fits && day_fits && (12 - sum % 11) % 11 == last
}

/// `(01)` element strings, and the symbology identifiers that scanners put before them.
fn is_element_string(text: &str) -> bool {
    let body = text
        .strip_prefix("]C1")
        .or_else(|| text.strip_prefix("]d2"))
        .or_else(|| text.strip_prefix("]Q3"))
        .or_else(|| text.strip_prefix("]e0"));
    if body.is_some() {
        return true;
    }
    text.strip_prefix("(01)")
        .is_some_and(|t| t.bytes().take(14).filter(u8::is_ascii_digit).count() == 14)
}

/// EPC Tag Data Standard: the URN form, and SGTIN-96 as 24 hex digits with header 0x30.
fn is_epc(text: &str) -> bool {
    super::starts_with_ignore_case(text, "urn:epc:")
        || (text.len() == 24
            && text.starts_with("30")
            && text.bytes().all(|b| b.is_ascii_hexdigit() && !b.is_ascii_lowercase()))
}

/// Letters, then how many digits, of waybill numbers that couriers print.
const WAYBILLS: &[(&str, usize, usize)] = &[
    ("SF", 12, 15),
    ("YT", 13, 15),
    ("ZTO", 12, 15),
    ("ZT", 12, 15),
    ("JT", 13, 13),
    ("DPK", 12, 12),
];

fn is_waybill(text: &str) -> bool {
    let by_prefix = WAYBILLS.iter().any(|(prefix, low, high)| {
        text.strip_prefix(prefix).is_some_and(|rest| {
            (*low..=*high).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_digit())
        })
    });
    by_prefix || is_jd_waybill(text) || is_postal(text) || is_ups(text)
}

/// `JD`, 11 to 18 letters and digits with at least one digit, and perhaps `-1-2-` (piece of pieces).
fn is_jd_waybill(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("JD") else { return false };
    let mut parts = rest.split('-');
    let body = parts.next().unwrap_or("");
    (11..=18).contains(&body.len())
        && body.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
        && body.bytes().filter(u8::is_ascii_digit).count() >= 9
        && parts.all(|p| p.len() <= 4 && p.bytes().all(|b| b.is_ascii_digit()))
}

/// UPU S10 as EMS prints it: `E`, a letter, nine digits, `CN`.
fn is_postal(text: &str) -> bool {
    let b = text.as_bytes();
    b.len() == 13
        && b[0] == b'E'
        && b[1].is_ascii_uppercase()
        && b[2..11].iter().all(u8::is_ascii_digit)
        && &b[11..] == b"CN"
}

fn is_ups(text: &str) -> bool {
    text.strip_prefix("1Z").is_some_and(|r| {
        r.len() == 16 && r.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
    })
}

/// TRON and Ethereum addresses, and EMVCo merchant payment strings.
fn is_crypto(text: &str) -> bool {
    let b = text.as_bytes();
    let base58 = |b: &u8| b.is_ascii_alphanumeric() && !matches!(b, b'0' | b'O' | b'I' | b'l');
    let tron = b.len() == 34 && b[0] == b'T' && b[1..].iter().all(base58);
    let ethereum =
        b.len() == 42 && text.starts_with("0x") && b[2..].iter().all(u8::is_ascii_hexdigit);
    tron || ethereum || (text.starts_with("000201") && b.len() > 20)
}
