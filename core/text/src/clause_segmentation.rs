//! Segments a folded text into sentences and clauses, each with its speaker.
//!
//! Uses punctuation, line ends, speaker labels and discourse markers. Must not depend on the
//! lexicon.

use crate::char_folding::is_han;
use crate::normalize::NormalizedText;
use crate::speakers::{Speaker, speaker_label};

/// A sentence longer than this many bytes ends at the next comma, colon or line end. Empirical;
/// no measurement recorded.
const LONG_SENTENCE: usize = 360;
/// A sentence longer than this many bytes ends at once. Empirical; no measurement recorded.
const MAX_SENTENCE: usize = 900;
/// Removed spaces end clauses if the runs between them have this many bytes on average; shorter
/// runs are letter-spaced words. Empirical; no measurement recorded.
const MIN_SOFT_RUN: usize = 12;
/// Transcribed speech has no punctuation: a clause longer than this many bytes is split at
/// [`DISCOURSE_MARKERS`], so that a negation or report covers only what it was meant for.
/// Empirical; no measurement recorded.
const LONG_CLAUSE: usize = 120;
/// That split leaves no part shorter than this many bytes. Empirical; no measurement recorded.
const MIN_SPLIT_CLAUSE: usize = 30;

/// Words with which a speaker goes on to the next point.
const DISCOURSE_MARKERS: &[&str] = &[
    "然后",
    "现在",
    "那您",
    "那你",
    "请您",
    "请你",
    "您先",
    "你先",
    "所以",
    "但是",
    "就是说",
    "这样",
    "您看",
    "麻烦您",
    "我们现在",
    "为了",
    "接下来",
    "的话",
    "您把",
    "你把",
    "您点",
    "你点",
    "我给您",
];

/// What precedes a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boundary {
    /// The start of its sentence.
    Sentence,
    /// A comma or a weaker boundary.
    Comma,
    /// The enumeration comma 、
    Enumeration,
}

/// A clause of the folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClauseSegment {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What precedes it.
    pub boundary: Boundary,
    /// Index of its sentence.
    pub sentence: usize,
    /// Who says it.
    pub speaker: Speaker,
    /// Whether its sentence ends with a question mark.
    pub is_question: bool,
}

/// The clauses of `normal`, in order.
#[must_use]
pub fn segment_clauses(normal: &NormalizedText) -> Vec<ClauseSegment> {
    let mut segmentation =
        Segmentation { normal, speaker: Speaker::Unknown, sentence: 0, clauses: Vec::new() };
    let mut at = 0;
    for line in normal.text.split_inclusive('\n') {
        let mut start = at;
        if let Some((length, speaker)) = speaker_label(line) {
            segmentation.speaker = speaker;
            start += length;
        }
        at += line.len();
        segmentation.push_line(start, at);
    }
    segmentation.clauses
}

/// The byte ranges of the sentences that `clauses` make up, in order.
#[must_use]
pub fn sentence_ranges(clauses: &[ClauseSegment]) -> Vec<(usize, usize)> {
    let same_sentence = |a: &ClauseSegment, b: &ClauseSegment| a.sentence == b.sentence;
    let sentences = clauses.chunk_by(same_sentence);
    sentences.filter_map(|s| Some((s.first()?.start, s.last()?.end))).collect()
}

/// Clauses found so far, with the speaker and sentence index of the next one.
struct Segmentation<'a> {
    normal: &'a NormalizedText,
    speaker: Speaker,
    sentence: usize,
    clauses: Vec<ClauseSegment>,
}

