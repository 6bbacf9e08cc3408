//! The words and patterns that the rules bring, made quick to find. Facts only: it can say that a
//! text asks for a screen, never that this is bad.
//!
//! A pattern is a row of elements with gaps: `加|添加 ..8 @contact` means one of two words, then at
//! most eight characters, then a word of the class `contact`. Without `..` the gap is four. Matching
//! takes the nearest fitting word for each element and never goes back, so it stays linear.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::{Deserialize, Serialize};

use super::char_folding::is_han;
use super::entities::EntityKind;
use super::homophones::HomophoneIndex;
use super::normalize::NormalizedText;
use super::segmenter::Segmenter;

/// Gap in characters where a pattern names none.
const GAP: usize = 4;
/// Widest gap a pattern may ask for, in characters.
const GAP_MOST: usize = 40;

/// What a rule author writes, in TOML or, inside a pack, in JSON. A pack's record holds its
/// provenance beside these; that is not read here.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Source {
    /// Named groups of words.
    #[serde(default)]
    pub class: Vec<ClassSource>,
    /// What a clause can say.
    #[serde(default)]
    pub frame: Vec<FrameSource>,
    /// Names under which rules speak of several frames.
    #[serde(default)]
    pub group: Vec<GroupSource>,
}

impl Source {
    /// Takes in what another part of the sources says.
    pub fn extend(&mut self, more: Self) {
        self.class.extend(more.class);
        self.frame.extend(more.frame);
        self.group.extend(more.group);
    }
}

/// Several frames under one name.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupSource {
    /// The name rules use after `@`.
    pub name: String,
    /// Frame ids; `@other` takes in another group, `kind.*` a kind.
    pub frames: Vec<String>,
}

/// A named group of words.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassSource {
    /// The name patterns use after `@`.
    pub name: String,
    /// Words; `@other` takes in another class.
    pub words: Vec<String>,
    /// Whether a string that sounds the same counts where it is no word of its own.
    #[serde(default)]
    pub sounds: bool,
}

/// One thing a clause can say.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameSource {
    /// Kind and name, such as `request.screen`.
    pub id: String,
    /// Patterns, any of which says it.
    pub any: Vec<String>,
    /// False where the pattern holds its own negation ("不要告诉家人").
    #[serde(default = "yes")]
    pub negatable: bool,
}

const fn yes() -> bool {
    true
}

/// What is wrong with a lexicon source; speaks to its author.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LexiconError {
    /// A pattern or class names a class that is not there.
    #[error("`{0}` names no class; write `[[class]] name = \"{0}\"` or mend the name")]
    UnknownClass(String),
    /// A pattern has no element, or only a gap.
    #[error("the pattern `{0}` of `{1}` holds no word")]
    EmptyPattern(String, String),
    /// A gap is no number or too wide.
    #[error("the gap in `{0}` must be `..` and a number up to 40")]
    BadGap(String),
    /// The same id twice.
    #[error("`{0}` stands twice")]
    Twice(String),
    /// Too many words or frames, or words the finder cannot take.
    #[error("too many words or frames")]
    TooMany,
}

/// Stands before the name of a form where a word would stand; no folded text holds it.
const ENTITY_MARK: char = '\u{1}';

pub(super) struct Pattern {
    pub frame: u16,
    /// The slot that `rest` begins with; most patterns end there.
    pub second: Option<u16>,
    pub rest: Vec<(usize, u16)>,
}

/// A frame's name and manners.
#[derive(Clone, Debug)]
pub struct FrameName {
    /// Such as `request.screen`.
    pub id: String,
    /// Whether a "do not" before it excuses it.
    pub negatable: bool,
}

