//! Compiles the lexicon of a pack for fast search.
//!
//! A pattern is a sequence of elements with gaps: `加|添加 ..8 @contact` means one of two words, then
//! at most eight characters, then a word of the class `contact`. Without `..` the gap is four.
//! Matching takes the nearest fitting word for each element and never backtracks, so it stays
//! linear. Must not depend on rules: a frame says that a text asks for a screen, not that this is
//! a scam.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::entities::EntityKind;
use crate::homophones::HomophoneIndex;
use crate::lexicon_source::{LexiconError, LexiconSource};
use crate::normalize::NormalizedText;
use crate::segmenter::Segmenter;
use yanka_types::chars::is_han;

/// Gap where a pattern gives none, in characters. Empirical; no measurement recorded.
const DEFAULT_GAP: usize = 4;
/// Widest gap that a pattern may give, in characters; [`LexiconError::BadGap`] quotes it.
const MAX_GAP: usize = 40;
/// Deepest nesting of classes; stops a class that includes itself.
const MAX_CLASS_DEPTH: u8 = 8;
/// Most names that one group expands to; stops a group that includes itself.
const MAX_GROUP_STEPS: usize = 1000;
/// Precedes the name of an entity kind among the words; no folded text contains it.
const ENTITY_MARK: char = '\u{1}';
/// Verbs that also end many other words: 参加我们 contains 加我.
const AMBIGUOUS_VERBS: &str = "加发报念转打充点扫进入拉买取交缴填付下搜装开退赔返";
/// Length of a term that the segmenter learns, in characters. A longer one would hide the verb in
/// it (扫码下载 hides 下载).
const TERM_LENGTH: usize = 2;

/// A compiled pattern, without its first slot.
pub(crate) struct Pattern {
    /// Number of the frame.
    pub frame: u16,
    /// The first slot of `rest`, next to `frame` in memory because most patterns fail there.
    pub second: Option<u16>,
    /// For each further element: widest gap before it, in characters, and its slot.
    pub rest: Vec<(usize, u16)>,
}

/// A frame that a lexicon defines.
#[derive(Clone, Debug)]
pub struct FrameDefinition {
    /// Such as `request.screen`.
    pub id: String,
    /// Whether a negation before the frame negates it.
    pub negatable: bool,
}

/// A compiled lexicon. A word is numbered once; a slot is a set of words that one element of a
/// pattern accepts.
pub struct Lexicon {
    /// Finds all words at once; the pattern number is the word number.
    pub(crate) automaton: AhoCorasick,
    /// For each word: the slots it fills.
    pub(crate) slots_of_word: Vec<Vec<u16>>,
    /// For each word: whether it counts only at the start of a segmented word.
    pub(crate) must_start_word: Vec<bool>,
    /// For each slot: whether its words count anywhere (`~` before the element).
    pub(crate) unanchored: Vec<bool>,
    /// For each slot: the patterns that begin with it.
    pub(crate) patterns_by_slot: Vec<Vec<Pattern>>,
    pub(crate) segmenter: Segmenter,
    pub(crate) homophones: HomophoneIndex,
    /// Word numbers of the entity kinds that some pattern uses.
    pub(crate) entities: Vec<(EntityKind, usize)>,
    frames: Vec<FrameDefinition>,
    groups: HashMap<String, Vec<String>>,
}

impl Lexicon {
    /// Compiles `source`.
    ///
    /// # Errors
    /// [`LexiconError`] where the source contradicts itself, refers to a missing class, has a
    /// malformed pattern, or is too large.
    pub fn new(source: &LexiconSource) -> Result<Self, LexiconError> {
        Builder::new(source)?.build(source)
    }

