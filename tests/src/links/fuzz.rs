//! Fuzzes yanka-link with generated texts and reports what broke: spans, bounds, disagreement, time.
//!
//! Seeded: the same seed gives the same texts. Pieces are those that links are made of, cut and
//! glued at random, so that most inputs come near a link.

use super::Random;
use std::time::Duration;
use yanka::link::{self, Brands, Facts};
use yanka::payload;
use yanka_types::Span;

const PIECES: &[&str] = &[
    "http://",
    "https://",
    "hxxps://",
    "http:\\\\",
    "HTTP:",
    "：／／",
    "://",
    "//",
    "/",
    "\\",
    "?",
    "#",
    "&",
    "=",
    "@",
    ":",
    ".",
    "。",
    "．",
    "｡",
    "点",
    "[.]",
    "(dot)",
    " dot ",
    "%",
    "%25",
    "%2F",
    "%3A",
    "%00",
    "%ff",
    "www.",
    "taobao",
    "jd",
    "alipay",
    "weixin",
    "com",
    "cn",
    "top",
    "xn--",
    "xn--pbt173b",
    "tаobao",
    "ｔａｏｂａｏ",
    "淘宝",
    "客服",
    "退款",
    "tuikuan",
    "kefu",
    "-",
    "_",
    "0x7f",
    "127.0.0.1",
    "[::1]",
    "[",
    "]",
    "2130706433",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "\n",
    "\r\n",
    "\t",
    " ",
    "，",
    "！",
    "”",
    "（",
    "）",
    "url=",
    "redirect=",
    "u.wechat.com/",
    "qr.alipay.com/fkx",
    "weixin://dl/business/?t=",
    "alipays://platformapi/startapp?",
    "wxp://f2f0",
    "tel:",
    "sms:",
    "smsto:",
    "mailto:",
    "WIFI:T:WPA;S:a;P:b;;",
    "BEGIN:VCARD\n",
    "END:VCARD",
    "MECARD:N:a;;",
    "￥aB3dE5fG7hJ￥",
    "#小程序://",
    "intent://",
    "javascript:",
    "data:",
    "690123456789",
    "(01)06901234567892",
    "aHR0cHM6Ly9ldmlsLnRvcA",
    "💰",
    "é",
    "ß",
    "ﷺ",
    "\u{0}",
    "\u{7f}",
    "\u{300}",
    "a",
    "Z",
    "9",
    ";;",
    ";",
    "..",
    "--",
    "apk",
    ".apk",
    ".mobileconfig",
    "443",
    ":8080",
];

/// A text for `seed`.
#[must_use]
pub fn text(seed: u64) -> String {
    let mut random = Random::new(seed);
    let count = match random.under(40) {
        0 => 200,
        1..6 => 40,
        _ => 1 + random.under(12),
    };
    let mut text = String::new();
    for _ in 0..count {
        match random.under(10) {
            0 => text.extend(char::from_u32(u32::try_from(random.under(0x11_0000)).unwrap_or(0))),
            1 => text.extend(char::from_u32(u32::try_from(random.under(0x80)).unwrap_or(0))),
            2 => {
                let piece = random.one(PIECES);
                (0..random.under(30)).for_each(|_| text.push_str(piece));
            }
            _ => text.push_str(random.one(PIECES)),
        }
    }
    text
}

/// Checks the facts of `text` for inconsistencies. The caller catches panics.
///
/// # Errors
/// One sentence without the text.
pub fn check(text: &str, brands: &Brands) -> Result<(), String> {
    let links = link::find(text, brands);
    let mut end = 0;
    for facts in &links {
        whole(facts, text, 0)?;
        if facts.span.start < end {
            return Err("links overlap or are out of order".to_owned());
        }
        end = facts.span.end;
    }
    if let Some(facts) = link::of_payload(text, brands) {
        whole(&facts, text, 0)?;
    }
    let kind = payload::classify(text.as_bytes(), Some(text));
    match payload::Kind::from_word(kind.word()) == Some(kind) {
        true => Ok(()),
        false => Err("a kind without its word".to_owned()),
    }
}

fn whole(facts: &Facts, text: &str, depth: u32) -> Result<(), String> {
    let fits = |s: Span| s.start <= s.end && text.get(s.start..s.end).is_some();
    let spans =
        facts.signals.iter().map(|s| s.span).chain(facts.registrable_span).chain([facts.span]);
    if !spans.into_iter().all(fits) {
        return Err("a span off the text or inside a character".to_owned());
    }
    if facts.depth != depth || depth > 8 {
        return Err("a wrong depth".to_owned());
    }
    if let Some(host) = &facts.host {
        let same =
            url::Url::parse(&facts.canonical).ok().and_then(|u| u.host_str().map(str::to_owned));
        if same.as_deref() != Some(host) {
            return Err("another host than the canonical form's".to_owned());
        }
    }
    facts.inner.iter().try_for_each(|inner| whole(inner, text, depth + 1))
}

/// Time limit for one input of a few kilobytes. Empirical; no measurement recorded.
pub const TIME_LIMIT: Duration = Duration::from_millis(50);
