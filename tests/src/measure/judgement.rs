//! `measure judgement [FILE…] [--rows] [--texts FOLDER]`: what text rules and the learned score decide
//! together.
//!
//! Without FILE: the training texts, each scored by a model that was not trained on its batch. With
//! FILEs (JSONL rows `text`, `label`, `set`): these rows, scored by a model trained on all texts. Prints,
//! for a series of values of each number of the table, the share flagged, the others being those of the
//! sources; then the scores that hardly any honest text reaches. `--rows` prints what is known of each
//! text instead. Quotes no text.

use std::collections::BTreeMap;

use yanka::matcher::{Evidence, Judgement};
use yanka::report::{Origin, Severity, Subject};
use yanka::text::{NormalizedText, Script, sentences};
use yanka_rules::corpus::Corpus;
use yanka_rules::train::{folds, train};
use yanka_tests::texts::Line;

use crate::rows;

/// What is known of a text before the table is applied.
struct Known {
    slice: String,
    /// How it arrives; empty for rows of a file.
    channel: String,
    script: Script,
    /// Every text rule that matches, with its severity.
    rules: Vec<(String, Severity)>,
    /// Severity of the gravest finding about a link, a number or a payload.
    other: Option<Severity>,
    /// `None` for a text without a score.
    evidence: Option<Evidence>,
}

impl Known {
    /// The gravest finding by this table.
    fn severity(&self, table: &Judgement) -> Severity {
        let text = self.evidence.and_then(|evidence| table.severity(&evidence));
        text.max(self.other).unwrap_or(Severity::Info)
    }
}

/// Reads, scores and prints.
///
/// # Errors
/// A sentence for the person at the terminal.
pub fn run(words: &[String]) -> Result<(), String> {
    let (files, folder) = rows::arguments(words);
    eprintln!("training (about a minute)…");
    let corpus = Corpus::load(&folder)?;
    let line = Line::open();
    let mut all = Vec::new();
    if files.is_empty() {
        let scores = folds::left_out(&corpus).map_err(|e| e.to_string())?;
        for (example, score) in corpus.examples.iter().zip(scores) {
            let slice = example.part.word().to_owned();
            let known = known(&line, &example.text, slice, score as f32);
            all.push(Known { channel: example.channel.word().to_owned(), ..known });
        }
    }
    let model = train(&corpus).map_err(|e| e.to_string())?;
    for file in files {
        for row in rows::read(file)? {
            let normal = NormalizedText::new(&row.text);
            let score = model.score(&normal.text, &sentences(&normal));
            let score = score.map_or(f32::NEG_INFINITY, |s| s.score);
            all.push(known(&line, &row.text, format!("{} / {}", row.set, row.label), score));
        }
    }
    if words.iter().any(|w| w == "--rows") {
        all.iter().for_each(print_row);
    } else {
        curves(&line, &all);
        certain(&all);
    }
    Ok(())
}

/// What is known of `text`; its score by the rules' own model is replaced by `score`.
fn known(line: &Line, text: &str, slice: String, score: f32) -> Known {
    let rules = line.texts();
    let read = rules.read_text(text);
    let matches = rules.matches_of_rules(&read.facts, Subject::Text, Origin::Message);
    let report = line.report(text, Origin::Message);
    let other = report.findings.iter().filter(|f| !f.rule.starts_with("text/"));
    let other = other.map(|f| f.severity).max();
    let evidence = rules.learned().zip(read.resemblance.as_ref()).map(|(learned, found)| {
        let hard = learned.has_hard_request(&read.facts, found);
        let rules: Vec<_> = matches.iter().map(|m| (m.rule.id.as_str(), m.severity)).collect();
        Evidence { score, ..learned.evidence(&read, found, hard, &rules) }
    });
    let rules = matches.iter().map(|m| (m.rule.id.clone(), m.severity)).collect();
    Known { slice, channel: String::new(), script: read.script, rules, other, evidence }
}

fn print_row(known: &Known) {
    let word = |severity: Option<Severity>| severity.map_or("", Severity::word);
    let gravest = known.rules.iter().map(|(_, severity)| *severity).max();
    let row = serde_json::json!({
        "slice": known.slice, "channel": known.channel, "rule": word(gravest),
        "other": word(known.other), "rules": known.rules,
        "score": known.evidence.map(|e| e.score), "hard": known.evidence.is_some_and(|e| e.hard),
        "reported": known.evidence.map_or(0.0, |e| e.reported),
        "characters": known.evidence.map_or(0, |e| e.characters),
    });
    println!("{row}");
}