    /// Numbers, ascending, of the frames that `name` stands for: an id, `kind.*`, or `@group`.
    /// Empty for an unknown name.
    #[must_use]
    pub fn frames_named(&self, name: &str) -> Vec<usize> {
        let mut open = vec![name.to_owned()];
        let mut numbers = Vec::new();
        for _ in 0..MAX_GROUP_STEPS {
            let Some(name) = open.pop() else { break };
            if let Some(group) = name.strip_prefix('@') {
                open.extend(self.groups.get(group).into_iter().flatten().cloned());
                continue;
            }
            let fits = |id: &str| name.strip_suffix('*').map_or(id == name, |k| id.starts_with(k));
            let fitting = self.frames.iter().enumerate().filter(|(_, f)| fits(&f.id));
            numbers.extend(fitting.map(|(number, _)| number));
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// First bytes of the words of `text`, rising from 0.
    #[must_use]
    pub fn word_starts(&self, text: &str) -> Vec<usize> {
        self.segmenter.word_starts(text).into_iter().map(|word| word.start as usize).collect()
    }

    /// The frames, indexed by number.
    #[must_use]
    pub fn frames(&self) -> &[FrameDefinition] {
        &self.frames
    }
}

/// Numbers words and slots while patterns are compiled.
#[derive(Default)]
struct Builder {
    classes: HashMap<String, Vec<String>>,
    words: Vec<String>,
    number_of_word: HashMap<String, usize>,
    slots_of_word: Vec<Vec<u16>>,
    /// Slot of an unanchored flag with sorted words.
    slot_of: HashMap<(bool, Vec<String>), u16>,
    unanchored: Vec<bool>,
}

impl Builder {
    fn new(source: &LexiconSource) -> Result<Self, LexiconError> {
        let mut builder = Self::default();
        for class in &source.class {
            let words = class.words.clone();
            if builder.classes.insert(class.name.clone(), words).is_some() {
                return Err(LexiconError::Duplicate(class.name.clone()));
            }
        }
        Ok(builder)
    }

    fn build(mut self, source: &LexiconSource) -> Result<Lexicon, LexiconError> {
        let mut frames: Vec<FrameDefinition> = Vec::new();
        let mut patterns_by_slot: Vec<Vec<Pattern>> = Vec::new();
        for frame in &source.frame {
            let number = match frames.iter().position(|f| f.id == frame.id) {
                Some(_) => return Err(LexiconError::Duplicate(frame.id.clone())),
                None => u16::try_from(frames.len()).map_err(|_| LexiconError::TooLarge)?,
            };
            frames.push(FrameDefinition { id: frame.id.clone(), negatable: frame.negatable });
            for pattern in &frame.any {
                let (head, rest) = self.pattern(pattern, &frame.id)?;
                let head = usize::from(head);
                if patterns_by_slot.len() <= head {
                    patterns_by_slot.resize_with(head + 1, Vec::new);
                }
                let second = rest.first().map(|(_, slot)| *slot);
                patterns_by_slot[head].push(Pattern { frame: number, second, rest });
            }
        }
        patterns_by_slot.resize_with(self.slot_of.len().max(patterns_by_slot.len()), Vec::new);
        let by_sound: Vec<(usize, &str)> = source
            .class
            .iter()
            .filter(|c| c.sounds)
            .flat_map(|c| &c.words)
            .filter_map(|w| self.number_of_word.get(w).map(|n| (*n, w.as_str())))
            .collect();
        let homophones = HomophoneIndex::new(&by_sound).ok_or(LexiconError::TooLarge)?;
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(&self.words)
            .map_err(|_| LexiconError::TooLarge)?;
        let must_start_word = self.words.iter().map(|w| is_ambiguous(w)).collect();
        let terms = self.words.iter().filter(|w| is_term(w)).cloned().collect();
        let entities = EntityKind::ALL.iter().filter_map(|kind| {
            Some((*kind, *self.number_of_word.get(&format!("{ENTITY_MARK}{}", kind.word()))?))
        });
        let groups = source.group.iter().map(|g| (g.name.clone(), g.frames.clone())).collect();
        Ok(Lexicon {
            groups,
            entities: entities.collect(),
            automaton,
            slots_of_word: self.slots_of_word,
            must_start_word,
            unanchored: self.unanchored,
            patterns_by_slot,
            frames,
            segmenter: Segmenter::with_terms(terms),
            homophones,
        })
    }

    /// Compiles a pattern to its first slot and the further elements with the gaps before them.
    fn pattern(&mut self, text: &str, id: &str) -> Result<(u16, Vec<(usize, u16)>), LexiconError> {
        let mut gap = DEFAULT_GAP;
        let mut elements: Vec<(usize, u16)> = Vec::new();
        for part in text.split_whitespace() {
            if let Some(width) = part.strip_prefix("..") {
                let wide = width.parse().ok().filter(|g| *g <= MAX_GAP);
                gap = wide.ok_or_else(|| LexiconError::BadGap(text.to_owned()))?;
            } else {
                elements.push((gap, self.slot(part)?));
                gap = DEFAULT_GAP;
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
        let (unanchored, element) =
            element.strip_prefix('~').map_or((false, element), |e| (true, e));
        let mut words = Vec::new();
        for part in element.split('|').filter(|p| !p.is_empty()) {
            self.expand(part, &mut words, 0)?;
        }
        words.sort_unstable();
        words.dedup();
        if words.is_empty() {
            return Err(LexiconError::UnknownClass(element.to_owned()));
        }
        let key = (unanchored, words);
        if let Some(slot) = self.slot_of.get(&key) {
            return Ok(*slot);
        }
        let slot = u16::try_from(self.slot_of.len()).map_err(|_| LexiconError::TooLarge)?;
        self.unanchored.push(unanchored);
        for word in &key.1 {
            let number = self.intern(word);
            if let Some(slots) = self.slots_of_word.get_mut(number) {
                slots.push(slot);
            }
        }
        self.slot_of.insert(key, slot);
        Ok(slot)
    }

    /// Appends the words of `part`: a word, an entity kind, or the members of a class.
    fn expand(&self, part: &str, out: &mut Vec<String>, depth: u8) -> Result<(), LexiconError> {
        let Some(name) = part.strip_prefix('@') else {
            out.push(NormalizedText::new(part).text);
            return Ok(());
        };
        if EntityKind::ALL.iter().any(|kind| kind.word() == name) {
            out.push(format!("{ENTITY_MARK}{name}"));
            return Ok(());
        }
        let class = self.classes.get(name).filter(|_| depth < MAX_CLASS_DEPTH);
        let class = class.ok_or_else(|| LexiconError::UnknownClass(name.to_owned()))?;
        class.iter().try_for_each(|word| self.expand(word, out, depth + 1))
    }

    /// The number of `word`, assigned on first use.
    fn intern(&mut self, word: &str) -> usize {
        if let Some(number) = self.number_of_word.get(word) {
            return *number;
        }
        let number = self.words.len();
        self.words.push(word.to_owned());
        self.slots_of_word.push(Vec::new());
        self.number_of_word.insert(word.to_owned(), number);
        number
    }
}

/// Whether `word` counts only where a segmented word begins: a single Chinese character, or up to
/// three characters that begin with an ambiguous verb.
fn is_ambiguous(word: &str) -> bool {
    let mut chars = word.chars();
    let first = chars.next().filter(|c| is_han(*c));
    let more = chars.count();
    more == 0 && first.is_some() || more <= 2 && first.is_some_and(|c| AMBIGUOUS_VERBS.contains(c))
}

/// Whether the segmenter learns `word`.
fn is_term(word: &str) -> bool {
    word.chars().count() == TERM_LENGTH && word.chars().all(is_han)
}
