//! Adds what was read on a photo to the report: codes, round codes, printed lines, and the reason
//! why something could not be read.
//!
//! Each code is judged by itself, all printed lines as one text. Reads no pixels and knows no rule.

use super::collector::Collector;
use super::report_builder::ReportBuilder;
use crate::error::Error;
use crate::photo::{ReadError, Reading, RoundCodeFamily, UnreadReason};
use crate::report::{Subject, Word};
use crate::text::LINE_END;
use yanka_types::Span;

/// Checks every decoded code and every round code by itself and adds it to the report.
///
/// # Errors
/// [`Error::Storage`] if the pack or the journal cannot be read.
pub fn add_codes(
    builder: &mut ReportBuilder<'_>,
    collector: &mut Collector<'_>,
    reading: &Reading,
) -> Result<(), Error> {
    for symbol in &reading.symbols {
        let subject = builder.next_code();
        let payload = collector.check_payload(subject, &symbol.bytes, symbol.text.as_deref())?;
        builder.add_code(symbol, payload.kind.word())?;
    }
    if reading.symbols.iter().any(|s| s.structured_append.is_some()) {
        builder.add_notice("photo.one-of-several")?;
    }
    for round in &reading.round_codes {
        let subject = builder.next_code();
        let kind = match round.family {
            RoundCodeFamily::MiniProgram => "round-mini-program",
            RoundCodeFamily::Douyin => "round-douyin",
        };
        collector.check_signal(subject, &format!("photo.{kind}"))?;
        builder.add_round_code(round, kind)?;
    }
    Ok(())
}

/// Maps the corners of lines that were read on the straight card to the upright picture. Without a
/// readable picture such a line keeps no corners.
pub fn to_upright_picture(mut words: Vec<Word>, reading: Option<&Reading>) -> Vec<Word> {
    for word in words.iter_mut().filter(|w| w.straight) {
        word.straight = false;
        match reading {
            Some(r) => word.corners.iter_mut().for_each(|c| *c = r.card.to_photo(*c)),
            None => word.corners.clear(),
        }
    }
    words
}

/// Checks the printed lines as one text, because a sentence may run over several lines, and adds
/// them line by line.
///
/// # Errors
/// [`Error::Storage`] if the pack or the journal cannot be read.
pub fn add_words(
    builder: &mut ReportBuilder<'_>,
    collector: &mut Collector<'_>,
    words: Vec<Word>,
) -> Result<(), Error> {
    if words.is_empty() {
        return Ok(());
    }
    builder.add_notice("words.by-machine")?;
    let first_match = collector.matches.len();
    let mut text = String::new();
    let mut lines = Vec::with_capacity(words.len());
    for word in &words {
        let start = text.len();
        text.push_str(&word.text);
        lines.push(Span::new(start, text.len()));
        text.push(LINE_END);
    }
    if text.len() <= crate::text::MAX_TEXT_BYTES {
        collector.check_text(Subject::Text, &text)?;
    }
    collector.move_to_lines(first_match, &lines);
    builder.set_words(words);
    Ok(())
}

/// Adds the notice that says why no code, or not every code, could be read.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn add_trouble(
    builder: &mut ReportBuilder<'_>,
    reading: Option<&Reading>,
) -> Result<(), Error> {
    match reading.and_then(|r| r.unread_reason) {
        Some(trouble) => builder.add_notice(trouble_notice(trouble)),
        None => Ok(()),
    }
}

/// The id of the notice for a file that is no readable picture.
pub const fn refusal_notice(refusal: &ReadError) -> &'static str {
    match refusal {
        ReadError::Empty => "photo.empty",
        ReadError::NotAPicture => "photo.not-a-picture",
        ReadError::Heic => "photo.heic",
        ReadError::TooLarge => "photo.too-large",
        ReadError::Damaged | ReadError::Cancelled => "photo.damaged",
        ReadError::BadShape => "photo.bad-shape",
    }
}

const fn trouble_notice(trouble: UnreadReason) -> &'static str {
    match trouble {
        UnreadReason::NoCode => "photo.no-code",
        UnreadReason::Blurred => "photo.blurred",
        UnreadReason::Glare => "photo.glare",
        UnreadReason::TooSmall => "photo.too-small",
        UnreadReason::Folded => "photo.folded",
        UnreadReason::Partial => "photo.partial",
        _ => "photo.unclear",
    }
}
