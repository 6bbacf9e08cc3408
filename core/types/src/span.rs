//! Spans of a text, and the only conversion from byte spans to UTF-16 spans.
//!
//! Inside the core a span counts UTF-8 bytes and lies on character boundaries. Kotlin, Swift and
//! JSON readers count UTF-16 code units. Depends on nothing but the text.

use serde::{Deserialize, Serialize};

/// Bytes between two checkpoints of a [`Utf16Index`]. Empirical; no measurement recorded.
const CHECKPOINT_BYTES: usize = 256;

/// Half-open range of UTF-8 bytes, on character boundaries of the text it was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from byte `start` up to, not including, byte `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The span of all of `text`.
    #[must_use]
    pub const fn whole(text: &str) -> Self {
        Self { start: 0, end: text.len() }
    }

    /// The part of `text` that this span covers; empty where the span exceeds `text` or splits a
    /// character.
    #[must_use]
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// Half-open range of UTF-16 code units of the original text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Utf16Span {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// Converts byte spans of one text to UTF-16 spans. Building it scans the text once; each
/// conversion then scans at most 256 bytes.
#[derive(Debug, Default)]
pub struct Utf16Index {
    /// Count of UTF-16 units before the character that contains byte 0, 256, 512 and so on.
    checkpoints: Vec<u32>,
}

impl Utf16Index {
    /// Builds the index of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / CHECKPOINT_BYTES + 1);
        let mut utf16_units = 0;
        for (at, c) in text.char_indices() {
            while checkpoints.len() * CHECKPOINT_BYTES < at + c.len_utf8() {
                checkpoints.push(utf16_units);
            }
            utf16_units += utf16_len(c);
        }
        Self { checkpoints }
    }

    /// Converts `span` to UTF-16 units. `text` must be the text that the index was built for.
    ///
    /// A byte inside a character maps to the start of that character; a byte past the end maps to
    /// the end.
    #[must_use]
    pub fn convert(&self, text: &str, span: Span) -> Utf16Span {
        Utf16Span {
            start: self.utf16_offset(text, span.start),
            end: self.utf16_offset(text, span.end),
        }
    }

    fn utf16_offset(&self, text: &str, byte: usize) -> u32 {
        let byte = text.floor_char_boundary(byte);
        let checkpoint = (byte / CHECKPOINT_BYTES).min(self.checkpoints.len().saturating_sub(1));
        let start = text.floor_char_boundary(checkpoint * CHECKPOINT_BYTES);
        let before = self.checkpoints.get(checkpoint).copied().unwrap_or(0);
        before + text.get(start..byte).unwrap_or("").chars().map(utf16_len).sum::<u32>()
    }
}

fn utf16_len(c: char) -> u32 {
    u32::try_from(c.len_utf16()).unwrap_or(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn convert(text: &str, spans: &[Span]) -> Vec<(u32, u32)> {
        let index = Utf16Index::of(text);
        spans.iter().map(|s| index.convert(text, *s)).map(|s| (s.start, s.end)).collect()
    }

    #[test]
    fn counts_utf16_units_of_the_original() {
        let text = "a退💰b";
        let spans = [Span::new(0, 1), Span::new(1, 4), Span::new(4, 8), Span::new(8, 9)];
        assert_eq!(convert(text, &spans), [(0, 1), (1, 2), (2, 4), (4, 5)]);
    }

    #[test]
    fn a_span_past_the_end_is_clamped_to_the_end() {
        assert_eq!(convert("退", &[Span::new(0, 99)]), [(0, 1)]);
        assert_eq!(convert("", &[Span::new(0, 9)]), [(0, 0)]);
    }

    #[test]
    fn every_byte_offset_of_a_long_text_converts() {
        let text = "退a💰".repeat(300);
        for byte in 0..=text.len() {
            let before = &text[..text.floor_char_boundary(byte)];
            let want = u32::try_from(before.encode_utf16().count()).expect("a short text");
            assert_eq!(convert(&text, &[Span::new(byte, byte)]), [(want, want)], "byte {byte}");
        }
    }
}
