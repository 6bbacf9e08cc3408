//! Decides the canonical form of a web address, and which tricks its writing used.
//!
//! The parse is the URL Standard's, by the crate `url`; nothing here has an own idea of a host.
//! What was seen on the way is kept as signals. Whether a trick is bad is the rules' business.

use super::Signal;
use super::signal;
use url::{Host, Url};
use yanka_types::Span;

/// A parsed web address, and where its authority stood.
pub(super) struct Web {
    /// As the URL Standard parses it.
    pub url: Url,
    /// The bytes of the raw host in the text that was parsed.
    pub host_at: Span,
}

/// The length of a web scheme with its colon and slashes at the start of `text`, disguised or not.
pub(super) fn web_scheme_len(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let colon = bytes.iter().take(12).position(|b| *b == b':')?;
    if !is_web_scheme(&text[..colon]) {
        return None;
    }
    let slashes =
        bytes[colon + 1..].iter().take(8).take_while(|b| matches!(b, b'/' | b'\\')).count();
    (slashes > 0).then_some(colon + 1 + slashes)
}

/// `http` and `https`, and the ways in which people unhook them: `hxxp`, `h**ps`, `ttp`.
pub(super) fn is_web_scheme(scheme: &str) -> bool {
    const WEB: &[&str] = &[
        "http", "https", "hxxp", "hxxps", "h**p", "h**ps", "htxp", "htxps", "httx", "httxs", "htp",
        "htps", "ttp", "ttps",
    ];
    matches!(scheme, "https" | "http") || WEB.iter().any(|w| w.eq_ignore_ascii_case(scheme))
}

/// Parses `raw`, an address with or without a scheme. `at` is where `raw` starts.
pub(super) fn parse(raw: &str) -> Option<Web> {
    let scheme_len = web_scheme_len(raw).unwrap_or(0);
    let secure = raw[..scheme_len].split(':').next().is_some_and(|s| s.ends_with(['s', 'S']));
    let rest = &raw[scheme_len..];
    let plain = scheme_len > 0 && (super::starts(raw, "http://") || super::starts(raw, "https://"));
    let url = if plain {
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

/// The tricks in the writing of `raw`; spans count bytes of `raw`.
pub(super) fn signals(raw: &str, web: &Web) -> Vec<Signal> {
    let mut found = Vec::new();
    let mut note = |code, span| found.push(Signal { code, span, about: None });
    let host = web.host_at.of(raw);
    let scheme_len = web_scheme_len(raw).unwrap_or(0);
    if web.host_at.start > scheme_len {
        note(signal::USERINFO, Span::new(scheme_len, web.host_at.start));
    }
    let is_plain_scheme = super::starts(raw, "http:") || super::starts(raw, "https:");
    if scheme_len > 0 && !is_plain_scheme {
        note(signal::UNHOOKED_SCHEME, Span::new(0, scheme_len));
    }
    if raw[..web.host_at.end].contains('\\') {
        note(signal::BACKSLASH, Span::new(0, web.host_at.end));
    }
    if let Some(at) =
        raw[web.host_at.end..].find('\\').filter(|_| !raw[..web.host_at.end].contains('\\'))
    {
        let at = web.host_at.end + at;
        note(signal::BACKSLASH, Span::new(at, at + 1));
    }
    if web.url.port().is_some() {
        note(signal::PORT, web.host_at);
    }
    match web.url.host() {
        Some(Host::Ipv4(ip)) if ip.to_string() == host => note(signal::IP, web.host_at),
        Some(Host::Ipv4(_)) => note(signal::IP_DISGUISED, web.host_at),
        Some(Host::Ipv6(_)) => note(signal::IP, web.host_at),
        _ => {}
    }
    if host.contains('%') {
        note(signal::ENCODED_HOST, web.host_at);
    }
    let canonical = web.url.host_str().unwrap_or("");
    let labels = || canonical.split('.');
    if labels().any(|l| l.starts_with("xn--")) {
        note(signal::PUNYCODE, web.host_at);
        if labels().any(super::script::is_mixed) {
            note(signal::MIXED_SCRIPTS, web.host_at);
        }
    }
    // RFC 1035 2.3.4; the URL Standard itself lets longer names pass.
    if canonical.len() > 253 || labels().any(|l| l.len() > 63) {
        note(signal::LONG_LABEL, web.host_at);
    }
    if memchr::memchr3(b'\t', b'\n', b'\r', raw.as_bytes()).is_some() {
        note(signal::LINE_BREAK, Span::whole(raw));
    }
    found
}
