//! Decides how each brand name may count: by itself, beside a lure, or as a whole word only.
//!
//! Prepares the look-ups that make one host cost about a microsecond. Names come from outside.

use super::lexicon::{self, Lure};
use super::slips::{Prefixes, Slips};
use super::{look, pinyin};
use crate::{QuickMap, QuickSet};
use aho_corasick::AhoCorasick;

/// How much a name says by standing in a host.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Long and coined: `taobao`. Nobody else writes it by chance.
    Coined,
    /// Long and coined, but its owner runs many sites named after it: `tencent`.
    House,
    /// An everyday word for a public office: `shebao`. Private firms help people with it under the
    /// same word, so by itself it is only told.
    Office,
    /// Four or five letters: `icbc`. Needs a lure.
    Middling,
    /// Short, or an ordinary word: `jd`, `apple`. Needs a strong lure and nothing else beside it.
    Weak,
    /// Digits: `10086`. Other numbers are its neighbours, so only whole words count.
    Digits,
    /// In Chinese characters.
    Chinese,
    /// Taken from a brand's domain: counts only as a whole label.
    Domain,
}

/// A name that hosts can imitate.
#[derive(Clone)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) class: Class,
    pub(crate) platform: usize,
    pub(crate) is_pinyin: bool,
}

impl Name {
    /// How much it says by being there.
    pub(crate) const fn strength(&self) -> i8 {
        match self.class {
            Class::Coined | Class::Chinese => 3,
            Class::House | Class::Office | Class::Middling => 2,
            Class::Digits if self.text.len() >= 5 => 2,
            Class::Digits | Class::Weak => 1,
            Class::Domain => 0,
        }
    }
}

/// Words of a label: a name, or a lure.
#[derive(Clone, Copy)]
pub(crate) struct Word {
    pub(crate) name: Option<usize>,
    /// Bits of [`Lure`].
    pub(crate) lures: u16,
    /// Beside a short name, makes an ordinary company's name.
    pub(crate) company: bool,
}

/// A name or a lure that stands in a label.
#[derive(Clone, Copy)]
pub(crate) struct Met {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Place of the name, of any class.
    pub(crate) name: Option<usize>,
    /// The word that a label can be made of; a brand's domain is none.
    pub(crate) word: Option<Word>,
}

/// Names, prepared for look-up.
#[derive(Clone, Default)]
pub(crate) struct Index {
    pub(crate) names: Vec<Name>,
    by_text: QuickMap<String, usize>,
    /// Names that say something by themselves, with each letter once where it stands several times
    /// running.
    single: QuickMap<String, usize>,
    /// Names of four letters and more with `i` and `l` as one.
    strokes: QuickMap<String, usize>,
    words: QuickMap<String, Word>,
    /// Every name, and every lure of two bytes and more, in one automaton.
    inside: Option<AhoCorasick>,
    /// What each pattern of `inside` is.
    patterns: Vec<(Option<usize>, Option<Word>)>,
    looks: Option<AhoCorasick>,
    looks_of: Vec<usize>,
    slips: Slips,
    cheap: QuickSet<&'static str>,
    common: QuickSet<&'static str>,
}

/// Shortest name that a misspelling is sought for: of shorter ones too much else is one letter off.
const SHORTEST_MISSPELT: usize = 6;
/// Shortest name whose look is sought inside a label.
const SHORTEST_LOOK: usize = 5;

impl Index {
    /// Prepares `names` and the labels of `domains`, each with the place of its platform.
    pub(crate) fn new(names: Vec<(String, usize)>, domains: Vec<(String, usize)>) -> Self {
        let mut index = Self {
            cheap: lexicon::CHEAP.iter().copied().collect(),
            common: lexicon::COMMON.iter().copied().collect(),
            words: lures(),
            ..Self::default()
        };
        for (text, platform) in names {
            let text = text.trim().to_lowercase();
            if let Some(class) = class(&text) {
                index.add(text, class, platform);
            }
        }
        for (domain, platform) in domains {
            let label = domain.split('.').next().unwrap_or("").to_owned();
            if label.len() >= 5
                && class(&label)
                    .is_some_and(|c| matches!(c, Class::Coined | Class::House | Class::Middling))
            {
                index.add(label, Class::Domain, platform);
            }
        }
        index.prepare();
        index
    }

