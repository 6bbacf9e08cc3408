//! `measure judgement [FILE…] [--rows] [--texts FOLDER]`: what text rules and the learned score decide
//! together.
//!
//! Without FILE: the training texts, each scored by a model that was not trained on its batch. With
//! FILEs (JSONL rows `text`, `label`, `set`): these rows, scored by a model trained on all texts. Prints,
//! for a series of values of each threshold, the share flagged, the others being those of the sources;
//! `--rows` prints what is known of each text instead. Quotes no text.

use std::collections::BTreeMap;

use yanka::matcher::Thresholds;
use yanka::report::{Origin, Severity, Subject};
use yanka::text::{NormalizedText, sentences};
use yanka_rules::corpus::Corpus;
use yanka_rules::train::{folds, train};
use yanka_tests::texts::Line;

use crate::rows;

/// What is known of a text before the thresholds are applied.
struct Known {
    slice: String,
    score: f32,
    /// Every text rule that matches, with its severity.
    rules: Vec<(String, Severity)>,
    /// Severity of the gravest finding about a link, a number or a payload.
    other: Option<Severity>,
    hard: bool,
    characters: usize,
}

impl Known {
    /// The gravest finding by these thresholds.
    fn severity(&self, table: &Thresholds) -> Severity {
        let table = &table.for_length(self.characters);
        let rules = self.rules.iter().map(|(_, severity)| *severity);
        let hard = self.hard || table.is_hard(rules.clone(), self.score);
        let rule = rules.filter_map(|rule| table.of_rule(rule, self.score, hard)).max();
        let raised = rule == Some(Severity::Caution) && table.raises(self.score, hard);
        let rule = if raised { Some(Severity::Danger) } else { rule };
        let learned = table.of_score(self.score, hard);
        rule.max(learned).max(self.other).unwrap_or(Severity::Info)
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
            all.push(known(&line, &example.text, example.part.word().to_owned(), score as f32));
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
    }
    Ok(())
}

fn known(line: &Line, text: &str, slice: String, score: f32) -> Known {
    let rules = line.texts();
    let read = rules.read_text(text);
    let matches = rules.matches_of_rules(&read.facts, Subject::Text, Origin::Message);
    let report = line.report(text, Origin::Message);
    let other = report.findings.iter().filter(|f| !f.rule.starts_with("text/"));
    Known {
        slice,
        score,
        rules: matches.iter().map(|m| (m.rule.id.clone(), m.severity)).collect(),
        other: other.map(|f| f.severity).max(),
        characters: read.resemblance.as_ref().map_or(0, |r| r.characters),
        hard: rules
            .learned()
            .zip(read.resemblance.as_ref())
            .is_some_and(|(l, r)| l.has_hard_request(&read.facts, r)),
    }
}

fn print_row(known: &Known) {
    let word = |severity: Option<Severity>| severity.map_or("", Severity::word);
    let gravest = known.rules.iter().map(|(_, severity)| *severity).max();
    let row = serde_json::json!({
        "slice": known.slice, "score": known.score, "rule": word(gravest),
        "other": word(known.other), "hard": known.hard, "rules": known.rules,
    });
    println!("{row}");
}

/// Name of a threshold, where it stands in the table, and the values that are tried.
type Series = (&'static str, fn(&mut Thresholds) -> &mut f32, [f32; 9]);

const SERIES: [Series; 7] = [
    ("caution", |t| &mut t.caution, [0.4, 0.8, 1.2, 1.6, 2.0, 2.5, 3.0, 3.5, 4.0]),
    ("asked", |t| &mut t.asked, [-0.4, 0.0, 0.4, 0.8, 1.2, 1.6, 2.0, 2.5, 3.0]),
    ("danger", |t| &mut t.danger, [0.4, 0.8, 1.2, 1.6, 2.0, 2.5, 3.0, 3.5, 4.0]),
    ("caution_rule", |t| &mut t.caution_rule, [-9.0, -3.0, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0]),
    ("supported", |t| &mut t.supported, [-9.0, -3.0, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0]),
    ("hard_rule", |t| &mut t.hard_rule, [-9.0, -4.0, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0]),
    ("danger_rule", |t| &mut t.danger_rule, [-9.0, -3.0, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0]),
];

fn curves(line: &Line, all: &[Known]) {
    let Some(learned) = line.texts().learned() else { return };
    let table = *learned.thresholds();
    let mut slices: BTreeMap<&str, Vec<&Known>> = BTreeMap::new();
    all.iter().for_each(|k| slices.entry(&k.slice).or_default().push(k));
    for (name, of, values) in SERIES {
        let now = *of(&mut table.clone());
        println!("{name} (in the pack {now}): per cent flagged, danger");
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
