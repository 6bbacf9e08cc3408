//! Decides, for each way of imitating, whether a host is an instance of it.

use super::Way;
use super::cover::covers;
use super::index::{Class, Index, Name};
use super::{lexicon, look, pinyin};

/// A host taken apart.
struct Host<'a> {
    /// Labels left of the suffix, leftmost first, in Unicode form; the last is the registrable one.
    labels: Vec<std::borrow::Cow<'a, str>>,
    cheap: bool,
    common: bool,
}

/// The platform that `host` imitates, and how; `host` is canonical and belongs to no brand.
///
/// `owned` says whether a name such as `taobao.com` is a brand's domain. Ways in `left_out` are not
/// tried: that is for measuring.
pub(in crate::link) fn imitated(
    host: &str,
    index: &Index,
    owned: &dyn Fn(&str) -> Option<usize>,
    left_out: &[Way],
) -> Option<(usize, Way)> {
    let host = take_apart(host, index)?;
    let tries: [(Way, &dyn Fn() -> Option<usize>); 7] = [
        (Way::SubDomain, &|| sub_domain(&host, index, owned)),
        (Way::Suffix, &|| other_suffix(&host, index)),
        (Way::Lure, &|| lure(&host, index)),
        (Way::Affix, &|| affix(&host, index)),
        (Way::Letters, &|| letters(&host, index)),
        (Way::StandIns, &|| stand_ins(&host, index)),
        (Way::Spelling, &|| spelling(&host, index)),
    ];
    tries
        .into_iter()
        .filter(|(way, _)| !left_out.contains(way))
        .find_map(|(way, attempt)| attempt().map(|platform| (platform, way)))
}

fn take_apart<'a>(host: &'a str, index: &Index) -> Option<Host<'a>> {
    let host = host.strip_suffix('.').unwrap_or(host);
    let suffix = psl::suffix_str(host)?;
    if lexicon::CHECKED.contains(&suffix) {
        return None;
    }
    let labels = host.get(..host.len().checked_sub(suffix.len() + 1)?)?;
    let labels = labels
        .split('.')
        .map(|l| crate::link::script::unicode(l).map_or(l.into(), Into::into))
        .collect();
    Some(Host { labels, cheap: index.is_cheap(suffix), common: index.is_common(suffix) })
}

impl Host<'_> {
    fn registrable(&self) -> &str {
        self.labels.last().map_or("", |l| l)
    }

    fn subs(&self) -> &[std::borrow::Cow<'_, str>] {
        self.labels.split_last().map_or(&[], |(_, subs)| subs)
    }
}

/// `www.taobao.com.host.top`, `jd.com-refund.xyz`, `jd-com.host.top`, `taobao.kefu-1.top`.
fn sub_domain(host: &Host, index: &Index, owned: &dyn Fn(&str) -> Option<usize>) -> Option<usize> {
    let telling = |domain: &str| {
        let label = domain.split('.').next().unwrap_or("");
        let weak = lexicon::ORDINARY.contains(&label) || label.len() < 2;
        (!weak).then(|| owned(domain)).flatten()
    };
    let subs = host.subs();
    for i in 0..subs.len() {
        for end in i + 2..=(i + 3).min(subs.len()) {
            if let Some(platform) = telling(&subs[i..end].join(".")) {
                return Some(platform);
            }
        }
        // The suffix of the brand's domain is glued to the next label.
        let next = &host.labels[i + 1];
        for glued in ["com", "cn", "net"] {
            let is_glued = next.strip_prefix(glued).is_some_and(|r| r.starts_with('-'));
            if is_glued && let Some(platform) = telling(&format!("{}.{glued}", subs[i])) {
                return Some(platform);
            }
        }
    }
    for label in &host.labels {
        if let Some(platform) = hyphenated_domain(label, &telling) {
            return Some(platform);
        }
    }
    let registrable_lures =
        || covers(host.registrable(), index).iter().any(super::cover::Cover::is_lure);
    let first = subs.iter().find(|l| !matches!(l.as_ref(), "www" | "m" | "h5" | "wap"))?;
    let name = index.name(first)?;
    let telling = match name.class {
        Class::Coined | Class::Chinese => host.cheap || registrable_lures(),
        Class::Domain => false,
        _ => registrable_lures(),
    };
    telling.then_some(name.platform)
}

