//! The right entry for a name that somebody typed: Chinese, pinyin or English, with errors.
//!
//! Pure over the pack's names. The writing is compared as it is, and by sound: a homophone typed
//! by mistake sounds the same. Distances are counted by `strsim`, readings come from `pinyin`.

use pinyin::ToPinyin;

/// Longer names than this are cut, in characters.
const LONGEST: usize = 40;

/// The least likeness that is shown, of 1000.
const LEAST: u32 = 560;

/// All names of all entries.
#[derive(Default)]
pub struct Names {
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
    /// An index without names; `noise` are words that say nothing about whose number is meant, such
    /// as 客服电话.
    #[must_use]
    pub fn new(noise: &[String]) -> Self {
        Self { keys: Vec::new(), noise: noise.iter().map(|n| plain(n)).collect() }
    }

    /// Adds a name of entry `entry`; `discount` (of 1000) lowers its similarity.
    pub fn add(&mut self, entry: usize, name: &str, discount: u32) {
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
    // One letter in four may be wrong, of Chinese characters, which say more, two in five.
    let (part, whole) = if a.is_ascii() { (1, 4) } else { (2, 5) };
    let wrong = strsim::osa_distance(a, b);
    if wrong * whole > length * part {
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
