//! Matches normalized numbers against the patterns of a rule pack.
//!
//! The patterns of one class are compiled when the class is first used. The rule pack decides what a
//! pattern means.

use regex::RegexSet;
use std::sync::OnceLock;

/// A pattern over a normalized number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Its id, such as `code-behind-foreign-prefix`.
    pub id: String,
    /// `official`, `spoof`, `overseas`, `mobile`, `company`, `landline`, `sms`, `note` and others.
    pub class: String,
    /// A regular expression over the normalized number; empty for a note.
    pub regex: String,
}

/// All number patterns of a rule pack, in its order.
pub struct Patterns {
    all: Vec<Pattern>,
    classes: Vec<PatternClass>,
}

struct PatternClass {
    name: String,
    /// Indexes of its patterns in `Patterns::all`.
    indexes: Vec<usize>,
    /// `None` inside where an expression does not compile; then nothing matches.
    set: OnceLock<Option<RegexSet>>,
}

impl Patterns {
    /// The patterns of a pack; none is compiled yet.
    #[must_use]
    pub fn new(all: Vec<Pattern>) -> Self {
        let mut classes: Vec<PatternClass> = Vec::new();
        for (i, pattern) in all.iter().enumerate().filter(|(_, p)| !p.regex.is_empty()) {
            match classes.iter_mut().find(|c| c.name == pattern.class) {
                Some(class) => class.indexes.push(i),
                None => classes.push(PatternClass {
                    name: pattern.class.clone(),
                    indexes: vec![i],
                    set: OnceLock::new(),
                }),
            }
        }
        Self { all, classes }
    }

    /// Id of the first pattern of `class` that matches `text`.
    pub fn first(&self, class: &str, text: &str) -> Option<&str> {
        let class = self.classes.iter().find(|c| c.name == class)?;
        let patterns = || class.indexes.iter().filter_map(|i| self.all.get(*i)).map(|p| &p.regex);
        let set = class.set.get_or_init(|| RegexSet::new(patterns()).ok()).as_ref()?;
        let first = set.matches(text).iter().next()?;
        class.indexes.get(first).and_then(|i| self.all.get(*i)).map(|pattern| pattern.id.as_str())
    }
}
