//! Masks a person's own details before a text is stored or exported.
//!
//! Keeps the length in bytes and in UTF-16 code units, so that every span stays valid. The suspect's
//! details stay: an account to pay to, a number to call, a link, the payload of a code. In doubt a
//! detail is the person's. Does not depend on where the text goes.
//!
//! numbers.rs, verification_codes.rs, street_addresses.rs and person_names.rs detect details;
//! ownership.rs decides who owns them.

mod detail;
mod digit_groups;
mod number_formats;
mod numbers;
mod ownership;
mod pattern;
mod person_names;
mod street_addresses;
mod verification_codes;

pub use detail::{DetailKind, DetailSpan};

use crate::report::Report;
use std::cmp::Reverse;

/// Most passes over one text. Texts that need a third pass are contrived; the limit bounds the time.
const MAX_PASSES: usize = 4;

/// The text with every detail of the person masked. Masking twice changes nothing more.
#[must_use]
pub fn text(text: &str) -> String {
    mask(text, &own_details(text))
}

/// The details of the person in `text`, in order and without overlaps.
#[must_use]
pub fn own_details(text: &str) -> Vec<DetailSpan> {
    let mut found = find_details(text);
    let mut masked = mask(text, &found);
    for _ in 1..MAX_PASSES {
        // A number that touches a letter is read as part of a word until the letter is masked.
        let mut more = find_details(&masked);
        more.retain(|detail| detail.span.of(&masked).chars().any(|c| mask_char(c) != c));
        if more.is_empty() {
            break;
        }
        masked = mask(&masked, &more);
        found.extend(more);
        remove_overlaps(&mut found);
    }
    found
}

/// The details that one pass recognizes.
fn find_details(text: &str) -> Vec<DetailSpan> {
    let links = ownership::find_links(text);
    let mut found = numbers::find(text);
    found.extend(verification_codes::find(text));
    found.extend(street_addresses::find(text));
    found.extend(person_names::find(text));
    found.retain(|detail| !ownership::belongs_to_link(text, &links, detail.span));
    remove_overlaps(&mut found);
    found
}

/// Sorts `found`. Of two details that overlap the later one is cut to start where the first ends:
/// both are masked.
fn remove_overlaps(found: &mut Vec<DetailSpan>) {
    found.sort_by_key(|d| (d.span.start, Reverse(d.span.end)));
    let mut end = 0;
    found.retain_mut(|d| {
        d.span.start = d.span.start.max(end);
        end = end.max(d.span.end);
        d.span.start < d.span.end
    });
}

/// The report with every detail of the person masked in its text, printed lines and links. The
/// payload of a code stays exact, because the suspect printed it.
#[must_use]
pub fn report(report: &Report) -> Report {
    let mut masked = report.clone();
    if let Some(given) = &mut masked.text {
        *given = text(given);
    }
    // All printed lines are masked as one text: a label may be on the line above its name.
    let lines: Vec<&str> = report.words.iter().map(|w| w.text.as_str()).collect();
    let lines = text(&lines.join("\n"));
    let mut start = 0;
    for word in &mut masked.words {
        let end = start + word.text.len();
        lines.get(start..end).unwrap_or("").clone_into(&mut word.text);
        start = end + 1;
    }
    for link in &mut masked.links {
        link.canonical = text(&link.canonical);
    }
    masked
}

fn mask(text: &str, details: &[DetailSpan]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut end = 0;
    for detail in details {
        masked.push_str(text.get(end..detail.span.start).unwrap_or(""));
        masked.extend(detail.span.of(text).chars().map(mask_char));
        end = detail.span.end;
    }
    masked.push_str(text.get(end..).unwrap_or(""));
    masked
}

/// A mask character of the same length in UTF-8 and in UTF-16. Separators between groups stay.
fn mask_char(c: char) -> char {
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
