//! Picks the words of a text that add most to its score, to be marked for the person.
//!
//! A mark is a run of whole words within one sentence. Words of safety advice are never marked: they
//! may add to a score, but they are no reason for a person.

use super::format::Model;
use super::score::{Contribution, TextScore};

/// Most marks of a text.
pub const MOST_MARKS: usize = 3;
/// Longest mark, in symbols. `measure marks` on left-out batches: without marks of 14 symbols 83 % of the
/// scam texts found with a hard request and 90 % of the others are no longer found; of 24, 87 and 92 %.
const LONGEST: usize = 14;
/// A further mark adds at least this share of what the first one adds.
const LEAST_SHARE: f32 = 0.25;
/// What ends a sentence: no mark spans one.
const ENDS: &str = "\n。！？!?；;";

/// A run of words that speaks for a scam text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// First byte in the normalised text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Log-odds added.
    pub value: f32,
}

/// A word, or what cannot be part of a mark.
#[derive(Clone, Copy)]
struct Item {
    start: usize,
    end: usize,
    symbols: usize,
    /// `None` for what no mark may cover.
    value: Option<f32>,
    /// A space or a comma, with which no mark begins or ends.
    is_gap: bool,
}

impl Model {
    /// The runs of words that add most to `score`, at most [`MOST_MARKS`], the largest sum first.
    ///
    /// `word_starts` gives the first bytes of the words of a part of the text, rising from 0. Nothing in
    /// the byte ranges `safety`, rising, is marked. Only what adds to the score is: a text below the
    /// model's boundary can have marks, too.
    #[must_use]
    pub fn marks(
        &self,
        normalized: &str,
        score: &TextScore,
        safety: &[(usize, usize)],
        word_starts: impl Fn(&str) -> Vec<usize>,
    ) -> Vec<Mark> {
        let contributions = self.score_contributions(normalized, score);
        let mut starts: Vec<usize> = Vec::new();
        for part in [&score.window, &score.block] {
            let words = word_starts(normalized.get(part.start..part.end).unwrap_or(""));
            starts.extend(words.into_iter().map(|at| part.start + at));
        }
        starts.sort_unstable();
        starts.dedup();
        let mut items = items(normalized, &contributions, &starts, safety);
        let mut marks: Vec<Mark> = Vec::new();
        while marks.len() < MOST_MARKS {
            let Some((from, to, value)) = best_run(&items) else { break };
            if marks.first().is_some_and(|first| value < first.value * LEAST_SHARE) {
                break;
            }
            marks.push(Mark { start: items[from].start, end: items[to - 1].end, value });
            items[from..to].iter_mut().for_each(|item| item.value = None);
        }
        marks
    }
}

/// Groups `contributions` into words; `word_starts` are their first bytes, rising.
fn items(
    normalized: &str,
    contributions: &[Contribution],
    word_starts: &[usize],
    safety: &[(usize, usize)],
) -> Vec<Item> {
    let mut out: Vec<(usize, Item)> = Vec::new();
    for symbol in contributions {
        let text = normalized.get(symbol.start..symbol.end).unwrap_or("");
        let next = safety.partition_point(|(_, end)| *end <= symbol.start);
        let is_safety = safety.get(next).is_some_and(|(start, _)| *start < symbol.end);
        let is_gap = !text.contains(char::is_alphanumeric);
        let value = (!is_safety && !text.contains(|c| ENDS.contains(c))).then_some(symbol.value);
        let word = word_starts.partition_point(|start| *start <= symbol.start);
        match out.last_mut() {
            Some((last, item))
                if *last == word && item.end == symbol.start && !is_gap && !item.is_gap =>
            {
                item.end = symbol.end;
                item.symbols += 1;
                item.value = item.value.zip(value).map(|(a, b)| a + b);
            }
            _ => {
                let (start, end) = (symbol.start, symbol.end);
                out.push((word, Item { start, end, symbols: 1, value, is_gap }));
            }
        }
    }
    out.into_iter().map(|(_, item)| item).collect()
}

/// The neighbouring items with the largest positive sum and at most [`LONGEST`] symbols, as a range;
/// the first of equal ones. A single longer word is a run, too.
fn best_run(items: &[Item]) -> Option<(usize, usize, f32)> {
    let mut best: Option<(usize, usize, f32)> = None;
    for (from, first) in items.iter().enumerate() {
        if first.is_gap {
            continue;
        }
        let (mut sum, mut symbols, mut at) = (0.0, 0, first.start);
        for (to, item) in (from + 1..).zip(&items[from..]) {
            symbols += item.symbols;
            let Some(value) = item.value.filter(|_| item.start == at) else { break };
            if symbols > LONGEST && to > from + 1 {
                break;
            }
            sum += value;
            at = item.end;
            if !item.is_gap && sum > best.map_or(0.0, |b| b.2) {
                best = Some((from, to, sum));
            }
        }
    }
    best
}
