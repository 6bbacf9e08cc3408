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

/// Turns byte spans of one text into UTF-16 spans, in one walk over the text.
///
/// Bytes inside a character count as that character's start; bytes past the end as the end.
#[must_use]
pub fn outward(text: &str, spans: &[Span]) -> Vec<report::Span> {
    let mut marks: Vec<usize> = spans.iter().flat_map(|s| [s.start, s.end]).collect();
    marks.sort_unstable();
    marks.dedup();
    let mut units = Vec::with_capacity(marks.len());
    let mut walked = 0_u32;
    let mut next = marks.iter().peekable();
    for (at, c) in text.char_indices() {
        while next.next_if(|m| **m < at + c.len_utf8()).is_some() {
            units.push(walked);
        }
        walked += u32::try_from(c.len_utf16()).unwrap_or(2);
    }
    units.resize(marks.len(), walked);
    let unit = |byte: usize| marks.binary_search(&byte).map_or(walked, |i| units[i]);
    spans.iter().map(|s| report::Span { start: unit(s.start), end: unit(s.end) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_utf16_units_of_the_original() {
        let text = "a退💰b";
        let spans = [Span::new(0, 1), Span::new(1, 4), Span::new(4, 8), Span::new(8, 9)];
        let units: Vec<_> = outward(text, &spans).iter().map(|s| (s.start, s.end)).collect();
        assert_eq!(units, [(0, 1), (1, 2), (2, 4), (4, 5)]);
    }

    #[test]
    fn a_span_that_does_not_fit_ends_at_the_end() {
        let units = outward("退", &[Span::new(0, 99)]);
        assert_eq!((units[0].start, units[0].end), (0, 1));
    }
}
