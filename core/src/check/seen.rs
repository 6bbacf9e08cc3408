//! Puts what was seen on a photo into the report: codes, round codes, printed words, trouble.

use super::describe::Draft;
use super::judge::Judge;
use crate::error::Error;
use crate::photo::{ReadError, Reading, RoundCodeFamily, UnreadReason};
use crate::report::{Subject, Word};
use crate::text::LINE_END;
use yanka_types::Span;

/// Every code and round code, each judged by itself.
pub fn codes(draft: &mut Draft<'_>, judge: &mut Judge<'_>, reading: &Reading) -> Result<(), Error> {
    for symbol in &reading.symbols {
        let subject = draft.next_code();
        let answer = judge.payload(subject, &symbol.bytes, symbol.text.as_deref())?;
        draft.code(symbol, answer.kind.word())?;
    }
    for round in &reading.round_codes {
        let subject = draft.next_code();
        let kind = match round.family {
            RoundCodeFamily::MiniProgram => "round-mini-program",
            RoundCodeFamily::Douyin => "round-douyin",
        };
        judge.signal(subject, &format!("photo.{kind}"))?;
        draft.round(round, kind)?;
    }
    Ok(())
}

/// Every line with its corners in the upright picture, wherever it was read. Read on the straight
/// card of a photo that gives none, a line has no place.
pub fn placed(mut words: Vec<Word>, reading: Option<&Reading>) -> Vec<Word> {
    for word in words.iter_mut().filter(|w| w.straight) {
        word.straight = false;
        match reading {
            Some(r) => word.corners.iter_mut().for_each(|c| *c = r.card.to_photo(*c)),
            None => word.corners.clear(),
        }
    }
    words
}

/// The printed lines: judged as one text, because sentences run over lines, shown line by line.
pub fn words(draft: &mut Draft<'_>, judge: &mut Judge<'_>, words: Vec<Word>) -> Result<(), Error> {
    if words.is_empty() {
        return Ok(());
    }
    draft.notice("words.by-machine")?;
    let first = judge.hits.len();
    let mut text = String::new();
    let mut lines = Vec::with_capacity(words.len());
    for word in &words {
        let start = text.len();
        text.push_str(&word.text);
        lines.push(Span::new(start, text.len()));
        text.push(LINE_END);
    }
    if text.len() <= crate::text::MAX_TEXT_BYTES {
        judge.text(Subject::Text, &text)?;
    }
    judge.move_to_lines(first, &lines);
    draft.words(words);
    Ok(())
}

/// Why nothing, or not everything, could be read.
pub fn trouble(draft: &mut Draft<'_>, reading: Option<&Reading>) -> Result<(), Error> {
    match reading.and_then(|r| r.unread_reason) {
        Some(trouble) => draft.notice(advice_for(trouble)),
        None => Ok(()),
    }
}

/// The notice for a file that is no readable picture.
pub const fn refused(refusal: &ReadError) -> &'static str {
    match refusal {
        ReadError::Empty => "photo.empty",
        ReadError::NotAPicture => "photo.not-a-picture",
        ReadError::Heic => "photo.heic",
        ReadError::TooLarge => "photo.too-large",
        ReadError::Damaged | ReadError::Cancelled => "photo.damaged",
        ReadError::BadShape => "photo.bad-shape",
    }
}

const fn advice_for(trouble: UnreadReason) -> &'static str {
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
