//! Words for the phone, questions for someone under influence, and the checklist of a card.
//!
//! Decides how blanks are filled and what a "yes" on the checklist finds. Refuses to weigh the
//! findings: that is the verdict's work.

use super::book::{self, Blank, Check, Question, Script};
use crate::error::Error;
use crate::pack::Pack;
use crate::report::{self, Language};

/// The longest filling that goes into a blank, in characters; a caller's field may be anything.
const LONGEST_FILLING: usize = 200;

/// Ids and titles of the scripts, without lines.
///
/// # Errors
/// If the pack cannot be read.
pub fn scripts(pack: &Pack, language: Language) -> Result<Vec<report::Script>, Error> {
    let scripts: Vec<Script> = book::all(pack, "script")?;
    Ok(scripts.iter().map(|s| heading(s, language)).collect())
}

/// What to say, with the blanks filled from `fillings`; `None` where there is no such script.
///
/// A blank that nobody filled shows as its label between brackets and is named in `blanks`.
///
/// # Errors
/// If the pack cannot be read.
pub fn script(
    pack: &Pack,
    id: &str,
    fillings: &[report::Filling],
    language: Language,
) -> Result<Option<report::Script>, Error> {
    let scripts: Vec<Script> = book::all(pack, "script")?;
    let Some(script) = scripts.iter().find(|s| s.id == id) else { return Ok(None) };
    let blanks: Vec<Blank> = book::all(pack, "blank")?;
    let mut shown = heading(script, language);
    for line in &script.lines {
        let line = fill(line.in_language(language), &blanks, fillings, language, &mut shown.blanks);
        shown.lines.push(line);
    }
    for id in &script.call {
        shown.hotlines.extend(pack.hotline(id)?.map(|h| report::hotline(&h, language)));
    }
    Ok(Some(shown))
}

fn heading(script: &Script, language: Language) -> report::Script {
    report::Script {
        id: script.id.clone(),
        title: script.title.in_language(language).to_owned(),
        lines: Vec::new(),
        blanks: Vec::new(),
        hotlines: Vec::new(),
    }
}

/// One walk over the line, so that a filling that looks like a blank stays what it is.
fn fill(
    line: &str,
    blanks: &[Blank],
    fillings: &[report::Filling],
    language: Language,
    open: &mut Vec<report::Blank>,
) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else { break };
        out.push_str(before);
        rest = behind;
        let given = fillings.iter().find(|f| f.blank == name && !f.text.trim().is_empty());
        let label =
            blanks.iter().find(|b| b.id == name).map_or(name, |b| b.label.in_language(language));
        if let Some(given) = given {
            out.extend(given.text.trim().chars().filter(|c| !c.is_control()).take(LONGEST_FILLING));
            continue;
        }
        out.push_str(&format!("【{label}】"));
        if !open.iter().any(|b| b.id == name) {
            open.push(report::Blank { id: name.to_owned(), label: label.to_owned() });
        }
    }
    out.push_str(rest);
    out
}

/// The questions, in order; start with the first and follow `no`.
///
/// # Errors
/// If the pack cannot be read.
pub fn questions(pack: &Pack, language: Language) -> Result<Vec<report::Question>, Error> {
    let questions: Vec<Question> = book::all(pack, "question")?;
    let shown = questions.into_iter().map(|q| report::Question {
        text: q.text.in_language(language).to_owned(),
        id: q.id,
        yes: q.yes,
        no: q.no,
    });
    Ok(shown.collect())
}

/// The checklist of a card or chat that nothing could read.
///
/// # Errors
/// If the pack cannot be read.
pub fn checklist(pack: &Pack, language: Language) -> Result<Vec<report::ChecklistItem>, Error> {
    let checks: Vec<Check> = book::all(pack, "check")?;
    let shown = checks.into_iter().map(|c| report::ChecklistItem {
        text: c.text.in_language(language).to_owned(),
        id: c.id,
        picture: c.picture,
        finding: c.finding,
    });
    Ok(shown.collect())
}

/// The findings of the checklist lines that were answered with "yes". Unknown ids say nothing.
///
/// # Errors
/// If the pack cannot be read.
pub fn answered(
    pack: &Pack,
    yes: &[&str],
    language: Language,
) -> Result<Vec<report::Finding>, Error> {
    let checks: Vec<Check> = book::all(pack, "check")?;
    let met = checks.iter().filter(|c| yes.contains(&c.id.as_str()));
    Ok(met.map(|c| found(c, language)).collect())
}

fn found(check: &Check, language: Language) -> report::Finding {
    report::Finding {
        finding: check.finding.clone(),
        severity: check.severity,
        subject: report::Subject::Photo,
        span: None,
        rule: format!("checklist/{}", check.id),
        why: check.why.in_language(language).to_owned(),
        source: report::provenance(&check.provenance, language),
    }
}
