//! Trains the learned text model from the corpus.
//!
//! Deterministic: fixed order, one thread, seeded. Decides nothing about verdicts; what a score means
//! is decided by thresholds that are measured on left-out batches.

pub mod diversity;
pub mod folds;
pub mod logistic;
pub mod nearest;
pub mod stored;
pub mod vectors;

use std::collections::BTreeMap;

use yanka::text::model::{ASK, Model, ModelError, Scenario};

use crate::corpus::{Corpus, Example};
use logistic::{Linear, Sample, Sparse, fit};
use vectors::{Counts, TextCounts, Vocabulary};

/// Regularisation constant C of the scam classifier: that of the scikit-learn model with the same
/// features that it was compared with. Not tuned.
const COST: f64 = 20.0;
/// Times that the windows of scam texts are chosen anew. One round and two gave figures less than a
/// point apart.
const ROUNDS: usize = 2;
/// C of the scenario classifiers.
const SCENARIO_COST: f64 = 20.0;
/// Largest weights kept for one scenario.
const SCENARIO_TERMS: usize = 400;
/// Largest weights kept for one kind of request.
const ASK_TERMS: usize = 6000;

/// The n-gram counts of every example, in order.
#[must_use]
pub fn counts(corpus: &Corpus) -> Vec<TextCounts> {
    corpus.examples.iter().map(|e| TextCounts::of(&e.text)).collect()
}

/// A fitted classifier with its vocabulary, before quantisation.
pub struct Fitted {
    /// The n-grams.
    pub vocabulary: Vocabulary,
    /// The scam classifier.
    pub linear: Linear,
}

impl Fitted {
    /// The quantised model, with these scenarios.
    ///
    /// # Errors
    /// Never, for a fitted classifier; the model's own checks otherwise.
    pub fn model(self, scenarios: Vec<Scenario>) -> Result<Model, ModelError> {
        let (weights, scale) = quantised(&self.linear.weights, f64::from(i16::MAX));
        Model::new(
            self.linear.bias as f32,
            scale as f32,
            self.vocabulary.hashes,
            self.vocabulary.idf,
            weights.into_iter().map(|w| w as i16).collect(),
            scenarios,
        )
    }
}

/// Fits the scam classifier on the examples that `chosen` picks.
///
/// Multiple-instance learning (Andrews, Tsochantaridis and Hofmann 2003): every window of a quiet
/// text is quiet; of a scam text only the highest-scoring window, by the classifier of the round
/// before, counts as scam. The windows of a quiet text together weigh as much as the text.
#[must_use]
pub fn fit_scam(
    corpus: &Corpus,
    counts: &[TextCounts],
    chosen: impl Fn(&Example) -> bool,
) -> Fitted {
    let picked: Vec<(&Example, &TextCounts)> =
        corpus.examples.iter().zip(counts).filter(|(e, _)| chosen(e)).collect();
    let vocabulary = Vocabulary::of(&picked.iter().map(|(_, c)| &c.whole).collect::<Vec<_>>());
    let features = vocabulary.hashes.len();
    let sample = |counts: &Counts, positive: bool, cost: f64| Sample {
        x: vocabulary.vector(counts),
        positive,
        cost,
    };
    let mut samples: Vec<Sample> =
        picked.iter().map(|(e, c)| sample(&c.whole, e.is_scam(), 1.0)).collect();
    let mut linear = fit(&balanced(samples.clone()), features);
    for (_, counts) in picked.iter().filter(|(e, _)| !e.is_scam()) {
        let share = 1.0 / counts.windows.len() as f64;
        samples.extend(counts.windows.iter().map(|w| sample(w, false, share)));
    }
    for _ in 0..ROUNDS {
        let mut round = samples.clone();
        for (_, counts) in picked.iter().filter(|(e, _)| e.is_scam()) {
            let windows = counts.windows.iter().map(|w| sample(w, true, 1.0));
            let decision = |s: &Sample| linear.decision(&s.x);
            round.extend(windows.max_by(|a, b| decision(a).total_cmp(&decision(b))));
        }
        linear = fit(&balanced(round), features);
    }
    Fitted { vocabulary, linear }
}

