//! Checks ids: their characters, and that none is used twice or after it was withdrawn.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Checker;
use crate::source::{Entry, Located};

impl Checker<'_> {
    pub(super) fn ids(&mut self) {
        let s = self.sources;
        self.unique_ids("publisher", &s.publishers);
        self.unique_ids("payload", &s.payloads);
        self.unique_ids("code", &s.codes);
        self.unique_ids("platform", &s.platforms);
        self.unique_ids("domain", &s.domains);
        self.unique_ids("hotline", &s.hotlines);
        self.unique_ids("number form", &s.number_forms);
        let mut kinds: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for entry in &s.records {
            self.id_characters(entry.file, &entry.id);
            if !kinds.entry(&entry.body.kind).or_default().insert(&entry.id.value) {
                self.report_duplicate(&entry.body.kind, entry.file, &entry.id);
            }
        }
        self.rule_ids();
    }

    fn rule_ids(&mut self) {
        let rules = &self.sources.rules;
        let withdrawn: BTreeSet<&str> =
            rules.iter().filter(|r| !r.body.active).map(|r| r.id.value.as_str()).collect();
        let mut seen = BTreeSet::new();
        for entry in rules {
            let id = &entry.id;
            self.id_characters(entry.file, id);
            let duplicate = !seen.insert((&id.value, entry.body.active));
            if entry.body.active && withdrawn.contains(id.value.as_str()) {
                let message = format!("the rule `{}` was withdrawn", id.value);
                let help = "an id is never used again: give the new rule an id of its own";
                self.report("used-again", entry.file, &id.span, message, help);
            } else if duplicate {
                self.report_duplicate("rule", entry.file, id);
            }
            if !id.value.contains('/') {
                let message = format!("`{}` does not begin with the area of the rule", id.value);
                let help = format!("write it as `payload/{0}`, `host/{0}` or the like", id.value);
                self.report("bad-id", entry.file, &id.span, message, help);
            }
        }
    }

    fn unique_ids<T>(&mut self, called: &str, entries: &[Entry<T>]) {
        let mut seen = BTreeSet::new();
        for entry in entries {
            self.id_characters(entry.file, &entry.id);
            if !seen.insert(&entry.id.value) {
                self.report_duplicate(called, entry.file, &entry.id);
            }
        }
    }

    fn report_duplicate(&mut self, called: &str, file: usize, id: &Located<String>) {
        let message = format!("a {called} `{}` is defined twice", id.value);
        self.report("duplicate-id", file, &id.span, message, "rename one of them, or merge them");
    }

    fn id_characters(&mut self, file: usize, id: &Located<String>) {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-./".contains(c);
        if !id.value.chars().all(allowed) {
            let message =
                format!("`{}` has other characters than a–z, 0–9, hyphen, dot and slash", id.value);
            let help = "ids are lower-case words joined by hyphens, such as `wechat-contact`";
            self.report("bad-id", file, &id.span, message, help);
        }
    }
}
