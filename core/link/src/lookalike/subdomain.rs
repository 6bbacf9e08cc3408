//! Decides whether a host contains a brand's domain, or its name in a subdomain of lures.
//!
//! Examples: `www.taobao.com.host.top`, `jd.com-refund.xyz`, `jd-com.host.top`, `taobao.kefu-1.top`.

use super::distinctiveness::{Distinctiveness, is_generic_word};
use super::host::Host;
use super::index::BrandIndex;
use super::segmentation::segment;
use crate::suffixes::{self, TldTier};

/// Shortest domain of a brand, in bytes, that is searched for in other hosts. Shorter ones, such as
/// `t.cn`, occur by chance.
const MIN_EMBEDDED_DOMAIN: usize = 5;
/// Labels that often precede a domain.
const LEADING_LABELS: &[&str] = &["www", "m", "h5", "wap"];

/// Index of the platform whose domain or name `host` contains in this way.
///
/// `owner_of` gives the index of the platform that owns a domain.
pub(super) fn detect(
    host: &Host,
    index: &BrandIndex,
    owner_of: &dyn Fn(&str) -> Option<usize>,
) -> Option<usize> {
    let owner_of =
        |domain: &str| (domain.len() >= MIN_EMBEDDED_DOMAIN).then(|| owner_of(domain)).flatten();
    embedded_domain(host, &owner_of)
        .or_else(|| host.labels.iter().find_map(|l| hyphenated_domain(&l.text, &owner_of)))
        .or_else(|| name_above_lure(host, index))
}

/// A brand's domain in the subdomains; its suffix may be glued to the next label.
fn embedded_domain(host: &Host, owner_of: &dyn Fn(&str) -> Option<usize>) -> Option<usize> {
    let subdomains = host.subdomains();
    for i in 0..subdomains.len() {
        for end in i + 2..=(i + 3).min(subdomains.len()) {
            let texts: Vec<&str> = subdomains[i..end].iter().map(|l| l.text.as_ref()).collect();
            if let Some(platform) = owner_of(&texts.join(".")) {
                return Some(platform);
            }
        }
        for suffix in suffixes::OF_BRANDS {
            let mut parts = suffix.rsplit('.');
            let last = parts.next().unwrap_or("");
            let second = parts.next();
            let is_complete =
                second.is_none_or(|s| subdomains.get(i + 1).is_some_and(|l| l.text == s));
            let next = host.labels.get(i + 1 + usize::from(second.is_some()));
            let rest = next.and_then(|l| l.text.strip_prefix(last));
            if is_complete
                && rest.is_some_and(|r| r.starts_with('-'))
                && let Some(platform) = owner_of(&format!("{}.{suffix}", subdomains[i].text))
            {
                return Some(platform);
            }
        }
    }
    None
}

/// `www-taobao-com`, `m-sf-express-com-cn`: a brand's domain with hyphens for dots.
fn hyphenated_domain(label: &str, owner_of: &dyn Fn(&str) -> Option<usize>) -> Option<usize> {
    if !label.contains('-') || !label.is_ascii() {
        return None;
    }
    let parts: Vec<&str> = label.split('-').take(8).collect();
    let ends = (1..parts.len()).filter(|i| suffixes::OF_BRANDS.contains(&parts[*i]));
    ends.flat_map(|end| (0..end).map(move |start| (start, end))).find_map(|(start, end)| {
        let name = parts[start..end].join("-");
        // `vip-com` is an ordinary label; `www-vip-com` is not.
        let is_generic = is_generic_word(&name) || name.len() < 3;
        let is_led_in = start > 0 && LEADING_LABELS.contains(&parts[start - 1]);
        (!is_generic || is_led_in).then(|| owner_of(&format!("{name}.{}", parts[end]))).flatten()
    })
}

/// `taobao.kefu-1.top`: a name as the first subdomain of a registrable label made of lures.
fn name_above_lure(host: &Host, index: &BrandIndex) -> Option<usize> {
    use Distinctiveness as D;
    let mut subdomains = host.subdomains().iter();
    let first = subdomains.find(|l| !LEADING_LABELS.contains(&l.text.as_ref()))?;
    let name = index.name(&first.text)?;
    let own = host.labels.last()?;
    let segmentations = segment(&own.text, &own.matches, index);
    let is_lure = |needs_strong| segmentations.iter().any(|s| s.is_lure(needs_strong));
    let counts = match name.distinctiveness {
        D::Distinctive | D::CorporateFamily | D::PublicOffice | D::Chinese | D::Digits => {
            is_lure(true) || (host.tier != TldTier::Other && is_lure(false))
        }
        D::DomainLabel => false,
        D::Short | D::Generic => is_lure(true),
    };
    counts.then_some(name.platform)
}
