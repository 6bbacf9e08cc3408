//! Number patterns, compiled once per class when that class is first used.
//!
//! Decides only which pattern matches; what a pattern means is the rule pack's business.

use regex::RegexSet;
use std::sync::OnceLock;

/// One pattern over a normalised number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Its id, such as `code-behind-foreign-prefix`.
    pub id: String,
    /// `official`, `spoof`, `overseas`, `mobile`, `company`, `landline`, `sms`, `note` and others.
    pub class: String,
    /// A regular expression over the normalised number; empty for a note.
    pub regex: String,
}

/// All number patterns of a rule pack, in its order.
pub struct Patterns {
    all: Vec<Pattern>,
    classes: Vec<Class>,
}

struct Class {
    name: String,
    places: Vec<usize>,
    set: OnceLock<Option<RegexSet>>,
}

impl Patterns {
    /// The patterns of a pack; none is compiled yet.
    #[must_use]
    pub fn new(all: Vec<Pattern>) -> Self {
        let mut classes: Vec<Class> = Vec::new();
        for (place, form) in all.iter().enumerate().filter(|(_, f)| !f.regex.is_empty()) {
            match classes.iter_mut().find(|c| c.name == form.class) {
                Some(class) => class.places.push(place),
                None => classes.push(Class {
                    name: form.class.clone(),
                    places: vec![place],
                    set: OnceLock::new(),
                }),
            }
        }
        Self { all, classes }
    }

    /// Id of the first form of `class` that `text` takes.
    pub fn first(&self, class: &str, text: &str) -> Option<&str> {
        let class = self.classes.iter().find(|c| c.name == class)?;
        let patterns = || class.places.iter().filter_map(|p| self.all.get(*p)).map(|f| &f.regex);
        let set = class.set.get_or_init(|| RegexSet::new(patterns()).ok()).as_ref()?;
        let first = set.matches(text).iter().next()?;
        class.places.get(first).and_then(|p| self.all.get(*p)).map(|form| form.id.as_str())
    }
}
