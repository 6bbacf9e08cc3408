//! Finds the addresses inside an address: in parameters, in the fragment, at the end of the path.
//!
//! A parameter that is an address counts, percent-encoded up to three times or in Base64. The work
//! is bounded by number of parameters, their length and depth. Knows no host.

use base64::Engine;
use percent_encoding::percent_decode_str;

/// Depth of nested links that is examined; the outermost link has depth 0.
pub(super) const MAX_DEPTH: u32 = 4;
/// Inner addresses taken from one address.
const MAX_INNER: usize = 8;
/// Parameters examined in one address.
const MAX_PARTS: usize = 64;
/// Longest and shortest parameter examined, in bytes.
const MAX_PART: usize = 4096;
const MIN_PART: usize = 4;
/// Percent-decodings of one parameter.
const MAX_DECODINGS: usize = 3;
/// Start of the Base64 form of `http`.
const BASE64_HTTP: &str = "aHR0c";

/// An address inside another.
pub(super) struct Inner {
    /// The address, decoded.
    pub link: String,
    /// First byte of the part that holds it, in the outer address as written.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

/// The addresses inside `raw`, an address as written; at most 8.
pub(super) fn find(raw: &str) -> Vec<Inner> {
    let mut found = Vec::new();
    let Some(body_at) = raw.find(':').map(|i| i + 1) else { return found };
    let mut at = body_at;
    for _ in 0..MAX_PARTS {
        let start = at;
        let Some(rest) = raw.get(start..) else { break };
        let ends = |b: &u8| matches!(b, b'?' | b'&' | b'#' | b';');
        let part = &rest[..rest.bytes().position(|b| ends(&b)).unwrap_or(rest.len())];
        at += part.len() + 1;
        if found.len() == MAX_INNER || part.len() > MAX_PART || part.len() < MIN_PART {
            continue;
        }
        // The first part is scheme, host and path. Only a whole address inside the path counts.
        let value_at = match (start == body_at, part.find('=')) {
            (true, _) => match address_in_path(part) {
                Some(i) => i,
                None => continue,
            },
            (false, Some(i)) => i + 1,
            (false, None) => 0,
        };
        if !can_hold_link(&part[value_at..]) {
            continue;
        }
        let key = if start == body_at { "" } else { &part[..value_at.saturating_sub(1)] };
        if let Some(link) = decoded_link(key, &part[value_at..]) {
            found.push(Inner { link, start: start + value_at, end: start + part.len() });
        }
    }
    found
}

/// Whether `value` has a character that every address, encoded or not, has.
fn can_hold_link(value: &str) -> bool {
    value.bytes().any(|b| matches!(b, b':' | b'%' | b'.' | b'=')) || value.starts_with(BASE64_HTTP)
}

/// The byte at which a whole address starts in a path: `/https://…`, `/http%3A…`.
fn address_in_path(part: &str) -> Option<usize> {
    let bytes = part.as_bytes();
    let host_at = bytes.iter().take_while(|b| matches!(b, b'/' | b'\\')).count();
    let path_at = host_at + memchr::memchr(b'/', &bytes[host_at..])?;
    let starts = |at: usize| {
        let rest = &bytes[at..];
        let is = |word: &[u8]| rest.get(..word.len()).is_some_and(|r| r.eq_ignore_ascii_case(word));
        [&b"http:"[..], b"https:", b"http%", b"https%"].into_iter().any(is)
    };
    memchr::memchr_iter(b'/', &bytes[path_at..]).map(|i| path_at + i + 1).find(|i| starts(*i))
}

/// `value` as an address, decoded as few times as necessary.
fn decoded_link(key: &str, value: &str) -> Option<String> {
    let mut value = std::borrow::Cow::Borrowed(value);
    for _ in 0..=MAX_DECODINGS {
        if is_link(key, &value) {
            return Some(value.into_owned());
        }
        let Some(next) = decode(&value) else { break };
        value = next.into();
    }
    from_base64(&value)
}

fn decode(value: &str) -> Option<String> {
    if !value.contains('%') {
        return None;
    }
    percent_decode_str(value).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

/// Names of parameters that carry an address without its scheme.
const TARGET_PARAMETERS: &[&str] = &[
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
    TARGET_PARAMETERS.iter().any(|p| p.eq_ignore_ascii_case(key))
        && crate::payload::is_bare_host(host)
}

/// The address whose Base64 form `value` is, in the standard or the URL-safe alphabet.
fn from_base64(value: &str) -> Option<String> {
    use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
    let body = value.trim_end_matches('=');
    if !body.starts_with(BASE64_HTTP) {
        return None;
    }
    let bytes = STANDARD_NO_PAD.decode(body).or_else(|_| URL_SAFE_NO_PAD.decode(body)).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    super::canonical::web_scheme_len(&text).map(|_| text)
}
