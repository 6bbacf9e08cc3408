//! Decides which kind of thing a payload is: a contact, a group, a payment, an installer, a page.
//!
//! Total: every input has a kind and none fails. Knows forms only: no rule, no brand list, no
//! owner of a host, no weight. Whether a kind matters on a parcel's card is the rules' business.

mod app;
mod doors;
mod hosts;
mod kind;
mod plain;
mod web;

pub use kind::Kind;
pub(crate) use plain::share_token;
use url::Url;

/// The kind of `bytes`, whose text, where they are text, is `text`.
///
/// A payload without a scheme that is a bare host counts as the web page it would open.
#[must_use]
pub fn classify(bytes: &[u8], text: Option<&str>) -> Kind {
    let Some(text) = text.or_else(|| std::str::from_utf8(bytes).ok()) else {
        return Kind::Binary;
    };
    let text = text.trim_matches(is_blank);
    if let Some(kind) = app::kind(text) {
        return kind;
    }
    if let Some(url) = web_url(text) {
        return of_url(&url, text);
    }
    plain::kind(text)
}

/// The kind of a parsed web address; `raw` is how it was written, which the parser has cleaned.
pub(crate) fn of_url(url: &Url, raw: &str) -> Kind {
    web::kind(url, raw)
}

/// The kind of anything that is no web address, by its scheme or prefix.
pub(crate) fn of_app(text: &str) -> Option<Kind> {
    app::kind(text)
}

/// Characters that printers and chats put around a payload and that no scanner reads.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}')
}

/// `text` as a web address, where the whole of it is one.
fn web_url(text: &str) -> Option<Url> {
    if text.contains(char::is_whitespace) && !starts_with_ignore_case(text, "http") {
        return None;
    }
    if starts_with_ignore_case(text, "http:") || starts_with_ignore_case(text, "https:") {
        return Url::parse(text).ok();
    }
    let host_end = text.find(['/', '?', '#', ':']).unwrap_or(text.len());
    let host = text.get(..host_end)?;
    if !is_bare_host(host) {
        return None;
    }
    Url::parse(&format!("http://{text}")).ok()
}

/// Whether `host`, with no scheme before it, reads as a host: two labels and a listed suffix.
pub(crate) fn is_bare_host(host: &str) -> bool {
    host.contains('.')
        && host.len() <= 253
        && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'))
        && psl::domain(host.to_ascii_lowercase().as_bytes()).is_some_and(|d| d.suffix().is_known())
}

pub(crate) fn starts_with_ignore_case(text: &str, prefix: &str) -> bool {
    text.as_bytes().get(..prefix.len()).is_some_and(|s| s.eq_ignore_ascii_case(prefix.as_bytes()))
}
