//! Decides which known brand a host belongs to. The brands are handed in; none is known here.
//!
//! A host that belongs to a brand is not yet official: on many such hosts anyone can put a page.

use std::collections::HashMap;

/// A platform, shop, courier or bank, as the rule pack describes it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Brand {
    /// Id of the platform, such as `taobao`.
    pub platform: String,
    /// Names in Latin letters or digits as they occur in hosts, such as `taobao`, `zhifubao`, `jd`.
    pub names: Vec<String>,
    /// Registrable domains, or hosts, that it owns.
    pub domains: Vec<String>,
    /// Those of its domains and hosts, on which outsiders can put content.
    pub open: Vec<String>,
}

/// Lengths only.
impl std::fmt::Debug for Brand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Brand")
            .field("names", &self.names.len())
            .field("domains", &self.domains.len())
            .finish_non_exhaustive()
    }
}

/// Brands, prepared for look-up.
#[derive(Clone, Default)]
pub struct Brands {
    /// Domain to place in `platforms`, and whether outsiders can put content there.
    domains: HashMap<String, (usize, bool)>,
    platforms: Vec<String>,
}

impl std::fmt::Debug for Brands {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Brands").field("platforms", &self.platforms.len()).finish_non_exhaustive()
    }
}

/// Whose a host is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// Id of the platform.
    pub platform: String,
    /// True where outsiders can put content on this host: then it is not the platform speaking.
    pub open: bool,
}

impl Brands {
    /// Prepares `brands`. A domain named twice belongs to the first.
    #[must_use]
    pub fn new(brands: Vec<Brand>) -> Self {
        let mut prepared = Self::default();
        for (i, brand) in brands.into_iter().enumerate() {
            for domain in brand.domains {
                prepared.domains.entry(domain).or_insert((i, false));
            }
            for domain in brand.open {
                prepared.domains.entry(domain).or_insert((i, true)).1 = true;
            }
            prepared.platforms.push(brand.platform);
        }
        prepared
    }

    /// The owner of `host`, in canonical form, by its nearest listed parent.
    #[must_use]
    pub fn owner(&self, host: &str) -> Option<Owner> {
        let mut rest = host.strip_suffix('.').unwrap_or(host);
        loop {
            if let Some((i, open)) = self.domains.get(rest) {
                return Some(Owner { platform: self.platforms[*i].clone(), open: *open });
            }
            rest = rest.split_once('.')?.1;
        }
    }
}
