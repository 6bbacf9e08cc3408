//! What to do now: verdict, findings and situation in; ordered steps and official numbers out.
//!
//! Decides which steps of the pack apply, in which order, and which numbers they need. Refuses to
//! know any platform, number or sentence itself: they come from the pack, so that a number can be
//! corrected without a new program.

mod book;
mod filled;
mod merge;
mod pages;
mod speak;
mod talk;

use crate::error::Error;
use crate::pack::{Hotline, Pack};
use crate::report::{self, Language, Origin, Situation, Verdict};

pub use book::Book;
pub use filled::fillings;
pub use pages::{page_of, pages, situations};
pub use talk::{answered, checklist, questions, script, scripts};

use merge::Standing;
use speak::Speaker;

/// What a check found, as far as advice needs it.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// The report's verdict.
    pub verdict: Verdict,
    /// Finding codes.
    pub findings: &'a [&'a str],
    /// Where the subject came from.
    pub origin: Origin,
}

/// Steps and official numbers for one check and the person's situations, most urgent first.
///
/// `platform` is the id, or any name, of the platform that the card, the link, the text or the
/// person named. The numbers stand in the order in which the steps need them; an entry whose
/// number is empty has only the way inside its app.
///
/// # Errors
/// If the pack cannot be read.
pub fn steps(
    pack: &Pack,
    book: &Book,
    checked: Checked<'_>,
    situations: &[Situation],
    platform: Option<&str>,
    language: Language,
) -> Result<(Vec<report::Advice>, Vec<report::Hotline>), Error> {
    let standing = Standing {
        verdict: Some(checked.verdict),
        findings: checked.findings,
        origin: Some(checked.origin),
        situations,
        platform: None,
    };
    tell(pack, book, standing, platform, language)
}

/// Steps and official numbers for the person's situations alone, without a check.
///
/// # Errors
/// If the pack cannot be read.
pub fn page(
    pack: &Pack,
    situations: &[Situation],
    platform: Option<&str>,
    language: Language,
) -> Result<(Vec<report::Advice>, Vec<report::Hotline>), Error> {
    let standing = Standing { situations, ..Standing::default() };
    tell(pack, &Book::read(pack)?, standing, platform, language)
}

fn tell(
    pack: &Pack,
    book: &Book,
    standing: Standing<'_>,
    platform: Option<&str>,
    language: Language,
) -> Result<(Vec<report::Advice>, Vec<report::Hotline>), Error> {
    let own = match platform {
        Some(name) => official_of(pack, name)?,
        None => Vec::new(),
    };
    let class = own.first().map(|entry| entry.class.clone());
    let standing = Standing { platform: class.as_deref(), ..standing };
    let mut speaker = Speaker::new(pack, own, language);
    let mut advice = Vec::new();
    for at in merge::choose(&book.steps, standing) {
        advice.push(speaker.say(&book.steps[at])?);
    }
    let hotlines = speaker.numbers(&advice)?;
    Ok((advice, hotlines))
}

/// The official entries of the platform with that id or name.
fn official_of(pack: &Pack, platform: &str) -> Result<Vec<Hotline>, Error> {
    let own = pack.hotlines_of_platform(platform)?;
    if !own.is_empty() {
        return Ok(own);
    }
    if let Some(one) = pack.hotline(platform)? {
        return Ok(vec![one]);
    }
    Ok(crate::number::find_entries(pack, platform)?.into_iter().take(1).collect())
}