/// `www-taobao-com`: a brand's domain with hyphens for dots.
fn hyphenated_domain(label: &str, telling: &dyn Fn(&str) -> Option<usize>) -> Option<usize> {
    if !label.contains('-') || !label.is_ascii() {
        return None;
    }
    let parts: Vec<&str> = label.split('-').take(8).collect();
    (0..parts.len()).find_map(|i| {
        (i + 2..=(i + 3).min(parts.len())).find_map(|end| {
            let domain = parts[i..end].join(".");
            (domain.len() >= 6).then(|| telling(&domain)).flatten()
        })
    })
}

/// `taobao.top`; not another country's `amazon.de`.
fn other_suffix(host: &Host, index: &Index) -> Option<usize> {
    let name = index.name(host.registrable())?;
    let telling = match name.class {
        Class::Coined | Class::Chinese => host.cheap || host.common,
        Class::Middling | Class::Domain => host.cheap,
        Class::Digits => host.cheap && name.text.len() >= 5,
        Class::Weak => false,
    };
    telling.then_some(name.platform)
}

/// `taobaokefu`, `jd-tuikuan-01`, in any label.
fn lure(host: &Host, index: &Index) -> Option<usize> {
    host.labels.iter().find_map(|label| {
        let hit = index.inside(label).next()?;
        let covers = covers(label, index);
        let found = covers.iter().find(|c| c.imitates(index, host.cheap))?;
        found.name.map(|i| index.names[i].platform).or(Some(hit.0.platform))
    })
}

/// `taobao-xh3.top`, `xh3taobao.top`.
fn affix(host: &Host, index: &Index) -> Option<usize> {
    if !host.cheap {
        return None;
    }
    let label = host.registrable();
    index
        .inside(label)
        .find(|(name, start, end)| {
            name.class == Class::Coined && stands_apart(label, name, *start, *end)
        })
        .map(|(name, ..)| name.platform)
}

/// Whether the name at `start..end` is a word of its own and not a piece of other pinyin.
fn stands_apart(label: &str, name: &Name, start: usize, end: usize) -> bool {
    let open = |c: Option<u8>| c.is_none_or(|c| !c.is_ascii_alphabetic());
    let before = start.checked_sub(1).map(|i| label.as_bytes()[i]);
    let after = label.as_bytes().get(end).copied();
    if open(before) && open(after) {
        return true;
    }
    if !open(before) && !open(after) {
        return false;
    }
    // `weixing` is wei-xing, not weixin and g.
    !(name.is_pinyin && pinyin::reads(label))
        || (open(before)
            && !matches!(after, Some(b'g' | b'n' | b'r' | b'a' | b'e' | b'i' | b'o' | b'u')))
}

/// Letters of another script that look like the name's.
fn letters(host: &Host, index: &Index) -> Option<usize> {
    host.labels.iter().filter(|l| !l.is_ascii()).find_map(|label| {
        let look = look::ascii_look(label);
        if look == label.as_ref() || !look.is_ascii() {
            return None;
        }
        let is_word = |name: &Name, start: usize, end: usize| {
            let open = |c: Option<&u8>| c.is_none_or(|c| !c.is_ascii_alphanumeric());
            let before = start.checked_sub(1).and_then(|i| look.as_bytes().get(i));
            name.text.len() >= 6 || (open(before) && open(look.as_bytes().get(end)))
        };
        let exact =
            index.inside(&look).find(|(n, s, e)| is_word(n, *s, *e)).map(|(n, ..)| n.platform);
        let covered = || {
            let ways = covers(&look, index);
            ways.iter()
                .find(|c| c.imitates(index, true))
                .and_then(|c| c.name)
                .map(|i| index.names[i].platform)
        };
        let folded = || {
            let folded = look::fold(&look);
            index
                .looks(&folded)
                .find(|(n, s, e)| n.text.len() >= 6 || e - s == folded.len())
                .map(|(n, ..)| n.platform)
        };
        exact
            .or_else(covered)
            .or_else(folded)
            .or_else(|| index.near(&look).next().map(|n| n.platform))
    })
}

