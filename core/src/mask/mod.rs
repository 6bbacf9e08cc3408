//! Decides what of a person's own details is hidden before anything is kept or handed over.
//!
//! Same length in bytes and in UTF-16 units, so that every span still holds. What belongs to the
//! suspect stays: an account to pay to, a number to call, a link, and the payload of a code.
//! Refuses to know where the text goes afterwards.

mod digits;

use crate::report::Report;
use crate::span::Span;

/// What kind of detail is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// A bank card's number (Luhn).
    Card,
    /// A resident identity number (checksum).
    Identity,
    /// A telephone number that is not the suspect's.
    Phone,
    /// A verification code.
    Code,
    /// A street address.
    Address,
    /// A person's name.
    Name,
}

/// A hidden place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// What was there.
    pub detail: Detail,
    /// Where, in bytes of the text; the same before and after.
    pub span: Span,
}

/// The text with every own detail hidden. Masking twice changes nothing more.
#[must_use]
pub fn text(text: &str) -> String {
    hide(text, &details(text))
}

/// The own details of a text, in order and apart from each other.
#[must_use]
pub fn details(text: &str) -> Vec<Hidden> {
    let mut found = digits::find(text);
    found.sort_by_key(|h| (h.span.start, std::cmp::Reverse(h.span.end)));
    let mut end = 0;
    found.retain(|h| {
        let apart = h.span.start >= end;
        end = end.max(h.span.end);
        apart
    });
    found
}

/// The report with every own detail hidden. The payload of a code is what the suspect printed: it
/// stays exact.
#[must_use]
pub fn report(report: &Report) -> Report {
    let mut masked = report.clone();
    if let Some(given) = &mut masked.text {
        *given = text(given);
    }
    for word in &mut masked.words {
        word.text = text(&word.text);
    }
    masked
}

fn hide(text: &str, details: &[Hidden]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    for hidden in details {
        masked.push_str(text.get(at..hidden.span.start).unwrap_or(""));
        masked.extend(hidden.span.of(text).chars().map(mark));
        at = hidden.span.end;
    }
    masked.push_str(text.get(at..).unwrap_or(""));
    masked
}

/// A mark of the same length, in UTF-8 and in UTF-16. What holds groups together stays.
fn mark(c: char) -> char {
    match c {
        ' ' | '-' | '\u{3000}' => c,
        c => match c.len_utf8() {
            1 => '*',
            2 => '·',
            3 => '＊',
            _ => '🞰',
        },
    }
}
