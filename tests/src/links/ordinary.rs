//! Generates domains like those of ordinary companies, shops and people, to measure false positives.
//!
//! Words, pinyin, initials and numbers by chance: what they happen to look like is the point.

use super::Random;
use super::words::{ENGLISH, PINYIN, SUFFIXES, TRADES};

/// `count` hosts from `seed`.
#[must_use]
pub fn hosts(seed: u64, count: usize) -> Vec<String> {
    let mut random = Random::new(seed);
    (0..count).map(|_| host(&mut random)).collect()
}

fn host(random: &mut Random) -> String {
    let suffix = random.one(SUFFIXES);
    let label = label(random);
    let sub = match random.under(12) {
        0..6 => "www.",
        6 => "m.",
        7 => random.one(&[
            "shop.", "mail.", "wx.", "weixin.", "pay.", "kefu.", "service.", "help.", "app.",
            "api.",
        ]),
        _ => "",
    };
    format!("{sub}{label}.{suffix}")
}

fn label(random: &mut Random) -> String {
    let joint = if random.chance(1, 4) { "-" } else { "" };
    match random.under(12) {
        0 | 1 => [random.one(ENGLISH), joint, random.one(ENGLISH)].concat(),
        2 => [random.one(ENGLISH), &random.under(1000).to_string()].concat(),
        3 | 4 => syllables(random, 2),
        5 => syllables(random, 3),
        6 => [&syllables(random, 2), joint, random.one(TRADES)].concat(),
        7 => [&initials(random), joint, random.one(ENGLISH)].concat(),
        8 => [&initials(random), joint, random.one(TRADES)].concat(),
        9 => [&syllables(random, 2), joint, random.one(ENGLISH)].concat(),
        10 => [random.one(ENGLISH), joint, &syllables(random, 2)].concat(),
        _ => format!("{}{}", initials(random), random.under(100_000)),
    }
}

fn syllables(random: &mut Random, count: usize) -> String {
    (0..count).map(|_| random.one(PINYIN)).collect()
}

fn initials(random: &mut Random) -> String {
    let count = 2 + random.under(3);
    (0..count).map(|_| char::from(b'a' + u8::try_from(random.under(26)).unwrap_or(0))).collect()
}
