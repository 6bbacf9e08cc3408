//! Decides whether text is a host: with a public suffix, in Chinese characters, or a file name.
//!
//! Works on one candidate at a time; `scan` finds the candidates. Knows no brand.

use crate::{payload, suffixes};
use yanka_types::chars::is_han;
use yanka_types::limits::MAX_HOST_BYTES;

/// Prefixes of a run of labels that are tried as a host.
const MAX_TRIES: usize = 8;
/// Longest label of a host in Chinese characters, in characters. Empirical; no measurement recorded.
const MAX_CHINESE_LABEL: usize = 20;
/// Characters that are examined for the end of a label.
const MAX_LOOK_AHEAD: usize = 32;

/// Endings of file names that are also country suffixes.
const FILE_ENDINGS: &[&str] =
    &["md", "py", "rs", "sh", "pl", "ps", "so", "zip", "mov", "ai", "ml", "pm"];

/// The longest sequence of labels from the left of `run` that is a complete host.
pub(super) fn longest_host(run: &str) -> Option<&str> {
    let mut end = run.len();
    for _ in 0..MAX_TRIES {
        let host = &run[..end];
        if is_complete_host(host) {
            return Some(host);
        }
        end = host.rfind('.')?;
    }
    None
}

/// Whether `host` is a name and a listed public suffix, or an IPv4 address.
pub(super) fn is_complete_host(host: &str) -> bool {
    if host.is_ascii() {
        return payload::is_bare_host(host) || is_ipv4(host);
    }
    let tail = host.rsplit('.').next().unwrap_or("");
    host.contains('.') && tail.is_ascii() && payload::is_bare_host(&format!("x.{tail}"))
}

fn is_ipv4(host: &str) -> bool {
    host.len() <= 15 && host.split('.').count() == 4 && host.parse::<std::net::Ipv4Addr>().is_ok()
}

/// Whether `host`, the whole of a payload, has Chinese characters in its labels and a suffix that
/// occurs in messages: `京东.kf.example.com`, `抖音-kefu.cc`.
pub(super) fn is_chinese_payload_host(host: &str) -> bool {
    let is_label = |l: &str| {
        (1..=MAX_CHINESE_LABEL).contains(&l.chars().count()) && l.chars().all(is_chinese_host_char)
    };
    let has_suffix = |s: &str| host.strip_suffix(s).is_some_and(|rest| rest.ends_with('.'));
    host.len() <= MAX_HOST_BYTES
        && host.contains(is_han)
        && host.split('.').all(is_label)
        && suffixes::in_messages().any(has_suffix)
}

/// Whether `host`, found in a text, is one name that ends in a Chinese character, and a suffix that
/// occurs in messages.
pub(super) fn is_chinese_host(host: &str) -> bool {
    let Some((name, suffix)) = host.split_once('.') else { return false };
    (2..=MAX_CHINESE_LABEL).contains(&name.chars().count())
        && name.ends_with(is_han)
        && name.chars().all(is_chinese_host_char)
        && suffixes::in_messages().any(|s| s == suffix)
}

/// Whether `c` can be in a label with Chinese characters.
pub(super) fn is_chinese_host_char(c: char) -> bool {
    is_han(c) || c.is_ascii_alphanumeric() || c == '-'
}

/// Whether `text` begins with a label and a dot before another label: `中文.com`.
pub(super) fn starts_with_label_and_dot(text: &str) -> bool {
    let label = text
        .chars()
        .take(MAX_LOOK_AHEAD)
        .take_while(|c| c.is_alphanumeric() || *c == '-')
        .map(char::len_utf8)
        .sum::<usize>();
    text[label..].starts_with('.') && text[label + 1..].starts_with(char::is_alphanumeric)
}

/// Whether `host`, without a path, is rather a file name or, with four numbers, a version.
pub(super) fn is_file_or_number(host: &str) -> bool {
    let mut labels = host.split('.');
    let (Some(name), Some(ending), None) = (labels.next(), labels.next(), labels.next()) else {
        return is_ipv4(host);
    };
    FILE_ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) && !name.contains('-')
}
