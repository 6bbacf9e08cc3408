//! Folds a text to the form in which the lexicon is written and maps spans back to the original.
//!
//! Must not depend on the lexicon or on rules; `char_folding` decides what each character becomes.

use unicode_normalization::UnicodeNormalization;

use yanka_types::Span;

use crate::char_folding::{Folded, fold, simplified};

/// A folded text with a span map to its original.
pub struct NormalizedText {
    /// The folded text.
    pub text: String,
    /// For every byte of `text`: first byte of the original character.
    from: Vec<u32>,
    /// For every byte of `text`: end of the original character.
    to: Vec<u32>,
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
            from: Vec::with_capacity(original.len()),
            to: Vec::with_capacity(original.len()),
            soft_breaks: Vec::new(),
            line_ends: Vec::new(),
        };
        let mut last = '\n';
        let mut rest = original.char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            let next = rest.peek().map_or('\n', |(_, n)| *n);
            let (Ok(start), Ok(end)) = (u32::try_from(at), u32::try_from(at + c.len_utf8())) else {
                break;
            };
            match fold(c, last, next) {
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
        let first = self.from.get(start).copied().unwrap_or(0);
        let last = end.checked_sub(1).and_then(|e| self.to.get(e)).copied().unwrap_or(first);
        Span::new(first as usize, last.max(first) as usize)
    }

    fn push(&mut self, c: char, start: u32, end: u32) -> char {
        self.text.push(c);
        for _ in 0..c.len_utf8() {
            self.from.push(start);
            self.to.push(end);
        }
        c
    }

    fn push_soft_break(&mut self) {
        let here = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        if self.soft_breaks.last() != Some(&here) {
            self.soft_breaks.push(here);
        }
    }
}
