//! `measure links FILE [--origin ORIGIN] [--half seen|kept] [--rows]`: one link or host a line → share by verdict, and
//! the rules behind it. `measure imitations [SEED] [--missed]` and
//! `measure ordinary [SEED] [--origin ORIGIN] [--rows]` make their own lines.
//!
//! Runs the full check with the embedded rules and no log. Asserts nothing.

use std::collections::BTreeMap;
use yanka::check::{self, OwnRules, RuleContext};
use yanka::error::Error;
use yanka::link::{Brands, Detector, signal};
use yanka::report::{Language, Options, Origin, OwnRule, Report, Severity};
use yanka_tests::data::is_held_out;
use yanka_tests::links::imitations::{self, Original};
use yanka_tests::links::{lists, ordinary, unseen, untuned};

/// Nobody has said anything about any link.
struct NoOwnRules;

impl OwnRules for NoOwnRules {
    fn find(&self, _: &str, _: Option<&str>) -> Result<Option<OwnRule>, Error> {
        Ok(None)
    }
}

/// Tries for each name of a brand and each kind of imitation.
const TRIES: usize = 20;
/// Ordinary hosts that are made.
const ORDINARY: usize = 100_000;

/// Runs one of the three measures with the words after its name.
///
/// # Errors
/// A sentence for the person at the terminal.
pub fn run(measure: &str, words: &[String]) -> Result<(), String> {
    let origin = match words.iter().position(|w| w == "--origin").map(|i| words.get(i + 1)) {
        None => Origin::Message,
        Some(word) => word
            .and_then(|w| Origin::from_word(w))
            .ok_or("--origin takes parcel, message, call or unknown")?,
    };
    let plain = plain_words(words);
    let seed = plain.first().and_then(|w| w.parse().ok()).unwrap_or(1_u64);
    let known = RuleContext::open(None).map_err(|e| e.to_string())?;
    let rows = words.iter().any(|w| w == "--rows");
    match measure {
        "imitations" => imitations(&known, seed, origin, words.iter().any(|w| w == "--missed")),
        "ordinary" => {
            let lines = ordinary::hosts(seed, ORDINARY);
            by_verdict(&known, lines.iter().map(String::as_str), origin, rows)
        }
        _ => {
            let path =
                plain.first().ok_or("usage: measure links FILE [--origin ORIGIN] [--rows]")?;
            let text = std::fs::read_to_string(path).map_err(|e| e.to_string())?;
            let half = match words.iter().position(|w| w == "--half").map(|i| words.get(i + 1)) {
                None => None,
                Some(Some(word)) if word == "seen" || word == "kept" => Some(word == "kept"),
                Some(_) => return Err("--half takes seen or kept".to_owned()),
            };
            let mine = |l: &&str| half.is_none_or(|kept| is_held_out(l) == kept);
            let lines = lists::lines(&text).filter(mine);
            by_verdict(&known, lines, origin, rows)
        }
    }
}

/// The words that are neither options nor an option's value.
fn plain_words(words: &[String]) -> Vec<&String> {
    let is_value = |i: usize| i > 0 && matches!(words[i - 1].as_str(), "--origin" | "--half");
    let plain = |(i, w): &(usize, &String)| !w.starts_with("--") && !is_value(*i);
    words.iter().enumerate().filter(plain).map(|(_, w)| w).collect()
}

fn ask(known: &RuleContext, line: &str, origin: Origin) -> Result<Report, String> {
    let options = Options {
        origin,
        language: Language::En,
        situations: Vec::new(),
        keep: false,
        offset_minutes: 480,
    };
    check::link(known, &NoOwnRules, line.to_owned(), &options).map_err(|e| e.to_string())
}

fn by_verdict<'a>(
    known: &RuleContext,
    lines: impl Iterator<Item = &'a str>,
    origin: Origin,
    rows: bool,
) -> Result<(), String> {
    let mut verdicts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut rules: BTreeMap<(&str, String), (usize, Vec<String>)> = BTreeMap::new();
    let mut total = 0_usize;
    for line in lines {
        total += 1;
        let report = ask(known, line, origin)?;
        *verdicts.entry(report.verdict.word()).or_default() += 1;
        if rows {
            let findings: Vec<&str> = report.findings.iter().map(|f| f.finding.as_str()).collect();
            let row = serde_json::json!({"link": line, "verdict": report.verdict.word(), "findings": findings});
            println!("{row}");
        }
        for finding in report.findings.iter().filter(|f| f.severity > Severity::Info) {
            let entry = rules.entry((finding.severity.word(), finding.rule.clone())).or_default();
            entry.0 += 1;
            if entry.1.len() < 5 {
                entry.1.push(line.to_owned());
            }
        }
    }
    if rows {
        return Ok(());
    }
    println!("{total} lines, origin {}", origin.word());
    for (verdict, count) in verdicts {
        println!("  {verdict:<16} {count:>7}  {:>8.4} %", share(count, total));
    }
    for ((severity, rule), (count, examples)) in rules {
        println!("  {severity:<8} {rule:<40} {count:>6}  such as {}", examples.join(" "));
    }
    Ok(())
}