    fn add(&mut self, text: String, class: Class, platform: usize) {
        if self.by_text.contains_key(&text) {
            return;
        }
        let place = self.names.len();
        self.by_text.insert(text.clone(), place);
        if class != Class::Domain {
            let word = self.words.entry(text.clone()).or_insert(Word {
                name: None,
                lures: 0,
                company: false,
            });
            word.name = Some(place);
        }
        let is_pinyin = pinyin::reads(&text);
        self.names.push(Name { text, class, platform, is_pinyin });
    }

    fn prepare(&mut self) {
        if self.names.is_empty() {
            return;
        }
        let mut texts: Vec<&str> = Vec::new();
        for (place, name) in self.names.iter().enumerate() {
            texts.push(&name.text);
            self.patterns.push((Some(place), self.words.get(&name.text).copied()));
        }
        for (text, word) in &self.words {
            if word.name.is_none() && text.len() > 1 {
                texts.push(text);
                self.patterns.push((None, Some(*word)));
            }
        }
        self.inside = AhoCorasick::new(texts).ok();
        self.strokes = (self.names.iter().enumerate())
            .filter(|(_, n)| n.class != Class::Weak && n.class != Class::Domain)
            .filter(|(_, n)| n.text.len() >= 4 && n.text.contains(['i', 'l']))
            .map(|(i, n)| (n.text.replace('l', "i"), i))
            .collect();
        self.single = (self.names.iter().enumerate())
            .filter(|(_, n)| n.text.is_ascii() && n.class != Class::Domain)
            .filter(|(_, n)| n.text.len() >= 6 || n.class == Class::Middling)
            .map(|(i, n)| (look::single_letters(&n.text).0, i))
            .collect();
        let lookable = |n: &Name| n.class != Class::Chinese && n.text.len() >= SHORTEST_LOOK;
        self.looks_of = (0..self.names.len()).filter(|i| lookable(&self.names[*i])).collect();
        self.looks =
            AhoCorasick::new(self.looks_of.iter().map(|i| look::fold(&self.names[*i].text))).ok();
        for (i, name) in self.names.iter().enumerate() {
            let is_long = name.text.len() >= SHORTEST_MISSPELT;
            if is_long
                && name.text.is_ascii()
                && matches!(name.class, Class::Coined | Class::House | Class::Office | Class::Weak)
            {
                self.slips.add(&name.text, i);
            }
        }
    }

    /// Names of six letters and more that nobody else has by chance, each with its place.
    pub(crate) fn long_names(&self) -> impl Iterator<Item = (usize, &Name)> {
        self.looks_of.iter().map(|i| (*i, &self.names[*i])).filter(|(_, n)| {
            n.text.len() >= SHORTEST_MISSPELT
                && matches!(n.class, Class::Coined | Class::House | Class::Office)
        })
    }

    /// The name that is `word` but for an `l` that is an `i`, or the other way about.
    pub(crate) fn same_strokes(&self, word: &str) -> Option<usize> {
        if !word.contains(['i', 'l']) {
            return None;
        }
        let place = *self.strokes.get(&word.replace('l', "i"))?;
        (self.names[place].text != word).then_some(place)
    }

    /// The long name whose letters, each once where it stands several times running, are `single`.
    pub(crate) fn squeezed(&self, single: &str) -> Option<usize> {
        self.single.get(single).copied()
    }

    /// The place of the name that is exactly `text`.
    pub(crate) fn place(&self, text: &str) -> Option<usize> {
        self.by_text.get(text).copied()
    }

