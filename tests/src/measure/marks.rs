//! `measure marks [FILE…] [--texts FOLDER]`: how often a scam text without its marked words is no
//! longer scored as one.
//!
//! Without FILE: the scam texts of the training texts, each scored by a model that was not trained on
//! its batch. With FILEs (JSONL rows `text`, `label`): their scam rows, by a model trained on all
//! texts. Prints the share that falls under the thresholds at which a score is a finding, with and
//! without a hard request, and how much of a text is marked. Quotes no text.

use yanka::text::model::Model;
use yanka::text::{Lexicon, NormalizedText, extract_facts_of};
use yanka_rules::corpus::Corpus;
use yanka_rules::train::{folds, train};
use yanka_tests::texts::Line;

use crate::rows;

/// Counts of texts over one threshold.
#[derive(Default)]
struct Slice {
    found: u32,
    under: u32,
    marks: u32,
    marked: usize,
    characters: usize,
}

/// Trains and measures.
///
/// # Errors
/// A sentence for the person at the terminal.
pub fn run(words: &[String]) -> Result<(), String> {
    let (files, folder) = rows::arguments(words);
    eprintln!("training (about a minute)…");
    let corpus = Corpus::load(&folder)?;
    let line = Line::open();
    let rules = line.texts();
    let table = rules.learned().ok_or("the rules have no model")?.judgement();
    let least = table.thresholds.caution;
    let mut slices = [("with a hard request", least - table.points.hard), ("of any other", least)]
        .map(|(name, least)| (name, least, Slice::default()));
    let mut add = |model: &Model, text: &str| {
        for (_, least, slice) in &mut slices {
            slice.add(model, rules.lexicon(), text, *least);
        }
    };
    if files.is_empty() {
        folds::each_left_out(&corpus, |_, example, model| {
            if example.is_scam() {
                add(model, &example.text);
            }
        })
        .map_err(|e| e.to_string())?;
    } else {
        let model = train(&corpus).map_err(|e| e.to_string())?;
        for file in files {
            for row in rows::read(file)?.iter().filter(|row| row.label == "scam") {
                add(&model, &row.text);
            }
        }
    }
    for (name, least, slice) in &slices {
        let share = |part: f64, of: f64| 100.0 * part / of.max(1.0);
        println!(
            "threshold {name} ({least}): {} texts found; under it without their marks {:.1} %; \
             {:.1} marks a text, {:.1} % of the characters",
            slice.found,
            share(f64::from(slice.under), f64::from(slice.found)),
            f64::from(slice.marks) / f64::from(slice.found.max(1)),
            share(slice.marked as f64, slice.characters as f64),
        );
    }
    Ok(())
}

impl Slice {
    fn add(&mut self, model: &Model, lexicon: &Lexicon, text: &str, least: f32) {
        let normal = NormalizedText::new(text);
        let facts = extract_facts_of(&normal, lexicon);
        let Some(score) = model.score_parts(&normal.text, &facts.folded) else { return };
        if score.score <= least {
            return;
        }
        let words = |part: &str| lexicon.word_starts(part);
        let mut marks = model.marks(&normal.text, &score, &facts.folded.safety, words);
        marks.sort_by_key(|m| m.start);
        // A line break in place of a mark: no n-gram spans one.
        let (mut rest, mut at) = (String::new(), 0);
        for mark in &marks {
            rest.push_str(&normal.text[at..mark.start]);
            rest.push('\n');
            at = mark.end;
            self.marked += normal.text[mark.start..mark.end].chars().count();
        }
        rest.push_str(&normal.text[at..]);
        let rest = NormalizedText::new(&rest);
        let facts = extract_facts_of(&rest, lexicon);
        let after = model.score_parts(&rest.text, &facts.folded);
        self.found += 1;
        self.under += u32::from(after.is_none_or(|s| s.score <= least));
        self.marks += u32::try_from(marks.len()).unwrap_or(0);
        self.characters += normal.text.chars().count();
    }
}