fn share(count: usize, total: usize) -> f64 {
    100.0 * count as f64 / total.max(1) as f64
}

/// The detector that is meant to find a kind of imitation.
fn made_for(kind: &str) -> Detector {
    match kind {
        "foreign letters" => Detector::Homoglyph,
        "digits for letters" => Detector::Substitution,
        "slip of the hand" | "slip beside a lure" => Detector::Misspelling,
        "name on another suffix" => Detector::OtherSuffix,
        "name beside anything, cheap suffix" => Detector::Affix,
        k if k.starts_with("domain") || k.starts_with("name as") => Detector::Subdomain,
        _ => Detector::Lure,
    }
}

fn imitations(known: &RuleContext, seed: u64, origin: Origin, missed: bool) -> Result<(), String> {
    let brands = yanka_tests::links::brand_list();
    let originals: Vec<Original> = brands.iter().map(Original::of).collect();
    let made = imitations::hosts(seed, TRIES, &originals);
    let (mut found_in_all, mut danger_in_all) = (0, 0);
    println!(
        "{:<36} {:>6} {:>9} {:>9} {:>18}",
        "kind", "made", "found", "danger", "its way left out"
    );
    for (kind, _) in imitations::KINDS {
        let mine: Vec<&str> =
            made.iter().filter(|i| i.kind == *kind).map(|i| i.host.as_str()).collect();
        let all = Brands::new(brands.clone());
        let without = Brands::new(brands.clone()).without_detectors(&[made_for(kind)]);
        let count = |b: &Brands| mine.iter().filter(|h| is_imitation(h, b)).count();
        let mut danger = 0;
        for host in &mine {
            let report = ask(known, host, origin)?;
            danger += usize::from(report.findings.iter().any(|f| f.severity == Severity::Danger));
        }
        let found = count(&all);
        found_in_all += found;
        danger_in_all += danger;
        let total = mine.len();
        println!(
            "{kind:<36} {total:>6} {:>8.2}% {:>8.2}% {:>17.2}%",
            share(found, total),
            share(danger, total),
            share(count(&without), total)
        );
        if missed {
            let not_found: Vec<&str> =
                mine.iter().copied().filter(|h| !is_imitation(h, &all)).take(30).collect();
            println!("  missed: {}", not_found.join(" "));
        }
    }
    println!(
        "{:<36} {:>6} {:>8.2}% {:>8.2}%",
        "all",
        made.len(),
        share(found_in_all, made.len()),
        share(danger_in_all, made.len())
    );
    let all = Brands::new(brands);
    println!("\nkinds by an author who had not seen the detectors");
    println!("{:<36} {:>6} {:>9} {:>12}", "kind", "made", "found now", "first run");
    let made = unseen::unseen(seed, TRIES, &originals);
    let mut found_in_all = 0;
    for (kind, _, first, _) in unseen::UNSEEN {
        let mine: Vec<&str> =
            made.iter().filter(|i| i.kind == *kind).map(|i| i.host.as_str()).collect();
        let not_found: Vec<&str> =
            mine.iter().copied().filter(|h| !is_imitation(h, &all)).collect();
        let found = mine.len() - not_found.len();
        found_in_all += found;
        println!("{kind:<36} {:>6} {:>8.2}% {first:>11.1}%", mine.len(), share(found, mine.len()));
        if missed {
            println!("  missed: {}", not_found[..not_found.len().min(30)].join(" "));
        }
    }
    let first: f64 = unseen::UNSEEN.iter().map(|(_, _, first, _)| first).sum();
    println!(
        "{:<36} {:>6} {:>8.2}% {:>11.1}%",
        "all",
        made.len(),
        share(found_in_all, made.len()),
        first / unseen::UNSEEN.len() as f64
    );
    println!("\nkinds that were not tuned to at first");
    for (kind, _, first) in untuned::UNTUNED {
        let made: Vec<_> = untuned::untuned(seed, TRIES, &originals)
            .into_iter()
            .filter(|i| i.kind == *kind)
            .collect();
        let found = made.iter().filter(|i| is_imitation(&i.host, &all)).count();
        println!("{kind:<36} {:>6} {:>8.2}% {first:>11.1}%", made.len(), share(found, made.len()));
    }
    Ok(())
}

fn is_imitation(host: &str, brands: &Brands) -> bool {
    let facts = yanka::link::of_payload(&format!("https://{host}/"), brands);
    let told = |code: &str| matches!(code, signal::IMITATION | signal::BRAND_NAME);
    facts.is_some_and(|f| f.signals.iter().any(|s| told(s.code)))
}
