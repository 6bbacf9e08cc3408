//! Decides the kind of a web address by its host and path.
//!
//! Hosts that name a kind stand in hosts.rs. Here is what needs more than the host: files,
//! disguises, product links. An address that nothing names is an unknown site, which is no blame.

use super::{Kind, hosts};
use url::{Host, Url};

/// The kind of `url`; `raw` is how it was written.
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
            // A bare host says nothing about encryption; the parser's `http` is only its default.
            "http" if super::starts_with_ignore_case(raw, "http:") => Kind::UnknownHttpSite,
            _ => Kind::UnknownSite,
        })
}

/// Files that a phone installs, by the ending of the path, whatever the host.
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

/// The digital yuan's name as a label of a host; banks have no common form (payload facts P042).
fn is_ecny(host: &str) -> bool {
    host.split('.').any(|l| matches!(l, "dcep" | "ecny"))
}

/// User info, a number for a host, an odd port, or letters that pass for Latin ones.
fn is_disguised(url: &Url, raw: &str) -> bool {
    let authority_at = raw.find("//").map_or(0, |i| i + 2);
    let authority = raw[authority_at..].split(['/', '\\', '?', '#']).next().unwrap_or("");
    !url.username().is_empty()
        || url.password().is_some()
        || authority.contains('@')
        || url.port().is_some()
        || !matches!(url.host(), Some(Host::Domain(_)))
        || url.host_str().is_some_and(is_foreign)
}

/// Whether a label of `host` is in disguise; under a suffix in the same letters none is.
fn is_foreign(host: &str) -> bool {
    !host.rsplit('.').next().unwrap_or("").starts_with("xn--")
        && host.split('.').any(is_foreign_label)
}

/// A punycode label that mixes Latin with another alphabet, or is written in letters of another
/// alphabet that all pass for Latin ones.
///
/// A domain in Chinese, or in any language of its own, is no disguise.
fn is_foreign_label(label: &str) -> bool {
    let Some(rest) = label.strip_prefix("xn--") else { return false };
    let Some(text) = idna::punycode::decode_to_string(rest) else { return true };
    let mut letters = text.chars().filter(|c| is_other_alphabet(*c)).peekable();
    letters.peek().is_some()
        && (text.contains(|c: char| c.is_ascii_alphabetic())
            || letters.all(|c| LOOK_ALIKES.contains(c)))
}

/// Letters of Cyrillic, Greek, Armenian and the like; not Latin, not East Asian.
fn is_other_alphabet(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{58f}' | '\u{10a0}'..='\u{10ff}' | '\u{13a0}'..='\u{13ff}' | '\u{1c80}'..='\u{1cbf}' | '\u{1f00}'..='\u{1fff}' | '\u{2c80}'..='\u{2cff}')
}

/// Small letters of other alphabets that pass for Latin ones (UTS 39, confusables).
const LOOK_ALIKES: &str = "аеорсухіјѕԁһӏԛԝкмтвнгпοανρικυωγηχτεօոսհցզ";

/// GS1 Digital Link: `/01/` and a 14-digit GTIN, on any host.
fn product(url: &Url) -> Option<Kind> {
    let after = url.path().split_once("/01/")?.1;
    let gtin = after.split('/').next()?;
    (gtin.len() == 14 && gtin.bytes().all(|b| b.is_ascii_digit())).then_some(Kind::ProductCode)
}

/// Words that tracing pages carry as a whole label of the host or segment of the path.
const TRACE_WORDS: &[&str] = &["fw", "fangwei", "zhuisu", "trace", "suyuan", "12315"];
/// Those that count also inside a label or segment.
const TRACE_PARTS: &[&str] = &["fangwei", "zhuisu", "12315"];

fn is_trace(host: &str, url: &Url) -> bool {
    let path = url.path();
    if path.len() <= 1 {
        return false;
    }
    let is_word = |part: &str| {
        let stem = part.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
        TRACE_WORDS.iter().any(|w| stem == *w || part == *w) || holds_trace_part(part)
    };
    host.split('.').chain(path.split('/').take(4)).any(is_word)
}

fn holds_trace_part(part: &str) -> bool {
    let bytes = part.as_bytes();
    let starts = |at: usize| TRACE_PARTS.iter().any(|w| bytes[at..].starts_with(w.as_bytes()));
    (0..bytes.len()).any(|i| matches!(bytes[i], b'f' | b'z' | b'1') && starts(i))
}
