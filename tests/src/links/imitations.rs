//! Makes hosts that imitate brands, one kind of imitation after the other.
//!
//! Takes names and domains as input and does not depend on the detectors. A kind whose
//! only evidence would be a short or ordinary word (`apple.top`) is not made of such a word: there
//! nobody could tell an imitation from somebody's own name.

use yanka::link::Brand;

use super::Random;
use super::letters::{FOREIGN, NEIGHBOURS};
use super::words::{ENGLISH, LURES, PINYIN, SCAM_SUFFIXES};
use crate::data::hash;

/// What can be imitated.
pub struct Original {
    /// Id of its platform.
    pub id: String,
    /// Names in Latin letters or digits.
    pub names: Vec<String>,
    /// Domains it owns.
    pub domains: Vec<String>,
}

impl Original {
    /// What can be imitated of `brand`; names in Chinese have kinds of their own.
    #[must_use]
    pub fn of(brand: &Brand) -> Self {
        let names = brand.names.iter().filter(|n| n.is_ascii()).cloned().collect();
        let id = brand.platform.clone();
        Self { id, names, domains: brand.domains.iter().map(|d| d.domain.clone()).collect() }
    }
}

/// A made-up host.
pub struct Imitation {
    /// The host, foreign letters as such.
    pub host: String,
    /// Which kind of imitation it is, one of [`KINDS`].
    pub kind: &'static str,
}

/// Makes one host, where the kind fits the name.
pub type Maker = fn(&mut Random, &Original, &str) -> Option<String>;

/// Kinds of imitation and how each is made.
pub const KINDS: &[(&str, Maker)] = &[
    ("foreign letters", foreign_letters),
    ("digits for letters", digits_for_letters),
    ("slip of the hand", typo),
    ("slip beside a lure", typo_with_lure),
    ("name and lure, hyphen", lure_hyphen),
    ("name and lure, one word", lure_word),
    ("lure in the sub-domain", lure_sub_domain),
    ("domain as sub-domain", domain_as_sub_domain),
    ("domain glued with a hyphen", domain_glued),
    ("name as sub-domain of a lure", name_over_lure),
    ("name on another suffix", other_suffix),
    ("name beside anything, cheap suffix", beside_anything),
];

/// Imitations of `originals`: `tries` of each kind for each name, of which those count that fit it.
///
/// The hosts of a name depend on the brand's id and the name alone: a new brand leaves all others
/// as they are.
#[must_use]
pub fn hosts(seed: u64, tries: usize, originals: &[Original]) -> Vec<Imitation> {
    of_kinds(KINDS, seed, tries, originals)
}

