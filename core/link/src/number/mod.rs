//! Facts about telephone numbers: digits as written, classification against a list, search by name.
//!
//! Decides by exact lists and by patterns that the caller gives; there is no rule by prefix. Knows no
//! number itself, no rule pack and no sentence. A number that a screen shows is never proof.

mod classify;
mod digits;
mod name;
mod patterns;
mod shape;
mod spoken;

pub use classify::{Classification, ListedNumber};
pub use name::Names;
pub use patterns::{Pattern, Patterns};

use yanka_types::{NumberStatus, Span};

/// Classifies any input as one number.
#[must_use]
pub fn classify(input: &str, listed: &[ListedNumber], patterns: &Patterns) -> Classification {
    classify::classify(&digits::read(input), input, listed, patterns)
}

/// The signal that the form of a number inside a text gives, and its span.
///
/// `span` are the digits as found in the text; a plus sign or brackets before them belong to the
/// number. `None` where the form says nothing (an unknown number proves nothing) and where neither a
/// plus sign nor a word nearby shows that it is a telephone number.
#[must_use]
pub fn signal(
    text: &str,
    span: Span,
    listed: &[ListedNumber],
    patterns: &Patterns,
) -> Option<(&'static str, Span)> {
    let before = text.get(..span.start).unwrap_or("");
    let lead = before.trim_end_matches(['+', '＋', '(', ')', '（', '）', '-', ' ']);
    let plus = before[lead.len()..].contains(['+', '＋']);
    let span = Span::new(if plus { lead.len() } else { span.start }, span.end);
    if !plus && !spoken::is_dialled(text, span) {
        return None;
    }
    match classify::classify(&digits::read(span.of(text)), "", listed, patterns).status {
        NumberStatus::SpoofForm => Some(("number.spoof-form", span)),
        NumberStatus::Overseas => Some(("number.overseas", span)),
        NumberStatus::Official | NumberStatus::NotListed | NumberStatus::Mobile => None,
    }
}

/// The digits by which rules name a number: without separators and without China's country code.
#[must_use]
pub fn key(input: &str) -> String {
    let written = digits::read(input);
    shape::without_china(&written.digits, written.plus).unwrap_or(written.digits)
}

/// Whether `input` is meant as a number and not as a name.
#[must_use]
pub fn is_number(input: &str) -> bool {
    let written = digits::read(input);
    written.network_code || (written.digits.len() >= 3 && !written.words)
}
