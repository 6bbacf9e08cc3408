//! Indexes brand names and lure words, so that one host costs about a microsecond.
//!
//! The caller passes the names. Decides by which index a name is found, not what a hit means.

use super::deletion_index::{DeletionIndex, PrefixHashes};
use super::distinctiveness::Distinctiveness;
use super::lures::{self, Lure};
use super::syllables;
use crate::{FastMap, confusables};
use aho_corasick::AhoCorasick;

/// Shortest name, in bytes, that misspellings are searched for. Too many other words are one edit
/// away from a shorter name. Empirical; no measurement recorded.
pub(super) const MIN_MISSPELLED: usize = 6;
/// Longest part of a label, in bytes, that is compared with names by edit distance.
const MAX_MISSPELLED: usize = 32;
/// Shortest name, in bytes, that is searched for by its folded form inside a label. Empirical; no
/// measurement recorded.
const MIN_FOLDED: usize = 5;
/// Shortest name, in bytes, that is looked up with `i` and `l` as one letter.
const MIN_I_L: usize = 4;
/// Shortest first label of a brand's domain, in bytes, that counts as a name.
const MIN_DOMAIN_LABEL: usize = 5;

/// A brand name that hosts can imitate.
#[derive(Clone)]
pub(crate) struct BrandName {
    /// Lower case.
    pub(crate) text: String,
    pub(crate) distinctiveness: Distinctiveness,
    /// Index of the platform in the caller's list.
    pub(crate) platform: usize,
    /// Whether the name reads as Hanyu Pinyin.
    pub(crate) is_pinyin: bool,
}

impl BrandName {
    /// Points that the name adds to a host's score, 0 to 3.
    pub(crate) const fn points(&self) -> i8 {
        use Distinctiveness as D;
        match self.distinctiveness {
            D::Distinctive | D::Chinese => 3,
            D::CorporateFamily | D::PublicOffice | D::Short => 2,
            D::Digits if self.text.len() >= 5 => 2,
            D::Digits | D::Generic => 1,
            D::DomainLabel => 0,
        }
    }
}

/// A word that a label can consist of: a name, a lure or both.
#[derive(Clone, Copy)]
pub(crate) struct Word {
    /// Index of the name.
    pub(crate) name: Option<usize>,
    /// Bits of [`Lure`].
    pub(crate) lures: u16,
    /// Whether the word forms an ordinary company name with a short name.
    pub(crate) company: bool,
}

/// A name or a lure found in a text.
#[derive(Clone, Copy)]
pub(crate) struct Match {
    /// First byte.
    pub(crate) start: usize,
    /// One past the last byte.
    pub(crate) end: usize,
    /// Index of the name, of any distinctiveness.
    pub(crate) name: Option<usize>,
    /// The word that a label can consist of; `None` for the label of a brand's domain.
    pub(crate) word: Option<Word>,
}

/// Brand names and lures, prepared for look-up.
#[derive(Clone, Default)]
pub(crate) struct BrandIndex {
    pub(crate) names: Vec<BrandName>,
    by_text: FastMap<String, usize>,
    /// Names with each run of one letter collapsed to a single letter.
    by_collapsed: FastMap<String, usize>,
    /// Names with every `l` written as `i`.
    by_i_l: FastMap<String, usize>,
    words: FastMap<String, Word>,
    /// Every name, and every lure of two bytes and more.
    matcher: Option<AhoCorasick>,
    /// What each pattern of `matcher` is.
    patterns: Vec<(Option<usize>, Option<Word>)>,
    /// The folded forms of names, by [`confusables::fold_lookalikes`].
    folded_matcher: Option<AhoCorasick>,
    /// Index of the name of each pattern of `folded_matcher`.
    folded_names: Vec<usize>,
    deletions: DeletionIndex,
}