/// Digits and letter pairs that pass for the name's letters: `ta0bao`, `vveixin`.
fn stand_ins(host: &Host, index: &Index) -> Option<usize> {
    host.labels.iter().filter(|l| look::has_stand_in(l)).find_map(|label| {
        let (folded, from) = look::fold_with_places(label);
        index.looks(&folded).find_map(|(name, start, end)| {
            let raw = label.get(from[start]..from[end])?;
            let digits = |s: &str| s.bytes().filter(u8::is_ascii_digit).count();
            let differs = digits(raw) != digits(&name.text) || raw.len() != name.text.len();
            let open = |c: Option<u8>| c.is_none_or(|c| !c.is_ascii_alphabetic());
            let before = from[start].checked_sub(1).map(|i| label.as_bytes()[i]);
            let after = label.as_bytes().get(from[end]).copied();
            let is_word = open(before) && open(after);
            let fits = match name.class {
                Class::Coined => open(before) || open(after),
                Class::Digits => before.is_none() && after.is_none_or(|c| c == b'-'),
                _ => is_word,
            };
            (differs && fits && raw != name.text).then_some(name.platform)
        })
    })
}

/// Ordinary words one letter away from a brand's name.
const NOT_MISSPELT: &[&str] = &[
    "webchat",
    "rechat",
    "allpay",
    "airpay",
    "alphay",
    "unionplay",
    "alibabas",
    "tencents",
    "westchat",
    "wechart",
    "amazons",
    "amazone",
    "amazonia",
    "simazon",
    "tenplay",
    "tempay",
    "tapay",
    "onepay",
    "telegrams",
    "teleram",
];

/// One slip of the hand away from a long name, and no word of its own.
fn spelling(host: &Host, index: &Index) -> Option<usize> {
    if !host.cheap && !host.common {
        return None;
    }
    let label = host.registrable();
    let joined = label.replace('-', "");
    if joined.len() != label.len()
        && let Some(name) = index.name(&joined)
        && name.class == Class::Coined
        && (host.cheap || !name.is_pinyin || name.text.len() >= 8)
    {
        return Some(name.platform);
    }
    std::iter::once(label)
        .chain(label.split('-').filter(|part| part.len() < label.len()))
        .find_map(|part| misspelt(part, label, index))
        .or_else(|| misspelt_beside_lure(label, index))
}

fn misspelt(part: &str, label: &str, index: &Index) -> Option<usize> {
    let own_word = NOT_MISSPELT.contains(&part) || index.word(part).is_some();
    if own_word || pinyin::reads(part) {
        return None;
    }
    let whole = part.len() == label.len();
    index
        .near(part)
        .find(|n| match n.class {
            Class::Coined => true,
            Class::Domain => whole && n.text.len() >= 8,
            _ => false,
        })
        .map(|n| n.platform)
}

/// `taobo-kefu`, `kefu-taobo`, `taobokefu`: beside a lure even good pinyin is a slip of the brand.
fn misspelt_beside_lure(label: &str, index: &Index) -> Option<usize> {
    let is_lure =
        |part: &str| covers(part.trim_matches('-'), index).iter().any(super::cover::Cover::is_lure);
    let near = |part: &str| {
        index
            .near(part)
            .find(|n| matches!(n.class, Class::Coined | Class::Weak))
            .map(|n| n.platform)
    };
    if !label.is_ascii() || label.len() > 40 {
        return None;
    }
    (5..label.len().saturating_sub(3)).find_map(|cut| {
        let (left, right) = (&label[..cut], &label[cut..]);
        let head = near(left.trim_end_matches('-')).filter(|_| is_lure(right));
        head.or_else(|| near(right.trim_start_matches('-')).filter(|_| is_lure(left)))
    })
}
