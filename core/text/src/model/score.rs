//! Scores the windows and blocks of a text.
//!
//! The highest-scoring parts count, so that honest talk around a request does not dilute it. A score
//! is the decision value of the linear model (log-odds); 0 is the model's own boundary.

use super::features::{MIN_NORM, NGram, Symbol, ngrams, symbols, symbols_of, term_weight};
use super::format::{Model, Scenario};
use super::windows::{Range, blocks, windows};
use crate::facts::FoldedParts;

/// The score of one window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WindowScore {
    /// First byte in the normalised text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Log-odds that the window is a scam text.
    pub score: f32,
}

/// The score of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextScore {
    /// Mean of the two.
    pub score: f32,
    /// Its highest-scoring window.
    pub window: WindowScore,
    /// Its highest-scoring block.
    pub block: WindowScore,
}

/// What one symbol adds to a score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// First byte in the normalised text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Log-odds added.
    pub value: f32,
}

/// A known n-gram of the text.
#[derive(Clone, Copy)]
struct Term {
    index: u32,
    first: u32,
    order: u8,
}

impl Model {
    /// The score of `normalized`, whose segments (messages or sentences) are the byte ranges
    /// `segments`, rising: the mean of its highest-scoring block and window.
    ///
    /// The window finds a request within honest talk; the block keeps one sentence out of its context
    /// from deciding alone. `None` for a text without segments.
    #[must_use]
    pub fn score(&self, normalized: &str, segments: &[(usize, usize)]) -> Option<TextScore> {
        self.score_symbols(&symbols(normalized), segments)
    }

    /// [`Self::score`] of a text whose entities and segments are known.
    #[must_use]
    pub fn score_parts(&self, normalized: &str, parts: &FoldedParts) -> Option<TextScore> {
        self.score_symbols(&symbols_of(normalized, &parts.entities), &parts.sentences)
    }

    fn score_symbols(&self, symbols: &[Symbol], segments: &[(usize, usize)]) -> Option<TextScore> {
        let terms = self.terms(symbols);
        let mut counter = Counter::new(self, &terms);
        let mut highest = |parts: Vec<Range>| {
            let scored = parts.into_iter().filter_map(|(from, to)| {
                let (start, end) = (symbols.get(from)?.start, symbols.get(to - 1)?.end);
                let score = counter.decision(from, to);
                Some(WindowScore { start: start as usize, end: end as usize, score })
            });
            scored.max_by(|a, b| a.score.total_cmp(&b.score))
        };
        let window = highest(windows(symbols, segments))?;
        let block = highest(blocks(symbols, segments))?;
        Some(TextScore { score: (window.score + block.score) / 2.0, window, block })
    }

    /// What each symbol of a window adds to its score, in order; their sum and the bias are the score.
    #[must_use]
    pub fn contributions(&self, normalized: &str, start: usize, end: usize) -> Vec<Contribution> {
        let window = normalized.get(start..end).unwrap_or("");
        let symbols = symbols(window);
        let terms = self.terms(&symbols);
        let mut counts = Vec::new();
        let norm = self.count(terms.iter().copied(), &mut counts);
        let mut out: Vec<Contribution> = symbols
            .iter()
            .map(|s| Contribution {
                start: start + s.start as usize,
                end: start + s.end as usize,
                value: 0.0,
            })
            .collect();
        for term in &terms {
            let Ok(at) = counts.binary_search_by_key(&term.index, |(index, _)| *index) else {
                continue;
            };
            let (index, count) = (term.index as usize, counts[at].1);
            let value = self.value(index, count) * self.weight(index) / norm / count as f32;
            let first = term.first as usize;
            for slot in &mut out[first..first + usize::from(term.order)] {
                slot.value += value / f32::from(term.order);
            }
        }
        out
    }

    /// What each symbol of the highest-scoring block and window adds to the score of the text, in
    /// order; their sum and the bias are the score.
    #[must_use]
    pub fn score_contributions(&self, normalized: &str, score: &TextScore) -> Vec<Contribution> {
        let (window, block) = (&score.window, &score.block);
        let mut all = self.contributions(normalized, window.start, window.end);
        all.extend(self.contributions(normalized, block.start, block.end));
        all.iter_mut().for_each(|c| c.value /= 2.0);
        all.sort_by_key(|c| (c.start, c.end));
        all.dedup_by(|next, kept| {
            let same = (next.start, next.end) == (kept.start, kept.end);
            if same {
                kept.value += next.value;
            }
            same
        });
        all
    }

