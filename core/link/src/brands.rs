//! Decides which known brand a host belongs to. The brands are handed in; none is known here.
//!
//! A host that belongs to a brand is not yet official: on many such hosts anyone can put a page.

use super::QuickMap;
use super::imitate::{self, Imitated, Index, Way};

/// A platform, shop, courier or bank, as the rule pack describes it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Brand {
    /// Id of the platform, such as `taobao`.
    pub platform: String,
    /// Names in Latin letters or digits as they occur in hosts, such as `taobao`, `zhifubao`, `jd`.
    pub names: Vec<String>,
    /// Registrable domains, or hosts, that it owns.
    pub domains: Vec<BrandDomain>,
}

/// A registrable domain, or a host, of a brand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BrandDomain {
    /// The domain, lower case ASCII.
    pub domain: String,
    /// What it is used for: `main`, `pay`, `courier`, `bank`, `short`, `hosting` and others.
    pub role: String,
    /// Outsiders can put content there.
    pub open: bool,
    /// The ownership has a source; false where it is from memory alone.
    pub confirmed: bool,
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
    /// Domain to its index in `platforms` and its use.
    domains: QuickMap<String, (usize, Use)>,
    platforms: Vec<String>,
    names: Index,
    /// Whether the brand at that place has names to imitate; a service without is no brand to people.
    imitable: Vec<bool>,
    left_out: Vec<Way>,
}

impl std::fmt::Debug for Brands {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Brands").field("platforms", &self.platforms.len()).finish_non_exhaustive()
    }
}

/// What a domain is used for.
#[derive(Clone, Debug, Default)]
struct Use {
    role: String,
    open: bool,
    confirmed: bool,
}

/// The owner of a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// Id of the platform.
    pub platform: String,
    /// What the domain is used for, such as `main` or `pay`.
    pub role: String,
    /// True where outsiders can put content on this host: then it is not the platform speaking.
    pub open: bool,
    /// False where nobody confirmed the ownership.
    pub confirmed: bool,
}

impl Owner {
    /// True where only the platform itself can put content on the host.
    #[must_use]
    pub const fn is_official(&self) -> bool {
        self.confirmed && !self.open
    }
}

impl Brands {
    /// Prepares `brands`. A domain named twice belongs to the first.
    #[must_use]
    pub fn new(brands: Vec<Brand>) -> Self {
        let mut prepared = Self::default();
        let (mut names, mut labels) = (Vec::new(), Vec::new());
        for (i, brand) in brands.into_iter().enumerate() {
            prepared.imitable.push(!brand.names.is_empty());
            if !brand.names.is_empty() {
                labels.extend(brand.domains.iter().map(|d| (d.domain.clone(), i)));
            }
            names.extend(brand.names.into_iter().map(|n| (n, i)));
            for BrandDomain { domain, role, open, confirmed } in brand.domains {
                prepared.domains.entry(domain).or_insert((i, Use { role, open, confirmed }));
            }
            prepared.platforms.push(brand.platform);
        }
        prepared.names = Index::new(names, labels);
        prepared
    }

    /// The same brands, with some ways of imitating not looked for: only for measuring them.
    #[must_use]
    pub fn leaving_out(mut self, ways: &[Way]) -> Self {
        self.left_out = ways.to_vec();
        self
    }

    /// The platform that `host`, in canonical form, imitates; in which way; and whether it cannot be
    /// a second domain of the platform itself.
    #[must_use]
    pub fn imitated(&self, host: &str) -> Option<(&str, Way, bool)> {
        if self.listed(host).is_some() {
            return None;
        }
        let owned =
            |domain: &str| self.domains.get(domain).map(|(i, _)| *i).filter(|i| self.imitable[*i]);
        imitate::imitated(host, &self.names, &owned, &self.left_out)
            .map(|Imitated { platform, way, sure }| (self.platforms[platform].as_str(), way, sure))
    }

    /// The owner of `host`, in canonical form, by its nearest listed parent.
    #[must_use]
    pub fn owner(&self, host: &str) -> Option<Owner> {
        let (i, used) = self.listed(host)?;
        let Use { role, open, confirmed } = used.clone();
        Some(Owner { platform: self.platforms[*i].clone(), role, open, confirmed })
    }

    fn listed(&self, host: &str) -> Option<&(usize, Use)> {
        let mut rest = host.strip_suffix('.').unwrap_or(host);
        loop {
            if let Some(found) = self.domains.get(rest) {
                return Some(found);
            }
            rest = &rest[memchr::memchr(b'.', rest.as_bytes())? + 1..];
        }
    }
}
