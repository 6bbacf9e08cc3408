//! Finds a brand name whose letters are obfuscated: masked by digits or foreign letters, split by
//! hyphens, repeated or misspelled.
//!
//! Returns the points for the name; the host score adds those of the other words.

use super::deletion_index::PrefixHashes;
use super::distinctiveness::{Distinctiveness, is_ordinary_neighbor, stem_len};
use super::host::Host;
use super::index::{BrandIndex, MIN_MISSPELLED, collapse_repeats};
use super::lures::STRONG;
use super::segmentation::segment;
use super::syllables::is_pinyin;

/// Words of a label that are examined for masked letters or misspellings.
const MAX_WORDS: usize = 6;
/// Parts of a label between hyphens that are joined, and the most parts of one name.
const MAX_PARTS: usize = 8;
const MAX_JOINED: usize = 4;
/// Shortest and longest word, in bytes, that is examined for a misspelling.
const MIN_WORD: usize = 4;
const MAX_WORD: usize = 24;
/// Shortest stem of a name, in bytes, that counts without a strong lure.
const MIN_STEM: usize = 3;
/// Fewest letters of a name that must be legible, and most that may be masked.
const MIN_LEGIBLE: usize = 4;
const MAX_MASKED: usize = 2;
/// Points of a name with two or more repeated letters.
const POINTS_REPEATED: i8 = 4;
/// Points of a misspelled name.
const POINTS_MISSPELLED: i8 = 2;

/// A brand name found in obfuscated letters.
pub(super) struct ObfuscatedName {
    /// Index of the name.
    pub name: usize,
    /// Points for the host's score.
    pub points: i8,
    /// Whether hyphens split it.
    pub is_hyphenated: bool,
    /// Bits of the lures that were joined with it.
    pub lures: u16,
}

impl ObfuscatedName {
    const fn new(name: usize, points: i8) -> Self {
        Self { name, points, is_hyphenated: false, lures: 0 }
    }
}

/// A long name of which one or two letters are any digit or foreign letter: `dou9in`.
pub(super) fn find_masked(host: &Host, index: &BrandIndex) -> Option<ObfuscatedName> {
    let own = host.labels.len().saturating_sub(1);
    host.labels.iter().enumerate().filter(|(_, l)| has_masked_letter(&l.text)).find_map(
        |(at, label)| {
            let words = label.text.split('-').filter(|w| has_masked_letter(w));
            words.take(MAX_WORDS).find_map(|word| {
                let (name, _) = index.long_names().find(|(_, n)| is_masked(word, &n.text))?;
                let foreign = i8::from(!word.is_ascii());
                Some(ObfuscatedName::new(name, 3 + foreign - i8::from(at != own)))
            })
        },
    )
}

/// A name split by hyphens, alone or joined with a lure: `tao-bao`, `zhi-fu-bao`, `tao-baokefu`.
/// A name of fewer than three points needs a strong lure; `strong` is whether the host has one.
pub(super) fn find_hyphenated(
    label: &str,
    strong: bool,
    index: &BrandIndex,
) -> Option<ObfuscatedName> {
    use Distinctiveness as D;
    let parts: Vec<&str> = label.split('-').take(MAX_PARTS).collect();
    let ranges = (0..parts.len()).flat_map(|start| {
        (start + 2..=parts.len().min(start + MAX_JOINED)).map(move |end| (start, end))
    });
    ranges
        .filter_map(|(start, end)| {
            let joined = parts[start..end].concat();
            let matches = index.find_all(&joined);
            let best = segment(&joined, &matches, index)
                .into_iter()
                .filter(|s| !s.has_unknown)
                .max_by_key(|s| {
                    (s.name.map_or(0, |i| index.names[i].points()), s.lures & STRONG)
                })?;
            let i = best.name?;
            let name = &index.names[i];
            let points = match name.distinctiveness {
                D::Generic | D::Digits | D::Short | D::PublicOffice => name.points() - 1,
                _ => name.points(),
            };
            let counts = points >= 3 || strong || best.lures & STRONG != 0;
            counts.then_some(ObfuscatedName {
                name: i,
                points,
                is_hyphenated: true,
                lures: best.lures,
            })
        })
        .max_by_key(|o| o.points)
}

