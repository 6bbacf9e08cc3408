//! The pages that a person reads in one sitting: one a situation, and those for before and after.
//!
//! Decides how a page is put together from its steps. Refuses to know what stands on it.

use super::book::{self, Page};
use super::speak::Speaker;
use crate::error::Error;
use crate::pack::Pack;
use crate::report::{self, Language, Situation};

/// Every page's id and title, in the order of the sources, without their steps.
///
/// # Errors
/// If the pack cannot be read.
pub fn pages(pack: &Pack, language: Language) -> Result<Vec<report::Page>, Error> {
    let pages: Vec<Page> = book::all(pack, "page")?;
    Ok(pages.iter().map(|page| heading(page, language)).collect())
}

/// The answers to "where are you now?", in the order in which people walk into it.
///
/// # Errors
/// If the pack cannot be read.
pub fn situations(pack: &Pack, language: Language) -> Result<Vec<report::SituationChoice>, Error> {
    let pages: Vec<Page> = book::all(pack, "page")?;
    let choice = |page: &Page| {
        Some(report::SituationChoice {
            situation: Situation::from_word(&page.id)?,
            label: page.title.in_language(language).to_owned(),
            meaning: page.meaning.in_language(language).to_owned(),
        })
    };
    Ok(pages.iter().filter_map(choice).collect())
}

/// One page with its steps and numbers; `None` where there is no page of that id.
///
/// A situation's word is the id of its page.
///
/// # Errors
/// If the pack cannot be read.
pub fn page_of(pack: &Pack, id: &str, language: Language) -> Result<Option<report::Page>, Error> {
    let pages: Vec<Page> = book::all(pack, "page")?;
    let Some(page) = pages.iter().find(|page| page.id == id) else { return Ok(None) };
    let mut shown = heading(page, language);
    (shown.steps, shown.hotlines) = match Situation::from_word(id) {
        Some(situation) => super::page(pack, &[situation], None, language)?,
        None => listed(pack, page, language)?,
    };
    Ok(Some(shown))
}

fn heading(page: &Page, language: Language) -> report::Page {
    report::Page {
        id: page.id.clone(),
        title: page.title.in_language(language).to_owned(),
        lead: page.lead.in_language(language).to_owned(),
        deadline: page.deadline.in_language(language).to_owned(),
        steps: Vec::new(),
        hotlines: Vec::new(),
    }
}

/// The page's own steps, in its own order.
fn listed(
    pack: &Pack,
    page: &Page,
    language: Language,
) -> Result<(Vec<report::Advice>, Vec<report::Hotline>), Error> {
    let steps = book::steps(pack)?;
    let mut speaker = Speaker::new(pack, Vec::new(), language);
    let mut advice = Vec::new();
    for id in &page.steps {
        if let Some(step) = steps.iter().find(|step| step.id == *id) {
            advice.push(speaker.say(step)?);
        }
    }
    let mut hotlines = speaker.numbers(&advice)?;
    for id in &page.call {
        if !hotlines.iter().any(|h| h.id == *id) {
            hotlines.extend(pack.hotline(id)?.map(|h| report::hotline(&h, language)));
        }
    }
    Ok((advice, hotlines))
}
