//! Classes of public suffixes: the crate's one table.
//!
//! Knows suffixes only, no brand. `yanka_types::public_suffix` has the list of all.

use crate::FastMap;
use std::sync::LazyLock;

/// How easily a third party registers a brand name under a public suffix.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum TldTier {
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
    pub(crate) fn of(suffix: &str) -> Self {
        TIERS.get(suffix).copied().unwrap_or(Self::Other)
    }
}

/// Whether the registry of `suffix` checks who registers, so that no third party gets a name there.
pub(crate) fn is_restricted(suffix: &str) -> bool {
    RESTRICTED.contains(&suffix)
}

/// Suffixes that messages write without a scheme, or with a spelled-out dot before them. After any
/// other one, a name in Chinese characters is a sentence with its full stop.
pub(crate) fn in_messages() -> impl Iterator<Item = &'static str> {
    TABLE.iter().flat_map(|row| row.in_messages).copied()
}

/// Suffixes under which brands hold the domains that imitations write out in front of their own:
/// `taobao.com.refund.top`.
pub(crate) const OF_BRANDS: &[&str] = &["com", "cn", "net", "com.cn", "net.cn"];

static TIERS: LazyLock<FastMap<&str, TldTier>> = LazyLock::new(|| {
    let suffixes = |row: &'static Row| row.in_messages.iter().chain(row.others);
    TABLE.iter().flat_map(|row| suffixes(row).map(|s| (*s, row.tier))).collect()
});

/// The suffixes of one tier, each once.
struct Row {
    tier: TldTier,
    /// Those of [`in_messages`].
    in_messages: &'static [&'static str],
    others: &'static [&'static str],
}

const TABLE: &[Row] = &[
    // Source: abuse reports by Spamhaus and Interisle.
    Row {
        tier: TldTier::LowCost,
        in_messages: &[
            "top", "xyz", "vip", "icu", "club", "shop", "site", "online", "cyou", "work", "fun",
            "live", "life", "link", "cc", "ltd", "wang", "store", "info",
        ],
        others: &[
            "buzz", "sbs", "cfd", "bond", "monster", "rest", "space", "website", "click", "lol",
            "quest", "pw", "tk", "ml", "ga", "cf", "gq", "ren", "ink", "red", "win", "bid", "loan",
            "men", "date", "stream", "download", "racing", "review", "party", "trade", "kim",
            "cam", "surf", "beauty", "hair", "skin", "makeup", "autos", "boats", "homes", "host",
            "ws", "pro", "mobi", "su", "rocks", "mom", "lat", "cash", "fund", "ooo", "uno",
        ],
    },
    Row {
        tier: TldTier::Legacy,
        in_messages: &[
            "com", "cn", "net", "org", "com.cn", "net.cn", "org.cn", "中国", "公司", "网络",
        ],
        others: &["biz"],
    },
    Row {
        tier: TldTier::Common,
        in_messages: &["co", "me", "io", "im", "tv", "app"],
        others: &["in", "dev", "name"],
    },
    Row {
        tier: TldTier::Other,
        in_messages: &[
            "one",
            "tech",
            "网址",
            "在线",
            "网店",
            "中文网",
            "商城",
            "我爱你",
            "集团",
            "手机",
            "信息",
        ],
        others: &[],
    },
];

const RESTRICTED: &[&str] =
    &["gov.cn", "edu.cn", "mil.cn", "ac.cn", "gov", "edu", "mil", "int", "政务", "公益"];

#[cfg(test)]
mod tests {
    use super::{OF_BRANDS, TABLE, TldTier};

    #[test]
    fn each_suffix_has_one_tier() {
        let all = TABLE.iter().flat_map(|row| row.in_messages.iter().chain(row.others));
        let mut all: Vec<_> = all.collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        assert!(OF_BRANDS.iter().all(|s| TldTier::of(s) == TldTier::Legacy));
    }
}
