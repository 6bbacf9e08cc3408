//! Generates imitations of kinds on which the detectors were not tuned at first.

use super::Random;
use super::imitations::{Imitation, Maker, Original, of_kinds};

/// Kinds written after tuning ended, with the percentage that the detectors found at that time: the
/// recall on a held-out kind.
pub const UNTUNED: &[(&str, Maker, f64)] = &[
    ("`www` glued before the name", |r, _, n| Some(format!("www{n}.{}", any_suffix(r))), 34.2),
    (
        "name, place and a scam's word",
        |r, _, n| {
            let place = r.one(&["beijing", "hz", "shenzhen", "gz", "chengdu", "hangzhou"]);
            let word = r.one(&["tuikuan", "kefu", "lipei", "jiedong"]);
            Some(format!("{n}-{place}-{word}.{}", any_suffix(r)))
        },
        33.4,
    ),
    (
        "the name's letters parted by hyphens",
        |r, _, n| {
            let half = n.len() / 2;
            (n.is_ascii() && n.len() >= 6)
                .then(|| format!("{}-{}.{}", &n[..half], &n[half..], any_suffix(r)))
        },
        54.4,
    ),
    (
        "a scam's word unknown to the lists",
        |r, _, n| {
            let word =
                r.one(&["kouqian", "tuihuikuan", "shenqing", "feiyong", "tingyong", "zijin"]);
            Some(format!("{n}-{word}.{}", any_suffix(r)))
        },
        19.6,
    ),
    (
        "the name below a stranger's host",
        |r, _, n| {
            Some(format!(
                "{n}.{}{}.{}",
                r.one(&["ab", "xq", "hz", "vk"]),
                r.under(1000),
                any_suffix(r)
            ))
        },
        0.0,
    ),
];

fn any_suffix<'a>(random: &mut Random) -> &'a str {
    random.one(&["com", "cn", "net", "top", "cc", "vip", "xyz"])
}

/// As [`hosts`](super::imitations::hosts), of these kinds.
#[must_use]
pub fn untuned(seed: u64, tries: usize, originals: &[Original]) -> Vec<Imitation> {
    let kinds: Vec<(&str, Maker)> = UNTUNED.iter().map(|(kind, make, _)| (*kind, *make)).collect();
    of_kinds(&kinds, seed, tries, originals)
}