    /// The scenarios of a window, the most likely first, with their scores.
    #[must_use]
    pub fn scenarios<'a>(
        &'a self,
        normalized: &str,
        start: usize,
        end: usize,
    ) -> Vec<(&'a str, f32)> {
        let window = normalized.get(start..end).unwrap_or("");
        let terms = self.terms(&symbols(window));
        let mut counts = Vec::new();
        let norm = self.count(terms.iter().copied(), &mut counts);
        let mut sums = vec![0.0_f32; self.scenarios.len()];
        for (index, count) in &counts {
            let value = self.value(*index as usize, *count);
            for (scenario, weight) in self.scenario_weights(*index as usize) {
                if let Some(sum) = sums.get_mut(usize::from(*scenario)) {
                    *sum += value * f32::from(*weight);
                }
            }
        }
        let score =
            |(of, sum): (&'a Scenario, f32)| (of.id.as_str(), sum * of.scale / norm + of.bias);
        let mut out: Vec<(&str, f32)> = self.scenarios.iter().zip(sums).map(score).collect();
        out.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        out
    }

    fn terms(&self, symbols: &[Symbol]) -> Vec<Term> {
        let known = |n: NGram| {
            let index = u32::try_from(self.index(n.hash)?).ok()?;
            Some(Term { index, first: n.first, order: n.order })
        };
        ngrams(symbols).filter_map(known).collect()
    }

    /// Counts each term into `counts`, sorted by index, and returns the Euclidean norm of the vector.
    fn count(&self, terms: impl Iterator<Item = Term>, counts: &mut Vec<(u32, u32)>) -> f32 {
        counts.clear();
        counts.extend(terms.map(|t| (t.index, 1)));
        counts.sort_unstable();
        counts.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 += u32::from(same);
            same
        });
        let mut squares = 0.0;
        for (index, count) in counts.iter() {
            let value = self.value(*index as usize, *count);
            squares += value * value;
        }
        squares.sqrt().max(MIN_NORM)
    }

    fn value(&self, index: usize, count: u32) -> f32 {
        term_weight(count) * f32::from(self.idf.get(index).copied().unwrap_or(0)) / 16.0
    }

    fn weight(&self, index: usize) -> f32 {
        f32::from(self.weights.get(index).copied().unwrap_or(0)) * self.scale
    }
}

/// Scores many overlapping parts of one text. Its terms are numbered anew, so that counting those of a
/// part takes a small table and no sorting.
struct Counter<'a> {
    model: &'a Model,
    terms: &'a [Term],
    /// For each of `terms`: the number of its n-gram among those of this text.
    numbers: Vec<usize>,
    /// For each n-gram of this text: inverse document frequency, weight.
    values: Vec<(f32, f32)>,
    /// For each n-gram of this text: the last part that it was counted in, and its count there.
    counts: Vec<(u32, u32)>,
    /// N-grams counted in the current part.
    seen: Vec<usize>,
    part: u32,
}

impl<'a> Counter<'a> {
    fn new(model: &'a Model, terms: &'a [Term]) -> Self {
        let mut known: Vec<u32> = terms.iter().map(|t| t.index).collect();
        known.sort_unstable();
        known.dedup();
        let number = |term: &Term| known.binary_search(&term.index).unwrap_or_default();
        let values = known.iter().map(|index| {
            let index = *index as usize;
            (model.value(index, 1), model.weight(index))
        });
        Self {
            model,
            terms,
            numbers: terms.iter().map(number).collect(),
            values: values.collect(),
            counts: vec![(0, 0); known.len()],
            seen: Vec::new(),
            part: 0,
        }
    }

    /// The decision value of the symbols `from..to`.
    fn decision(&mut self, from: usize, to: usize) -> f32 {
        self.part += 1;
        self.seen.clear();
        let first = self.terms.partition_point(|t| (t.first as usize) < from);
        for (term, number) in self.terms.iter().zip(&self.numbers).skip(first) {
            if term.first as usize >= to {
                break;
            }
            if term.first as usize + usize::from(term.order) > to {
                continue;
            }
            let (part, count) = &mut self.counts[*number];
            if *part == self.part {
                *count += 1;
            } else {
                (*part, *count) = (self.part, 1);
                self.seen.push(*number);
            }
        }
        let (mut sum, mut squares) = (0.0, 0.0);
        for number in &self.seen {
            let (idf, weight) = self.values[*number];
            let value = idf * term_weight(self.counts[*number].1);
            sum += value * weight;
            squares += value * value;
        }
        let norm = squares.sqrt().max(MIN_NORM);
        sum / norm + self.model.bias
    }
}
