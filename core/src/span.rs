//! A place in a text, and the one place where byte spans become UTF-16 spans.
//!
//! Inside the core a span counts UTF-8 bytes and lies on character boundaries. Kotlin, Swift and
//! JSON readers count UTF-16 code units; `outward` is the only crossing.

use crate::report;

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

    /// The words under this span; empty where the span does not fit `text`.
    #[must_use]
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// Bytes from one mark of a [`Ruler`] to the next.
const EVERY: usize = 256;

/// Turns byte spans of one text into UTF-16 spans; walks over the text once, however many follow.
#[derive(Debug, Default)]
pub struct Ruler {
    /// UTF-16 units before the character that byte 0, 256, 512 and so on lie in.
    marks: Vec<u32>,
}

impl Ruler {
    /// A ruler along `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / EVERY + 1);
        let mut walked = 0;
        for (at, c) in text.char_indices() {
            while marks.len() * EVERY < at + c.len_utf8() {
                marks.push(walked);
            }
            walked += units(c);
        }
        Self { marks }
    }

    /// The same place in UTF-16 units. `text` is the one that the ruler was made for.
    ///
    /// Bytes inside a character count as that character's start; bytes past the end as the end.
    #[must_use]
    pub fn outward(&self, text: &str, span: Span) -> report::Span {
        report::Span { start: self.unit(text, span.start), end: self.unit(text, span.end) }
    }

    fn unit(&self, text: &str, byte: usize) -> u32 {
        let byte = text.floor_char_boundary(byte);
        let mark = (byte / EVERY).min(self.marks.len().saturating_sub(1));
        let from = text.floor_char_boundary(mark * EVERY);
        let before = self.marks.get(mark).copied().unwrap_or(0);
        before + text.get(from..byte).unwrap_or("").chars().map(units).sum::<u32>()
    }
}

fn units(c: char) -> u32 {
    u32::try_from(c.len_utf16()).unwrap_or(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outward(text: &str, spans: &[Span]) -> Vec<(u32, u32)> {
        let ruler = Ruler::of(text);
        spans.iter().map(|s| ruler.outward(text, *s)).map(|s| (s.start, s.end)).collect()
    }

    #[test]
    fn counts_utf16_units_of_the_original() {
        let text = "a退💰b";
        let spans = [Span::new(0, 1), Span::new(1, 4), Span::new(4, 8), Span::new(8, 9)];
        assert_eq!(outward(text, &spans), [(0, 1), (1, 2), (2, 4), (4, 5)]);
    }

    #[test]
    fn a_span_that_does_not_fit_ends_at_the_end() {
        assert_eq!(outward("退", &[Span::new(0, 99)]), [(0, 1)]);
        assert_eq!(outward("", &[Span::new(0, 9)]), [(0, 0)]);
    }

    #[test]
    fn every_byte_of_a_long_text_has_its_unit() {
        let text = "退a💰".repeat(300);
        for byte in 0..=text.len() {
            let before = &text[..text.floor_char_boundary(byte)];
            let want = u32::try_from(before.encode_utf16().count()).expect("a short text");
            assert_eq!(outward(&text, &[Span::new(byte, byte)]), [(want, want)], "byte {byte}");
        }
    }
}
