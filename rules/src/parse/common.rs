//! Parts that several sorts of entries share: provenance, known words, numbers, the entry itself.
//!
//! Depends on no sort of entry.

use crate::fields::Fields;
use crate::source::{Entry, Located, Provenance};
use crate::spelling::nearest;
use crate::vocabulary::CONFIDENCES;

/// Count of digits of a telephone number that can be dialled; E.164 allows at most 15.
const NUMBER_DIGITS: std::ops::RangeInclusive<usize> = 3..=15;

/// Completes an entry and reports its unknown fields; `None` where `body` is.
pub(super) fn entry<T>(
    fields: Fields<'_, '_>,
    id: Located<String>,
    body: impl FnOnce() -> Option<T>,
) -> Option<Entry<T>> {
    let (file, span, facts) = (fields.reporter().file, fields.span.clone(), fields.list("facts"));
    fields.finish();
    Some(Entry { file, id, facts, span, body: body()? })
}

/// Parses the `provenance` of an entry; reports a missing one.
pub(super) fn provenance(fields: &Fields<'_, '_>) -> Option<Provenance> {
    let Some(own) = fields.table("provenance", "provenance") else {
        let help = "write provenance = { source = \"…\", retrieved = 2026-11-21, confidence = \
                    \"high\" }; the publishers are in publishers.toml";
        let message = "this entry has no `provenance`".to_owned();
        fields.report_table("missing-provenance", message, help.to_owned());
        return None;
    };
    let sources = own.list("source");
    if sources.is_empty() {
        let help = "write source = \"id of a publisher\", or a list of them".to_owned();
        own.report_table("missing-field", "this provenance names no source".to_owned(), help);
    }
    let retrieved = own.required_date("retrieved");
    let published = own.optional_date("published");
    let confidence = own.required_string("confidence");
    check_word(&own, confidence.as_ref(), CONFIDENCES);
    own.finish();
    let confidence = confidence?.value;
    Some(Provenance { sources, retrieved: retrieved?, published, confidence })
}

/// Reports a word that is not among `known`.
pub(super) fn check_word(fields: &Fields<'_, '_>, word: Option<&Located<String>>, known: &[&str]) {
    let Some(word) = word.filter(|w| !known.contains(&w.value.as_str())) else { return };
    let help = nearest(&word.value, known).map_or_else(
        || format!("write one of: {}", known.join(", ")),
        |n| format!("did you mean `{n}`?"),
    );
    fields.report("bad-word", word.span.clone(), format!("`{}` is not known", word.value), help);
}

/// Reports a telephone number that cannot be dialled.
pub(super) fn check_number(fields: &Fields<'_, '_>, number: &Located<String>) {
    let digits = number.value.chars().filter(char::is_ascii_digit).count();
    let only_dialable = number.value.chars().all(|c| c.is_ascii_digit() || "-+ ".contains(c));
    if !only_dialable || !NUMBER_DIGITS.contains(&digits) {
        let help = "write digits, with - or a space between groups; words belong in `purpose`";
        let message = format!("`{}` cannot be dialled", number.value);
        fields.report("bad-number", number.span.clone(), message, help.to_owned());
    }
}
