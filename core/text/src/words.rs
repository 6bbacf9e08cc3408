//! Tells where Chinese words begin. Loads its word list once, when first asked.
//!
//! It knows frequencies and the rules' words; it does not know what any word means.

use std::sync::OnceLock;

use jieba_rs::Jieba;

/// Raw deflate of "word frequency" lines; data/make.py makes it, data/NOTICE.md says from what.
const WORDS: &[u8] = include_bytes!("data/words.z");
/// The list unpacks to 354 kB; twice that is refused.
const UNPACKED_MOST: usize = 1 << 20;

/// A word list may join these with the verb after them; the verb still stands by itself.
const LITTLE: &str = "请再先就可能要会我您你去来快并后没不都多别已还得只需把给帮又也便即才了边人";

/// A word list that is read on first use.
#[derive(Default)]
pub struct Words {
    extra: Vec<String>,
    jieba: OnceLock<Jieba>,
}

impl Words {
    /// A list that also knows `extra`, each counted as frequent enough to stay whole.
    #[must_use]
    pub fn with(extra: Vec<String>) -> Self {
        Self { extra, jieba: OnceLock::new() }
    }

    /// The words of `text`: for each, its first byte and whether it begins with a little word (请进 in
    /// 请进群), rising.
    #[must_use]
    pub fn cut(&self, text: &str) -> Vec<(u32, bool)> {
        let mut at = 0_usize;
        let mut words = Vec::with_capacity(text.len() / 4);
        for token in self.jieba().cut(text, false) {
            let little = token.word.starts_with(|c| LITTLE.contains(c));
            words.push((u32::try_from(at).unwrap_or(u32::MAX), little));
            at += token.word.len();
        }
        words
    }

    /// Whether the characters of `text` are no word of the list together.
    #[must_use]
    pub fn is_loose(&self, text: &str) -> bool {
        let tokens = self.jieba().cut(text, false);
        tokens.len() > 1 && tokens.iter().all(|t| t.word.chars().count() <= 1)
            || tokens.len() > 1 && text.chars().count() >= 4
    }

    fn jieba(&self) -> &Jieba {
        self.jieba.get_or_init(|| {
            let plain = miniz_oxide::inflate::decompress_to_vec_with_limit(WORDS, UNPACKED_MOST)
                .unwrap_or_default();
            let mut jieba =
                Jieba::with_dict(&mut plain.as_slice()).unwrap_or_else(|_| Jieba::empty());
            for word in &self.extra {
                jieba.add_word(word, None, None);
            }
            jieba
        })
    }
}
