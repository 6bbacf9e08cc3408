//! Rules that hide each other: two that make the same finding of the same thing, of which a person
//! would see one twice or, by the order of chance, the wrong one.

use std::collections::BTreeMap;

use super::Check;
use crate::source::{Entry, Match, Placed, Rule};

impl Check<'_> {
    pub(super) fn overlaps(&mut self) {
        let mut seen: BTreeMap<(&str, String), &str> = BTreeMap::new();
        let mut found = Vec::new();
        let mut rules: Vec<&Entry<Rule>> =
            self.sources.rules.iter().filter(|r| r.body.active).collect();
        // What speaks of a whole domain comes before what speaks of a host under it.
        rules.sort_by_key(|r| keys(&r.body).iter().map(|k| k.value.len()).min());
        for rule in rules {
            let code = &rule.body.code.value;
            for key in keys(&rule.body) {
                let way = way(&rule.body);
                let above = above(way, &key.value);
                let hidden = above.iter().find_map(|a| seen.get(&(way, format!("{code} {a}"))));
                match hidden {
                    Some(first) if *first != rule.id.value => found.push((rule, key, *first)),
                    Some(_) => {}
                    None => {
                        seen.insert((way, format!("{code} {}", key.value)), &rule.id.value);
                    }
                }
            }
        }
        for (rule, key, first) in found {
            let wrong = format!("`{first}` already says {} of this", rule.body.code.value);
            let mend = "take the key out here or there, or give the rule a code of its own";
            self.note("shadowed-rule", rule.file, &key.place, wrong, mend);
        }
    }
}

fn keys(rule: &Rule) -> &[Placed<String>] {
    match &rule.matches {
        Match::Payload(k) | Match::Signal(k) | Match::Host(k) | Match::Number(k) => k,
        Match::Url(k) | Match::Prefix(k) => k,
        Match::HostList(_) | Match::Frame(_) => &[],
    }
}

const fn way(rule: &Rule) -> &'static str {
    match rule.matches {
        Match::Payload(_) => "payload",
        Match::Signal(_) => "signal",
        Match::Host(_) | Match::HostList(_) => "host",
        Match::Number(_) => "number",
        Match::Url(_) => "url",
        Match::Prefix(_) => "prefix",
        Match::Frame(_) => "frame",
    }
}

/// The key itself and every key that covers it.
fn above<'k>(way: &str, key: &'k str) -> Vec<&'k str> {
    let mut all = vec![key];
    match way {
        "host" => all.extend(key.match_indices('.').filter_map(|(dot, _)| key.get(dot + 1..))),
        "prefix" => all.extend(key.rmatch_indices('/').filter_map(|(at, _)| key.get(..=at))),
        _ => {}
    }
    all
}
