//! Decides the kind of payloads without scheme or host: digits, waybills, product codes, words.
//!
//! Knows check digits and lengths, not the owner of a number.

use super::Kind;
use yanka_types::identity_number::is_identity_number;

/// Longest text that is searched for names of apps, in bytes; a QR code has at most 2,953.
const MAX_NAMED_TEXT: usize = 4096;

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

/// Signs that open and close a 淘口令. Apps accept any of them on either side.
const TOKEN_SIGNS: &[char] =
    &['￥', '¥', '$', '€', '₤', '₳', '¢', '₴', '《', '》', '(', ')', '（', '）', '＄', '￡', '£'];

/// The first 淘口令 in `text`, as start and end byte: 9 to 13 letters and digits between two signs.
pub(crate) fn share_token(text: &str) -> Option<(usize, usize)> {
    let mut open: Option<(usize, usize)> = None; // first byte of the sign and of the body
    for (at, c) in text.char_indices() {
        if TOKEN_SIGNS.contains(&c) {
            if let Some((start, body)) = open
                && is_token_body(&text[body..at])
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

/// Whether `body` mixes cases, or letters and digits; a word or a price in brackets does not.
fn is_token_body(body: &str) -> bool {
    let has = |class: fn(&u8) -> bool| body.bytes().any(|b| class(&b));
    let classes = [u8::is_ascii_uppercase, u8::is_ascii_lowercase, u8::is_ascii_digit];
    (9..=13).contains(&body.len()) && classes.into_iter().filter(|c| has(*c)).count() >= 2
}

/// Chat apps that police notices call niche (payload facts P058).
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

/// Apps that show or control a phone remotely (payload facts P064).
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
    text.len() <= MAX_NAMED_TEXT && {
        let lower = text.to_lowercase();
        names.iter().any(|n| lower.contains(n))
    }
}

/// The kind of a payload of digits, by length, prefix and check digit.
fn digits(text: &str) -> Kind {
    let starts = |p: &str| text.starts_with(p);
    match text.len() {
        18 if ("10"..="15").contains(&&text[..2]) && !is_identity_number(text) => Kind::PaymentCode,
        13 if starts("69") && has_gs1_check_digit(text) => Kind::ProductCode,
        13 if starts("43") || starts("46") || starts("9") => Kind::WaybillNumber,
        14 if starts("7") || starts("3") => match starts("3") && has_gs1_check_digit(text) {
            true => Kind::ProductCode,
            false => Kind::WaybillNumber,
        },
        15 if starts("77") || starts("78") || starts("3") => Kind::WaybillNumber,
        8 | 12 | 13 | 14 if has_gs1_check_digit(text) => Kind::ProductCode,
        _ => Kind::PlainDigits,
    }
}

/// Whether the check digit of `text` is right: GS1 General Specifications 7.9, weights 3 and 1 from the
/// right.
fn has_gs1_check_digit(text: &str) -> bool {
    let sum: u32 = text
        .bytes()
        .rev()
        .enumerate()
        .map(|(i, b)| u32::from(b - b'0') * if i % 2 == 1 { 3 } else { 1 })
        .sum();
    sum.is_multiple_of(10)
}

/// Whether `text` is a GS1 element string `(01)…`, or starts with the symbology identifier that a
/// scanner adds.
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

/// Whether `text` is an EPC (GS1 EPC Tag Data Standard): a URN, or SGTIN-96 as 24 hex digits with
/// header 0x30.
fn is_epc(text: &str) -> bool {
    super::starts_with_ignore_case(text, "urn:epc:")
        || (text.len() == 24
            && text.starts_with("30")
            && text.bytes().all(|b| b.is_ascii_hexdigit() && !b.is_ascii_lowercase()))
}

/// Waybill numbers that couriers print: prefix, fewest and most digits after it.
const WAYBILLS: &[(&str, usize, usize)] = &[
    ("SF", 12, 15),
    ("YT", 13, 15),
    ("ZTO", 12, 15),
    ("ZT", 12, 15),
    ("JT", 13, 13),
    ("DPK", 12, 12),
];

fn is_waybill(text: &str) -> bool {
    let by_prefix = WAYBILLS.iter().any(|(prefix, fewest, most)| {
        text.strip_prefix(prefix).is_some_and(|rest| {
            (*fewest..=*most).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_digit())
        })
    });
    by_prefix || is_jd_waybill(text) || is_postal(text) || is_ups(text)
}

/// Whether `text` is `JD`, 11 to 18 capitals and digits with at least nine digits, and optionally
/// `-1-2-` (piece and pieces).
fn is_jd_waybill(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("JD") else { return false };
    let mut parts = rest.split('-');
    let body = parts.next().unwrap_or("");
    (11..=18).contains(&body.len())
        && body.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
        && body.bytes().filter(u8::is_ascii_digit).count() >= 9
        && parts.all(|p| p.len() <= 4 && p.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether `text` is an EMS number by UPU S10: `E`, a letter, nine digits, `CN`.
fn is_postal(text: &str) -> bool {
    let b = text.as_bytes();
    b.len() == 13
        && b[0] == b'E'
        && b[1].is_ascii_uppercase()
        && b[2..11].iter().all(u8::is_ascii_digit)
        && &b[11..] == b"CN"
}

/// Whether `text` is a UPS tracking number: `1Z` and 16 capitals and digits.
fn is_ups(text: &str) -> bool {
    text.strip_prefix("1Z").is_some_and(|r| {
        r.len() == 16 && r.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
    })
}

/// Whether `text` is a TRON or Ethereum address, or an EMVCo merchant payment string.
fn is_crypto(text: &str) -> bool {
    let b = text.as_bytes();
    let base58 = |b: &u8| b.is_ascii_alphanumeric() && !matches!(b, b'0' | b'O' | b'I' | b'l');
    let tron = b.len() == 34 && b[0] == b'T' && b[1..].iter().all(base58);
    let ethereum =
        b.len() == 42 && text.starts_with("0x") && b[2..].iter().all(u8::is_ascii_hexdigit);
    tron || ethereum || (text.starts_with("000201") && b.len() > 20)
}
