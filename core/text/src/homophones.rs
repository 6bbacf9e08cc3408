//! Finds lexicon words that are written with homophones (薇信 for 微信, 理培 for 理赔).
//!
//! Compares toneless pinyin. Must not decide whether the characters as written are a word of
//! their own (克服 sounds like 客服): the caller asks the segmenter.

use std::collections::HashMap;

use aho_corasick::AhoCorasick;
use yanka_types::pinyin::reading;

/// Bytes of one character in the encoded text that [`HomophoneIndex`] searches: the longest reading.
const ENCODED_BYTES: usize = 6;
/// Shortest word that is searched by sound, in characters: one syllable has too many readings.
const MIN_WORD: usize = 2;

/// Lexicon words indexed by pinyin.
pub struct HomophoneIndex {
    automaton: Option<AhoCorasick>,
    /// For each pattern of the automaton: number of the lexicon word.
    words: Vec<usize>,
    /// The lexicon words themselves, by number.
    spellings: HashMap<usize, String>,
}

/// A lexicon word found by sound.
pub struct HomophoneMatch {
    /// Number of the lexicon word.
    pub word: usize,
    /// First byte in the folded text.
    pub start: usize,
    /// One past the last byte in the folded text.
    pub end: usize,
}

impl HomophoneIndex {
    /// Indexes `words`, given with their numbers. `None` if the automaton would be too large.
    #[must_use]
    pub fn new(words: &[(usize, &str)]) -> Option<Self> {
        let encoded: Vec<(usize, Vec<u8>)> =
            words.iter().filter_map(|(n, w)| Some((*n, encode(w)?))).collect();
        if encoded.is_empty() {
            return Some(Self { automaton: None, words: Vec::new(), spellings: HashMap::new() });
        }
        let automaton = AhoCorasick::new(encoded.iter().map(|(_, e)| e)).ok()?;
        let spellings = words.iter().map(|(n, w)| (*n, (*w).to_owned())).collect();
        let words = encoded.into_iter().map(|(n, _)| n).collect();
        Some(Self { automaton: Some(automaton), words, spellings })
    }

    /// Whether `written` differs from lexicon word `word` and shares a character with it.
    #[must_use]
    pub fn shares_character(&self, word: usize, written: &str) -> bool {
        let spelling = self.spellings.get(&word);
        spelling.is_some_and(|s| s != written && s.chars().any(|c| written.contains(c)))
    }

    /// Every match in `text`, including words in their regular spelling.
    #[must_use]
    pub fn find_all(&self, text: &str) -> Vec<HomophoneMatch> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut encoded = Vec::with_capacity(text.len() * ENCODED_BYTES / 3);
        let mut offsets = Vec::with_capacity(text.len() / 2);
        for (at, c) in text.char_indices() {
            offsets.push(at);
            encoded.extend_from_slice(&encode_char(c));
        }
        offsets.push(text.len());
        automaton
            .find_overlapping_iter(&encoded)
            .filter(|m| m.start() % ENCODED_BYTES == 0)
            .filter_map(|m| {
                Some(HomophoneMatch {
                    word: *self.words.get(m.pattern().as_usize())?,
                    start: *offsets.get(m.start() / ENCODED_BYTES)?,
                    end: *offsets.get(m.end() / ENCODED_BYTES)?,
                })
            })
            .collect()
    }
}

/// The readings of `word`; `None` for a short word or one with a character of unknown reading.
fn encode(word: &str) -> Option<Vec<u8>> {
    let readings: Vec<_> = word.chars().map(encode_char).collect();
    let known = readings.len() >= MIN_WORD && readings.iter().all(|r| r[0] != 0);
    known.then(|| readings.concat())
}

/// The first reading of `c` without tone, `ü` as `u`, padded with zeros; zeros where none is known.
fn encode_char(c: char) -> [u8; ENCODED_BYTES] {
    let mut encoded = [0; ENCODED_BYTES];
    let letters = reading(c).into_iter().flat_map(str::chars);
    for (byte, letter) in encoded.iter_mut().zip(letters) {
        *byte = if letter == 'ü' { b'u' } else { letter as u8 };
    }
    encoded
}