impl BrandIndex {
    /// Prepares `names` and the first labels of `domains`, each with the index of its platform.
    pub(crate) fn new(names: Vec<(String, usize)>, domains: Vec<(String, usize)>) -> Self {
        use Distinctiveness as D;
        let mut index = Self { words: lure_words(), ..Self::default() };
        for (text, platform) in names {
            let text = text.trim().to_lowercase();
            if let Some(distinctiveness) = D::of(&text) {
                index.add(text, distinctiveness, platform);
            }
        }
        for (domain, platform) in domains {
            let label = domain.split('.').next().unwrap_or("").to_owned();
            if label.len() >= MIN_DOMAIN_LABEL
                && D::of(&label)
                    .is_some_and(|d| matches!(d, D::Distinctive | D::CorporateFamily | D::Short))
            {
                index.add(label, D::DomainLabel, platform);
            }
        }
        index.build_matchers();
        index
    }

    fn add(&mut self, text: String, distinctiveness: Distinctiveness, platform: usize) {
        if self.by_text.contains_key(&text) {
            return;
        }
        let i = self.names.len();
        self.by_text.insert(text.clone(), i);
        if distinctiveness != Distinctiveness::DomainLabel {
            let word = self.words.entry(text.clone()).or_insert(Word {
                name: None,
                lures: 0,
                company: false,
            });
            word.name = Some(i);
        }
        let is_pinyin = syllables::is_pinyin(&text);
        self.names.push(BrandName { text, distinctiveness, platform, is_pinyin });
    }

    fn build_matchers(&mut self) {
        use Distinctiveness as D;
        if self.names.is_empty() {
            return;
        }
        let mut texts: Vec<&str> = Vec::new();
        for (i, name) in self.names.iter().enumerate() {
            texts.push(&name.text);
            self.patterns.push((Some(i), self.words.get(&name.text).copied()));
        }
        for (text, word) in &self.words {
            if word.name.is_none() && text.len() > 1 {
                texts.push(text);
                self.patterns.push((None, Some(*word)));
            }
        }
        self.matcher = AhoCorasick::new(texts).ok();
        self.by_i_l = (self.names.iter().enumerate())
            .filter(|(_, n)| !matches!(n.distinctiveness, D::Generic | D::DomainLabel))
            .filter(|(_, n)| n.text.len() >= MIN_I_L && n.text.contains(['i', 'l']))
            .map(|(i, n)| (n.text.replace('l', "i"), i))
            .collect();
        self.by_collapsed = (self.names.iter().enumerate())
            .filter(|(_, n)| n.text.is_ascii() && n.distinctiveness != D::DomainLabel)
            .filter(|(_, n)| n.text.len() >= MIN_MISSPELLED || n.distinctiveness == D::Short)
            .map(|(i, n)| (collapse_repeats(&n.text).0, i))
            .collect();
        let has_folded_form =
            |n: &BrandName| n.distinctiveness != D::Chinese && n.text.len() >= MIN_FOLDED;
        self.folded_names =
            (0..self.names.len()).filter(|i| has_folded_form(&self.names[*i])).collect();
        let folded =
            self.folded_names.iter().map(|i| confusables::fold_lookalikes(&self.names[*i].text));
        self.folded_matcher = AhoCorasick::new(folded).ok();
        for (i, name) in self.names.iter().enumerate() {
            let d = name.distinctiveness;
            let is_compared = name.text.len() >= MIN_MISSPELLED && name.text.is_ascii();
            if is_compared && (d.is_specific() || d == D::Generic) {
                self.deletions.add(&name.text, i);
            }
        }
    }

    /// Specific names of six letters and more, each with its index.
    pub(crate) fn long_names(&self) -> impl Iterator<Item = (usize, &BrandName)> {
        self.folded_names
            .iter()
            .map(|i| (*i, &self.names[*i]))
            .filter(|(_, n)| n.text.len() >= MIN_MISSPELLED && n.distinctiveness.is_specific())
    }

