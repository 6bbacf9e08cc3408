//! Decides the kind of a page whose host determines it, alone or with the path.
//!
//! The kind says what a link does, not who published it: anybody can create most of these pages.

use super::Kind;
use super::host_table::{HOSTS, PathRule, Scope};
use crate::FastMap;
use std::sync::LazyLock;
use url::Url;

/// The kind of a page on `host`; `None` where the host, or this path on it, determines none.
pub(super) fn kind(host: &str, url: &Url) -> Option<Kind> {
    let mut rest = host;
    loop {
        if let Some((scope, rule)) = ROWS.get(rest)
            && (matches!(scope, Scope::Subdomains) || rest.len() == host.len())
        {
            return apply(rule, url);
        }
        rest = &rest[memchr::memchr(b'.', rest.as_bytes())? + 1..];
    }
}

/// [`HOSTS`] by host; a link takes about three look-ups.
static ROWS: LazyLock<FastMap<&str, &(Scope, PathRule)>> =
    LazyLock::new(|| HOSTS.iter().map(|(host, row)| (*host, row)).collect());

fn apply(rule: &PathRule, url: &Url) -> Option<Kind> {
    let path = url.path();
    let query = url.query().unwrap_or("");
    match rule {
        PathRule::Any(kind) => Some(*kind),
        PathRule::NotFrontPage(kind) => {
            let fragment = url.fragment().unwrap_or("");
            let is_front_page = path.len() <= 1 && query.is_empty() && fragment.is_empty();
            (!is_front_page).then_some(*kind)
        }
        PathRule::Path(kind) => kind(path, query),
    }
}
