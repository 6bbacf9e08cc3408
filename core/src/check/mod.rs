//! The pipeline: what was given → facts → findings → verdict → advice → report.
//!
//! Short, and without a rule of its own: each room is asked once, in order. What a stranger printed
//! cannot fail here; only the pack, the journal or a raised stop flag can.

mod describe;
mod judge;
mod known;
mod seen;

pub use judge::Opinions;
pub use known::Known;

use crate::advice;
use crate::error::Error;
use crate::photo::{self, Picture, PixelLayout, Refusal, Watch};
use crate::report::{
    Language, Milliseconds, Moment, Notice, Options, Photo, Report, StraightCard, Subject, Word,
};
use crate::text::LONGEST;
use describe::Draft;
use judge::Judge;
use std::time::Instant;

/// Checks a photo and the lines that a machine read on it.
///
/// Returns the report and, for the journal, a small upright picture of the card.
///
/// # Errors
/// [`Error::Cancelled`], or where the pack or the journal fails.
pub fn photo(
    known: &Known,
    opinions: &dyn Opinions,
    photo: &Photo,
    words: Vec<Word>,
    options: &Options,
    watch: &mut dyn Watch,
) -> Result<(Report, Option<Vec<u8>>), Error> {
    let started = Instant::now();
    let mut draft = Draft::new(known, options);
    let reading = match photo::read(picture(photo), watch) {
        Err(Refusal::Cancelled) => return Err(Error::Cancelled),
        Err(refusal) => {
            draft.notice(seen::refused(&refusal))?;
            None
        }
        Ok(reading) => Some(reading),
    };
    let mut judge = Judge::new(known, opinions, options);
    let mut time = Milliseconds::default();
    let mut small = None;
    if let Some(reading) = &reading {
        (time.load, time.photo) = (reading.load_ms, reading.read_ms);
        draft.picture(reading);
        seen::codes(&mut draft, &mut judge, reading)?;
        small = reading.card.thumbnail();
    }
    seen::words(&mut draft, &mut judge, seen::placed(words, reading.as_ref()))?;
    seen::trouble(&mut draft, reading.as_ref())?;
    draft.finish(judge, started, time).map(|report| (report, small))
}

/// The card on a photo made straight, for reading its words; the upright picture where no code gives
/// its plane, `None` where the photo is none.
///
/// # Errors
/// [`Error::Cancelled`].
pub fn straight_card(photo: &Photo, watch: &mut dyn Watch) -> Result<Option<StraightCard>, Error> {
    let card = match photo::read(picture(photo), watch) {
        Err(Refusal::Cancelled) => return Err(Error::Cancelled),
        Err(_) => return Ok(None),
        Ok(reading) => reading.card,
    };
    Ok(card.jpeg().map(|(bytes, width, height)| StraightCard { bytes, width, height }))
}

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
    if text.len() > LONGEST {
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
    if link.len() > LONGEST {
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

fn picture(photo: &Photo) -> Picture<'_> {
    let pixels = |layout, width: &u32, height: &u32, stride: &u32, data| Picture::Pixels {
        layout,
        width: *width,
        height: *height,
        stride: *stride,
        data,
    };
    match photo {
        Photo::Encoded { bytes } => Picture::Encoded(bytes),
        Photo::Luma { width, height, stride, bytes } => {
            pixels(PixelLayout::Luma8, width, height, stride, bytes)
        }
        Photo::Rgba { width, height, stride, bytes } => {
            pixels(PixelLayout::Rgba8, width, height, stride, bytes)
        }
    }
}
