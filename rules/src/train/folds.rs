//! Figures on left-out batches: each batch is scored by a model that never saw it.
//!
//! Twin groups lie within one batch, so none is split.

use std::collections::BTreeMap;
use std::fmt::Write;

use yanka::text::model::{ASK, Model, ModelError};
use yanka::text::{NormalizedText, sentences};

use super::{counts, fit_scam, train_chosen};
use crate::corpus::{Ask, Corpus, Example, Part};

/// Batches are left out in this many folds.
pub(super) const FOLDS: usize = 8;

/// Rates of flagged quiet texts at which the share of scams found is printed, in per cent.
const RATES: [f64; 4] = [5.0, 2.0, 1.0, 0.5];

/// Least scores of a scenario for which it is printed how many are named, and how many rightly.
const NAMED_ABOVE: [f32; 6] = [-3.0, -2.0, -1.5, -1.0, -0.5, 0.0];

/// Worst kinds named of each sort.
const WORST: usize = 10;

/// Whether the batch of `example` is left out in this fold.
pub(super) const fn is_held(example: &Example, fold: usize) -> bool {
    example.batch % FOLDS == fold
}

/// The score of every example by a model that was not trained on its batch.
///
/// # Errors
/// Those of [`train`](super::train).
pub fn left_out(corpus: &Corpus) -> Result<Vec<f64>, ModelError> {
    let mut scores = vec![0.0; corpus.examples.len()];
    each_left_out(corpus, |at, example, model| {
        let normal = NormalizedText::new(&example.text);
        let found = model.score(&normal.text, &sentences(&normal));
        scores[at] = found.map_or(f64::NEG_INFINITY, |s| f64::from(s.score));
    })?;
    Ok(scores)
}

/// Calls `visit` with the index of each example, the example, and a model without scenarios that was
/// not trained on its batch.
///
/// # Errors
/// Those of [`train`](super::train).
pub fn each_left_out(
    corpus: &Corpus,
    mut visit: impl FnMut(usize, &Example, &Model),
) -> Result<(), ModelError> {
    let counts = counts(corpus);
    for fold in 0..FOLDS.min(corpus.batches.len()) {
        let held = |e: &Example| is_held(e, fold);
        let model = fit_scam(corpus, &counts, |e| !held(e)).model(Vec::new())?;
        for (at, example) in corpus.examples.iter().enumerate().filter(|(_, e)| held(e)) {
            visit(at, example, &model);
        }
    }
    Ok(())
}

/// The score above which `rate` per cent of the quiet texts lie.
#[must_use]
pub fn threshold(corpus: &Corpus, scores: &[f64], rate: f64) -> f64 {
    let mut quiet: Vec<f64> =
        corpus.examples.iter().zip(scores).filter(|(e, _)| !e.is_scam()).map(|(_, s)| *s).collect();
    quiet.sort_by(f64::total_cmp);
    let at = (quiet.len() as f64 * (1.0 - rate / 100.0)) as usize;
    quiet.get(at.min(quiet.len().saturating_sub(1))).copied().unwrap_or(0.0)
}

