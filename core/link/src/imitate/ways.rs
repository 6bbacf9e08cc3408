//! Decides, for each way of imitating, whether a host is an instance of it.

use super::Way;
use super::carried::carried;
use super::cover::covers;
use super::host::{Host, take_apart};
use super::index::{Class, Index, Met, Name};
use super::slips::Prefixes;
use super::spelling::spelling;
use super::{lexicon, look, pinyin};

/// What a host was found to imitate.
pub(crate) struct Imitated {
    /// Place of the platform.
    pub platform: usize,
    pub way: Way,
    /// False where it may as well be a second domain of the brand itself.
    pub sure: bool,
}

/// Looks for one way of imitating: the platform, and whether it is sure.
type Try<'a> = &'a dyn Fn() -> Option<(usize, bool)>;

/// What `host` imitates, and how; `host` is canonical and belongs to no brand.
///
/// `owned` says whether a name such as `taobao.com` is a brand's domain. Ways in `left_out` are not
/// tried: that is for measuring.
pub(crate) fn imitated(
    host: &str,
    index: &Index,
    owned: &dyn Fn(&str) -> Option<usize>,
    left_out: &[Way],
) -> Option<Imitated> {
    let host = take_apart(host, index)?;
    let sure = |platform| (platform, true);
    // The quick ones first; most hosts pass all of them.
    let tries: [(Way, Try<'_>); 8] = [
        (Way::SubDomain, &|| sub_domain(&host, index, owned).map(sure)),
        (Way::Suffix, &|| other_suffix(&host, index)),
        (Way::Lure, &|| lure(&host, index)),
        (Way::Affix, &|| affix(&host, index).map(sure)),
        (Way::Letters, &|| letters(&host, index).map(sure)),
        (Way::StandIns, &|| stand_ins(&host, index).map(sure)),
        (Way::Spelling, &|| spelling(&host, index).map(sure)),
        (Way::Carried, &|| carried(&host, index, owned)),
    ];
    let mut doubtful = None;
    for (way, attempt) in tries {
        if left_out.contains(&way) {
            continue;
        }
        let Some((platform, sure)) = attempt() else { continue };
        let found = Imitated { platform, way, sure };
        if sure {
            return Some(found);
        }
        doubtful = doubtful.or(Some(found));
    }
    doubtful
}

/// `www.taobao.com.host.top`, `jd.com-refund.xyz`, `jd-com.host.top`, `taobao.kefu-1.top`.
fn sub_domain(host: &Host, index: &Index, owned: &dyn Fn(&str) -> Option<usize>) -> Option<usize> {
    // Shorter ones, such as `t.cn`, turn up by chance.
    let telling = |domain: &str| (domain.len() >= 5).then(|| owned(domain)).flatten();
    let subs = host.subs();
    for i in 0..subs.len() {
        for end in i + 2..=(i + 3).min(subs.len()) {
            let texts: Vec<&str> = subs[i..end].iter().map(|l| l.text.as_ref()).collect();
            if let Some(platform) = telling(&texts.join(".")) {
                return Some(platform);
            }
        }
        // The suffix of the brand's domain is glued to the next label.
        for glued in ["com", "cn", "net", "com.cn", "net.cn"] {
            let mut parts = glued.rsplit('.');
            let last = parts.next().unwrap_or("");
            let second = parts.next();
            let whole = second.is_none_or(|s| subs.get(i + 1).is_some_and(|l| l.text == s));
            let next = host.labels.get(i + 1 + usize::from(second.is_some()));
            let rest = next.and_then(|l| l.text.strip_prefix(last));
            if whole
                && rest.is_some_and(|r| r.starts_with('-'))
                && let Some(platform) = telling(&format!("{}.{glued}", subs[i].text))
            {
                return Some(platform);
            }
        }
    }
    for label in &host.labels {
        if let Some(platform) = hyphenated_domain(&label.text, &telling) {
            return Some(platform);
        }
    }
    let first = subs.iter().find(|l| !matches!(l.text.as_ref(), "www" | "m" | "h5" | "wap"))?;
    let name = index.name(&first.text)?;
    let own = host.labels.last()?;
    let covers = covers(&own.text, &own.met, index);
    let lures = |strong| covers.iter().any(|c| c.is_lure(strong));
    let telling = match name.class {
        Class::Coined | Class::House | Class::Office | Class::Chinese | Class::Digits => {
            lures(true) || ((host.cheap || host.common) && lures(false))
        }
        Class::Domain => false,
        Class::Middling | Class::Weak => lures(true),
    };
    telling.then_some(name.platform)
}

/// `www-taobao-com`, `m-sf-express-com-cn`: a brand's domain with hyphens for dots.
fn hyphenated_domain(label: &str, telling: &dyn Fn(&str) -> Option<usize>) -> Option<usize> {
    let known = || ["-com", "-cn", "-net"].iter().any(|s| label.contains(s));
    if !label.contains('-') || !label.is_ascii() || !known() {
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
fn other_suffix(host: &Host, index: &Index) -> Option<(usize, bool)> {
    let name = index.name(&host.labels.last()?.text)?;
    let sure = host.cheap && name.class != Class::Office;
    let telling = match name.class {
        Class::Coined | Class::House | Class::Office | Class::Chinese => {
            host.cheap || (host.common && !host.taken)
        }
        Class::Middling | Class::Domain => host.cheap,
        Class::Digits => host.cheap && name.text.len() >= 5,
        Class::Weak => false,
    };
    telling.then_some((name.platform, sure))
}

/// `taobaokefu`, `jd-tuikuan-01`, in any label; and whether it cannot be the brand's own.
fn lure(host: &Host, index: &Index) -> Option<(usize, bool)> {
    let mut doubtful = None;
    for label in &host.labels {
        // Without a lure only a long name counts, on a cheap suffix, or two names.
        let long =
            |(n, _): (&Name, &Met)| matches!(n.class, Class::Coined | Class::House | Class::Office);
        let mut names = label.names(index).peekable();
        if names.peek().is_none() {
            continue;
        }
        // A name that holds a lure itself, such as `wechatpay`, is not a name beside one.
        let is_name = index.name(&label.text).is_some();
        let several = label.names(index).nth(1).is_some();
        if is_name || !(label.has_lure() || several || host.cheap && names.any(long)) {
            continue;
        }
        for cover in covers(&label.text, &label.met, index) {
            if !cover.imitates(&label.text, index, host.cheap) {
                continue;
            }
            let Some(platform) = cover.name.map(|i| index.names[i].platform) else { continue };
            if (host.cheap || !cover.may_be_own()) && cover.is_sure(index) {
                return Some((platform, true));
            }
            doubtful = doubtful.or(Some((platform, false)));
        }
    }
    doubtful
}

/// `taobao-xh3.top`, `xh3taobao.top`.
fn affix(host: &Host, index: &Index) -> Option<usize> {
    if !host.cheap {
        return None;
    }
    let own = host.labels.last()?;
    let label = own.text.as_ref();
    own.names(index)
        .find(|(name, met)| {
            // Houses name their own sites so: `tencentwemeet`.
            let alone = || !label.as_bytes().get(met.end).is_some_and(|b| b.is_ascii_alphabetic());
            (name.class == Class::Coined || (name.class == Class::House && alone()))
                && stands_apart(label, name, met.start, met.end)
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
    host.labels.iter().map(|l| &l.text).filter(|l| !l.is_ascii()).find_map(|label| {
        let look = look::ascii_look(label);
        if look == label.as_ref() || !look.is_ascii() {
            return None;
        }
        let is_word = |name: &Name, start: usize, end: usize| {
            let open = |c: Option<&u8>| c.is_none_or(|c| !c.is_ascii_alphanumeric());
            let before = start.checked_sub(1).and_then(|i| look.as_bytes().get(i));
            name.text.len() >= 6 || (open(before) && open(look.as_bytes().get(end)))
        };
        let met = index.meet(&look);
        let names = met.iter().filter_map(|m| m.name.map(|i| (&index.names[i], m)));
        let exact = { names }.find(|(n, m)| is_word(n, m.start, m.end)).map(|(n, _)| n.platform);
        let covered = || {
            let ways = covers(&look, &met, index);
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
        let near = || {
            let prefixes = Prefixes::of(&look);
            index
                .near(&look, &prefixes, (0, look.len()))
                .find(|n| n.class != Class::Weak)
                .map(|n| n.platform)
        };
        exact.or_else(covered).or_else(folded).or_else(near)
    })
}

/// Digits and letter pairs that pass for the name's letters: `ta0bao`, `vveixin`.
fn stand_ins(host: &Host, index: &Index) -> Option<usize> {
    let labels = host.labels.iter().map(|l| l.text.as_ref());
    labels.filter(|l| look::has_stand_in(l)).find_map(|label| {
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
