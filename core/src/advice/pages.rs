//! Pages to read in one sitting: one for each situation, and others for before and after.
//!
//! Assembles a page from its steps; the pack decides which pages and steps there are.

use super::catalogue::{self, Page, read_all};
use super::rendering::StepRenderer;
use super::steps;
use crate::error::Error;
use crate::pack::Pack;
use crate::report::{self, Language, Situation};

/// All pages in the order of the sources, without their steps and numbers.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn pages(pack: &Pack, language: Language) -> Result<Vec<report::Page>, Error> {
    let pages: Vec<Page> = read_all(pack, "page")?;
    Ok(pages.iter().map(|page| without_steps(page, language)).collect())
}

/// The answers to "where are you now?", in the order in which a scam proceeds.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn situations(pack: &Pack, language: Language) -> Result<Vec<report::SituationChoice>, Error> {
    let pages: Vec<Page> = read_all(pack, "page")?;
    let choice = |page: &Page| {
        Some(report::SituationChoice {
            situation: Situation::from_word(&page.id)?,
            label: page.title.in_language(language).to_owned(),
            meaning: page.meaning.in_language(language).to_owned(),
        })
    };
    Ok(pages.iter().filter_map(choice).collect())
}

/// One page with its steps and numbers; `None` if there is no page of that id. The page of a
/// situation has the situation's word as its id.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn page(pack: &Pack, id: &str, language: Language) -> Result<Option<report::Page>, Error> {
    let pages: Vec<Page> = read_all(pack, "page")?;
    let Some(page) = pages.iter().find(|page| page.id == id) else { return Ok(None) };
    let mut shown = without_steps(page, language);
    (shown.steps, shown.hotlines) = match Situation::from_word(id) {
        Some(situation) => steps::for_situations(pack, &[situation], None, language)?,
        None => listed_steps(pack, page, language)?,
    };
    Ok(Some(shown))
}

fn without_steps(page: &Page, language: Language) -> report::Page {
    report::Page {
        id: page.id.clone(),
        title: page.title.in_language(language).to_owned(),
        lead: page.lead.in_language(language).to_owned(),
        deadline: page.deadline.in_language(language).to_owned(),
        steps: Vec::new(),
        hotlines: Vec::new(),
    }
}

/// The steps that the page lists, in its order, with their numbers and those of the page.
fn listed_steps(
    pack: &Pack,
    page: &Page,
    language: Language,
) -> Result<(Vec<report::Advice>, Vec<report::Hotline>), Error> {
    let steps = catalogue::read_steps(pack)?;
    let mut renderer = StepRenderer::new(pack, Vec::new(), language);
    let mut advice = Vec::new();
    for id in &page.steps {
        if let Some(step) = steps.iter().find(|step| step.id == *id) {
            advice.push(renderer.render(step)?);
        }
    }
    let mut hotlines = renderer.hotlines(&advice)?;
    for id in &page.call {
        if !hotlines.iter().any(|h| h.id == *id) {
            hotlines.extend(pack.hotline(id)?.map(|h| report::hotline(&h, language)));
        }
    }
    Ok((advice, hotlines))
}