/// Turns relative weights of samples into costs: both classes weigh the same in sum, [`COST`] a
/// sample on average.
fn balanced(mut samples: Vec<Sample>) -> Vec<Sample> {
    let sum = |positive: bool| -> f64 {
        samples.iter().filter(|s| s.positive == positive).map(|s| s.cost).sum()
    };
    let (scam, quiet) = (sum(true), sum(false));
    let factor = |class: f64| COST * (scam + quiet) / (2.0 * class.max(1.0));
    for sample in &mut samples {
        sample.cost *= factor(if sample.positive { scam } else { quiet });
    }
    samples
}

/// Trains the whole model.
///
/// # Errors
/// Never, for a corpus with scam and quiet texts; the model's own checks otherwise.
pub fn train(corpus: &Corpus) -> Result<Model, ModelError> {
    train_on(corpus, &counts(corpus))
}

/// Trains the whole model on these counts of the corpus.
fn train_on(corpus: &Corpus, counts: &[TextCounts]) -> Result<Model, ModelError> {
    train_chosen(corpus, counts, |_| true)
}

/// Trains the whole model on the examples that `chosen` picks.
fn train_chosen(
    corpus: &Corpus,
    counts: &[TextCounts],
    chosen: impl Fn(&Example) -> bool,
) -> Result<Model, ModelError> {
    let fitted = fit_scam(corpus, counts, &chosen);
    let scenarios = scenarios(corpus, counts, &fitted.vocabulary, chosen);
    fitted.model(scenarios)
}

/// A classifier for each scenario and each kind of request against the other scam texts, its largest
/// weights kept. The ids of requests begin with [`ASK`].
fn scenarios(
    corpus: &Corpus,
    counts: &[TextCounts],
    vocabulary: &Vocabulary,
    chosen: impl Fn(&Example) -> bool,
) -> Vec<Scenario> {
    let scams: Vec<(&Example, Sparse)> = corpus
        .examples
        .iter()
        .zip(counts)
        .filter(|(e, _)| e.is_scam() && chosen(e))
        .map(|(e, c)| (e, vocabulary.vector(&c.whole)))
        .collect();
    let mut members: BTreeMap<String, Vec<bool>> = BTreeMap::new();
    for (at, (example, _)) in scams.iter().enumerate() {
        let asks = example.asks.iter().map(|ask| format!("{ASK}{}", ask.word()));
        for id in asks.chain([example.kind.clone()]) {
            members.entry(id).or_insert_with(|| vec![false; scams.len()])[at] = true;
        }
    }
    let classifier = |(id, members): (String, Vec<bool>)| {
        let count = members.iter().filter(|m| **m).count();
        let share = scams.len() as f64 / (2.0 * count as f64);
        let rest = scams.len() as f64 / (2.0 * (scams.len() - count).max(1) as f64);
        let samples: Vec<Sample> = scams
            .iter()
            .zip(&members)
            .map(|((_, x), positive)| {
                let cost = SCENARIO_COST * if *positive { share } else { rest };
                Sample { x: x.clone(), positive: *positive, cost }
            })
            .collect();
        let terms = if id.starts_with(ASK) { ASK_TERMS } else { SCENARIO_TERMS };
        sparse(id, &fit(&samples, vocabulary.hashes.len()), vocabulary, terms)
    };
    members.into_iter().map(classifier).collect()
}

/// The `terms` largest weights of a classifier, quantised.
fn sparse(id: String, linear: &Linear, vocabulary: &Vocabulary, terms: usize) -> Scenario {
    let mut largest: Vec<usize> = (0..linear.weights.len()).collect();
    let size = |at: &usize| linear.weights[*at].abs() * f64::from(vocabulary.idf[*at]);
    largest.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.cmp(b)));
    largest.truncate(terms);
    largest.sort_unstable();
    let kept: Vec<f64> = largest.iter().map(|at| linear.weights[*at]).collect();
    let (weights, scale) = quantised(&kept, f64::from(i8::MAX));
    let weights = largest.iter().zip(weights).map(|(at, w)| (*at as u32, w as i8)).collect();
    Scenario { id, bias: linear.bias as f32, scale: scale as f32, weights }
}

/// `values` as whole steps of at most `most`, and the size of a step.
fn quantised(values: &[f64], most: f64) -> (Vec<f64>, f64) {
    let largest = values.iter().fold(0.0_f64, |m, v| m.max(v.abs()));
    let scale = if largest > 0.0 { largest / most } else { 1.0 };
    (values.iter().map(|v| (v / scale).round()).collect(), scale)
}
