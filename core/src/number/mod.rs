//! "Is this number official?", and the other way round: the official number of a name.
//!
//! Decides by exact lists and by forms, both from the pack; there is no rule by prefix. A number
//! that a screen shows is never proof, and every answer says so. Refuses to know any number itself.

mod digits;
mod forms;
mod judge;
mod name;
mod shape;
mod spoken;

use crate::error::Error;
use crate::pack::{Hotline, Pack, Sentence};
use crate::report::{self, Language, NumberStatus};
use crate::span::Span;
use forms::Forms;
use judge::Judgement;
use serde::Deserialize;

/// Most official entries that one answer shows.
const MOST_SHOWN: usize = 8;

/// One sentence that the answers are made of.
#[derive(Deserialize)]
struct Said {
    text: Sentence,
}

/// The official numbers and the forms that numbers take, made ready once and asked often.
pub struct Numbers {
    listed: Vec<Hotline>,
    forms: Forms,
}

impl Numbers {
    /// Reads the list and the forms of `pack`.
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub fn read(pack: &Pack) -> Result<Self, Error> {
        Ok(Self { listed: pack.hotlines()?, forms: Forms::new(pack.number_forms()?) })
    }

    /// What the form of a number inside a text says: a signal's name and where it stands.
    ///
    /// `span` are the digits as the text room saw them; a plus sign or brackets before them belong
    /// to the number. `None` where the form says nothing, for an unknown number proves nothing, and
    /// where no plus sign and no word around it makes it a telephone number.
    #[must_use]
    pub fn signal(&self, text: &str, span: Span) -> Option<(&'static str, Span)> {
        let before = text.get(..span.start).unwrap_or("");
        let lead = before.trim_end_matches(['+', '＋', '(', ')', '（', '）', '-', ' ']);
        let plus = before[lead.len()..].contains(['+', '＋']);
        let span = Span::new(if plus { lead.len() } else { span.start }, span.end);
        if !plus && !spoken::is_dialled(text, span) {
            return None;
        }
        let judged = judge::judge(&digits::read(span.of(text)), "", &self.listed, &self.forms);
        match judged.status {
            NumberStatus::SpoofForm => Some(("number.spoof-form", span)),
            NumberStatus::Overseas => Some(("number.overseas", span)),
            NumberStatus::Official | NumberStatus::NotListed | NumberStatus::Mobile => None,
        }
    }
}

/// Is `input` an official number? Anything may come in; it is understood as one number.
///
/// `normalized` gives the digits as understood, with a plus sign if there was one and an
/// extension behind a hyphen. `hotlines` are the entries that it is, imitates or is close to.
///
/// # Errors
/// If the pack cannot be read.
pub fn ask(pack: &Pack, input: &str, language: Language) -> Result<report::NumberAnswer, Error> {
    let Numbers { listed, forms } = Numbers::read(pack)?;
    let judged = judge::judge(&digits::read(input), input, &listed, &forms);
    let sentence = sentence(pack, &judged, &listed, &forms, language)?;
    Ok(report::NumberAnswer {
        status: judged.status,
        normalized: judged.normalized,
        sentence,
        hotlines: judged.hotlines.iter().map(|at| listed[*at].shown(language)).collect(),
    })
}

/// The digits by which rules name the number that `input` is: no country code of China, no extension.
#[must_use]
pub fn key(input: &str) -> String {
    let written = digits::read(input);
    shape::without_china(&written.digits, written.plus).unwrap_or(written.digits)
}

/// Whether `input` is rather a number to ask about than a name to look up.
#[must_use]
pub fn is_number(input: &str) -> bool {
    let written = digits::read(input);
    written.network_code || (written.digits.len() >= 3 && !written.words)
}

/// The official entries whose name is, or is close to, `name`: Chinese, pinyin or English, with
/// typing errors. Best first; empty where nothing comes close. An empty `name` lists all.
///
/// # Errors
/// If the pack cannot be read.
pub fn find(pack: &Pack, name: &str, language: Language) -> Result<Vec<report::Hotline>, Error> {
    let found = if name.trim().is_empty() { pack.hotlines()? } else { named(pack, name)? };
    Ok(found.iter().map(|h| h.shown(language)).collect())
}

/// The same, in all languages, for the other rooms.
pub(crate) fn named(pack: &Pack, name: &str) -> Result<Vec<Hotline>, Error> {
    let listed = pack.hotlines()?;
    let book = name::Names::read(pack, &listed)?;
    let best = book.search(name);
    Ok(best.into_iter().take(MOST_SHOWN).filter_map(|at| listed.get(at).cloned()).collect())
}

/// What the form says, then what a number on a screen can prove.
fn sentence(
    pack: &Pack,
    judged: &Judgement,
    listed: &[Hotline],
    forms: &Forms,
    language: Language,
) -> Result<String, Error> {
    let mut parts = vec![match forms.with_id(&judged.form) {
        Some(form) => form.meaning.in_language(language).to_owned(),
        None => template(pack, &judged.form, language)?,
    }];
    if judged.status == NumberStatus::Official
        && let Some(way) = judged.hotlines.first().map(|at| listed[*at].direction.as_str())
        && way == "in"
    {
        parts.push(template(pack, "number-only-answers", language)?);
    }
    if judged.status == NumberStatus::NotListed && !judged.hotlines.is_empty() {
        parts.push(template(pack, "number-close-to", language)?);
    }
    parts.push(template(pack, "number-never-proof", language)?);
    let space = if language == Language::En { " " } else { "" };
    let mut whole = parts.join(space);
    if let Some(first) = judged.hotlines.first().map(|at| &listed[*at]) {
        whole = whole.replace("{organization}", first.organization.in_language(language));
        whole = whole.replace("{number}", &first.number);
    }
    Ok(whole)
}

fn template(pack: &Pack, id: &str, language: Language) -> Result<String, Error> {
    let Some(record) = pack.record("sentence", id)? else { return Ok(String::new()) };
    let said: Said = serde_json::from_value(record.body).map_err(|_| Error::PackFormat)?;
    Ok(said.text.in_language(language).to_owned())
}