/// Name of a number of the table, where it stands, and the values that are tried.
type Series = (&'static str, fn(&mut Judgement) -> &mut f32, [f32; 9]);

const SERIES: [Series; 10] = [
    ("caution", |t| &mut t.thresholds.caution, [0.8, 1.1, 1.4, 1.7, 2.0, 2.3, 2.6, 3.0, 3.5]),
    ("danger", |t| &mut t.thresholds.danger, [1.7, 2.0, 2.3, 2.5, 2.8, 3.1, 3.5, 4.0, 4.5]),
    (
        "danger_rule",
        |t| &mut t.thresholds.danger_rule,
        [1.7, 2.3, 2.6, 3.0, 3.5, 4.0, 4.5, 5.0, 9.0],
    ),
    ("rule", |t| &mut t.points.rule, [0.0, 0.3, 0.6, 0.9, 1.25, 1.6, 2.0, 2.5, 3.0]),
    ("strong_rule", |t| &mut t.points.strong_rule, [0.0, 0.6, 1.2, 1.8, 2.2, 2.6, 3.0, 3.5, 4.0]),
    ("hard", |t| &mut t.points.hard, [0.0, 0.2, 0.4, 0.5, 0.6, 0.8, 1.0, 1.3, 1.6]),
    ("hard_danger", |t| &mut t.points.hard_danger, [0.0, 0.2, 0.35, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0]),
    (
        "brief_caution",
        |t| &mut t.points.brief_caution,
        [0.0, 0.3, 0.6, 1.0, 1.3, 1.6, 2.0, 2.5, 3.0],
    ),
    ("reported", |t| &mut t.points.reported, [0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 9.0]),
    ("brief_danger", |t| &mut t.points.brief_danger, [0.0, 0.5, 1.0, 1.4, 1.8, 2.2, 2.6, 3.0, 3.5]),
];

fn curves(line: &Line, all: &[Known]) {
    let Some(learned) = line.texts().learned() else { return };
    let table = *learned.judgement();
    let mut slices: BTreeMap<&str, Vec<&Known>> = BTreeMap::new();
    all.iter().for_each(|k| slices.entry(&k.slice).or_default().push(k));
    for (name, of, values) in SERIES {
        let now = *of(&mut table.clone());
        println!("{name} (in the sources {now}): per cent flagged, danger");
        print!("{:<36}", "");
        values.iter().for_each(|v| print!("{v:>13}"));
        println!();
        for (slice, rows) in &slices {
            print!("{:<36}", format!("{slice} ({})", rows.len()));
            for value in values {
                let mut table = table;
                *of(&mut table) = value;
                let verdicts: Vec<Severity> = rows.iter().map(|k| k.severity(&table)).collect();
                let share = |least: Severity| {
                    let count = verdicts.iter().filter(|s| **s >= least).count();
                    100.0 * count as f64 / rows.len() as f64
                };
                let cell =
                    format!("{:.1} {:.1}", share(Severity::Caution), share(Severity::Danger));
                print!("{cell:>13}");
            }
            println!();
        }
    }
}

/// Upper ends of the one-sided 95 % confidence intervals of a Poisson mean, for 0, 1, 2 … events: the
/// bound for a rate is this over the number of texts (Garwood 1936).
const POISSON_95: [f64; 6] = [2.996, 4.744, 6.296, 7.754, 9.154, 10.513];
/// The rate that the bound must stay under.
const CERTAIN_RATE: f64 = 0.001;

/// Prints, for each script and each channel, the score above which the 95 % bound of the rate of quiet
/// texts is under [`CERTAIN_RATE`], and the share of scam texts above it.
fn certain(all: &[Known]) {
    println!(
        "scores that fewer than {CERTAIN_RATE} of the quiet texts reach, with 95 % confidence"
    );
    let mut groups: BTreeMap<String, Vec<&Known>> = BTreeMap::new();
    for known in all {
        groups.entry(format!("{:?}", known.script)).or_default().push(known);
        groups.entry(known.channel.clone()).or_default().push(known);
    }
    for (name, rows) in groups.iter().filter(|(name, _)| !name.is_empty()) {
        let score = |k: &&Known| k.evidence.map(|e| e.score);
        let (scam, quiet): (Vec<&Known>, Vec<&Known>) =
            rows.iter().partition(|k| k.slice.contains("scam"));
        let mut quiet: Vec<f32> = quiet.iter().filter_map(score).collect();
        quiet.sort_by(|a, b| b.total_cmp(a));
        let allowed = POISSON_95
            .iter()
            .take_while(|bound| **bound / quiet.len() as f64 <= CERTAIN_RATE)
            .count();
        match allowed.checked_sub(1).and_then(|above| quiet.get(above)) {
            Some(least) => {
                let above = scam.iter().filter_map(score).filter(|s| s > least).count();
                let share = 100.0 * above as f64 / scam.len().max(1) as f64;
                println!(
                    "  {name}: above {least:.2}; {} quiet texts; {share:.1} % of the scam texts",
                    quiet.len()
                );
            }
            None => println!("  {name}: {} quiet texts are too few", quiet.len()),
        }
    }
}
