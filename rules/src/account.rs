//! Which collected fact is carried by what, or why by nothing.
//!
//! The table is made from the sources: every entry names its `facts`, and `left_out` entries name
//! the rest with a reason. Decides when it is complete.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::source::{Entry, Sources};

/// The fact files: name, how its rows are called, how many there are.
const FILES: &[(&str, Rows)] = &[
    ("payloads.csv", Rows::Numbered("P", 3, 99)),
    ("official_domains.csv", Rows::Numbered("D", 4, 294)),
    ("hotlines.csv", Rows::Numbered("H", 3, 102)),
    ("number_rules.csv", Rows::Numbered("N", 3, 43)),
    ("patterns.csv", Rows::Numbered("S", 3, 59)),
    ("emergency.csv", Rows::Named(EMERGENCY)),
    ("notices.md", Rows::Named(NOTICES)),
];

enum Rows {
    /// Letter, digits, how many from 1.
    Numbered(&'static str, usize, usize),
    /// Group and how many from 1.
    Named(&'static [(&'static str, usize)]),
}

/// Exposures and how many ordered steps each has; the row marked `X` is `7_transferred_money/X`.
const EMERGENCY: &[(&str, usize)] = &[
    ("0_any/", 2),
    ("1_scanned_only/", 3),
    ("2_added_contact_or_group/", 3),
    ("3_gave_card_or_id/", 4),
    ("4_gave_code/", 4),
    ("5_shared_screen/", 6),
    ("6_installed_app/", 4),
    ("7_transferred_money/", 5),
    ("8_took_loan/", 3),
    ("9_sent_gold_or_cash/", 1),
    ("10_account_locked_by_scam/", 1),
    ("11_got_96110_or_police_visit/", 1),
    ("12_elder_or_child/", 1),
];

/// The pieces of advice in the five notices.
const NOTICES: &[(&str, usize)] = &[("N0.", 6), ("N1.", 8), ("N2.", 5), ("N3.", 10), ("N4.", 4)];

/// The whole table, tab-separated, and the rows that nobody speaks of.
#[must_use]
pub fn account(sources: &Sources) -> (String, Vec<String>) {
    let carried = carried(sources);
    let mut table = String::from("file\trow\tcarried by, or why by nothing\n");
    let mut missing = Vec::new();
    for (file, row) in rows() {
        match carried.get(&row) {
            Some(by) => drop(writeln!(table, "{file}\t{row}\t{}", by.join(", "))),
            None => missing.push(format!("{file} {row}")),
        }
    }
    (table, missing)
}

/// Every row of every fact file, in order.
#[must_use]
pub fn rows() -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    for (file, rows) in FILES {
        match rows {
            Rows::Numbered(letter, digits, count) => {
                all.extend((1..=*count).map(|n| (*file, format!("{letter}{n:0digits$}"))));
            }
            Rows::Named(groups) => {
                for (group, count) in *groups {
                    all.extend((1..=*count).map(|n| (*file, format!("{group}{n}"))));
                    if group.starts_with("7_") {
                        all.push((*file, format!("{group}X")));
                    }
                }
            }
        }
    }
    all
}

/// Every entry as `sort id`.
fn entries(sources: &Sources) -> BTreeSet<String> {
    fn named<T>(sort: &str, all: &[Entry<T>]) -> Vec<String> {
        all.iter().map(|e| format!("{sort} {}", e.id.value)).collect()
    }
    let records = sources.records.iter().map(|r| format!("{} {}", r.body.sort, r.id.value));
    let mut all: BTreeSet<String> = records.collect();
    all.extend(named("rule", &sources.rules));
    all.extend(named("payload", &sources.payloads));
    all.extend(named("domain", &sources.domains));
    all.extend(named("hotline", &sources.hotlines));
    all.extend(named("number_form", &sources.forms));
    all
}

fn carried(sources: &Sources) -> BTreeMap<String, Vec<String>> {
    let mut by: BTreeMap<String, Vec<String>> = BTreeMap::new();
    note(&mut by, "rule", &sources.rules);
    note(&mut by, "payload", &sources.payloads);
    note(&mut by, "domain", &sources.domains);
    note(&mut by, "hotline", &sources.hotlines);
    note(&mut by, "number_form", &sources.forms);
    for record in &sources.records {
        let own = record.facts.iter().map(|f| f.value.clone());
        let told = record.body.body.get("carries").and_then(|c| c.as_array()).into_iter().flatten();
        let told = told.filter_map(|c| c.as_str().map(str::to_owned));
        for fact in own.chain(told) {
            by.entry(fact).or_default().push(format!("{} {}", record.body.sort, record.id.value));
        }
    }
    let known = entries(sources);
    for entry in &sources.carried {
        // What names an entry that is gone carries nothing: the fact shows as missing.
        let real = entry.body.iter().filter(|b| known.contains(&b.value)).map(|b| b.value.clone());
        let real: Vec<String> = real.collect();
        if real.len() == entry.body.len() {
            for fact in &entry.facts {
                by.entry(fact.value.clone()).or_default().extend(real.iter().cloned());
            }
        }
    }
    for left in &sources.left_out {
        for fact in &left.facts {
            by.entry(fact.value.clone()).or_default().push(format!("nothing: {}", left.body));
        }
    }
    by
}

fn note<T>(by: &mut BTreeMap<String, Vec<String>>, sort: &str, entries: &[Entry<T>]) {
    for entry in entries {
        for fact in &entry.facts {
            by.entry(fact.value.clone()).or_default().push(format!("{sort} {}", entry.id.value));
        }
    }
}
