//! Refuses texts that must not be trained on: near-copies, texts out of bounds, unknown scenarios.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use yanka::text::NormalizedText;

use super::{Corpus, Example};
use crate::spelling::nearest;

/// Shortest and longest text, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 8..=1_500;
/// Characters of a text that name it.
const HEAD: usize = 12;
/// Texts outside one twin group that share this part of the shorter one's 5-grams are near-copies.
const NEAR: f64 = 0.5;
/// Length of the character runs that near-copies are compared by.
const RUN: usize = 5;
/// 5-grams that more texts share are common formulas and are not compared.
const COMMON: usize = 40;

/// What is wrong with the corpus, one sentence each; empty where nothing is.
#[must_use]
pub fn check(corpus: &Corpus) -> Vec<String> {
    let mut wrong = labels(corpus);
    wrong.extend(near_copies(corpus));
    wrong
}

/// What is wrong with single batches and texts.
fn labels(corpus: &Corpus) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut ids = HashSet::new();
    for batch in &corpus.batches {
        let id = batch.batch.id.as_str();
        if !ids.insert(id) {
            wrong.push(format!("{}: two batches have the id {id}", batch.file));
        }
        if Path::new(&batch.file).file_stem().is_none_or(|stem| stem != id) {
            wrong.push(format!("{}: the id {id} is not the file's name", batch.file));
        }
    }
    for example in &corpus.examples {
        let length = example.text.chars().count();
        if !LENGTHS.contains(&length) {
            wrong.push(format!("{}: a text of {length} characters", example.place(corpus)));
        }
        if example.is_scam() && example.asks.is_empty() {
            wrong.push(format!(
                "{}: a scam text that asks for nothing: write `none`",
                example.place(corpus)
            ));
        }
    }
    wrong
}

/// The schemes of scam texts that are not among `names`, which a finding would need to name them:
/// one sentence for each scheme of each batch.
#[must_use]
pub fn unnamed(corpus: &Corpus, names: &[&str]) -> Vec<String> {
    let mut seen = HashSet::new();
    let scams = corpus.examples.iter().filter(|e| e.is_scam() && !names.contains(&e.kind.as_str()));
    let first = scams.filter(|e| seen.insert((e.batch, e.kind.as_str())));
    let sentence = |example: &Example| {
        let help = nearest(&example.kind, names).map_or_else(
            || "name it in scenarios/learned.toml".to_owned(),
            |n| format!("did you mean `{n}`?"),
        );
        format!("{}: the scheme has no name: {help}", example.place(corpus))
    };
    first.map(sentence).collect()
}

impl Example {
    /// Where the text stands, for its author: file, scheme, part, first characters.
    #[must_use]
    pub fn place(&self, corpus: &Corpus) -> String {
        let file = corpus.batches.get(self.batch).map_or("", |b| b.file.as_str());
        let head: String = self.text.chars().take(HEAD).collect();
        format!("{file}: {} ({}) {head:?}", self.kind, self.part.word())
    }
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
                wrong.push(format!("{} is nearly {}", a.place(corpus), b.place(corpus)));
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
