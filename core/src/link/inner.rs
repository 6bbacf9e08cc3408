//! Decides which addresses are hidden inside an address: parameters, fragments, path tails.
//!
//! A parameter that is itself an address counts wherever it stands, encoded up to three times.
//! Bounded: so many parameters, so many bytes, so many levels.

use base64::Engine;
use percent_encoding::percent_decode_str;

/// Levels of hiding that are followed; the outermost link has depth 0.
pub(super) const MAX_DEPTH: u32 = 4;
/// Inner addresses taken from one address.
const MAX_INNER: usize = 8;
/// Parameters looked at in one address.
const MAX_PARTS: usize = 64;
/// Longest parameter looked at, in bytes.
const MAX_PART: usize = 4096;

/// An address inside another.
pub(super) struct Inner {
    /// The address, decoded.
    pub link: String,
    /// Where the part that holds it stands, in bytes of the outer address as it was written.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

/// The addresses inside `raw`, an address as it was written.
pub(super) fn find(raw: &str) -> Vec<Inner> {
    let mut found = Vec::new();
    let Some(body_at) = raw.find(':').map(|i| i + 1) else { return found };
    let mut at = body_at;
    for part in raw[body_at..].split(['?', '&', '#', ';']).take(MAX_PARTS) {
        let start = at;
        at += part.len() + 1;
        if found.len() == MAX_INNER || part.len() > MAX_PART || part.len() < 4 {
            continue;
        }
        // The first part is scheme, host and path: only a whole address inside its path counts.
        let value_at = match (start == body_at, part.find('=')) {
            (true, _) => match in_path(part) {
                Some(i) => i,
                None => continue,
            },
            (false, Some(i)) => i + 1,
            (false, None) => 0,
        };
        let key = if start == body_at { "" } else { &part[..value_at.saturating_sub(1)] };
        if let Some(link) = decoded_link(key, &part[value_at..]) {
            found.push(Inner { link, start: start + value_at, end: start + part.len() });
        }
    }
    found
}

/// Where in a path a whole address starts: `/https://…`, `/http%3A…`.
fn in_path(part: &str) -> Option<usize> {
    let lower = part.to_ascii_lowercase();
    let path_at = lower.trim_start_matches(['/', '\\']);
    let path_at = lower.len() - path_at.len() + path_at.find('/')?;
    ["http:", "https:", "http%", "https%"]
        .iter()
        .filter_map(|s| lower[path_at..].find(&format!("/{s}")).map(|i| path_at + i + 1))
        .min()
}

/// `value` as an address, after as few decodings as it takes.
fn decoded_link(key: &str, value: &str) -> Option<String> {
    let mut value = value.to_owned();
    for _ in 0..4 {
        if is_link(key, &value) {
            return Some(value);
        }
        let Some(next) = decode(&value) else { break };
        value = next;
    }
    from_base64(&value)
}

fn decode(value: &str) -> Option<String> {
    if !value.contains('%') {
        return None;
    }
    percent_decode_str(value).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

/// Parameters that carry an address without its scheme, on known carriers and in general.
const CARRIERS: &[&str] = &[
    "url",
    "u",
    "to",
    "target",
    "pfurl",
    "redirect",
    "redirecturl",
    "redirect_url",
    "redirect_uri",
    "returnurl",
    "return_url",
    "jump",
    "jumpurl",
    "jump_url",
    "link",
    "goto",
    "go",
    "next",
    "dest",
    "destination",
    "gourl",
    "backurl",
    "callback",
    "continue",
    "s.browser_fallback_url",
    "src",
    "href",
    "page",
];

fn is_link(key: &str, value: &str) -> bool {
    let value = value.trim_start();
    if super::canonical::web_scheme_len(value).is_some() {
        return true;
    }
    if value.starts_with("//") && value.len() > 5 {
        return crate::payload::is_bare_host(value[2..].split('/').next().unwrap_or(""));
    }
    if crate::payload::of_app(value).is_some() {
        return true;
    }
    let host = value.split(['/', '?', '#', ':']).next().unwrap_or("");
    CARRIERS.iter().any(|c| c.eq_ignore_ascii_case(key)) && crate::payload::is_bare_host(host)
}

/// Base64 of `http`, in either alphabet.
fn from_base64(value: &str) -> Option<String> {
    use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
    let body = value.trim_end_matches('=');
    if !body.starts_with("aHR0c") {
        return None;
    }
    let bytes = STANDARD_NO_PAD.decode(body).or_else(|_| URL_SAFE_NO_PAD.decode(body)).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    super::canonical::web_scheme_len(&text).map(|_| text)
}
