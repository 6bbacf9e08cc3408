//! Looks hosts up in the Public Suffix List with its private part.
//!
//! The crate's only user of `psl`, whose list is compiled code of 0.7 MB: used from several crates,
//! each would compile it again. Hosts are in lower case.

use psl::Psl;

/// The public suffix of `host`: the part under which the registry, or the host's owner, gives names
/// to others. Its last label where the list has none; `None` for an empty host.
#[must_use]
pub fn suffix(host: &str) -> Option<&str> {
    std::str::from_utf8(split(host)?.trimmed).ok()
}

/// The registrable domain of `host`: the public suffix and the label before it. `None` for a bare
/// suffix.
#[must_use]
pub fn registrable_domain(host: &str) -> Option<&str> {
    let suffix = suffix(host)?;
    let host = host.strip_suffix('.').unwrap_or(host);
    let before = host.get(..host.len().checked_sub(suffix.len() + 1)?)?;
    let label = before.rsplit('.').next().filter(|_| !before.is_empty())?;
    host.get(before.len() - label.len()..)
}

/// Whether `host` is a name under a suffix that the list has.
#[must_use]
pub fn has_listed_suffix(host: &str) -> bool {
    registrable_domain(host).is_some() && split(host).is_some_and(|suffix| suffix.is_listed)
}

struct Suffix<'a> {
    /// Without a trailing dot.
    trimmed: &'a [u8],
    is_listed: bool,
}

/// The one place that the list is compiled into.
#[inline(never)]
fn split(host: &str) -> Option<Suffix<'_>> {
    let suffix = psl::List.suffix(host.as_bytes())?;
    Some(Suffix { trimmed: suffix.trim().as_bytes(), is_listed: suffix.is_known() })
}

#[cfg(test)]
mod tests {
    use super::{has_listed_suffix, registrable_domain, suffix};

    #[test]
    fn hosts_are_split_as_by_the_list_itself() {
        for host in [
            "a.b.com.cn",
            "b.com.cn",
            "com.cn",
            "cn",
            "a.github.io",
            "github.io",
            "a.b.unlisted",
            "unlisted",
            "",
            ".",
            "a.",
            "a.com.",
            ".com",
            "..com",
            "a..com",
            "1.2.3.4",
            "example.中国",
            "www.ck",
            "x.www.ck",
            "a.b.ck",
            "-",
            "a.b..",
            "..",
        ] {
            assert_eq!(suffix(host), psl::suffix_str(host), "{host}");
            assert_eq!(registrable_domain(host), psl::domain_str(host), "{host}");
            let listed = psl::domain(host.as_bytes()).is_some_and(|d| d.suffix().is_known());
            assert_eq!(has_listed_suffix(host), listed, "{host}");
        }
    }
}