/// A name with repeated letters, with `i` for `l`, or at edit distance 1. The last needs a strong
/// lure where the word is pinyin or an ordinary word; `strong` is whether the host has one.
pub(super) fn find_misspelled(
    label: &str,
    strong: bool,
    index: &BrandIndex,
) -> Option<ObfuscatedName> {
    let is_known = |w: &str| index.word(w).is_some();
    label
        .split('-')
        .filter(|w| (MIN_WORD..=MAX_WORD).contains(&w.len()) && !is_known(w))
        .take(MAX_WORDS)
        .find_map(|word| misspelled_word(word, strong, index))
}

fn misspelled_word(word: &str, strong: bool, index: &BrandIndex) -> Option<ObfuscatedName> {
    let near = |text: &str| {
        let prefixes = PrefixHashes::of(text);
        let mut names = index.find_misspelled(text, &prefixes, (0, text.len()));
        let name = names.find(|n| n.text.len() >= MIN_MISSPELLED)?;
        index.index_of(&name.text)
    };
    let one_edit = || {
        let name = near(word)?;
        let pinyin = is_pinyin(word);
        let is_own_word = pinyin || is_ordinary_neighbor(word);
        let counts =
            strong || (!is_own_word && stem_len(&index.names[name].text, word) >= MIN_STEM);
        counts.then(|| ObfuscatedName::new(name, POINTS_MISSPELLED - i8::from(pinyin)))
    };
    let (collapsed, removed) = collapse_repeats(word);
    let is_long = |i: &usize| index.names[*i].text.len() >= MIN_MISSPELLED;
    if let Some(i) = index.find_i_l_variant(word) {
        return Some(ObfuscatedName::new(i, index.names[i].points()));
    }
    // In a short name one repeated letter is enough: `iicbc`.
    if let Some(i) = index.find_collapsed(&collapsed)
        && let name = &index.names[i]
        && name.text.len() < MIN_MISSPELLED.min(word.len())
    {
        return Some(ObfuscatedName::new(i, name.points()));
    }
    match removed {
        // One doubled letter is an ordinary typing error; more are not.
        0 | 1 => one_edit(),
        _ => match index.find_collapsed(&collapsed).filter(is_long) {
            Some(i) => Some(ObfuscatedName::new(i, POINTS_REPEATED)),
            None => near(&collapsed).map(|i| ObfuscatedName::new(i, POINTS_MISSPELLED)),
        },
    }
}

/// Whether two pairs of equal neighboring letters occur in `text`.
pub(super) fn has_repeated_letters(text: &str) -> bool {
    let pairs = text.as_bytes().windows(2);
    pairs.filter(|w| w[0] == w[1] && w[0].is_ascii_alphabetic()).take(2).count() == 2
}

/// Whether a digit is between Latin letters, or a foreign letter in a label with Latin letters.
pub(super) fn has_masked_letter(text: &str) -> bool {
    let bytes = text.as_bytes();
    match text.is_ascii() {
        true => bytes.windows(3).any(|w| {
            w[1].is_ascii_digit() && w[0].is_ascii_alphabetic() && w[2].is_ascii_alphabetic()
        }),
        false => bytes.iter().any(u8::is_ascii_alphabetic),
    }
}

/// Whether `word` is `name` with one or two letters masked.
fn is_masked(word: &str, name: &str) -> bool {
    let (mut masked, mut legible) = (0, 0);
    let mut letters = name.chars();
    for c in word.chars() {
        match letters.next() {
            Some(letter) if letter == c => legible += 1,
            Some(_) if !c.is_ascii_alphabetic() && c != '-' => masked += 1,
            _ => return false,
        }
    }
    letters.next().is_none() && (1..=MAX_MASKED).contains(&masked) && legible >= MIN_LEGIBLE
}
