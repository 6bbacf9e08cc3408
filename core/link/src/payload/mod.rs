//! Decides the kind of a payload: a contact, a group, a payment, an installer, a page.
//!
//! Every input has a kind; none is an error. Knows syntax and well-known hosts: no rule, no brand
//! list, no owner of a host, no weight.

mod app_links;
mod host_table;
mod hosts;
mod kind;
mod path_rules;
mod plain;
mod web;

pub use kind::Kind;
pub(crate) use plain::share_token;
use url::Url;
use yanka_types::{chars::is_invisible, limits::MAX_HOST_BYTES, public_suffix};

/// The kind of `bytes`; `text` is their text where the caller has decoded it, else UTF-8 is tried.
///
/// A bare host without a scheme counts as its web page.
#[must_use]
pub fn classify(bytes: &[u8], text: Option<&str>) -> Kind {
    let Some(text) = text.or_else(|| std::str::from_utf8(bytes).ok()) else {
        return Kind::Binary;
    };
    let text = text.trim_matches(is_blank);
    if let Some(kind) = app_links::kind(text) {
        return kind;
    }
    if let Some(url) = web_url(text) {
        return of_url(&url, text);
    }
    plain::kind(text)
}

/// The kind of a parsed web address; `raw` is the address as written, before the parser normalized
/// it.
pub(crate) fn of_url(url: &Url, raw: &str) -> Kind {
    web::kind(url, raw)
}

/// The kind of a link that is no web address, by its scheme or prefix.
pub(crate) fn of_app(text: &str) -> Option<Kind> {
    app_links::kind(text)
}

/// Whether `c` is one of the characters that printers and chats put around a payload.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

/// `text` as a web address; `None` where it is not one as a whole.
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

/// Whether `host`, without a scheme before it, is a host: ASCII labels and a listed public suffix.
pub(crate) fn is_bare_host(host: &str) -> bool {
    host.contains('.')
        && host.len() <= MAX_HOST_BYTES
        && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'))
        && public_suffix::has_listed_suffix(&host.to_ascii_lowercase())
}

/// Whether `text` starts with `prefix`, ASCII letters in any case.
pub(crate) fn starts_with_ignore_case(text: &str, prefix: &str) -> bool {
    text.as_bytes().get(..prefix.len()).is_some_and(|s| s.eq_ignore_ascii_case(prefix.as_bytes()))
}