/// A compiled lexicon.
pub struct Lexicon {
    pub(super) finder: AhoCorasick,
    /// For each word: the slots it fills.
    pub(super) slots: Vec<Vec<u16>>,
    /// For each word: whether it must begin a word of the text to count.
    pub(super) single: Vec<bool>,
    /// For each slot: whether its words count wherever they stand (`~` before the element).
    pub(super) loose: Vec<bool>,
    /// For each slot: patterns that begin with it.
    pub(super) first: Vec<Vec<Pattern>>,
    pub(super) frames: Vec<FrameName>,
    pub(super) segmenter: Segmenter,
    pub(super) homophones: HomophoneIndex,
    pub(super) groups: HashMap<String, Vec<String>>,
    /// Word numbers of the forms that some pattern asks for.
    pub(super) entities: Vec<(EntityKind, usize)>,
}

impl Lexicon {
    /// Compiles `source`.
    ///
    /// # Errors
    /// Says what is wrong with the source and how to mend it.
    pub fn new(source: &Source) -> Result<Self, LexiconError> {
        Builder::new(source)?.build(source)
    }

    /// Numbers of the frames that `name` means: an id, `kind.*`, or `@group`. Empty where unknown.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<usize> {
        let mut open = vec![name.to_owned()];
        let mut out = Vec::new();
        // A group that names itself would go round for ever.
        for _ in 0..1000 {
            let Some(name) = open.pop() else { break };
            if let Some(group) = name.strip_prefix('@') {
                open.extend(self.groups.get(group).into_iter().flatten().cloned());
                continue;
            }
            let fits = |id: &str| name.strip_suffix('*').map_or(id == name, |k| id.starts_with(k));
            out.extend(self.frames.iter().enumerate().filter(|(_, f)| fits(&f.id)).map(|(n, _)| n));
        }
        out.sort_unstable();
        out.dedup();
        out
    }

    /// The frames that can be found, in the order of their numbers.
    #[must_use]
    pub fn frames(&self) -> &[FrameName] {
        &self.frames
    }
}

#[derive(Default)]
struct Builder {
    classes: HashMap<String, Vec<String>>,
    words: Vec<String>,
    word_of: HashMap<String, usize>,
    word_slots: Vec<Vec<u16>>,
    slot_of: HashMap<(bool, Vec<String>), u16>,
    loose: Vec<bool>,
}

impl Builder {
    fn new(source: &Source) -> Result<Self, LexiconError> {
        let mut it = Self::default();
        for class in &source.class {
            let words = class.words.clone();
            if it.classes.insert(class.name.clone(), words).is_some() {
                return Err(LexiconError::Twice(class.name.clone()));
            }
        }
        Ok(it)
    }

    fn build(mut self, source: &Source) -> Result<Lexicon, LexiconError> {
        let mut frames: Vec<FrameName> = Vec::new();
        let mut first: Vec<Vec<Pattern>> = Vec::new();
        for frame in &source.frame {
            let number = match frames.iter().position(|f| f.id == frame.id) {
                Some(_) => return Err(LexiconError::Twice(frame.id.clone())),
                None => u16::try_from(frames.len()).map_err(|_| LexiconError::TooMany)?,
            };
            frames.push(FrameName { id: frame.id.clone(), negatable: frame.negatable });
            for pattern in &frame.any {
                let (head, rest) = self.pattern(pattern, &frame.id)?;
                let head = usize::from(head);
                if first.len() <= head {
                    first.resize_with(head + 1, Vec::new);
                }
                let second = rest.first().map(|(_, slot)| *slot);
                first[head].push(Pattern { frame: number, second, rest });
            }
        }
        first.resize_with(self.slot_of.len().max(first.len()), Vec::new);
        let sounding: Vec<(usize, &str)> = source
            .class
            .iter()
            .filter(|c| c.sounds)
            .flat_map(|c| &c.words)
            .filter_map(|w| self.word_of.get(w).map(|n| (*n, w.as_str())))
            .collect();
        let homophones = HomophoneIndex::new(&sounding).ok_or(LexiconError::TooMany)?;
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(&self.words)
            .map_err(|_| LexiconError::TooMany)?;
        let single = self.words.iter().map(|w| must_begin(w)).collect();
        let known = self.words.iter().filter(|w| is_term(w)).cloned().collect();
        let entities = EntityKind::ALL
            .iter()
            .filter_map(|f| Some((*f, *self.word_of.get(&format!("{ENTITY_MARK}{}", f.word()))?)));
        let groups = source.group.iter().map(|g| (g.name.clone(), g.frames.clone())).collect();
        Ok(Lexicon {
            groups,
            entities: entities.collect(),
            finder,
            slots: self.word_slots,
            single,
            loose: self.loose,
            first,
            frames,
            segmenter: Segmenter::with_terms(known),
            homophones,
        })
    }

