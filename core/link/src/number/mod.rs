//! Decides facts of telephone numbers: their digits, their class against a list, entries by name.
//!
//! Exact lists and patterns of the caller decide; no rule goes by prefix. Knows no number, no rule
//! pack and no sentence. A displayed number is never proof of its owner.

mod classify;
mod digit_lookalikes;
mod name_index;
mod numbering_plan;
mod parse;
mod patterns;
mod phone_context;

pub use classify::{Classification, ListedNumber};
pub use name_index::NameIndex;
pub use patterns::{Pattern, Patterns};

use yanka_types::{NumberStatus, Span};

/// Fewest digits of a number.
const MIN_DIGITS: usize = 3;

/// Classifies any input as one number.
#[must_use]
pub fn classify(input: &str, listed: &[ListedNumber], patterns: &Patterns) -> Classification {
    classify::classify(&parse::parse(input), input, listed, patterns)
}

/// The signal of a number inside a text, and its span in bytes.
///
/// `span` covers the digits as found. The number includes a plus sign and brackets before them.
/// `None` where the form of the number is not suspicious, and where neither a plus sign nor a word
/// nearby shows that it is a telephone number.
#[must_use]
pub fn signal(
    text: &str,
    span: Span,
    listed: &[ListedNumber],
    patterns: &Patterns,
) -> Option<(&'static str, Span)> {
    let before = text.get(..span.start).unwrap_or("");
    let lead = before.trim_end_matches(['+', '＋', '(', ')', '（', '）', '-', ' ']);
    let has_plus = before[lead.len()..].contains(['+', '＋']);
    let span = Span::new(if has_plus { lead.len() } else { span.start }, span.end);
    if !has_plus && !phone_context::is_phone_number(text, span) {
        return None;
    }
    match classify::classify(&parse::parse(span.of(text)), "", listed, patterns).status {
        NumberStatus::SpoofForm => Some(("number.spoof-form", span)),
        NumberStatus::Overseas => Some(("number.overseas", span)),
        NumberStatus::Official | NumberStatus::NotListed | NumberStatus::Mobile => None,
    }
}

/// The digits by which rules name a number: without separators and without China's country code.
#[must_use]
pub fn key(input: &str) -> String {
    let number = parse::parse(input);
    numbering_plan::without_china_code(&number.digits, number.plus).unwrap_or(number.digits)
}

/// Whether `input` is a number rather than a name.
#[must_use]
pub fn is_number(input: &str) -> bool {
    let number = parse::parse(input);
    number.network_code || (number.digits.len() >= MIN_DIGITS && !number.words)
}
