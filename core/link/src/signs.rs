//! Decides what single characters and single hosts look like to somebody who looks for links.

use crate::payload;

/// The longest run of labels from the left that ends in a listed suffix.
pub(super) fn listed_prefix(run: &str) -> Option<&str> {
    let mut end = run.len();
    for _ in 0..8 {
        let host = &run[..end];
        if is_finished(host) {
            return Some(host);
        }
        end = host.rfind('.')?;
    }
    None
}

/// Whether `host` already has a name and a listed suffix.
pub(super) fn is_finished(host: &str) -> bool {
    if host.is_ascii() {
        return payload::is_bare_host(host) || is_ipv4(host);
    }
    let tail = host.rsplit('.').next().unwrap_or("");
    host.contains('.') && tail.is_ascii() && payload::is_bare_host(&format!("x.{tail}"))
}

fn is_ipv4(host: &str) -> bool {
    host.len() <= 15 && host.split('.').count() == 4 && host.parse::<std::net::Ipv4Addr>().is_ok()
}

/// Suffixes after which a name in Chinese characters is a host and no sentence with its full stop.
const CHINESE_HOSTS: &[&str] = &[
    "com",
    "cn",
    "net",
    "org",
    "com.cn",
    "net.cn",
    "org.cn",
    "top",
    "vip",
    "cc",
    "xyz",
    "shop",
    "site",
    "online",
    "club",
    "store",
    "icu",
    "info",
    "fun",
    "wang",
    "ltd",
    "app",
    "tech",
    "中国",
    "公司",
    "网络",
    "网址",
    "在线",
    "网店",
    "中文网",
    "商城",
    "我爱你",
    "集团",
    "手机",
    "信息",
];

/// Whether `host`, that stands alone, has Chinese characters in its labels and a suffix that hosts
/// have: `京东.kf.example.com`, `抖音-kefu.cc`.
pub(super) fn is_whole_chinese_host(host: &str) -> bool {
    let label = |l: &str| {
        (1..=20).contains(&l.chars().count())
            && l.chars().all(|c| is_han(c) || c.is_ascii_alphanumeric() || c == '-')
    };
    let suffix = |s: &str| host.strip_suffix(s).is_some_and(|rest| rest.ends_with('.'));
    host.len() <= 253
        && host.contains(is_han)
        && host.split('.').all(label)
        && CHINESE_HOSTS.iter().any(|s| suffix(s))
}

/// Whether `host` is a name in Chinese characters and one of the suffixes that such names have.
pub(super) fn is_chinese_host(host: &str) -> bool {
    let Some((name, suffix)) = host.split_once('.') else { return false };
    let letter = |c: char| is_han(c) || c.is_ascii_alphanumeric() || c == '-';
    (2..=20).contains(&name.chars().count())
        && name.ends_with(is_han)
        && name.chars().all(letter)
        && CHINESE_HOSTS.contains(&suffix)
}

pub(super) const fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}')
}

/// Endings that are also country suffixes but, after one word and without a path, name a file.
const FILE_ENDINGS: &[&str] =
    &["md", "py", "rs", "sh", "pl", "ps", "so", "zip", "mov", "ai", "ml", "pm"];

pub(super) fn reads_as_file_or_number(host: &str) -> bool {
    let mut labels = host.split('.');
    let (Some(name), Some(ending), None) = (labels.next(), labels.next(), labels.next()) else {
        return is_ipv4(host);
    };
    FILE_ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) && !name.contains('-')
}

pub(super) fn is_script(scheme: &str) -> bool {
    ["javascript", "vbscript", "data", "intent"].iter().any(|s| s.eq_ignore_ascii_case(scheme))
}

pub(super) fn number_len(text: &str) -> usize {
    text.bytes()
        .take(64)
        .take_while(|b| {
            b.is_ascii_digit()
                || matches!(b, b'+' | b'*' | b'#' | b',' | b';' | b'-' | b'%' | b'/' | b'(' | b')')
        })
        .count()
}

/// Whether a host begins with Chinese characters here: `中文.com`.
pub(super) fn begins_chinese_host(rest: &str) -> bool {
    let label = rest
        .chars()
        .take(32)
        .take_while(|c| c.is_alphanumeric() || *c == '-')
        .map(char::len_utf8)
        .sum::<usize>();
    rest[label..].starts_with('.') && rest[label + 1..].starts_with(char::is_alphanumeric)
}