    fn pattern(&mut self, text: &str, id: &str) -> Result<(u16, Vec<(usize, u16)>), LexiconError> {
        let mut gap = GAP;
        let mut elements: Vec<(usize, u16)> = Vec::new();
        for part in text.split_whitespace() {
            if let Some(width) = part.strip_prefix("..") {
                let wide = width.parse().ok().filter(|g| *g <= GAP_MOST);
                gap = wide.ok_or_else(|| LexiconError::BadGap(text.to_owned()))?;
            } else {
                elements.push((gap, self.slot(part)?));
                gap = GAP;
            }
        }
        if elements.is_empty() {
            return Err(LexiconError::EmptyPattern(text.to_owned(), id.to_owned()));
        }
        let head = elements.remove(0).1;
        Ok((head, elements))
    }

    /// The slot of an element such as `加|@add`.
    fn slot(&mut self, element: &str) -> Result<u16, LexiconError> {
        let (loose, element) = element.strip_prefix('~').map_or((false, element), |e| (true, e));
        let mut words = Vec::new();
        for part in element.split('|').filter(|p| !p.is_empty()) {
            self.gather(part, &mut words, 0)?;
        }
        words.sort_unstable();
        words.dedup();
        if words.is_empty() {
            return Err(LexiconError::UnknownClass(element.to_owned()));
        }
        let key = (loose, words);
        if let Some(slot) = self.slot_of.get(&key) {
            return Ok(*slot);
        }
        let slot = u16::try_from(self.slot_of.len()).map_err(|_| LexiconError::TooMany)?;
        self.loose.push(loose);
        for word in &key.1 {
            let number = self.word(word);
            if let Some(slots) = self.word_slots.get_mut(number) {
                slots.push(slot);
            }
        }
        self.slot_of.insert(key, slot);
        Ok(slot)
    }

    fn gather(&self, part: &str, out: &mut Vec<String>, depth: u8) -> Result<(), LexiconError> {
        let Some(name) = part.strip_prefix('@') else {
            out.push(NormalizedText::new(part).text);
            return Ok(());
        };
        if EntityKind::ALL.iter().any(|f| f.word() == name) {
            out.push(format!("{ENTITY_MARK}{name}"));
            return Ok(());
        }
        let class = self.classes.get(name).filter(|_| depth < 8);
        let class = class.ok_or_else(|| LexiconError::UnknownClass(name.to_owned()))?;
        class.iter().try_for_each(|word| self.gather(word, out, depth + 1))
    }

    fn word(&mut self, word: &str) -> usize {
        if let Some(number) = self.word_of.get(word) {
            return *number;
        }
        let number = self.words.len();
        self.words.push(word.to_owned());
        self.word_slots.push(Vec::new());
        self.word_of.insert(word.to_owned(), number);
        number
    }
}

/// One character alone, and short words that begin with a verb which ends many other words
/// (参加我们 holds 加我), count only where a word begins.
fn must_begin(word: &str) -> bool {
    let mut chars = word.chars();
    let first = chars.next().filter(|c| is_han(*c));
    let more = chars.count();
    more == 0 && first.is_some() || more <= 2 && first.is_some_and(|c| VERBS.contains(c))
}

const VERBS: &str = "加发报念转打充点扫进入拉买取交缴填付下搜装开退赔返";

/// Two Chinese characters: worth teaching to the word cutter. Longer ones would hide the verbs in
/// them (扫码下载 hides 下载).
fn is_term(word: &str) -> bool {
    word.chars().count() == 2 && word.chars().all(is_han)
}
