//! Decides the canonical form of a web address, and the signals of how it is written.
//!
//! The crate `url` parses, by the URL Standard; this module adds no parsing rule for hosts. The rules
//! decide whether a signal matters.

use super::Signal;
use super::signal;
use crate::payload::starts_with_ignore_case as starts_with;
use url::{Host, Url};
use yanka_types::Span;
use yanka_types::limits::{MAX_HOST_BYTES, MAX_LABEL_BYTES};

/// Longest web scheme with its colon, in bytes, and most slashes after it. Longer than every entry
/// of [`WEB_SCHEMES`].
const MAX_SCHEME: usize = 12;
const MAX_SLASHES: usize = 8;
/// `http`, `https` and their defanged forms.
const WEB_SCHEMES: &[&str] = &[
    "http", "https", "hxxp", "hxxps", "h**p", "h**ps", "htxp", "htxps", "httx", "httxs", "htp",
    "htps", "ttp", "ttps",
];

/// A parsed web address, and the position of its host.
pub(super) struct Web {
    /// The address by the URL Standard.
    pub url: Url,
    /// The host in the text that was parsed, in bytes.
    pub host_at: Span,
}

/// The length of a web scheme, defanged or not, with its colon and slashes at the start of `text`;
/// `None` where `text` starts with another scheme or none.
pub(super) fn web_scheme_len(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let colon = bytes.iter().take(MAX_SCHEME).position(|b| *b == b':')?;
    if !is_web_scheme(&text[..colon]) {
        return None;
    }
    let slashes = bytes[colon + 1..]
        .iter()
        .take(MAX_SLASHES)
        .take_while(|b| matches!(b, b'/' | b'\\'))
        .count();
    (slashes > 0).then_some(colon + 1 + slashes)
}

/// Whether `scheme` is `http`, `https` or a defanged form of them: `hxxp`, `h**ps`, `ttp`.
pub(super) fn is_web_scheme(scheme: &str) -> bool {
    matches!(scheme, "https" | "http") || WEB_SCHEMES.iter().any(|w| w.eq_ignore_ascii_case(scheme))
}

/// Parses `raw`, an address with or without a scheme; `None` where the URL Standard rejects it.
pub(super) fn parse(raw: &str) -> Option<Web> {
    let scheme_len = web_scheme_len(raw).unwrap_or(0);
    let secure = raw[..scheme_len].split(':').next().is_some_and(|s| s.ends_with(['s', 'S']));
    let rest = &raw[scheme_len..];
    let is_standard = starts_with(raw, "http://") || starts_with(raw, "https://");
    let url = if is_standard {
        Url::parse(raw)
    } else {
        Url::parse(&format!("{}://{rest}", if secure { "https" } else { "http" }))
    }
    .ok()?;
    let ends = |b: u8| matches!(b, b'/' | b'\\' | b'?' | b'#');
    let authority_end = rest.bytes().position(ends).unwrap_or(rest.len());
    let authority = &rest[..authority_end];
    let host_start = authority.rfind('@').map_or(0, |i| i + 1);
    let host = &authority[host_start..];
    let host_len = match host.starts_with('[') {
        true => host.find(']').map_or(host.len(), |i| i + 1),
        false => host.find(':').unwrap_or(host.len()),
    };
    let start = scheme_len + host_start;
    Some(Web { url, host_at: Span::new(start, start + host_len) })
}

/// The signals of how `raw` is written; their spans are in bytes of `raw`.
pub(super) fn signals(raw: &str, web: &Web) -> Vec<Signal> {
    let mut found = Vec::new();
    let mut add = |code, span| found.push(Signal { code, span, about: None });
    let host = web.host_at.of(raw);
    let scheme_len = web_scheme_len(raw).unwrap_or(0);
    if web.host_at.start > scheme_len {
        add(signal::USERINFO, Span::new(scheme_len, web.host_at.start));
    }
    let is_plain_scheme = starts_with(raw, "http:") || starts_with(raw, "https:");
    if scheme_len > 0 && !is_plain_scheme {
        add(signal::UNHOOKED_SCHEME, Span::new(0, scheme_len));
    }
    if raw[..web.host_at.end].contains('\\') {
        add(signal::BACKSLASH, Span::new(0, web.host_at.end));
    }
    if let Some(at) =
        raw[web.host_at.end..].find('\\').filter(|_| !raw[..web.host_at.end].contains('\\'))
    {
        let at = web.host_at.end + at;
        add(signal::BACKSLASH, Span::new(at, at + 1));
    }
    if web.url.port().is_some() {
        add(signal::PORT, web.host_at);
    }
    match web.url.host() {
        Some(Host::Ipv4(ip)) if ip.to_string() == host => add(signal::IP, web.host_at),
        Some(Host::Ipv4(_)) => add(signal::IP_DISGUISED, web.host_at),
        Some(Host::Ipv6(_)) => add(signal::IP, web.host_at),
        _ => {}
    }
    if host.contains('%') {
        add(signal::ENCODED_HOST, web.host_at);
    }
    let canonical = web.url.host_str().unwrap_or("");
    let labels = || canonical.split('.');
    if labels().any(|l| l.starts_with("xn--")) {
        add(signal::PUNYCODE, web.host_at);
        if labels().any(super::script::is_mixed) {
            add(signal::MIXED_SCRIPTS, web.host_at);
        }
    }
    // The URL Standard accepts longer names.
    if canonical.len() > MAX_HOST_BYTES || labels().any(|l| l.len() > MAX_LABEL_BYTES) {
        add(signal::LONG_LABEL, web.host_at);
    }
    if memchr::memchr3(b'\t', b'\n', b'\r', raw.as_bytes()).is_some() {
        add(signal::LINE_BREAK, Span::whole(raw));
    }
    found
}
