//! Looks at whether entries fit each other and may be shown to people.
//!
//! Decides what a single entry cannot know: ids, names of other entries, dates, and rules that hide
//! each other. Whether a rule meets its examples is tried in `trial`.

mod lists;
mod names;
mod overlap;
mod rules;
mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::lists::HostLists;
use crate::source::{Entry, Placed, Sources};

/// Notes everything that is wrong between the entries, and in the `lists` that they name.
pub fn check(sources: &Sources, lists: &dyn HostLists, found: &mut Vec<Diagnostic>) {
    let mut check = Check { sources, found };
    check.ids();
    check.provenances();
    check.names();
    check.sentences();
    check.values();
    check.rules();
    check.overlaps();
    check.lists(lists);
}

struct Check<'a> {
    sources: &'a Sources,
    found: &'a mut Vec<Diagnostic>,
}

impl Check<'_> {
    fn note(
        &mut self,
        code: &'static str,
        file: usize,
        place: &Range<usize>,
        wrong: String,
        mend: impl Into<String>,
    ) {
        let (place, mend) = (place.clone(), mend.into());
        self.found.push(Diagnostic { code, file, place, wrong, mend });
    }

    fn ids(&mut self) {
        let s = self.sources;
        self.one_each("publisher", &s.publishers);
        self.one_each("payload", &s.payloads);
        self.one_each("code", &s.codes);
        self.one_each("platform", &s.platforms);
        self.one_each("domain", &s.domains);
        self.one_each("hotline", &s.hotlines);
        self.one_each("number form", &s.forms);
        let mut sorts: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for entry in &s.records {
            self.shape(entry.file, &entry.id);
            if !sorts.entry(&entry.body.sort).or_default().insert(&entry.id.value) {
                self.taken(&entry.body.sort, entry.file, &entry.id);
            }
        }
        self.rule_ids();
    }

    fn rule_ids(&mut self) {
        let withdrawn: BTreeSet<&str> = self
            .sources
            .rules
            .iter()
            .filter(|r| !r.body.active)
            .map(|r| r.id.value.as_str())
            .collect();
        let mut seen = BTreeSet::new();
        for entry in &self.sources.rules {
            self.shape(entry.file, &entry.id);
            let again = !seen.insert((&entry.id.value, entry.body.active));
            if entry.body.active && withdrawn.contains(entry.id.value.as_str()) {
                let wrong = format!("the rule `{}` was withdrawn", entry.id.value);
                let mend = "an id is never used again: give the new rule an id of its own";
                self.note("used-again", entry.file, &entry.id.place, wrong, mend);
            } else if again {
                self.taken("rule", entry.file, &entry.id);
            }
            if !entry.id.value.contains('/') {
                let wrong = format!("`{}` does not say which room it is of", entry.id.value);
                let mend = format!("write it as `payload/{}` or the like", entry.id.value);
                self.note("bad-id", entry.file, &entry.id.place, wrong, mend);
            }
        }
    }

    fn one_each<T>(&mut self, sort: &str, entries: &[Entry<T>]) {
        let mut seen = BTreeSet::new();
        for entry in entries {
            self.shape(entry.file, &entry.id);
            if !seen.insert(&entry.id.value) {
                self.taken(sort, entry.file, &entry.id);
            }
        }
    }

    fn taken(&mut self, sort: &str, file: usize, id: &Placed<String>) {
        let wrong = format!("there is another {sort} `{}`", id.value);
        self.note("duplicate-id", file, &id.place, wrong, "rename one of the two, or join them");
    }

    fn shape(&mut self, file: usize, id: &Placed<String>) {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-./".contains(c);
        if !id.value.chars().all(fits) {
            let wrong =
                format!("`{}` has other signs than a–z, 0–9, hyphen, dot and slash", id.value);
            let mend = "ids are lower-case words joined by hyphens, such as `wechat-contact`";
            self.note("bad-id", file, &id.place, wrong, mend);
        }
    }
}
