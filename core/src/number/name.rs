//! The right entry for a name that somebody typed: Chinese, pinyin or English, with errors.
//!
//! Pure over the pack's names. The writing is compared as it is, and by sound: a homophone typed
//! by mistake sounds the same. Distances are counted by `strsim`, readings come from `pinyin`.

use pinyin::ToPinyin;
use serde::Deserialize;

use crate::error::Error;
use crate::pack::{Hotline, Pack};

/// Longer names than this are cut, in characters.
const LONGEST: usize = 40;

/// The least likeness that is shown, of 1000.
const LEAST: u32 = 560;

/// A name of the platform says less of one of its entries than the entry's own name.
const OF_PLATFORM: u32 = 20;

/// What else an entry is called.
#[derive(Deserialize)]
struct Aliases {
    names: Vec<String>,
}

/// All names of all entries.
pub(super) struct Names {
    keys: Vec<Key>,
    noise: Vec<String>,
}

struct Key {
    entry: usize,
    /// Taken off where the name is the platform's and not the entry's own.
    discount: u32,
    plain: String,
    sound: String,
    initials: String,
}

impl Names {
    /// Reads the names of `listed` and what else they are called.
    pub fn read(pack: &Pack, listed: &[Hotline]) -> Result<Self, Error> {
        let mut names = Self { keys: Vec::new(), noise: Vec::new() };
        for (entry, hotline) in listed.iter().enumerate() {
            let own = [&hotline.organization.zh_hans, &hotline.organization.en];
            for name in own.iter().flat_map(|n| n.split(['/', '／', '（', '(', '、', ','])) {
                names.add(entry, name, 0);
            }
            names.add(entry, &hotline.id, 0);
            if let Some(record) = pack.record("alias", &hotline.id)? {
                for name in aliases(record.body)? {
                    names.add(entry, &name, 0);
                }
            }
            if let Some(id) = &hotline.platform {
                names.add(entry, id, OF_PLATFORM);
                for name in pack.platform(id)?.map(|p| p.aliases).unwrap_or_default() {
                    names.add(entry, &name, OF_PLATFORM);
                }
            }
        }
        if let Some(record) = pack.record("alias", "noise")? {
            names.noise = aliases(record.body)?.iter().map(|n| plain(n)).collect();
        }
        Ok(names)
    }

    fn add(&mut self, entry: usize, name: &str, discount: u32) {
        let plain = plain(name);
        if !plain.is_empty() {
            let (sound, initials) = sounds(&plain);
            self.keys.push(Key { entry, discount, plain, sound, initials });
        }
    }

    /// Places of the entries that `name` may mean, best first.
    pub fn search(&self, name: &str) -> Vec<usize> {
        let asked = self.without_noise(plain(name));
        if asked.is_empty() {
            return Vec::new();
        }
        let (sound, _) = sounds(&asked);
        let mut best: Vec<(u32, usize)> = Vec::new();
        for key in &self.keys {
            let likeness = key.likeness(&asked, &sound).saturating_sub(key.discount);
            match best.iter_mut().find(|(_, entry)| *entry == key.entry) {
                Some(known) => known.0 = known.0.max(likeness),
                None => best.push((likeness, key.entry)),
            }
        }
        best.retain(|(likeness, _)| *likeness >= LEAST);
        best.sort_by_key(|(likeness, entry)| (std::cmp::Reverse(*likeness), *entry));
        best.into_iter().map(|(_, entry)| entry).collect()
    }

    /// Drops words such as "customer service" from both ends, unless nothing else is left.
    fn without_noise(&self, mut asked: String) -> String {
        loop {
            let shorter = self.noise.iter().find_map(|noise| {
                let rest = asked
                    .strip_suffix(noise.as_str())
                    .or_else(|| asked.strip_prefix(noise.as_str()));
                rest.filter(|r| !r.is_empty()).map(str::to_owned)
            });
            match shorter {
                Some(rest) => asked = rest,
                None => return asked,
            }
        }
    }
}

impl Key {
    /// From 0 to 1000. Writing counts more than sound, the whole more than a part.
    fn likeness(&self, asked: &str, sound: &str) -> u32 {
        let same = |a: &str, b: &str, whole: u32| if a == b { whole } else { 0 };
        let exact = same(&self.plain, asked, 1000)
            .max(same(&self.sound, sound, 960))
            .max(if asked.len() >= 2 { same(&self.initials, asked, 930) } else { 0 });
        if exact > 0 {
            return exact;
        }
        let part = part(&self.plain, asked, 860).max(part(&self.sound, sound, 800));
        let near = near(&self.plain, asked, 840).max(near(&self.sound, sound, 820));
        part.max(near)
    }
}

/// One contains the other; the more of it, the better.
fn part(a: &str, b: &str, most: u32) -> u32 {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let weight = |s: &str| s.chars().map(|c| if c.is_ascii() { 1 } else { 3 }).sum::<u32>();
    if weight(short) < 4 || !long.contains(short) {
        return 0;
    }
    let leading = if long.starts_with(short) { 0 } else { 40 };
    let missing = 200 * (weight(long) - weight(short)) / weight(long);
    most.saturating_sub(leading + missing)
}

/// Few wrong, missing, added or swapped characters.
fn near(a: &str, b: &str, most: u32) -> u32 {
    let length = a.chars().count().max(b.chars().count());
    if length < 2 || b.chars().count() < 2 {
        return 0;
    }
    let wrong = strsim::osa_distance(a, b);
    if wrong * 5 > length * 2 {
        return 0;
    }
    let loss =
        700 * u32::try_from(wrong).unwrap_or(u32::MAX / 700) / u32::try_from(length).unwrap_or(1);
    most.saturating_sub(loss)
}

/// Lower case, half width, letters and digits only.
fn plain(name: &str) -> String {
    let folded = name.chars().take(LONGEST).map(|c| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    });
    folded.flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}

/// Toneless pinyin of the whole, and the first letter of each character.
fn sounds(plain: &str) -> (String, String) {
    let (mut sound, mut initials) = (String::new(), String::new());
    for c in plain.chars() {
        // In names of firms this character is always read as in "bank".
        let reading =
            if c == '行' { Some("hang") } else { c.to_pinyin().map(pinyin::Pinyin::plain) };
        match reading {
            Some(reading) => {
                sound.push_str(reading);
                initials.extend(reading.chars().next());
            }
            None => {
                sound.push(c);
                initials.push(c);
            }
        }
    }
    (sound, initials)
}

fn aliases(body: serde_json::Value) -> Result<Vec<String>, Error> {
    serde_json::from_value::<Aliases>(body).map(|a| a.names).map_err(|_| Error::PackFormat)
}
