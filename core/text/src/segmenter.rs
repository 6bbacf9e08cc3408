//! Segments Chinese text into words by frequency, with jieba and an embedded word list.
//!
//! Knows frequencies and the terms given by the lexicon; must not depend on what a word means.

use std::io::Read;
use std::sync::OnceLock;

use flate2::read::DeflateDecoder;
use jieba_rs::Jieba;

/// Raw deflate of "word frequency" lines, made by data/make_tables.py; see data/NOTICE.md.
const WORD_FREQUENCIES: &[u8] = include_bytes!("data/word_frequencies.z");
/// Largest accepted size of the unpacked list, in bytes. The list has 354 kB.
const MAX_UNPACKED_BYTES: u64 = 1 << 20;

/// Function characters that jieba may join with the verb after them; the verb still begins a
/// word of its own.
const FUNCTION_CHARACTERS: &str =
    "请再先就可能要会我您你去来快并后没不都多别已还得只需把给帮又也便即才了边人";

/// Shortest run of several tokens that counts as out of vocabulary whatever its tokens are, in
/// characters. Empirical; no measurement recorded.
const MIN_OUT_OF_VOCABULARY: usize = 4;

/// A word of a segmented text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordStart {
    /// First byte of the word.
    pub start: u32,
    /// Whether the word begins with a function character (请进 in 请进群).
    pub begins_with_function: bool,
}

/// A word segmenter that unpacks its list on first use.
#[derive(Default)]
pub struct Segmenter {
    terms: Vec<String>,
    jieba: OnceLock<Jieba>,
}

impl Segmenter {
    /// A segmenter that also knows `terms`, each with a frequency high enough to keep it whole.
    #[must_use]
    pub fn with_terms(terms: Vec<String>) -> Self {
        Self { terms, jieba: OnceLock::new() }
    }

    /// The words of `text`, in ascending order.
    #[must_use]
    pub fn word_starts(&self, text: &str) -> Vec<WordStart> {
        let mut at = 0_usize;
        let mut words = Vec::with_capacity(text.len() / 4);
        for token in self.jieba().cut(text, false) {
            words.push(WordStart {
                start: u32::try_from(at).unwrap_or(u32::MAX),
                begins_with_function: token.word.starts_with(|c| FUNCTION_CHARACTERS.contains(c)),
            });
            at += token.word.len();
        }
        words
    }

    /// Whether `text` is no word: it splits into single characters only, or into several words of
    /// [`MIN_OUT_OF_VOCABULARY`] characters together.
    #[must_use]
    pub fn is_out_of_vocabulary(&self, text: &str) -> bool {
        let tokens = self.jieba().cut(text, false);
        tokens.len() > 1
            && (tokens.iter().all(|t| t.word.chars().count() <= 1)
                || text.chars().count() >= MIN_OUT_OF_VOCABULARY)
    }

    fn jieba(&self) -> &Jieba {
        self.jieba.get_or_init(|| {
            let mut plain = Vec::new();
            let mut inflate = DeflateDecoder::new(WORD_FREQUENCIES).take(MAX_UNPACKED_BYTES);
            // The list is part of the program; an unreadable one would leave an empty dictionary.
            inflate.read_to_end(&mut plain).unwrap_or_default();
            let mut jieba =
                Jieba::with_dict(&mut plain.as_slice()).unwrap_or_else(|_| Jieba::empty());
            for term in &self.terms {
                jieba.add_word(term, None, None);
            }
            jieba
        })
    }
}