    /// Index of the name that differs from `word` only in `i` for `l` or `l` for `i`.
    pub(crate) fn find_i_l_variant(&self, word: &str) -> Option<usize> {
        if !word.contains(['i', 'l']) {
            return None;
        }
        let i = *self.by_i_l.get(&word.replace('l', "i"))?;
        (self.names[i].text != word).then_some(i)
    }

    /// Index of the name that [`collapse_repeats`] turns into `collapsed`.
    pub(crate) fn find_collapsed(&self, collapsed: &str) -> Option<usize> {
        self.by_collapsed.get(collapsed).copied()
    }

    /// Index of the name that is exactly `text`.
    pub(crate) fn index_of(&self, text: &str) -> Option<usize> {
        self.by_text.get(text).copied()
    }

    /// The name that is exactly `text`.
    pub(crate) fn name(&self, text: &str) -> Option<&BrandName> {
        self.index_of(text).map(|i| &self.names[i])
    }

    /// All names and lures inside `text`, overlapping ones included; single letters are not found.
    pub(crate) fn find_all(&self, text: &str) -> Vec<Match> {
        let Some(matcher) = &self.matcher else { return Vec::new() };
        let matches = matcher.find_overlapping_iter(text).map(|m| {
            let (name, word) = self.patterns[m.pattern().as_usize()];
            Match { start: m.start(), end: m.end(), name, word }
        });
        matches.collect()
    }

    /// Names whose folded form is inside `folded`, with the first byte and one past the last.
    pub(crate) fn find_folded<'a>(
        &'a self,
        folded: &'a str,
    ) -> impl Iterator<Item = (&'a BrandName, usize, usize)> + 'a {
        self.folded_matcher
            .iter()
            .flat_map(move |a| a.find_overlapping_iter(folded))
            .map(|m| (&self.names[self.folded_names[m.pattern().as_usize()]], m.start(), m.end()))
    }

    /// Names at edit distance 1 from `text[start..end]`: one letter inserted, deleted, replaced, or
    /// two neighbors swapped. `prefixes` are those of `text`.
    pub(crate) fn find_misspelled<'a>(
        &'a self,
        text: &'a str,
        prefixes: &'a PrefixHashes,
        (start, end): (usize, usize),
    ) -> impl Iterator<Item = &'a BrandName> + 'a {
        let part = text.get(start..end).unwrap_or("");
        let fits = (MIN_MISSPELLED - 1..=MAX_MISSPELLED).contains(&part.len()) && part.is_ascii();
        fits.then(|| self.deletions.candidates(prefixes, start, end))
            .into_iter()
            .flatten()
            .map(|i| &self.names[i])
            .filter(move |n| n.text != part && strsim::osa_distance(&n.text, part) == 1)
    }

    /// The name or lure that is exactly `text`.
    pub(crate) fn word(&self, text: &str) -> Option<Word> {
        self.words.get(text).copied()
    }
}

/// `word` with each run of one ASCII letter collapsed to a single letter, and the number of letters
/// removed.
pub(super) fn collapse_repeats(word: &str) -> (String, usize) {
    let mut collapsed = String::with_capacity(word.len());
    let mut removed = 0;
    for c in word.chars() {
        match collapsed.ends_with(c) && c.is_ascii_alphabetic() {
            true => removed += 1,
            false => collapsed.push(c),
        }
    }
    (collapsed, removed)
}

fn lure_words() -> FastMap<String, Word> {
    let mut words: FastMap<String, Word> = FastMap::default();
    for (lure, list) in lures::LURES {
        for text in list.split_whitespace() {
            let company = lures::COMPANY_WORDS.contains(&text);
            let word =
                words.entry(text.to_owned()).or_insert(Word { name: None, lures: 0, company });
            word.lures |= lure.bit();
        }
    }
    for word in words.values_mut() {
        // A word that is filler in one list and a lure in another is a lure.
        if word.lures & lures::ANY != 0 {
            word.lures &= !Lure::Filler.bit();
        }
    }
    words
}