    /// The name that is exactly `text`.
    pub(crate) fn name(&self, text: &str) -> Option<&Name> {
        self.place(text).map(|i| &self.names[i])
    }

    /// Names and lures inside `text`, one over another; single letters are left out.
    pub(crate) fn meet(&self, text: &str) -> Vec<Met> {
        let Some(inside) = &self.inside else { return Vec::new() };
        let met = inside.find_overlapping_iter(text).map(|m| {
            let (name, word) = self.patterns[m.pattern().as_usize()];
            Met { start: m.start(), end: m.end(), name, word }
        });
        met.collect()
    }

    /// Names whose folded look is inside `folded`.
    pub(crate) fn looks<'a>(
        &'a self,
        folded: &'a str,
    ) -> impl Iterator<Item = (&'a Name, usize, usize)> + 'a {
        self.looks
            .iter()
            .flat_map(move |a| a.find_overlapping_iter(folded))
            .map(|m| (&self.names[self.looks_of[m.pattern().as_usize()]], m.start(), m.end()))
    }

    /// Names that are one slip of the hand away from `text[start..end]`: a letter more, less, other
    /// or swapped. `prefixes` are those of `text`.
    pub(crate) fn near<'a>(
        &'a self,
        text: &'a str,
        prefixes: &'a Prefixes,
        (start, end): (usize, usize),
    ) -> impl Iterator<Item = &'a Name> + 'a {
        let part = text.get(start..end).unwrap_or("");
        let fits = (SHORTEST_MISSPELT - 1..=32).contains(&part.len()) && part.is_ascii();
        fits.then(|| self.slips.near(prefixes, start, end))
            .into_iter()
            .flatten()
            .map(|i| &self.names[i])
            .filter(move |n| n.text != part && strsim::osa_distance(&n.text, part) == 1)
    }

    /// The name or lure that is exactly `text`.
    pub(crate) fn word(&self, text: &str) -> Option<Word> {
        self.words.get(text).copied()
    }

    /// Whether `suffix` costs next to nothing.
    pub(crate) fn is_cheap(&self, suffix: &str) -> bool {
        self.cheap.contains(suffix)
    }

    /// Whether `suffix` is open to everybody and in common use.
    pub(crate) fn is_common(&self, suffix: &str) -> bool {
        self.common.contains(suffix)
    }
}

/// Whether `name`, in Chinese characters, is one brand's alone: no ordinary word, trade or office.
#[must_use]
pub fn is_telling(name: &str) -> bool {
    matches!(class(name), Some(Class::Chinese))
}

fn class(text: &str) -> Option<Class> {
    let letters = text.chars().count();
    Some(match letters {
        0 | 1 => return None,
        _ if lexicon::CHINESE_TRADES.contains(&text) => return None,
        _ if lexicon::CHINESE_WORDS.contains(&text) => Class::Weak,
        _ if !text.is_ascii() => Class::Chinese,
        _ if text.bytes().all(|b| b.is_ascii_digit()) => match letters {
            ..=3 => return None,
            _ => Class::Digits,
        },
        _ if letters <= 3 || lexicon::ORDINARY.contains(&text) => Class::Weak,
        _ if lexicon::OFFICES.contains(&text) => Class::Office,
        _ if lexicon::HOUSES.contains(&text) => Class::House,
        4 | 5 => Class::Middling,
        _ => Class::Coined,
    })
}

fn lures() -> QuickMap<String, Word> {
    let mut words: QuickMap<String, Word> = QuickMap::default();
    for (lure, list) in lexicon::LURES {
        for text in list.split_whitespace() {
            let company = lexicon::COMPANY_WORDS.contains(&text);
            let word =
                words.entry(text.to_owned()).or_insert(Word { name: None, lures: 0, company });
            word.lures |= lure.bit();
        }
    }
    for word in words.values_mut() {
        // A word that is filler somewhere and a lure elsewhere is a lure.
        if word.lures & lexicon::ANY != 0 {
            word.lures &= !Lure::Filler.bit();
        }
    }
    words
}
