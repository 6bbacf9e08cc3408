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
    taken: bool,
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
    Some(Host {
        labels,
        cheap: index.is_cheap(suffix),
        common: index.is_common(suffix),
        taken: lexicon::TAKEN.contains(&suffix),
    })
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
    // Shorter ones, such as `t.cn`, turn up by chance.
    let telling = |domain: &str| (domain.len() >= 5).then(|| owned(domain)).flatten();
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
    let lures = |strong| covers(host.registrable(), index).iter().any(|c| c.is_lure(strong));
    let first = subs.iter().find(|l| !matches!(l.as_ref(), "www" | "m" | "h5" | "wap"))?;
    let name = index.name(first)?;
    let telling = match name.class {
        Class::Coined | Class::House | Class::Chinese | Class::Digits => {
            lures(true) || ((host.cheap || host.common) && lures(false))
        }
        Class::Domain => false,
        Class::Middling | Class::Weak => lures(true),
    };
    telling.then_some(name.platform)
}

/// `www-taobao-com`, `m-sf-express-com-cn`: a brand's domain with hyphens for dots.
fn hyphenated_domain(label: &str, telling: &dyn Fn(&str) -> Option<usize>) -> Option<usize> {
    let known = ["-com", "-cn", "-net"].iter().any(|s| label.contains(s));
    if !known || !label.is_ascii() {
        return None;
    }
    let parts: Vec<&str> = label.split('-').take(8).collect();
    let ends = (1..parts.len()).filter(|i| matches!(parts[*i], "com" | "cn" | "net"));
    ends.flat_map(|end| (0..end).map(move |start| (start, end))).find_map(|(start, end)| {
        let name = parts[start..end].join("-");
        // `vip-com` is an ordinary label; `www-vip-com` is not.
        let is_plain = lexicon::ORDINARY.contains(&name.as_str()) || name.len() < 3;
        let led_in = start > 0 && matches!(parts[start - 1], "www" | "m" | "h5" | "wap");
        (!is_plain || led_in).then(|| telling(&format!("{name}.{}", parts[end]))).flatten()
    })
}

/// `taobao.top`; not another country's `amazon.de`.
fn other_suffix(host: &Host, index: &Index) -> Option<usize> {
    let name = index.name(host.registrable())?;
    let telling = match name.class {
        Class::Coined | Class::House | Class::Chinese => host.cheap || (host.common && !host.taken),
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
        let found = covers.iter().find(|c| c.imitates(label, index, host.cheap))?;
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
            let apart = stands_apart(label, name, *start, *end);
            // Houses name their own sites so: `tencentwemeet`.
            let alone = || !label.as_bytes().get(*end).is_some_and(|b| b.is_ascii_alphabetic());
            apart && (name.class == Class::Coined || (name.class == Class::House && alone()))
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
                .find(|c| c.imitates(&look, index, true))
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
    "wechart",
    "westchat",
    "allpay",
    "airpay",
    "epay",
    "unionplay",
    "tenplay",
    "onepay",
    "ebank",
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
        && (host.cheap || !host.taken)
    {
        return Some(name.platform);
    }
    std::iter::once(label)
        .chain(label.split('-').filter(|part| part.len() < label.len()))
        .find_map(|part| misspelt(part, host, index))
        .or_else(|| misspelt_beside_lure(label, index))
}

fn misspelt(part: &str, host: &Host, index: &Index) -> Option<usize> {
    if NOT_MISSPELT.contains(&part) || index.word(part).is_some() {
        return None;
    }
    let is_pinyin = pinyin::reads(part);
    let fits = |name: &&Name| {
        let stem = stem(name, part);
        // On the old suffixes six letters that differ by one are anybody's name, unless the same
        // letters are only doubled or swapped.
        let same_letters = part.bytes().all(|b| name.text.as_bytes().contains(&b))
            && part.len() >= name.text.len();
        let long =
            stem >= 7 || (stem >= 5 && (!host.taken || same_letters)) || (stem >= 3 && host.cheap);
        long && (!is_pinyin || name.text.len() >= 9)
    };
    index.near(part).find(fits).map(|n| n.platform)
}

/// Letters of `name` before an ending that many names share, if `part` has that ending too.
fn stem(name: &Name, part: &str) -> usize {
    let same_end = |e: &&&str| name.text.ends_with(**e) && part.ends_with(**e);
    name.text.len() - lexicon::SHARED_ENDINGS.iter().find(same_end).map_or(0, |e| e.len())
}

/// `taobo-kefu`, `kefu-taobo`, `taobokefu`: beside a lure even good pinyin is a slip of the brand,
/// if the lure is the scam's own.
fn misspelt_beside_lure(label: &str, index: &Index) -> Option<usize> {
    let near = |part: &str, lure: &str| {
        let name = index.near(part).find(|n| stem(n, part) >= 3)?;
        let strong = pinyin::reads(part) || NOT_MISSPELT.contains(&part);
        let is_lure = covers(lure.trim_matches('-'), index).iter().any(|c| c.is_lure(strong));
        is_lure.then_some(name.platform)
    };
    // Where the name itself stands, nothing is misspelt.
    let has_name =
        || index.inside(label).any(|(n, ..)| matches!(n.class, Class::Coined | Class::House));
    if !label.is_ascii() || label.len() > 40 || has_name() {
        return None;
    }
    (5..label.len().saturating_sub(2)).find_map(|cut| {
        let (left, right) = (&label[..cut], &label[cut..]);
        near(left.trim_end_matches('-'), right)
            .or_else(|| near(right.trim_start_matches('-'), left))
    })
}
