//! Sorts public suffixes by how easily a third party registers a brand name under them.
//!
//! Knows suffixes only, no brand.

use crate::FastMap;
use std::sync::LazyLock;

/// How open a public suffix is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TldTier {
    /// Registration costs next to nothing, and abuse reports list the suffix: `top`, `xyz`.
    LowCost,
    /// Brands have long registered their own names here: `com`, `cn`. A brand name alone proves
    /// nothing.
    Legacy,
    /// Open to everybody and in common use: `io`, `me`.
    Common,
    /// Any other suffix, mostly those of countries.
    Other,
}

impl TldTier {
    /// The tier of `suffix`, a public suffix in lower case.
    pub fn of(suffix: &str) -> Self {
        TIERS.get(suffix).copied().unwrap_or(Self::Other)
    }
}

/// Whether the registry of `suffix` checks who registers, so that no third party gets a name there.
pub(super) fn is_restricted(suffix: &str) -> bool {
    RESTRICTED.contains(&suffix)
}

static TIERS: LazyLock<FastMap<&str, TldTier>> = LazyLock::new(|| {
    let tier = |list: &'static [&'static str], tier| list.iter().map(move |s| (*s, tier));
    tier(COMMON, TldTier::Common)
        .chain(tier(LEGACY, TldTier::Legacy))
        .chain(tier(LOW_COST, TldTier::LowCost))
        .collect()
});

/// Source: abuse reports by Spamhaus and Interisle.
const LOW_COST: &[&str] = &[
    "top", "xyz", "vip", "icu", "club", "shop", "site", "online", "cyou", "buzz", "sbs", "cfd",
    "bond", "monster", "rest", "work", "fun", "live", "life", "space", "website", "click", "link",
    "lol", "quest", "pw", "cc", "tk", "ml", "ga", "cf", "gq", "ltd", "wang", "ren", "ink", "red",
    "win", "bid", "loan", "men", "date", "stream", "download", "racing", "review", "party",
    "trade", "kim", "cam", "surf", "beauty", "hair", "skin", "makeup", "autos", "boats", "homes",
    "host", "store", "info", "ws", "pro", "mobi", "su", "rocks", "mom", "lat", "cash", "fund",
    "ooo", "uno",
];

const LEGACY: &[&str] =
    &["com", "cn", "net", "org", "com.cn", "net.cn", "org.cn", "biz", "中国", "公司", "网络"];

const COMMON: &[&str] = &["co", "me", "io", "in", "im", "tv", "app", "dev", "name"];

const RESTRICTED: &[&str] =
    &["gov.cn", "edu.cn", "mil.cn", "ac.cn", "gov", "edu", "mil", "int", "政务", "公益"];
