//! `measure model FILE… [--texts FOLDER]`: JSONL rows (`text`, `label`, `set`) → the share that the
//! learned text model flags, by set and label.
//!
//! Trains on the training texts first. The columns are thresholds at which 5, 2 and 1 % of the quiet
//! texts of left-out batches are flagged. Uses no rule. Quotes no text.

use std::collections::BTreeMap;

use yanka::text::{NormalizedText, sentences};
use yanka_rules::corpus::Corpus;
use yanka_rules::train::{folds, train};

use crate::rows;

/// Shares of quiet texts of left-out batches flagged, in per cent.
const RATES: [f64; 3] = [5.0, 2.0, 1.0];

#[derive(Default)]
struct Slice {
    rows: usize,
    flagged: [usize; RATES.len()],
}

/// Trains, reads and measures.
///
/// # Errors
/// A sentence for the person at the terminal.
pub fn run(words: &[String]) -> Result<(), String> {
    let (files, folder) = rows::arguments(words);
    if files.is_empty() {
        return Err("usage: measure model FILE… [--texts FOLDER]".to_owned());
    }
    eprintln!("training (about half a minute)…");
    let corpus = Corpus::load(&folder)?;
    let left_out = folds::left_out(&corpus).map_err(|e| e.to_string())?;
    let thresholds = RATES.map(|rate| folds::threshold(&corpus, &left_out, rate));
    let model = train(&corpus).map_err(|e| e.to_string())?;
    let mut slices: BTreeMap<String, Slice> = BTreeMap::new();
    for file in files {
        for row in rows::read(file)? {
            let normal = NormalizedText::new(&row.text);
            let score = model.score(&normal.text, &sentences(&normal)).map(|s| f64::from(s.score));
            let slice = slices.entry(format!("{} / {}", row.set, row.label)).or_default();
            slice.rows += 1;
            for (count, threshold) in slice.flagged.iter_mut().zip(thresholds) {
                *count += usize::from(score.is_some_and(|s| s > threshold));
            }
        }
    }
    println!("{} training texts; quiet texts of left-out batches flagged:", corpus.examples.len());
    print!("{:<40}{:>8}", "", "rows");
    RATES.iter().for_each(|rate| print!("{rate:>8} %"));
    println!();
    for (name, slice) in slices {
        print!("{name:<40}{:>8}", slice.rows);
        slice
            .flagged
            .iter()
            .for_each(|n| print!("{:>10.2}", 100.0 * *n as f64 / slice.rows as f64));
        println!();
    }
    Ok(())
}
