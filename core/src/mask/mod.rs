//! Decides what of a person's own details is hidden before anything is kept or handed over.
//!
//! Same length in bytes and in UTF-16 units, so that every span still holds. What belongs to the
//! suspect stays: an account to pay to, a number to call, a link, and the payload of a code. In
//! doubt a detail is the person's. Refuses to know where the text goes afterwards.
//!
//! digits.rs, codes.rs, places.rs and names.rs find details; context.rs tells whose they are.

mod codes;
mod context;
mod digits;
mod groups;
mod names;
mod places;

use crate::report::Report;
use std::cmp::Reverse;
use yanka_types::Span;

/// What kind of detail is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// A bank card's number (Luhn); its last four digits stay.
    Card,
    /// A resident identity number (checksum).
    Identity,
    /// A telephone number; its first three and last two digits stay.
    Phone,
    /// A verification code.
    Code,
    /// A street address; province, city and district stay.
    Address,
    /// A person's name; the family name stays.
    Name,
}

impl Detail {
    /// Its word in cases and measures.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Identity => "identity",
            Self::Phone => "phone",
            Self::Code => "code",
            Self::Address => "address",
            Self::Name => "name",
        }
    }
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
    let links = context::links(text);
    let mut found = digits::find(text);
    found.extend(codes::find(text));
    found.extend(places::find(text));
    found.extend(names::find(text));
    found.retain(|hidden| !context::inside_link(text, &links, hidden.span));
    found.sort_by_key(|h| (h.span.start, Reverse(h.span.end)));
    let mut end = 0;
    // Two that overlap are both hidden; the later one is told from where the first ends.
    found.retain_mut(|h| {
        h.span.start = h.span.start.max(end);
        end = end.max(h.span.end);
        h.span.start < h.span.end
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
    // Printed lines belong together: a label may stand above its name.
    let lines: Vec<&str> = report.words.iter().map(|w| w.text.as_str()).collect();
    let lines = text(&lines.join("\n"));
    let mut at = 0;
    for word in &mut masked.words {
        let end = at + word.text.len();
        lines.get(at..end).unwrap_or("").clone_into(&mut word.text);
        at = end + 1;
    }
    for link in &mut masked.links {
        link.canonical = text(&link.canonical);
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
        ' ' | '-' | '\n' | '\r' | '\u{3000}' => c,
        c => match c.len_utf8() {
            1 => '*',
            2 => '·',
            3 => '＊',
            _ => '🞰',
        },
    }
}
