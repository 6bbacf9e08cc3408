//! Segments a folded text into sentences and clauses, each with its speaker.
//!
//! Uses punctuation, line ends, speaker labels and discourse markers. Must not depend on the
//! lexicon. Lengths count characters of the folded text.

use crate::normalize::NormalizedText;
use crate::speakers::Speaker;
use crate::turns::turns;
use yanka_types::chars::is_han;

/// A sentence longer than this many characters ends at the next comma, colon or line end.
/// Empirical; no measurement recorded.
const LONG_SENTENCE: usize = 120;
/// A sentence that exceeds this many characters ends with the next one. Empirical; no measurement
/// recorded.
const MAX_SENTENCE: usize = 300;
/// Removed spaces end clauses if the runs between them have this many characters on average;
/// shorter runs are letter-spaced words. Empirical; no measurement recorded.
const MIN_SOFT_RUN: usize = 4;
/// Transcribed speech has no punctuation: a clause longer than this many characters is split at
/// [`DISCOURSE_MARKERS`], so that a negation or report covers only what it was meant for.
/// Empirical; no measurement recorded.
const LONG_CLAUSE: usize = 40;
/// That split leaves no part shorter than this many characters. Empirical; no measurement
/// recorded.
const MIN_SPLIT_CLAUSE: usize = 10;

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
    for turn in turns(&normal.text) {
        segmentation.speaker = turn.speaker;
        segmentation.push_line(turn.start, turn.end);
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
            if line_ends && self.normal.chars_between(from, here) > LONG_SENTENCE {
                self.push_sentence(from, here, false);
                from = here;
            }
            let length = self.normal.chars_between(from, here);
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
        let split_at_all = !soft_breaks.is_empty()
            && normal.chars_between(start, end) / (soft_breaks.len() + 1) >= MIN_SOFT_RUN;
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
        for split in discourse_splits(self.normal, start, end) {
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
fn discourse_splits(normal: &NormalizedText, start: usize, end: usize) -> Vec<usize> {
    let mut splits = Vec::new();
    if normal.chars_between(start, end) <= LONG_CLAUSE {
        return splits;
    }
    let mut last = start;
    for (i, _) in normal.text[start..end].char_indices() {
        let here = start + i;
        let apart = normal.chars_between(last, here) >= MIN_SPLIT_CLAUSE
            && normal.chars_between(here, end) >= MIN_SPLIT_CLAUSE;
        if apart && DISCOURSE_MARKERS.iter().any(|m| normal.text[here..end].starts_with(m)) {
            splits.push(here);
            last = here;
        }
    }
    splits
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The clauses of `text` and the index of the sentence of each.
    fn clauses(text: &str) -> Vec<(String, usize)> {
        let normal = NormalizedText::new(text);
        let clause = |c: &ClauseSegment| (normal.text[c.start..c.end].to_owned(), c.sentence);
        segment_clauses(&normal).iter().map(clause).collect()
    }

    fn sentence_count(text: &str) -> usize {
        clauses(text).last().map_or(0, |c| c.1 + 1)
    }

    #[test]
    fn sentence_limits_are_the_same_for_latin_and_chinese_text() {
        for unit in ["退", "a"] {
            let long = |count: usize| format!("{}，{unit}", unit.repeat(count));
            assert_eq!(sentence_count(&long(LONG_SENTENCE)), 1, "{unit}");
            assert_eq!(sentence_count(&long(LONG_SENTENCE + 1)), 2, "{unit}");
            assert_eq!(sentence_count(&unit.repeat(MAX_SENTENCE + 1)), 1, "{unit}");
            assert_eq!(sentence_count(&unit.repeat(MAX_SENTENCE + 3)), 2, "{unit}");
        }
    }

    #[test]
    fn spaces_end_clauses_only_between_runs_of_four_characters() {
        assert_eq!(clauses("退款abc 退款").len(), 1, "seven characters in two runs");
        assert_eq!(clauses("退款ab 退款退款").len(), 2, "eight characters in two runs");
        assert_eq!(clauses("退a 退款b").len(), 1, "five characters in two runs");
    }

    #[test]
    fn discourse_markers_split_a_long_clause_of_mixed_text() {
        let mixed = |count: usize| format!("{}现在转账到这个账户上面来吧", "a".repeat(count));
        // 13 Chinese characters follow the Latin letters.
        assert_eq!(clauses(&mixed(LONG_CLAUSE - 13)).len(), 1);
        let split = clauses(&mixed(LONG_CLAUSE - 12));
        assert_eq!(split.len(), 2);
        assert!(split[1].0.starts_with("现在"), "{split:?}");
    }
}
