//! Checks for rules that hide each other: two rules that emit the same finding for the same key, so
//! that a person would see one reason twice or the wrong one.

use std::collections::BTreeMap;

use super::context::Checker;
use crate::source::{Entry, Located, Match, Rule};

impl Checker<'_> {
    pub(super) fn shadowing(&mut self) {
        let mut rules: Vec<&Entry<Rule>> =
            self.sources.rules.iter().filter(|r| r.body.active).collect();
        // A rule about a whole domain comes before a rule about a host under it.
        rules.sort_by_key(|r| keys(&r.body).1.iter().map(|k| k.value.len()).min());
        // The rule by kind of key, code and key.
        let mut seen: BTreeMap<(&str, String), &str> = BTreeMap::new();
        let mut shadowed = Vec::new();
        for rule in rules {
            let code = &rule.body.code.value;
            let (kind, keys) = keys(&rule.body);
            for key in keys {
                let covering = covering_keys(kind, &key.value);
                let first = covering.iter().find_map(|k| seen.get(&(kind, format!("{code} {k}"))));
                match first {
                    Some(first) if *first != rule.id.value => shadowed.push((rule, key, *first)),
                    Some(_) => {}
                    None => {
                        seen.insert((kind, format!("{code} {}", key.value)), &rule.id.value);
                    }
                }
            }
        }
        for (rule, key, first) in shadowed {
            let message = format!("`{first}` already reports {} for this", rule.body.code.value);
            let help =
                "remove the key from one of the two rules, or give this rule a code of its own";
            self.report("shadowed-rule", rule.file, &key.span, message, help);
        }
    }
}

/// The kind of a rule's keys, and the keys. Lists and frames have no keys that can be compared.
fn keys(rule: &Rule) -> (&'static str, &[Located<String>]) {
    match &rule.matches {
        Match::Payload(keys) => ("payload", keys),
        Match::Signal(keys) => ("signal", keys),
        Match::Host(keys) => ("host", keys),
        Match::Number(keys) => ("number", keys),
        Match::Url(keys) => ("url", keys),
        Match::Prefix(keys) => ("prefix", keys),
        Match::HostList(_) => ("host", &[]),
        Match::Frame(_) => ("frame", &[]),
    }
}

/// The key itself and every key that covers it.
fn covering_keys<'k>(kind: &str, key: &'k str) -> Vec<&'k str> {
    let mut all = vec![key];
    match kind {
        "host" => all.extend(key.match_indices('.').filter_map(|(dot, _)| key.get(dot + 1..))),
        "prefix" => all.extend(key.rmatch_indices('/').filter_map(|(at, _)| key.get(..=at))),
        _ => {}
    }
    all
}
