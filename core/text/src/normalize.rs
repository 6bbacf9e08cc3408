//! Folds a text to the form in which the lexicon is written and maps spans back to the original.
//!
//! Must not depend on the lexicon or on rules; `char_folding` decides what each character becomes.

use unicode_normalization::UnicodeNormalization;

use yanka_types::Span;
use yanka_types::chars::is_invisible;

use crate::char_folding::{Folded, fold, simplified};

/// A folded text with a span map to its original.
pub struct NormalizedText {
    /// The folded text.
    pub text: String,
    /// For every character of `text`: bytes `start..end` of the original character.
    origins: Vec<(u32, u32)>,
    /// For every byte of `text`: index of its character. One entry for each byte makes a distance
    /// in characters two look-ups, however long the text is.
    char_indices: Vec<u32>,
    /// Byte offsets in `text`, ascending, before which a space or a mark was removed.
    pub soft_breaks: Vec<u32>,
    /// The `soft_breaks` at which a printed line ended. A clause ends there; a sentence may
    /// continue.
    pub line_ends: Vec<u32>,
}

impl NormalizedText {
    /// Folds `original`. Ignores what lies beyond 4 GiB, because offsets have 32 bits.
    #[must_use]
    pub fn new(original: &str) -> Self {
        let mut out = Self {
            text: String::with_capacity(original.len()),
            origins: Vec::with_capacity(original.len() / 2),
            char_indices: Vec::with_capacity(original.len()),
            soft_breaks: Vec::new(),
            line_ends: Vec::new(),
        };
        let joined = broken_lines(original);
        let mut last = '\n';
        let mut rest = original.char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            let next = rest.peek().map_or('\n', |(_, n)| *n);
            let (Ok(start), Ok(end)) = (u32::try_from(at), u32::try_from(at + c.len_utf8())) else {
                break;
            };
            let folded = if c == '\n' && joined.binary_search(&at).is_ok() {
                Folded::Removed
            } else {
                fold(c, last, next)
            };
            match folded {
                Folded::Removed => {}
                Folded::SoftBreak => out.push_soft_break(),
                Folded::LineEnd => {
                    // Digits at the end of one line are not part of a number in the next line.
                    if last.is_ascii_alphanumeric() && next.is_ascii_alphanumeric() {
                        last = out.push(' ', start, end);
                    }
                    out.push_soft_break();
                    out.line_ends.extend(out.soft_breaks.last());
                }
                Folded::Char(f) => last = out.push(f, start, end),
                Folded::Word(word) => {
                    for f in word.chars() {
                        last = out.push(f, start, end);
                    }
                }
                Folded::Nfkc => {
                    for f in std::iter::once(c).nfkc().flat_map(char::to_lowercase) {
                        last = out.push(simplified(f), start, end);
                    }
                }
            }
        }
        out
    }

    /// The span, in bytes of the original text, of the folded bytes `start..end`.
    #[must_use]
    pub fn original_span(&self, start: usize, end: usize) -> Span {
        let origin = |at: usize| self.origins.get(self.char_index(at));
        let text_end = self.origins.last().map_or(0, |o| o.1);
        let first = origin(start).map_or(text_end, |o| o.0);
        let last = end.checked_sub(1).and_then(origin).map_or(first, |o| o.1);
        Span::new(first as usize, last.max(first) as usize)
    }

    /// Index in the folded text of the character at byte `at`: the number of characters before it.
    /// The number of all characters for a byte beyond the end.
    #[must_use]
    pub fn char_index(&self, at: usize) -> usize {
        self.char_indices.get(at).map_or(self.origins.len(), |index| *index as usize)
    }

    /// Number of characters in the folded bytes `start..end`; 0 where `end` precedes `start`.
    #[must_use]
    pub fn chars_between(&self, start: usize, end: usize) -> usize {
        self.char_index(end).saturating_sub(self.char_index(start))
    }

    fn push(&mut self, c: char, start: u32, end: u32) -> char {
        // The folded text can be longer than the original: NFKC expands some characters.
        let index = u32::try_from(self.origins.len()).unwrap_or(u32::MAX);
        self.text.push(c);
        self.origins.push((start, end));
        self.char_indices.resize(self.text.len(), index);
        c
    }

    fn push_soft_break(&mut self) {
        let here = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        if self.soft_breaks.last() != Some(&here) {
            self.soft_breaks.push(here);
        }
    }
}

/// Fewest neighbouring lines that are one broken text.
const MIN_BROKEN_LINES: usize = 4;
/// Most characters that each of them shows.
const MAX_BROKEN_LINE: usize = 2;

/// Bytes of the line breaks, ascending, between neighbouring lines of one or two characters each: the
/// eye reads such lines as one.
fn broken_lines(original: &str) -> Vec<usize> {
    let mut out = Vec::new();
    let mut run: Vec<usize> = Vec::new();
    let mut at = 0;
    for line in original.split_inclusive('\n') {
        let shown = line.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c));
        at += line.len();
        if (1..=MAX_BROKEN_LINE).contains(&shown.take(MAX_BROKEN_LINE + 1).count()) {
            run.push(at - 1);
            continue;
        }
        out.extend(breaks_within(&run));
        run.clear();
    }
    out.extend(breaks_within(&run));
    out
}

/// The breaks of a run of lines but the last one; none of a short run.
fn breaks_within(ends: &[usize]) -> &[usize] {
    match ends {
        [within @ .., _] if ends.len() >= MIN_BROKEN_LINES => within,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_one_or_two_characters_are_joined() {
        for (text, joined) in [
            ("转\n账\n给\n我", "转账给我"),
            ("转账\n给 \n我\u{200b}\n吧\n您好吗", "转账给我吧\n您好吗"),
            ("转\n账\n给", "转\n账\n给"),
            ("好\n\n嗯\n\n行\n\n走", "好\n\n嗯\n\n行\n\n走"),
        ] {
            assert_eq!(NormalizedText::new(text).text, joined);
        }
    }

    #[test]
    fn char_index_counts_characters_of_the_folded_text() {
        let normal = NormalizedText::new("加 VX：abc退款");
        assert_eq!(normal.text, "加vx：abc退款");
        let at = |word: &str| normal.text.find(word).map(|at| normal.char_index(at));
        assert_eq!(at("加"), Some(0));
        assert_eq!(at("vx"), Some(1));
        assert_eq!(at("abc"), Some(4));
        assert_eq!(at("退款"), Some(7));
        assert_eq!(normal.char_index(normal.text.len()), 9);
        assert_eq!(normal.char_index(normal.text.len() + 1), 9);
    }

    #[test]
    fn chars_between_is_zero_for_reversed_bounds() {
        let normal = NormalizedText::new("a退b款");
        assert_eq!(normal.chars_between(0, normal.text.len()), 4);
        assert_eq!(normal.chars_between(1, 4), 1);
        assert_eq!(normal.chars_between(4, 1), 0);
    }

    #[test]
    fn original_span_covers_whole_original_characters() {
        let original = "a\u{200b}🐧㎏退";
        let normal = NormalizedText::new(original);
        assert_eq!(normal.text, "aqqkg退");
        assert_eq!(normal.original_span(0, 1).of(original), "a");
        // Both letters of 🐧, and one of the two letters of ㎏.
        assert_eq!(normal.original_span(1, 4).of(original), "🐧㎏");
        assert_eq!(normal.original_span(5, 8).of(original), "退");
        assert_eq!(normal.original_span(8, 8).of(original), "");
    }
}
