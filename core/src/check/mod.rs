//! The pipeline: what was given → facts → findings → verdict → advice → report.
//!
//! Short, and without a rule of its own: each room is asked once, in order. What a stranger printed
//! cannot fail here; only the pack, the journal or a raised stop flag can.

mod describe;
mod judge;
mod known;
mod photo;
mod seen;

pub use judge::Opinions;
pub use known::{Known, brands};
pub use photo::OpenedPhoto;

use crate::advice;
use crate::error::Error;
use crate::report::{Language, Milliseconds, Moment, Notice, Options, Report, Subject};
use crate::text::MAX_TEXT_BYTES;
use describe::Draft;
use judge::Judge;
use std::time::Instant;

/// Checks a message, a chat or any other text.
///
/// # Errors
/// Where the pack or the journal fails.
pub fn text(
    known: &Known,
    opinions: &dyn Opinions,
    text: String,
    options: &Options,
) -> Result<Report, Error> {
    let started = Instant::now();
    let mut draft = Draft::new(known, options);
    let mut judge = Judge::new(known, opinions, options);
    if text.len() > MAX_TEXT_BYTES {
        draft.unchecked("text.too-long")?;
    } else if text.trim().is_empty() {
        draft.notice("text.empty")?;
    } else {
        judge.text(Subject::Text, &text)?;
    }
    draft.text(text);
    draft.finish(judge, started, Milliseconds::default())
}

/// Checks one link as a code would carry it; words that are no link are checked as a text.
///
/// # Errors
/// Where the pack or the journal fails.
pub fn link(
    known: &Known,
    opinions: &dyn Opinions,
    link: String,
    options: &Options,
) -> Result<Report, Error> {
    let started = Instant::now();
    let mut draft = Draft::new(known, options);
    let mut judge = Judge::new(known, opinions, options);
    if link.len() > MAX_TEXT_BYTES {
        draft.unchecked("text.too-long")?;
    } else if !judge.payload(Subject::Text, link.as_bytes(), Some(&link))?.is_link {
        draft.notice("link.none")?;
    }
    draft.text(link);
    draft.finish(judge, started, Milliseconds::default())
}

/// Makes a report of the checklist lines that the person answered with "yes".
///
/// # Errors
/// Where the pack fails.
pub fn answers(
    known: &Known,
    opinions: &dyn Opinions,
    yes: &[String],
    options: &Options,
) -> Result<Report, Error> {
    let started = Instant::now();
    let mut draft = Draft::new(known, options);
    let yes: Vec<&str> = yes.iter().map(String::as_str).collect();
    draft.answers(advice::answered(known.pack(), &yes, options.language)?);
    draft.finish(Judge::new(known, opinions, options), started, Milliseconds::default())
}

/// Adds to a report that the rules are old by the clock of this phone. Never an error.
///
/// # Errors
/// Where the pack cannot be read.
pub fn remark_age(
    known: &Known,
    report: &mut Report,
    language: Language,
    now: Moment,
) -> Result<(), Error> {
    report.notices.extend(age(known, language, now)?);
    Ok(())
}

/// What is to be said of the rules' age, where they are old.
///
/// # Errors
/// Where the pack fails.
pub fn age(known: &Known, language: Language, now: Moment) -> Result<Option<Notice>, Error> {
    known.pack().is_old(now).then(|| known.notice("pack.old", language)).transpose()
}
