//! Whether the texts give their label away by something other than what they say: by their first
//! characters, their length, their channel, or an opening that many share.
//!
//! Figures on left-out batches. A balanced accuracy of 50 % is chance.

use std::collections::BTreeMap;
use std::fmt::Write;

use yanka::text::model::ModelError;

use super::folds::{FOLDS, is_held};
use super::{counts, fit_scam};
use crate::corpus::{Corpus, Example};

/// Characters of an opening that a classifier may look at.
const OPENING: usize = 12;
/// Characters of an opening that is counted.
const SHORT_OPENING: usize = 4;

/// Balanced accuracies in per cent, and the most frequent opening.
#[derive(Clone, Debug)]
pub struct Diversity {
    /// Of a classifier that sees the first 12 characters only.
    pub opening: f64,
    /// Of one that sees the length only.
    pub length: f64,
    /// Of one that sees the channel only.
    pub channel: f64,
    /// The largest share of texts, in per cent, that begin with the same 4 characters.
    pub same_opening: f64,
}

/// Measures `corpus`.
///
/// # Errors
/// Those of [`train`](super::train).
pub fn diversity(corpus: &Corpus) -> Result<Diversity, ModelError> {
    Ok(Diversity {
        opening: by_opening(corpus)?,
        length: by_key(corpus, |e| e.text.chars().count().ilog2()),
        channel: by_key(corpus, |e| e.channel),
        same_opening: same_opening(corpus),
    })
}

impl Diversity {
    /// The figures in words.
    #[must_use]
    pub fn table(&self) -> String {
        let mut out =
            String::from("scam told from quiet on left-out batches, balanced accuracy:\n");
        for (name, value) in [
            ("by the first 12 characters", self.opening),
            ("by the length", self.length),
            ("by the channel", self.channel),
        ] {
            let _ = writeln!(out, "  {name}: {value:.1} %");
        }
        let _ = writeln!(out, "most frequent opening of 4 characters: {:.2} %", self.same_opening);
        out
    }
}

fn by_opening(corpus: &Corpus) -> Result<f64, ModelError> {
    let mut cut = corpus.clone();
    for example in &mut cut.examples {
        example.text = example.text.chars().take(OPENING).collect();
    }
    let counts = counts(&cut);
    let mut tally = Tally::default();
    for fold in 0..FOLDS.min(cut.batches.len()) {
        let fitted = fit_scam(&cut, &counts, |e| !is_held(e, fold));
        for (example, counts) in cut.examples.iter().zip(&counts).filter(|(e, _)| is_held(e, fold))
        {
            let vector = fitted.vocabulary.vector(&counts.whole);
            tally.add(example.is_scam(), fitted.linear.decision(&vector) > 0.0);
        }
    }
    Ok(tally.balanced())
}

/// A classifier that knows one key of each text: a key is scam where its share of the scam texts is
/// larger than its share of the others.
fn by_key<K: Ord>(corpus: &Corpus, key: impl Fn(&Example) -> K) -> f64 {
    let mut tally = Tally::default();
    for fold in 0..FOLDS.min(corpus.batches.len()) {
        let mut shares: BTreeMap<K, f64> = BTreeMap::new();
        let learned: Vec<&Example> = corpus.examples.iter().filter(|e| !is_held(e, fold)).collect();
        let scams = learned.iter().filter(|e| e.is_scam()).count() as f64;
        let others = learned.len() as f64 - scams;
        for example in learned {
            let share = if example.is_scam() { 1.0 / scams } else { -1.0 / others };
            *shares.entry(key(example)).or_default() += share;
        }
        for example in corpus.examples.iter().filter(|e| is_held(e, fold)) {
            tally.add(example.is_scam(), shares.get(&key(example)).is_some_and(|s| *s > 0.0));
        }
    }
    tally.balanced()
}

fn same_opening(corpus: &Corpus) -> f64 {
    let mut openings: BTreeMap<String, u32> = BTreeMap::new();
    for example in &corpus.examples {
        *openings.entry(example.text.chars().take(SHORT_OPENING).collect()).or_default() += 1;
    }
    let most = openings.values().max().copied().unwrap_or(0);
    100.0 * f64::from(most) / corpus.examples.len().max(1) as f64
}

/// Right and all answers for scam texts and for the others.
#[derive(Default)]
struct Tally([[u32; 2]; 2]);

impl Tally {
    fn add(&mut self, is_scam: bool, said_scam: bool) {
        let [right, all] = &mut self.0[usize::from(is_scam)];
        *right += u32::from(is_scam == said_scam);
        *all += 1;
    }

    /// Mean of the two shares of right answers, in per cent.
    fn balanced(&self) -> f64 {
        let share = |[right, all]: [u32; 2]| f64::from(right) / f64::from(all.max(1));
        50.0 * (share(self.0[0]) + share(self.0[1]))
    }
}