/// How well the classifiers identify the scenario and the requests of scam texts, on left-out batches:
/// the share of texts whose scenario ranks first, and the recall and precision of each kind of request.
///
/// # Errors
/// Those of [`train`](super::train).
pub fn requests(corpus: &Corpus) -> Result<String, ModelError> {
    let counts = counts(corpus);
    let (mut scams, mut first, mut of_area) = (0_u32, 0_u32, 0_u32);
    // For each least score at which a scenario would be named: named, rightly named.
    let mut named = NAMED_ABOVE.map(|least| (least, 0_u32, 0_u32));
    // For each request: labelled, found, both.
    let mut asks: BTreeMap<String, [u32; 3]> = BTreeMap::new();
    for fold in 0..FOLDS.min(corpus.batches.len()) {
        let held = |e: &Example| is_held(e, fold);
        let model = train_chosen(corpus, &counts, |e| !held(e))?;
        for example in corpus.examples.iter().filter(|e| held(e) && e.is_scam()) {
            let normal = NormalizedText::new(&example.text);
            let Some(found) = model.score(&normal.text, &sentences(&normal)) else { continue };
            let ranked = model.scenarios(&normal.text, found.block.start, found.block.end);
            let best = ranked.iter().find(|(id, _)| !id.starts_with(ASK));
            let scenario = best.map(|(id, _)| *id);
            for (least, all, right) in &mut named {
                let is_named = best.is_some_and(|(_, score)| score > least);
                *all += u32::from(is_named);
                *right += u32::from(is_named && scenario == Some(example.kind.as_str()));
            }
            let area = |id: &str| id.split('/').next().unwrap_or("").to_owned();
            scams += 1;
            first += u32::from(scenario == Some(example.kind.as_str()));
            of_area += u32::from(scenario.map(area) == Some(area(&example.kind)));
            let found = |ask: &str| ranked.iter().any(|(id, s)| *id == ask && *s > 0.0);
            let mut count = |name: String, labelled: bool, found: bool| {
                let entry = asks.entry(name).or_default();
                entry[0] += u32::from(labelled);
                entry[1] += u32::from(found);
                entry[2] += u32::from(labelled && found);
            };
            let mut hard = false;
            for ask in Ask::ALL.iter().copied() {
                let is_found = found(&format!("{ASK}{}", ask.word()));
                hard |= is_found && ask.is_hard();
                count(ask.word(), example.asks.contains(&ask), is_found);
            }
            count("hard".to_owned(), example.asks.iter().any(|a| a.is_hard()), hard);
        }
    }
    let share = |part: u32, of: u32| 100.0 * f64::from(part) / f64::from(of.max(1));
    let mut out = format!(
        "scam texts: scenario right {:.1} %, its area {:.1} % of {scams}\n",
        share(first, scams),
        share(of_area, scams)
    );
    for (least, all, right) in named {
        let _ = writeln!(
            out,
            "  named where its score is above {least}: {:.1} %, {:.1} % of them rightly",
            share(all, scams),
            share(right, all)
        );
    }
    for (ask, [labelled, found, both]) in asks {
        let _ = writeln!(
            out,
            "  asks {ask:<9} {labelled:>5} labelled, {:>5.1} % found, {:>5.1} % of found right",
            share(both, labelled),
            share(both, found)
        );
    }
    Ok(out)
}

/// A table of the figures.
#[must_use]
pub fn table(corpus: &Corpus, scores: &[f64]) -> String {
    let mut out = String::new();
    let share = |part: Part, threshold: f64| {
        let all = corpus.examples.iter().zip(scores).filter(|(e, _)| e.part == part);
        let (mut count, mut over) = (0_u32, 0_u32);
        for (_, score) in all {
            count += 1;
            over += u32::from(*score > threshold);
        }
        100.0 * f64::from(over) / f64::from(count.max(1))
    };
    let _ = writeln!(out, "left-out batches ({} folds)", FOLDS.min(corpus.batches.len()));
    let _ = writeln!(out, "quiet flagged  threshold    scam  honest  warning  quiet");
    for rate in RATES {
        let threshold = threshold(corpus, scores, rate);
        let _ = writeln!(
            out,
            "{rate:>11} %  {threshold:>9.3}  {:>6.1}  {:>6.1}  {:>7.1}  {:>5.1}",
            share(Part::Scam, threshold),
            share(Part::Honest, threshold),
            share(Part::Warning, threshold),
            share(Part::Quiet, threshold),
        );
    }
    let threshold = threshold(corpus, scores, 2.0);
    worst(&mut out, "scenarios found least, at 2 %", corpus, scores, |e, s| {
        e.is_scam().then_some(s <= threshold)
    });
    worst(&mut out, "quiet kinds flagged most, at 2 %", corpus, scores, |e, s| {
        (!e.is_scam()).then_some(s > threshold)
    });
    out
}

/// The kinds with the largest share of `wrong` texts, of at least five.
fn worst(
    out: &mut String,
    title: &str,
    corpus: &Corpus,
    scores: &[f64],
    wrong: impl Fn(&Example, f64) -> Option<bool>,
) {
    let mut kinds: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for (example, score) in corpus.examples.iter().zip(scores) {
        if let Some(wrong) = wrong(example, *score) {
            let kind = format!("{} ({})", example.kind, example.part.word());
            let entry = kinds.entry(kind).or_default();
            entry.0 += 1;
            entry.1 += u32::from(wrong);
        }
    }
    let mut sorted: Vec<_> = kinds.into_iter().filter(|(_, (n, _))| *n >= 5).collect();
    sorted.sort_by(|(a, (n, w)), (b, (m, v))| (v * n).cmp(&(w * m)).then_with(|| a.cmp(b)));
    let _ = writeln!(out, "{title}:");
    for (kind, (count, wrong)) in sorted.into_iter().take(WORST) {
        let _ = writeln!(out, "  {kind}: {wrong} of {count}");
    }
}
