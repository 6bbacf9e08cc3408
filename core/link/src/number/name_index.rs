//! Finds the entries for a name that a person typed: Chinese, pinyin or English, with errors.
//!
//! Compares the spelling and the pinyin, because people type homophones by mistake. `strsim` gives the
//! edit distance, yanka-types the readings. Knows only the names that the caller adds.

use yanka_types::chars::full_width_to_ascii;
use yanka_types::pinyin;

/// Characters of a name that are compared.
const MAX_NAME: usize = 40;
/// Least similarity of a result, of 1000. This and the following similarities: empirical; no
/// measurement recorded.
const MIN_SIMILARITY: u32 = 560;
/// Similarities of equal spelling, equal pinyin and equal initials.
const SAME_SPELLING: u32 = 1000;
const SAME_PINYIN: u32 = 960;
const SAME_INITIALS: u32 = 930;
/// Highest similarities where one name contains the other.
const PART_OF_SPELLING: u32 = 860;
const PART_OF_PINYIN: u32 = 800;
/// Highest similarities where the names differ by a few edits.
const NEAR_SPELLING: u32 = 840;
const NEAR_PINYIN: u32 = 820;
/// Deduction where the contained name is not at the start.
const NOT_LEADING: u32 = 40;
/// Deductions for the missing share of a name, and for the wrong share.
const PER_MISSING: u32 = 200;
const PER_EDIT: u32 = 700;

/// The names of all entries.
#[derive(Default)]
pub struct NameIndex {
    keys: Vec<Key>,
    noise: Vec<String>,
}

struct Key {
    entry: usize,
    /// Deducted from the similarity, of 1000.
    discount: u32,
    /// By [`normalize`].
    spelling: String,
    /// Toneless.
    pinyin: String,
    initials: String,
}

impl NameIndex {
    /// An index without names. `noise` are words that distinguish no entry, such as 客服电话.
    #[must_use]
    pub fn new(noise: &[String]) -> Self {
        Self { keys: Vec::new(), noise: noise.iter().map(|n| normalize(n)).collect() }
    }

    /// Adds a name of the entry with index `entry`; `discount`, of 1000, is deducted from its similarity.
    pub fn add(&mut self, entry: usize, name: &str, discount: u32) {
        let spelling = normalize(name);
        if !spelling.is_empty() {
            let (pinyin, initials) = readings(&spelling);
            self.keys.push(Key { entry, discount, spelling, pinyin, initials });
        }
    }

    /// Indexes of the entries that `name` may mean, best first; each entry once.
    pub fn search(&self, name: &str) -> Vec<usize> {
        let query = self.without_noise(normalize(name));
        if query.is_empty() {
            return Vec::new();
        }
        let (pinyin, _) = readings(&query);
        let mut best: Vec<(u32, usize)> = Vec::new();
        for key in &self.keys {
            let similarity = key.similarity(&query, &pinyin).saturating_sub(key.discount);
            match best.iter_mut().find(|(_, entry)| *entry == key.entry) {
                Some(known) => known.0 = known.0.max(similarity),
                None => best.push((similarity, key.entry)),
            }
        }
        best.retain(|(similarity, _)| *similarity >= MIN_SIMILARITY);
        best.sort_by_key(|(similarity, entry)| (std::cmp::Reverse(*similarity), *entry));
        best.into_iter().map(|(_, entry)| entry).collect()
    }

    /// Removes noise words from both ends, unless nothing else is left.
    fn without_noise(&self, mut query: String) -> String {
        loop {
            let shorter = self.noise.iter().find_map(|noise| {
                let rest = query
                    .strip_suffix(noise.as_str())
                    .or_else(|| query.strip_prefix(noise.as_str()));
                rest.filter(|r| !r.is_empty()).map(str::to_owned)
            });
            match shorter {
                Some(rest) => query = rest,
                None => return query,
            }
        }
    }
}

impl Key {
    /// Similarity from 0 to 1000. Spelling counts more than pinyin, the whole more than a part.
    fn similarity(&self, query: &str, pinyin: &str) -> u32 {
        let if_equal = |a: &str, b: &str, similarity: u32| if a == b { similarity } else { 0 };
        let has_initials = query.len() >= 2;
        let exact = if_equal(&self.spelling, query, SAME_SPELLING)
            .max(if_equal(&self.pinyin, pinyin, SAME_PINYIN))
            .max(if has_initials { if_equal(&self.initials, query, SAME_INITIALS) } else { 0 });
        if exact > 0 {
            return exact;
        }
        let part = part_similarity(&self.spelling, query, PART_OF_SPELLING).max(part_similarity(
            &self.pinyin,
            pinyin,
            PART_OF_PINYIN,
        ));
        let near = edit_similarity(&self.spelling, query, NEAR_SPELLING).max(edit_similarity(
            &self.pinyin,
            pinyin,
            NEAR_PINYIN,
        ));
        part.max(near)
    }
}

/// Similarity, at most `highest`, where one name contains the other; else 0.
fn part_similarity(a: &str, b: &str, highest: u32) -> u32 {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    // A Chinese character distinguishes about as much as three letters.
    let weight = |s: &str| s.chars().map(|c| if c.is_ascii() { 1 } else { 3 }).sum::<u32>();
    if weight(short) < 4 || !long.contains(short) {
        return 0;
    }
    let position = if long.starts_with(short) { 0 } else { NOT_LEADING };
    let missing = PER_MISSING * (weight(long) - weight(short)) / weight(long);
    highest.saturating_sub(position + missing)
}

/// Similarity, at most `highest`, where few characters are replaced, deleted, inserted or swapped;
/// else 0.
fn edit_similarity(a: &str, b: &str, highest: u32) -> u32 {
    let length = a.chars().count().max(b.chars().count());
    if length < 2 || b.chars().count() < 2 {
        return 0;
    }
    // Up to one letter in four may differ; of Chinese characters, which are fewer, two in five.
    let (part, whole) = if a.is_ascii() { (1, 4) } else { (2, 5) };
    let edits = strsim::osa_distance(a, b);
    if edits * whole > length * part {
        return 0;
    }
    let loss = PER_EDIT * u32::try_from(edits).unwrap_or(u32::MAX / PER_EDIT)
        / u32::try_from(length).unwrap_or(1);
    highest.saturating_sub(loss)
}

/// `name` in lower case and half width, letters and digits only.
fn normalize(name: &str) -> String {
    let narrow = name.chars().take(MAX_NAME).map(|c| full_width_to_ascii(c).unwrap_or(c));
    narrow.flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}

/// Toneless pinyin of a normalized name, and the first letter of each character.
fn readings(name: &str) -> (String, String) {
    let (mut readings, mut initials) = (String::new(), String::new());
    for c in name.chars() {
        // In company names 行 is nearly always that of 银行, bank.
        let reading = if c == '行' { Some("hang") } else { pinyin::reading(c) };
        match reading {
            Some(reading) => {
                readings.push_str(reading);
                initials.extend(reading.chars().next());
            }
            None => {
                readings.push(c);
                initials.push(c);
            }
        }
    }
    (readings, initials)
}
