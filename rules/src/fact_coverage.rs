//! Lists which entry covers each collected fact, or why no entry does.
//!
//! The facts were collected in files outside the repository; here they are row ids. An entry names
//! its rows in `facts`; `carried` and `left_out` entries name the others. Decides when every row is
//! covered.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::source::{Entry, Sources};

/// The fact files: name and row ids.
const FILES: &[(&str, RowIds)] = &[
    ("payloads.csv", RowIds::Numbered("P", 3, 99)),
    ("official_domains.csv", RowIds::Numbered("D", 4, 294)),
    ("hotlines.csv", RowIds::Numbered("H", 3, 102)),
    ("number_rules.csv", RowIds::Numbered("N", 3, 43)),
    ("patterns.csv", RowIds::Numbered("S", 3, 59)),
    ("emergency.csv", RowIds::Grouped(EMERGENCY)),
    ("notices.md", RowIds::Grouped(NOTICES)),
];

enum RowIds {
    /// A letter and a number from 1: letter, count of digits, count of rows.
    Numbered(&'static str, usize, usize),
    /// A group and a number from 1: group, count of rows.
    Grouped(&'static [(&'static str, usize)]),
}

/// Situations and the count of ordered steps of each.
const EMERGENCY: &[(&str, usize)] = &[
    ("0_any/", 2),
    ("1_scanned_only/", 3),
    ("2_added_contact_or_group/", 3),
    ("3_gave_card_or_id/", 4),
    ("4_gave_code/", 4),
    ("5_shared_screen/", 6),
    ("6_installed_app/", 4),
    (TRANSFERRED, 5),
    ("8_took_loan/", 3),
    ("9_sent_gold_or_cash/", 1),
    ("10_account_locked_by_scam/", 1),
    ("11_got_96110_or_police_visit/", 1),
    ("12_elder_or_child/", 1),
];

/// This situation has one more row, `X`.
const TRANSFERRED: &str = "7_transferred_money/";

/// The five notices and the count of pieces of advice in each.
const NOTICES: &[(&str, usize)] = &[("N0.", 6), ("N1.", 8), ("N2.", 5), ("N3.", 10), ("N4.", 4)];

/// The table of all facts, tab-separated, and the facts that neither an entry covers nor a
/// `left_out` explains.
#[must_use]
pub fn fact_coverage(sources: &Sources) -> (String, Vec<String>) {
    let covered = covered_facts(sources);
    let mut table = String::from("file\trow\tcarried by, or why by nothing\n");
    let mut missing = Vec::new();
    for (file, fact) in all_facts() {
        match covered.get(&fact) {
            Some(by) => drop(writeln!(table, "{file}\t{fact}\t{}", by.join(", "))),
            None => missing.push(format!("{file} {fact}")),
        }
    }
    (table, missing)
}

/// Every fact: its file and its row id, in order.
fn all_facts() -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    for (file, ids) in FILES {
        match ids {
            RowIds::Numbered(letter, digits, count) => {
                all.extend((1..=*count).map(|n| (*file, format!("{letter}{n:0digits$}"))));
            }
            RowIds::Grouped(groups) => {
                for (group, count) in *groups {
                    all.extend((1..=*count).map(|n| (*file, format!("{group}{n}"))));
                    if *group == TRANSFERRED {
                        all.push((*file, format!("{group}X")));
                    }
                }
            }
        }
    }
    all
}

/// What covers each fact: names of entries, or `nothing:` and the reason.
fn covered_facts(sources: &Sources) -> BTreeMap<String, Vec<String>> {
    let mut covered: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut cover = |fact: &str, by: String| covered.entry(fact.to_owned()).or_default().push(by);
    for (facts, name) in named_entries(sources) {
        facts.iter().for_each(|fact| cover(fact, name.clone()));
    }
    let names: BTreeSet<String> =
        named_entries(sources).into_iter().map(|(_, name)| name).collect();
    for entry in &sources.carried {
        // A `carried` that names an entry which no longer exists covers nothing: its facts are
        // reported as missing.
        if entry.body.iter().all(|name| names.contains(&name.value)) {
            for fact in &entry.facts {
                entry.body.iter().for_each(|name| cover(&fact.value, name.value.clone()));
            }
        }
    }
    for entry in &sources.left_out {
        for fact in &entry.facts {
            cover(&fact.value, format!("nothing: {}", entry.body));
        }
    }
    covered
}

/// Every entry: the facts that it covers, and its name, `kind id`.
fn named_entries(sources: &Sources) -> Vec<(Vec<&str>, String)> {
    fn named<'s, T>(
        kind: &'static str,
        entries: &'s [Entry<T>],
    ) -> impl Iterator<Item = (Vec<&'s str>, String)> {
        entries.iter().map(move |entry| {
            let facts = entry.facts.iter().map(|f| f.value.as_str()).collect();
            (facts, format!("{kind} {}", entry.id.value))
        })
    }
    let mut all: Vec<_> = named("rule", &sources.rules).collect();
    all.extend(named("payload", &sources.payloads));
    all.extend(named("domain", &sources.domains));
    all.extend(named("hotline", &sources.hotlines));
    all.extend(named("number_form", &sources.number_forms));
    for entry in &sources.records {
        let mut facts: Vec<&str> = entry.facts.iter().map(|f| f.value.as_str()).collect();
        // The body of a record may list further facts.
        let carries = entry.body.body.get("carries").and_then(|c| c.as_array());
        facts.extend(carries.into_iter().flatten().filter_map(|c| c.as_str()));
        all.push((facts, format!("{} {}", entry.body.kind, entry.id.value)));
    }
    all
}
