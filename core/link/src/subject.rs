//! Decides the subject of a person's own rule: one link, or a host with its subdomains.
//!
//! Knows no brand and no rule.

use super::{Brands, of_payload};

/// The canonical form of what a person typed or pasted, without white space around it.
///
/// A bare host stays a host, in lower case and punycode. Text with a path or a scheme becomes the
/// canonical link. Other text stays as it is.
#[must_use]
pub fn subject(typed: &str) -> String {
    let typed = typed.trim();
    let Some(facts) = of_payload(typed, &Brands::default()) else {
        return typed.to_owned();
    };
    let is_bare = !typed.contains(['/', '?', '#', '@', ':', '／', '：']);
    match (&facts.host, is_bare) {
        (Some(host), true) => host.clone(),
        _ => facts.canonical,
    }
}

#[cfg(test)]
mod tests {
    use super::subject;

    #[test]
    fn a_host_stays_a_host_and_a_link_becomes_canonical() {
        assert_eq!(subject(" Shop.Example.COM "), "shop.example.com");
        assert_eq!(subject("HTTPS://Shop.Example.com/A"), "https://shop.example.com/A");
        assert_eq!(subject("两个字"), "两个字");
    }
}
