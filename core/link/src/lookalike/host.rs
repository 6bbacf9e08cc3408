//! Splits a host into labels and public suffix, and finds the known words in each label.
//!
//! Decides nothing about imitation.

use super::index::{BrandIndex, BrandName, Match};
use super::lures::{self, Lure};
use crate::suffixes::{self, TldTier};
use std::borrow::Cow;
use yanka_types::public_suffix;

/// A host, split.
pub(super) struct Host<'a> {
    /// Labels before the suffix, leftmost first; the last is the registrable one.
    pub labels: Vec<Label<'a>>,
    /// The public suffix.
    pub suffix: &'a str,
    pub tier: TldTier,
}

/// A label and the known words in it.
pub(super) struct Label<'a> {
    /// In Unicode form.
    pub text: Cow<'a, str>,
    pub matches: Vec<Match>,
}

/// The brand that a host imitates.
pub(crate) struct Lookalike {
    /// Index of the platform.
    pub platform: usize,
    /// False where the host may be a second domain of the brand itself, and for public offices.
    pub certain: bool,
}

impl Label<'_> {
    /// The names in the label, each with its match.
    pub fn names<'a>(
        &'a self,
        index: &'a BrandIndex,
    ) -> impl Iterator<Item = (&'a BrandName, &'a Match)> {
        self.matches.iter().filter_map(|m| m.name.map(|i| (&index.names[i], m)))
    }

    /// Whether the label contains a lure that is more than a filler.
    pub fn has_lure(&self) -> bool {
        let counted = lures::ANY | Lure::Abbreviation.bit();
        self.matches.iter().any(|m| m.word.is_some_and(|w| w.lures & counted != 0))
    }
}

impl<'a> Host<'a> {
    /// Splits `host`, in canonical form.
    ///
    /// `None` for a restricted suffix, where no third party can register, and for a bare suffix.
    pub fn split(host: &'a str, index: &BrandIndex) -> Option<Self> {
        let host = host.strip_suffix('.').unwrap_or(host);
        let suffix = public_suffix::suffix(host)?;
        if suffixes::is_restricted(suffix) {
            return None;
        }
        let labels = host.get(..host.len().checked_sub(suffix.len() + 1)?)?;
        let labels = labels
            .split('.')
            .map(|l| {
                let text: Cow<str> = crate::script::decode_punycode(l).map_or(l.into(), Into::into);
                let matches = index.find_all(&text);
                Label { text, matches }
            })
            .collect();
        Some(Host { labels, suffix, tier: TldTier::of(suffix) })
    }
}

impl Host<'_> {
    /// Whether the suffix is a low-cost one.
    pub fn is_low_cost(&self) -> bool {
        self.tier == TldTier::LowCost
    }

    /// Labels before the registrable one.
    pub fn subdomains(&self) -> &[Label<'_>] {
        self.labels.split_last().map_or(&[], |(_, subdomains)| subdomains)
    }
}
