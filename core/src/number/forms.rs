//! The forms that numbers take, compiled once for each class and only when that class is asked.
//!
//! Which form means what is the pack's affair; this file only says which one a text takes.

use crate::pack::NumberForm;
use regex::RegexSet;
use std::sync::OnceLock;

/// All forms of a pack, in its order.
pub(super) struct Forms {
    all: Vec<NumberForm>,
    classes: Vec<Class>,
}

/// The forms of one class: their places in the pack's order, and the same as one set.
struct Class {
    name: String,
    places: Vec<usize>,
    set: OnceLock<Option<RegexSet>>,
}

impl Forms {
    pub fn new(all: Vec<NumberForm>) -> Self {
        let mut classes: Vec<Class> = Vec::new();
        for (place, form) in all.iter().enumerate().filter(|(_, f)| !f.form.is_empty()) {
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
        let patterns = || class.places.iter().filter_map(|p| self.all.get(*p)).map(|f| &f.form);
        let set = class.set.get_or_init(|| RegexSet::new(patterns()).ok()).as_ref()?;
        let first = set.matches(text).iter().next()?;
        class.places.get(first).and_then(|p| self.all.get(*p)).map(|form| form.id.as_str())
    }

    /// The form with this id.
    pub fn with_id(&self, id: &str) -> Option<&NumberForm> {
        self.all.iter().find(|form| form.id == id)
    }
}
