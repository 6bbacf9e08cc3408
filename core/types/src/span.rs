//! Spans of a text, and the only conversion from byte spans to UTF-16 spans.
//!
//! Inside the core a span counts UTF-8 bytes and lies on character boundaries. Kotlin, Swift and
//! JSON readers count UTF-16 code units; [`Utf16Index::convert`] is the only conversion.

use serde::{Deserialize, Serialize};

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

    /// The whole of `text`.
    #[must_use]
    pub const fn whole(text: &str) -> Self {
        Self { start: 0, end: text.len() }
    }

    /// The text under this span; empty where the span does not fit `text`.
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

/// Bytes between two checkpoints of a [`Utf16Index`].
const EVERY: usize = 256;

/// Converts byte spans of one text to UTF-16 spans. Building it walks over the text once; each
/// conversion then walks over at most 256 bytes.
#[derive(Debug, Default)]
pub struct Utf16Index {
    /// UTF-16 units before the character that contains byte 0, 256, 512 and so on.
    checkpoints: Vec<u32>,
}

impl Utf16Index {
    /// The index of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / EVERY + 1);
        let mut walked = 0;
        for (at, c) in text.char_indices() {
            while checkpoints.len() * EVERY < at + c.len_utf8() {
                checkpoints.push(walked);
            }
            walked += units(c);
        }
        Self { checkpoints }
    }

    /// `span` in UTF-16 units. `text` is the one that the index was built for.
    ///
    /// Bytes inside a character count as that character's start; bytes past the end as the end.
    #[must_use]
    pub fn convert(&self, text: &str, span: Span) -> Utf16Span {
        Utf16Span { start: self.unit(text, span.start), end: self.unit(text, span.end) }
    }

    fn unit(&self, text: &str, byte: usize) -> u32 {
        let byte = text.floor_char_boundary(byte);
        let mark = (byte / EVERY).min(self.checkpoints.len().saturating_sub(1));
        let from = text.floor_char_boundary(mark * EVERY);
        let before = self.checkpoints.get(mark).copied().unwrap_or(0);
        before + text.get(from..byte).unwrap_or("").chars().map(units).sum::<u32>()
    }
}

fn units(c: char) -> u32 {
    u32::try_from(c.len_utf16()).unwrap_or(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn convert(text: &str, spans: &[Span]) -> Vec<(u32, u32)> {
        let ruler = Utf16Index::of(text);
        spans.iter().map(|s| ruler.convert(text, *s)).map(|s| (s.start, s.end)).collect()
    }

    #[test]
    fn counts_utf16_units_of_the_original() {
        let text = "a退💰b";
        let spans = [Span::new(0, 1), Span::new(1, 4), Span::new(4, 8), Span::new(8, 9)];
        assert_eq!(convert(text, &spans), [(0, 1), (1, 2), (2, 4), (4, 5)]);
    }

    #[test]
    fn a_span_that_does_not_fit_ends_at_the_end() {
        assert_eq!(convert("退", &[Span::new(0, 99)]), [(0, 1)]);
        assert_eq!(convert("", &[Span::new(0, 9)]), [(0, 0)]);
    }

    #[test]
    fn every_byte_of_a_long_text_has_its_unit() {
        let text = "退a💰".repeat(300);
        for byte in 0..=text.len() {
            let before = &text[..text.floor_char_boundary(byte)];
            let want = u32::try_from(before.encode_utf16().count()).expect("a short text");
            assert_eq!(convert(&text, &[Span::new(byte, byte)]), [(want, want)], "byte {byte}");
        }
    }
}
