//! Decides which known brand owns a host, and which brand a third-party host imitates.
//!
//! The caller passes the brands; none is known here. Ownership does not make a host official: on
//! many hosts anybody can publish a page.

use super::FastMap;
use super::lookalike::{self, BrandIndex, Detector};
use yanka_types::limits::MAX_HOST_BYTES;

/// Most labels of a brand's own domain: `login.example.com.cn`.
const MAX_DOMAIN_LABELS: usize = 4;

/// A platform, shop, courier or bank, as the rule pack describes it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Brand {
    /// Id of the platform, such as `taobao`.
    pub platform: String,
    /// Names as they occur in hosts, such as `taobao`, `zhifubao`, `jd`, `10086`.
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
    /// Whether third parties can publish content there.
    pub open: bool,
    /// Whether the ownership has a source.
    pub confirmed: bool,
}

/// Prints lengths only.
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
    /// Domain to the index of its platform and its use.
    domains: FastMap<String, (usize, DomainUse)>,
    /// Ids of the platforms.
    platforms: Vec<String>,
    names: BrandIndex,
    /// Whether each platform has names to imitate; a technical service has none.
    has_names: Vec<bool>,
    disabled: Vec<Detector>,
}

/// Prints lengths only.
impl std::fmt::Debug for Brands {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Brands").field("platforms", &self.platforms.len()).finish_non_exhaustive()
    }
}

#[derive(Clone, Debug, Default)]
struct DomainUse {
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
    /// Whether third parties can publish content on this host.
    pub open: bool,
    /// Whether the ownership has a source.
    pub confirmed: bool,
}

impl Owner {
    /// Whether only the platform itself can publish content on the host, by a sourced ownership.
    #[must_use]
    pub const fn is_official(&self) -> bool {
        self.confirmed && !self.open
    }
}

impl Brands {
    /// Prepares `brands`. Where two brands list a domain, the first owns it.
    #[must_use]
    pub fn new(brands: Vec<Brand>) -> Self {
        let mut prepared = Self::default();
        let (mut names, mut labels) = (Vec::new(), Vec::new());
        for (i, brand) in brands.into_iter().enumerate() {
            prepared.has_names.push(!brand.names.is_empty());
            if !brand.names.is_empty() {
                labels.extend(brand.domains.iter().map(|d| (d.domain.clone(), i)));
            }
            names.extend(brand.names.into_iter().map(|n| (n, i)));
            for BrandDomain { domain, role, open, confirmed } in brand.domains {
                prepared.domains.entry(domain).or_insert((i, DomainUse { role, open, confirmed }));
            }
            prepared.platforms.push(brand.platform);
        }
        prepared.names = BrandIndex::new(names, labels);
        prepared
    }

    /// The same brands without the detectors in `disabled`, to measure what each contributes.
    #[must_use]
    pub fn without_detectors(mut self, disabled: &[Detector]) -> Self {
        self.disabled = disabled.to_vec();
        self
    }

    /// The platform that `host`, in canonical form, imitates, and whether that is certain: false
    /// where the host may be a second domain of the platform. `None` also for every listed host.
    pub(crate) fn lookalike(&self, host: &str) -> Option<(&str, bool)> {
        if self.listed(host).is_some() {
            return None;
        }
        let owner_of =
            |domain: &str| self.domains.get(domain).map(|(i, _)| *i).filter(|i| self.has_names[*i]);
        let found = lookalike::detect(host, &self.names, &owner_of, &self.disabled)?;
        Some((self.platforms[found.platform].as_str(), found.certain))
    }

    /// The owner of `host`, in canonical form: that of its longest listed parent domain, or of the
    /// host itself. `None` where no brand lists it.
    #[must_use]
    pub fn owner(&self, host: &str) -> Option<Owner> {
        let (i, domain_use) = self.listed(host)?;
        let DomainUse { role, open, confirmed } = domain_use.clone();
        Some(Owner { platform: self.platforms[*i].clone(), role, open, confirmed })
    }

    /// The platform whose own domain stands whole in `host`, in front of another one:
    /// `taobao.com.bucket.example-store.com`. `None` for every host of that platform.
    pub(crate) fn domain_inside(&self, host: &str) -> Option<&str> {
        let labels: Vec<&str> = host.split('.').collect();
        let owner = self.listed(host).map(|(i, _)| *i);
        for from in 0..labels.len() {
            for to in from + 2..labels.len().min(from + MAX_DOMAIN_LABELS + 1) {
                // `example.com.cn` is a name on the suffix `com.cn`, not `example.com` in front of `cn`.
                if to + 1 == labels.len() && labels[to].len() == 2 {
                    continue;
                }
                let domain = labels[from..to].join(".");
                let found = self.domains.get(&domain);
                let imitated = found.map(|(i, _)| *i).filter(|i| self.has_names[*i]);
                if let Some(platform) = imitated.filter(|i| owner != Some(*i)) {
                    return Some(self.platforms[platform].as_str());
                }
            }
        }
        None
    }

    /// The platform whose domain `raw_host` shows to the eye: a capital I among small letters reads as
    /// a small L (`aIipay.com`).
    pub(crate) fn read_with_capitals(&self, raw_host: &str) -> Option<&str> {
        let mixed = raw_host.contains('I') && raw_host.contains(|c: char| c.is_ascii_lowercase());
        if !mixed || raw_host.len() > MAX_HOST_BYTES {
            return None;
        }
        let seen = raw_host.replace('I', "l").to_ascii_lowercase();
        let (platform, _) = self.listed(&seen)?;
        self.has_names[*platform].then(|| self.platforms[*platform].as_str())
    }

    /// The platform whose host is the first part of `path`: `/www.taobao.com/login`.
    pub(crate) fn domain_in_path(&self, path: &str) -> Option<&str> {
        let first = path.trim_start_matches('/').split('/').next()?;
        if !first.contains('.') || first.len() > MAX_HOST_BYTES {
            return None;
        }
        let (platform, _) = self.listed(&first.to_ascii_lowercase())?;
        self.has_names[*platform].then(|| self.platforms[*platform].as_str())
    }

    fn listed(&self, host: &str) -> Option<&(usize, DomainUse)> {
        let mut rest = host.strip_suffix('.').unwrap_or(host);
        loop {
            if let Some(found) = self.domains.get(rest) {
                return Some(found);
            }
            rest = &rest[memchr::memchr(b'.', rest.as_bytes())? + 1..];
        }
    }
}
