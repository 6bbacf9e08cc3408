//! Refuses texts that must not be trained on: near-copies, texts out of bounds, unknown scenarios.

use std::collections::{HashMap, HashSet};

use yanka::text::NormalizedText;

use super::{Corpus, Example};

/// Shortest and longest text, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 8..=1_500;
/// Texts outside one twin group that share this part of the shorter one's 5-grams are near-copies.
const NEAR: f64 = 0.5;
/// Length of the character runs that near-copies are compared by.
const RUN: usize = 5;
/// 5-grams that more texts share are common formulas and are not compared.
const COMMON: usize = 40;

/// What is wrong with the corpus, one sentence each; empty where nothing is.
#[must_use]
pub fn check(corpus: &Corpus) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut ids = HashSet::new();
    for batch in &corpus.batches {
        if !ids.insert(batch.batch.id.as_str()) {
            wrong.push(format!("{}: two batches have this id", batch.batch.id));
        }
    }
    for example in &corpus.examples {
        let length = example.text.chars().count();
        if !LENGTHS.contains(&length) {
            wrong.push(format!("{}: a text of {length} characters", name(corpus, example)));
        }
        if example.is_scam() && example.asks.is_empty() {
            wrong.push(format!(
                "{}: a scam text that asks for nothing: write `none`",
                name(corpus, example)
            ));
        }
    }
    wrong.extend(near_copies(corpus));
    wrong
}

/// Where an example stands, for its author.
fn name(corpus: &Corpus, example: &Example) -> String {
    let batch = corpus.batches.get(example.batch).map_or("", |b| b.batch.id.as_str());
    let head: String = example.text.chars().take(12).collect();
    format!("{batch} {} ({}): {head:?}", example.kind, example.part.word())
}

fn near_copies(corpus: &Corpus) -> Vec<String> {
    let runs: Vec<HashSet<u64>> = corpus.examples.iter().map(|e| runs(&e.text)).collect();
    let mut holders: HashMap<u64, Vec<u32>> = HashMap::new();
    for (at, runs) in (0_u32..).zip(&runs) {
        for run in runs {
            holders.entry(*run).or_default().push(at);
        }
    }
    let mut wrong = Vec::new();
    for (at, own) in runs.iter().enumerate() {
        let mut shared: HashMap<u32, usize> = HashMap::new();
        for holders in own.iter().filter_map(|r| holders.get(r)).filter(|h| h.len() <= COMMON) {
            for other in holders.iter().filter(|o| (**o as usize) < at) {
                *shared.entry(*other).or_default() += 1;
            }
        }
        let mut pairs: Vec<_> = shared.into_iter().collect();
        pairs.sort_unstable();
        for (other, count) in pairs {
            let other = other as usize;
            let (a, b) = (&corpus.examples[at], &corpus.examples[other]);
            let twins = a.group.is_some() && a.group == b.group;
            let shorter = own.len().min(runs[other].len()).max(1);
            if !twins && count as f64 > NEAR * shorter as f64 {
                wrong.push(format!("{} is nearly {}", name(corpus, a), name(corpus, b)));
            }
        }
    }
    wrong
}

/// Hashes of the runs of [`RUN`] letters, digits as one class.
fn runs(text: &str) -> HashSet<u64> {
    let folded: Vec<char> = NormalizedText::new(text)
        .text
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    let hash = |run: &[char]| {
        run.iter().fold(0xcbf2_9ce4_8422_2325_u64, |h, c| {
            (h ^ u64::from(u32::from(*c))).wrapping_mul(0x0100_0000_01b3)
        })
    };
    folded.windows(RUN).map(hash).collect()
}