impl Segmentation<'_> {
    /// Segments the line `start..end` without its speaker label.
    fn push_line(&mut self, start: usize, end: usize) {
        let text = &self.normal.text[start..end];
        let mut from = start;
        for (i, c) in text.char_indices() {
            let here = start + i;
            let line_ends =
                self.normal.line_ends.binary_search_by(|l| (*l as usize).cmp(&here)).is_ok();
            if line_ends && here - from > LONG_SENTENCE {
                self.push_sentence(from, here, false);
                from = here;
            }
            let length = here - from;
            let ends = matches!(c, '。' | '！' | '？' | '；' | '\n') || is_full_stop(c, text, i);
            let splits = length > LONG_SENTENCE && matches!(c, '，' | '、' | '：');
            if ends || splits || length > MAX_SENTENCE {
                let to = if ends || splits { here } else { here + c.len_utf8() };
                self.push_sentence(from, to, c == '？');
                from = here + c.len_utf8();
            }
        }
        if from < end {
            self.push_sentence(from, end, false);
        }
    }

    /// Segments the sentence `start..end` into clauses.
    fn push_sentence(&mut self, start: usize, end: usize, is_question: bool) {
        let normal = self.normal;
        let soft_breaks = soft_breaks_in(normal, start, end);
        let split_at_all =
            !soft_breaks.is_empty() && (end - start) / (soft_breaks.len() + 1) >= MIN_SOFT_RUN;
        let splits = |at: &&u32| split_at_all || normal.line_ends.binary_search(at).is_ok();
        let mut splits = soft_breaks.iter().filter(splits).map(|s| *s as usize).peekable();
        let mut boundary = Boundary::Sentence;
        let mut from = start;
        for (i, c) in normal.text[start..end].char_indices() {
            let here = start + i;
            if splits.next_if(|s| *s <= here).is_some() && here > from {
                self.push_clause(from, here, boundary, is_question);
                from = here;
                boundary = Boundary::Comma;
            }
            if matches!(c, '，' | '：' | '、') {
                self.push_clause(from, here, boundary, is_question);
                from = here + c.len_utf8();
                boundary = if c == '、' { Boundary::Enumeration } else { Boundary::Comma };
            }
        }
        self.push_clause(from, end, boundary, is_question);
        self.sentence += 1;
    }

    /// Adds the clause `start..end`, split at discourse markers if it is long.
    fn push_clause(&mut self, start: usize, end: usize, boundary: Boundary, is_question: bool) {
        let (sentence, speaker) = (self.sentence, self.speaker);
        let (mut start, mut boundary) = (start, boundary);
        for split in discourse_splits(&self.normal.text, start, end) {
            let clause =
                ClauseSegment { start, end: split, boundary, sentence, speaker, is_question };
            self.clauses.push(clause);
            (start, boundary) = (split, Boundary::Comma);
        }
        if end > start {
            self.clauses.push(ClauseSegment {
                start,
                end,
                boundary,
                sentence,
                speaker,
                is_question,
            });
        }
    }
}

/// Whether `c` at byte `at` is an ASCII full stop that ends a sentence.
fn is_full_stop(c: char, text: &str, at: usize) -> bool {
    c == '.'
        && !text[at + 1..].starts_with(|n: char| n.is_ascii_alphanumeric())
        && text[..at].ends_with(|p: char| is_han(p) || p.is_ascii_alphanumeric())
}

/// The soft breaks strictly between `start` and `end`.
fn soft_breaks_in(normal: &NormalizedText, start: usize, end: usize) -> &[u32] {
    let first = normal.soft_breaks.partition_point(|s| (*s as usize) <= start);
    let last = normal.soft_breaks.partition_point(|s| (*s as usize) < end);
    normal.soft_breaks.get(first..last.max(first)).unwrap_or(&[])
}

/// Byte offsets of discourse markers at which the clause `start..end` is split; empty for a clause
/// of ordinary length.
fn discourse_splits(text: &str, start: usize, end: usize) -> Vec<usize> {
    let mut splits = Vec::new();
    if end.saturating_sub(start) <= LONG_CLAUSE {
        return splits;
    }
    let mut last = start;
    for (i, _) in text[start..end].char_indices() {
        let here = start + i;
        let apart = here >= last + MIN_SPLIT_CLAUSE && end >= here + MIN_SPLIT_CLAUSE;
        if apart && DISCOURSE_MARKERS.iter().any(|m| text[here..end].starts_with(m)) {
            splits.push(here);
            last = here;
        }
    }
    splits
}
