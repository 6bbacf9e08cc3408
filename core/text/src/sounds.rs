//! Finds rule words that were written with other characters of the same sound (薇信, 理培).
//!
//! Only where a rule word results: nothing else is folded by sound. Whether the characters as
//! written are a word of their own (克服 for 客服) is asked of the word list by the caller.

use std::collections::HashMap;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

/// Rule words by sound.
pub struct Sounds {
    finder: Option<AhoCorasick>,
    /// For each sound pattern: number of the rule word.
    words: Vec<usize>,
    /// The rule words themselves, by number.
    spelled: HashMap<usize, String>,
}

/// A rule word heard, not seen.
pub struct Heard {
    /// Number of the rule word.
    pub word: usize,
    /// First byte of the folded text.
    pub start: usize,
    /// One past the last byte of the folded text.
    pub end: usize,
}

impl Sounds {
    /// Takes rule words with their numbers; `None` where the finder cannot take them.
    #[must_use]
    pub fn new(words: &[(usize, &str)]) -> Option<Self> {
        let coded: Vec<(usize, Vec<u8>)> =
            words.iter().filter_map(|(n, w)| Some((*n, code_of(w)?))).collect();
        if coded.is_empty() {
            return Some(Self { finder: None, words: Vec::new(), spelled: HashMap::new() });
        }
        let finder = AhoCorasick::new(coded.iter().map(|(_, c)| c)).ok()?;
        let spelled = words.iter().map(|(n, w)| (*n, (*w).to_owned())).collect();
        let words = coded.into_iter().map(|(n, _)| n).collect();
        Some(Self { finder: Some(finder), words, spelled })
    }

    /// Whether `written` shares a character with rule word `word`, and is not that word.
    #[must_use]
    pub fn akin(&self, word: usize, written: &str) -> bool {
        let spelled = self.spelled.get(&word);
        spelled.is_some_and(|s| s != written && s.chars().any(|c| written.contains(c)))
    }

    /// Rule words heard in `text`, seen ones included.
    pub fn heard(&self, text: &str) -> Vec<Heard> {
        let Some(finder) = &self.finder else { return Vec::new() };
        let mut coded = Vec::with_capacity(text.len());
        let mut places = Vec::with_capacity(text.len() / 2);
        for (at, c) in text.char_indices() {
            places.push(at);
            coded.extend_from_slice(&sound(c).to_be_bytes());
        }
        places.push(text.len());
        finder
            .find_overlapping_iter(&coded)
            .filter(|m| m.start() % 2 == 0)
            .filter_map(|m| {
                Some(Heard {
                    word: *self.words.get(m.pattern().as_usize())?,
                    start: *places.get(m.start() / 2)?,
                    end: *places.get(m.end() / 2)?,
                })
            })
            .collect()
    }
}

fn code_of(word: &str) -> Option<Vec<u8>> {
    let sounds: Vec<u16> = word.chars().map(sound).collect();
    let whole = sounds.len() >= 2 && sounds.iter().all(|s| *s != 0);
    whole.then(|| sounds.iter().flat_map(|s| s.to_be_bytes()).collect())
}

/// Number of a character's toneless reading; 0 where it has none here.
fn sound(c: char) -> u16 {
    static TABLE: OnceLock<HashMap<char, u16>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let lines = include_str!("data/sounds.txt").lines().zip(1_u16..);
        lines
            .filter_map(|(line, n)| Some((line.split_once(' ')?.1, n)))
            .flat_map(|(chars, n)| chars.chars().map(move |c| (c, n)))
            .collect()
    });
    table.get(&c).copied().unwrap_or(0)
}
