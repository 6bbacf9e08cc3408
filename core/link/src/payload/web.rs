//! Decides the kind of a web address by its host and path.
//!
//! Decides files, disguised hosts and product links itself; `hosts` decides well-known hosts. Every
//! other address is an unknown site, which is no accusation.

use super::{Kind, hosts};
use crate::script;
use url::{Host, Url};
use yanka_types::confusables::passes_for_latin;

/// The kind of `url`; `raw` is the address as written.
pub(super) fn kind(url: &Url, raw: &str) -> Kind {
    let Some(host) = url.host_str() else { return Kind::AppLink };
    let host = host.strip_suffix('.').unwrap_or(host);
    file(url)
        .or_else(|| hosts::kind(host, url))
        .or_else(|| is_ecny(host).then_some(Kind::Ecny))
        .or_else(|| is_disguised(url, raw).then_some(Kind::DisguisedSite))
        .or_else(|| product(url))
        .or_else(|| is_trace(host, url).then_some(Kind::TracePage))
        .unwrap_or(match url.scheme() {
            // For a bare host `http` is only the default of the parser.
            "http" if super::starts_with_ignore_case(raw, "http:") => Kind::UnknownHttpSite,
            _ => Kind::UnknownSite,
        })
}

/// The kind of a file that a phone installs, by the ending of the path, on any host.
fn file(url: &Url) -> Option<Kind> {
    let path = url.path().as_bytes();
    let ends = |with: &str| {
        path.len() > with.len() + 1
            && path[path.len() - with.len()..].eq_ignore_ascii_case(with.as_bytes())
    };
    if [".apk", ".apks", ".xapk", ".aab"].into_iter().any(ends) {
        Some(Kind::Apk)
    } else if ends(".mobileconfig") {
        Some(Kind::IosProfile)
    } else {
        None
    }
}

/// Whether a label is the name of the digital yuan (payload facts P042); banks have no common form.
fn is_ecny(host: &str) -> bool {
    host.split('.').any(|l| matches!(l, "dcep" | "ecny"))
}

/// Whether the address has user info, an IP address, a port, or letters that pass for Latin ones.
fn is_disguised(url: &Url, raw: &str) -> bool {
    let authority_at = raw.find("//").map_or(0, |i| i + 2);
    let authority = raw[authority_at..].split(['/', '\\', '?', '#']).next().unwrap_or("");
    !url.username().is_empty()
        || url.password().is_some()
        || authority.contains('@')
        || url.port().is_some()
        || !matches!(url.host(), Some(Host::Domain(_)))
        || url.host_str().is_some_and(has_disguised_label)
}

/// Whether a label of `host` is disguised; none is under a suffix outside ASCII.
fn has_disguised_label(host: &str) -> bool {
    !host.rsplit('.').next().unwrap_or("").starts_with("xn--")
        && host.split('.').any(is_disguised_label)
}

/// Whether a punycode label mixes Latin with another alphabet, or has letters of another alphabet
/// all of which pass for Latin ones. A label in Chinese, or in one language, is not disguised.
fn is_disguised_label(label: &str) -> bool {
    if !label.starts_with("xn--") {
        return false;
    }
    let Some(text) = script::decode_punycode(label) else { return true };
    let mut letters = text.chars().filter(|c| script::is_latin_like_script(*c)).peekable();
    letters.peek().is_some()
        && (text.contains(|c: char| c.is_ascii_alphabetic()) || letters.all(passes_for_latin))
}

/// The kind of a GS1 Digital Link: `/01/` and a GTIN of 14 digits, on any host.
fn product(url: &Url) -> Option<Kind> {
    let after = url.path().split_once("/01/")?.1;
    let gtin = after.split('/').next()?;
    (gtin.len() == 14 && gtin.bytes().all(|b| b.is_ascii_digit())).then_some(Kind::ProductCode)
}

/// Words that anti-counterfeit and tracing pages have as a whole label or path segment.
const TRACE_WORDS: &[&str] = &["fw", "fangwei", "zhuisu", "trace", "suyuan", "12315"];
/// Those that also count inside a label or segment.
const TRACE_PARTS: &[&str] = &["fangwei", "zhuisu", "12315"];

/// Whether an address with a path has one of [`TRACE_WORDS`] in its host or first path segments.
fn is_trace(host: &str, url: &Url) -> bool {
    let path = url.path();
    if path.len() <= 1 {
        return false;
    }
    let is_word = |part: &str| {
        let stem = part.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
        TRACE_WORDS.iter().any(|w| stem == *w || part == *w) || contains_trace_part(part)
    };
    host.split('.').chain(path.split('/').take(4)).any(is_word)
}

fn contains_trace_part(part: &str) -> bool {
    let bytes = part.as_bytes();
    let starts = |at: usize| TRACE_PARTS.iter().any(|w| bytes[at..].starts_with(w.as_bytes()));
    (0..bytes.len()).any(|i| matches!(bytes[i], b'f' | b'z' | b'1') && starts(i))
}
