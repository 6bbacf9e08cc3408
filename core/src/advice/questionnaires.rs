//! Questions for a person: whether somebody influences them, and the checklist for a card or chat
//! that could not be read.
//!
//! Turns a "yes" on the checklist into a finding and does not weigh it; verdict.rs does. Every
//! sentence comes from the pack.

use super::catalogue::{ChecklistItem, Question, read_all};
use crate::error::Error;
use crate::pack::Pack;
use crate::report::{self, Language};

/// The questions, in order. Start with the first and follow `no`.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn questions(pack: &Pack, language: Language) -> Result<Vec<report::Question>, Error> {
    let questions: Vec<Question> = read_all(pack, "question")?;
    let shown = questions.into_iter().map(|q| report::Question {
        text: q.text.in_language(language).to_owned(),
        id: q.id,
        yes: q.yes,
        no: q.no,
    });
    Ok(shown.collect())
}

/// The items of the checklist, in order.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn checklist(pack: &Pack, language: Language) -> Result<Vec<report::ChecklistItem>, Error> {
    let items: Vec<ChecklistItem> = read_all(pack, "check")?;
    let shown = items.into_iter().map(|item| report::ChecklistItem {
        text: item.text.in_language(language).to_owned(),
        id: item.id,
        picture: item.picture,
        finding: item.finding,
    });
    Ok(shown.collect())
}

/// The findings of the checklist items answered with "yes". `yes` holds item ids; unknown ids are
/// ignored.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn checklist_findings(
    pack: &Pack,
    yes: &[&str],
    language: Language,
) -> Result<Vec<report::Finding>, Error> {
    let items: Vec<ChecklistItem> = read_all(pack, "check")?;
    let answered = items.iter().filter(|item| yes.contains(&item.id.as_str()));
    answered.map(|item| finding(pack, item, language)).collect()
}

fn finding(
    pack: &Pack,
    item: &ChecklistItem,
    language: Language,
) -> Result<report::Finding, Error> {
    let title = pack.code_title(&item.finding)?;
    Ok(report::Finding {
        finding: item.finding.clone(),
        severity: item.severity,
        subject: report::Subject::Photo,
        spans: Vec::new(),
        rule: format!("checklist/{}", item.id),
        title: title.map(|t| t.in_language(language).to_owned()).unwrap_or_default(),
        why: item.why.in_language(language).to_owned(),
        source: report::provenance(&item.provenance, language),
    })
}