/// As [`hosts`], of `kinds`.
pub(super) fn of_kinds(
    kinds: &[(&'static str, Maker)],
    seed: u64,
    tries: usize,
    originals: &[Original],
) -> Vec<Imitation> {
    let mut made = Vec::new();
    for (kind, make) in kinds {
        for original in originals {
            for name in &original.names {
                let key = format!("{seed} {kind} {} {name}", original.id);
                let mut random = Random::new(hash(&key));
                let hosts = (0..tries).filter_map(|_| make(&mut random, original, name));
                let foreign = hosts.filter(|host| !is_own(host, originals));
                made.extend(foreign.map(|host| Imitation { host, kind }));
            }
        }
    }
    made
}

fn is_own(host: &str, originals: &[Original]) -> bool {
    let below =
        |d: &String| host == d || host.strip_suffix(d.as_str()).is_some_and(|h| h.ends_with('.'));
    originals.iter().any(|o| o.domains.iter().any(below))
}

/// Names that are ordinary words, or other companies' names as well, or under six letters.
const ORDINARY: &[&str] = &[
    "apple",
    "amazon",
    "pingan",
    "cainiao",
    "suning",
    "shunfeng",
    "zhongtong",
    "yuantong",
    "shentong",
    "debang",
    "yinlian",
    "youzheng",
    "tongcheng",
    "feizhu",
    "dangdang",
    "xiecheng",
    "xianyu",
    "tianmao",
    "huawei",
    "xiaomi",
    "jinrong",
    "shansong",
    "fengchao",
    "guoguo",
    "deppon",
    "netease",
    "chinapost",
    "baitiao",
    "mybank",
];

fn is_distinctive(name: &str) -> bool {
    name.len() >= 6 && !ORDINARY.contains(&name) && !is_number(name)
}

fn is_number(name: &str) -> bool {
    name.bytes().all(|b| b.is_ascii_digit())
}

fn foreign_letters(random: &mut Random, _: &Original, name: &str) -> Option<String> {
    if is_number(name) || name.len() < 4 {
        return None;
    }
    let chars: Vec<char> = name.chars().collect();
    let at = random.under(chars.len());
    let swap = |random: &mut Random, c: char| {
        let choices: Vec<char> = FOREIGN.iter().find(|f| f.0 == c)?.1.chars().collect();
        Some(choices[random.under(choices.len())])
    };
    let mut written = chars.clone();
    written[at] = swap(random, chars[at])?;
    if random.chance(1, 3)
        && let Some(second) = swap(random, chars[(at + 2) % chars.len()])
    {
        written[(at + 2) % chars.len()] = second;
    }
    let label: String = written.into_iter().collect();
    let lure = if random.chance(1, 3) { format!("-{}", random.one(LURES)) } else { String::new() };
    Some(format!("{label}{lure}.{}", random.one(SCAM_SUFFIXES)))
}

fn digits_for_letters(random: &mut Random, _: &Original, name: &str) -> Option<String> {
    if name.len() < 5 {
        return None;
    }
    let pairs: &[(&str, &str)] = match is_number(name) {
        true => &[("0", "o"), ("1", "l"), ("1", "i"), ("5", "s")],
        false => &[
            ("o", "0"),
            ("i", "1"),
            ("l", "1"),
            ("s", "5"),
            ("e", "3"),
            ("a", "4"),
            ("g", "9"),
            ("w", "vv"),
            ("m", "rn"),
            ("b", "8"),
            ("z", "2"),
            ("t", "7"),
        ],
    };
    let fitting: Vec<&(&str, &str)> = pairs.iter().filter(|p| name.contains(p.0)).collect();
    let (from, to) = fitting.get(random.under(fitting.len()))?;
    let label = match random.chance(1, 3) {
        true => name.replace(from, to),
        false => name.replacen(from, to, 1),
    };
    let lure = if random.chance(1, 3) { format!("-{}", random.one(LURES)) } else { String::new() };
    Some(format!("{label}{lure}.{}", random.one(SCAM_SUFFIXES)))
}

fn with_typo(random: &mut Random, name: &str) -> Option<String> {
    let mut chars: Vec<char> = name.chars().collect();
    let at = random.under(chars.len());
    match random.under(5) {
        0 => {
            chars.remove(at);
        }
        1 => chars.insert(at, chars[at]),
        2 if at + 1 < chars.len() && chars[at] != chars[at + 1] => chars.swap(at, at + 1),
        3 => chars[at] = random.one(&["a", "e", "i", "o", "u"]).chars().next()?,
        _ => {
            let near: Vec<char> = NEIGHBOURS.iter().find(|n| n.0 == chars[at])?.1.chars().collect();
            chars[at] = near[random.under(near.len())];
        }
    }
    let with_typo: String = chars.into_iter().collect();
    (with_typo != name).then_some(with_typo)
}

/// Whether `text` cuts into common syllables: then it is as likely a real name as a typo. Does not use
/// the core's table of syllables, so that a mistake in that one is measured.
fn reads_as_pinyin(text: &str) -> bool {
    text.is_empty() || PINYIN.iter().any(|s| text.strip_prefix(s).is_some_and(reads_as_pinyin))
}

fn typo(random: &mut Random, _: &Original, name: &str) -> Option<String> {
    let label = is_distinctive(name).then(|| with_typo(random, name)).flatten()?;
    (!reads_as_pinyin(&label)).then(|| format!("{label}.{}", random.one(SCAM_SUFFIXES)))
}

fn typo_with_lure(random: &mut Random, _: &Original, name: &str) -> Option<String> {
    let label = is_distinctive(name).then(|| with_typo(random, name)).flatten()?;
    Some(format!("{label}-{}.{}", random.one(LURES), random.one(SCAM_SUFFIXES)))
}

fn number(random: &mut Random) -> String {
    match random.under(3) {
        0 => random.under(1000).to_string(),
        _ => String::new(),
    }
}

fn lure_hyphen(random: &mut Random, _: &Original, name: &str) -> Option<String> {
    let (lure, number, suffix) = (random.one(LURES), number(random), random.one(SCAM_SUFFIXES));
    is_fair(name, lure, suffix)?;
    Some(match random.under(4) {
        0 => format!("{lure}-{name}{number}.{suffix}"),
        1 => format!("{name}-{lure}-{}.{suffix}", random.one(LURES)),
        _ => format!("{name}-{lure}{number}.{suffix}"),
    })
}

/// Beside a short or ordinary name only the scam's own words tell it from a company's name.
fn is_fair(name: &str, lure: &str, suffix: &str) -> Option<()> {
    const PLAIN: &[&str] = &[
        "kefu",
        "tuikuan",
        "tuihuo",
        "lipei",
        "peifu",
        "shouhou",
        "refund",
        "hongbao",
        "lingqu",
        "choujiang",
        "zhongjiang",
        "zhuxiao",
        "jiedong",
        "jiesuo",
        "denglu",
        "yanzheng",
        "tousu",
        "weiquan",
        "peichang",
        "butie",
        "fanxian",
        "haoping",
        "tihuo",
        "compensation",
        "complaint",
        "unlock",
        "tuifei",
        "shiming",
        "kefuzhongxin",
        "tuikuanzhongxin",
        "shuadan",
        "tixian",
        "duihuan",
        "verify",
    ];
    (is_distinctive(name) || (PLAIN.contains(&lure) && !suffix.is_empty())).then_some(())
}

fn lure_word(random: &mut Random, _: &Original, name: &str) -> Option<String> {
    let (lure, number, suffix) = (random.one(LURES), number(random), random.one(SCAM_SUFFIXES));
    is_fair(name, lure, suffix)?;
    Some(match random.under(4) {
        0 => format!("{lure}{name}{number}.{suffix}"),
        _ => format!("{name}{lure}{number}.{suffix}"),
    })
}

/// A domain that says nothing, as scammers buy them by the dozen.
fn nothing(random: &mut Random) -> String {
    match random.under(3) {
        0 => format!("{}{}", random.one(PINYIN), random.under(100_000)),
        1 => {
            let length = 5 + random.under(5);
            (0..length)
                .map(|_| char::from(b'a' + u8::try_from(random.under(26)).unwrap_or(0)))
                .collect()
        }
        _ => format!("{}-{}", random.one(ENGLISH), random.one(PINYIN)),
    }
}

fn lure_sub_domain(random: &mut Random, _: &Original, name: &str) -> Option<String> {
    let lure = random.one(LURES);
    let suffix = random.one(SCAM_SUFFIXES);
    is_fair(name, lure, suffix)?;
    Some(format!("{name}-{lure}.{}.{suffix}", nothing(random)))
}

fn domain_as_sub_domain(random: &mut Random, original: &Original, _: &str) -> Option<String> {
    let domain = original.domains.get(random.under(original.domains.len()))?;
    let label = domain.split('.').next()?;
    (label.len() > 1 && !ORDINARY.contains(&label)).then_some(())?;
    let www = random.one(&["www.", "m.", ""]);
    Some(format!("{www}{domain}.{}.{}", nothing(random), random.one(SCAM_SUFFIXES)))
}

fn domain_glued(random: &mut Random, original: &Original, _: &str) -> Option<String> {
    let domain = original.domains.get(random.under(original.domains.len()))?;
    let (label, rest) = domain.split_once('.')?;
    (domain.len() >= 6 && rest == "com" && !ORDINARY.contains(&label)).then_some(())?;
    Some(match random.under(2) {
        0 => format!("{domain}-{}.{}", random.one(LURES), random.one(SCAM_SUFFIXES)),
        _ => format!("www-{label}-{rest}.{}.{}", nothing(random), random.one(SCAM_SUFFIXES)),
    })
}

fn name_over_lure(random: &mut Random, _: &Original, name: &str) -> Option<String> {
    let (lure, suffix) = (random.one(LURES), random.one(SCAM_SUFFIXES));
    is_fair(name, lure, suffix)?;
    Some(format!("{name}.{lure}-{}.{suffix}", random.under(100)))
}

fn other_suffix(random: &mut Random, _: &Original, name: &str) -> Option<String> {
    // On the old suffixes brands hold their own names.
    let suffix = random.one(SCAM_SUFFIXES);
    let is_taken = matches!(suffix, "com" | "cn" | "net" | "org" | "com.cn");
    (is_distinctive(name) && !is_taken).then(|| format!("{name}.{suffix}"))
}

fn beside_anything(random: &mut Random, _: &Original, name: &str) -> Option<String> {
    let cheap =
        ["top", "xyz", "vip", "cc", "icu", "club", "shop", "online", "site", "cyou", "live"];
    let suffix = random.one(&cheap);
    is_distinctive(name).then(|| match random.under(3) {
        0 => format!("{}-{name}.{suffix}", random.one(PINYIN)),
        1 => format!("{name}-{}.{suffix}", nothing(random)),
        _ => format!("{name}{}.{suffix}", random.under(10_000)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn original(name: &str) -> Original {
        let domains = vec![format!("{name}.com")];
        Original { id: name.to_owned(), names: vec![name.to_owned()], domains }
    }

    #[test]
    fn a_new_brand_leaves_the_hosts_of_the_others_as_they_are() {
        let of = |names: &[&str]| -> Vec<String> {
            let originals: Vec<Original> = names.iter().map(|n| original(n)).collect();
            let mut made: Vec<String> =
                hosts(7, 20, &originals).into_iter().map(|i| i.host).collect();
            made.sort();
            made
        };
        let before = of(&["taobao", "meituan"]);
        assert!(before.len() >= 200, "{}", before.len());
        assert_eq!(before, of(&["meituan", "taobao"]));
        let after = of(&["newbrand", "meituan", "taobao"]);
        let missing: Vec<&String> = before.iter().filter(|h| !after.contains(h)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
