//! The steps and official numbers for a check, or for situations alone.
//!
//! Finds the entries of the platform, then ranks and renders the steps.

use super::catalogue::StepCatalogue;
use super::ranking::{self, Criteria};
use super::rendering::StepRenderer;
use crate::error::Error;
use crate::pack::{Hotline, Pack};
use crate::report::{self, Language, Origin, Situation, Verdict};

/// The result of a check, as far as advice depends on it.
#[derive(Clone, Copy, Debug)]
pub struct CheckResult<'a> {
    /// The verdict of the report.
    pub verdict: Verdict,
    /// Finding codes.
    pub findings: &'a [&'a str],
    /// Where the subject came from.
    pub origin: Origin,
}

/// Steps and official numbers for one check and the person's situations, most urgent first.
///
/// `platform` is the id, or any name, of the platform that the card, the link, the text or the
/// person named; `None` if nobody named one. The numbers come in the order in which the steps need
/// them. An entry with an empty number can be reached only inside its app.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn for_check(
    pack: &Pack,
    catalogue: &StepCatalogue,
    result: CheckResult<'_>,
    situations: &[Situation],
    platform: Option<&str>,
    language: Language,
) -> Result<(Vec<report::Advice>, Vec<report::Hotline>), Error> {
    let criteria = Criteria {
        verdict: Some(result.verdict),
        findings: result.findings,
        origin: Some(result.origin),
        situations,
        platform_class: None,
    };
    rank_and_render(pack, catalogue, criteria, platform, language)
}

/// Steps and official numbers for the person's situations alone, without a check. `platform` and the
/// order are as in [`for_check`].
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn for_situations(
    pack: &Pack,
    situations: &[Situation],
    platform: Option<&str>,
    language: Language,
) -> Result<(Vec<report::Advice>, Vec<report::Hotline>), Error> {
    let criteria = Criteria { situations, ..Criteria::default() };
    rank_and_render(pack, &StepCatalogue::read(pack)?, criteria, platform, language)
}

fn rank_and_render(
    pack: &Pack,
    catalogue: &StepCatalogue,
    criteria: Criteria<'_>,
    platform: Option<&str>,
    language: Language,
) -> Result<(Vec<report::Advice>, Vec<report::Hotline>), Error> {
    let platform_entries = match platform {
        Some(name) => entries_of_platform(pack, name)?,
        None => Vec::new(),
    };
    let class = platform_entries.first().map(|entry| entry.class.clone());
    let criteria = Criteria { platform_class: class.as_deref(), ..criteria };
    let mut renderer = StepRenderer::new(pack, platform_entries, language);
    let mut advice = Vec::new();
    for index in ranking::rank(&catalogue.steps, criteria) {
        advice.push(renderer.render(&catalogue.steps[index])?);
    }
    let hotlines = renderer.hotlines(&advice)?;
    Ok((advice, hotlines))
}

/// The official entries of the platform with that id, else the entry with that id, else the entry
/// with the most similar name.
fn entries_of_platform(pack: &Pack, platform: &str) -> Result<Vec<Hotline>, Error> {
    let entries = pack.hotlines_of_platform(platform)?;
    if !entries.is_empty() {
        return Ok(entries);
    }
    if let Some(entry) = pack.hotline(platform)? {
        return Ok(vec![entry]);
    }
    Ok(crate::number::search_entries(pack, platform)?.into_iter().take(1).collect())
}
