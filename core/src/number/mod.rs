//! Looks up official numbers: by number ("is this number official?") and by name.
//!
//! Combines the number facts of `yanka-link` with the list and the sentences of the rule pack. Every
//! result says that a displayed number is never proof. Holds no number itself.

use crate::error::Error;
use crate::pack::{Hotline, NumberForm, Pack, Sentence};
use crate::report::{self, Language, NumberStatus};
use serde::Deserialize;
use yanka_link::number::{Classification, ListedNumber, NameIndex, Pattern, Patterns, classify};
use yanka_types::Span;

pub use yanka_link::number::{is_number, key};

/// Most entries that a search by name returns. Empirical; no measurement recorded.
const MAX_RESULTS: usize = 8;

/// Subtracted from the similarity, of 1000, of a name that belongs to the platform and not to the
/// entry itself. Empirical; no measurement recorded.
const PLATFORM_DISCOUNT: u32 = 20;

/// A sentence template of the pack.
#[derive(Deserialize)]
struct Template {
    text: Sentence,
}

/// Other names of an entry, or the noise words of the search.
#[derive(Deserialize)]
struct Aliases {
    names: Vec<String>,
}

/// The official numbers and number patterns of a pack, read once for many look-ups.
pub struct Numbers {
    hotlines: Vec<Hotline>,
    listed: Vec<ListedNumber>,
    forms: Vec<NumberForm>,
    patterns: Patterns,
}

impl Numbers {
    /// Reads the list and the patterns of `pack`.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read.
    pub fn read(pack: &Pack) -> Result<Self, Error> {
        let hotlines = pack.hotlines()?;
        let forms = pack.number_forms()?;
        let listed = hotlines
            .iter()
            .map(|h| ListedNumber { class: h.class.clone(), digits: h.digits.clone() })
            .collect();
        let pattern = |f: &NumberForm| Pattern {
            id: f.id.clone(),
            class: f.class.clone(),
            regex: f.form.clone(),
        };
        let patterns = Patterns::new(forms.iter().map(pattern).collect());
        Ok(Self { hotlines, listed, forms, patterns })
    }

    /// The signal of the number at `span` of `text`, with its span, in bytes; `None` if the number
    /// gives none. See [`yanka_link::number::signal`].
    #[must_use]
    pub fn signal(&self, text: &str, span: Span) -> Option<(&'static str, Span)> {
        yanka_link::number::signal(text, span, &self.listed, &self.patterns)
    }
}

/// Looks up `input` in the list of official numbers. Any input is read as one number.
///
/// In the result `normalized` holds the digits as understood, with a plus sign if there was one and
/// an extension after a hyphen. `hotlines` are the entries that it is, imitates or is close to.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn look_up(
    pack: &Pack,
    input: &str,
    language: Language,
) -> Result<report::NumberAnswer, Error> {
    let numbers = Numbers::read(pack)?;
    let class = classify(input, &numbers.listed, &numbers.patterns);
    let hotlines: Vec<&Hotline> =
        class.listed.iter().filter_map(|index| numbers.hotlines.get(*index)).collect();
    let sentence = sentence(pack, &class, &hotlines, &numbers.forms, language)?;
    Ok(report::NumberAnswer {
        status: class.status,
        normalized: class.normalized,
        sentence,
        hotlines: hotlines.iter().map(|h| report::hotline(h, language)).collect(),
    })
}

/// Searches the official entries for `name`, in Chinese, pinyin or English; tolerates typing errors.
/// At most 8, best first; empty if no name is similar enough. An empty `name` lists all entries.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn search(pack: &Pack, name: &str, language: Language) -> Result<Vec<report::Hotline>, Error> {
    let found = if name.trim().is_empty() { pack.hotlines()? } else { search_entries(pack, name)? };
    Ok(found.iter().map(|h| report::hotline(h, language)).collect())
}

/// As [`search`], with the records of the pack; an empty `name` finds nothing.
pub(crate) fn search_entries(pack: &Pack, name: &str) -> Result<Vec<Hotline>, Error> {
    let hotlines = pack.hotlines()?;
    let names = name_index(pack, &hotlines)?;
    Ok(names
        .search(name)
        .into_iter()
        .take(MAX_RESULTS)
        .filter_map(|index| hotlines.get(index).cloned())
        .collect())
}

/// The search index: the names of all entries, their aliases and those of their platforms.
fn name_index(pack: &Pack, hotlines: &[Hotline]) -> Result<NameIndex, Error> {
    let mut names = NameIndex::new(&aliases(pack, "noise")?);
    for (entry, hotline) in hotlines.iter().enumerate() {
        let official = [&hotline.organization.zh_hans, &hotline.organization.en];
        for name in official.iter().flat_map(|n| n.split(['/', '／', '（', '(', '、', ','])) {
            names.add(entry, name, 0);
        }
        names.add(entry, &hotline.id, 0);
        for name in aliases(pack, &hotline.id)? {
            names.add(entry, &name, 0);
        }
        if let Some(id) = &hotline.platform {
            names.add(entry, id, PLATFORM_DISCOUNT);
            for name in pack.platform(id)?.map(|p| p.aliases).unwrap_or_default() {
                names.add(entry, &name, PLATFORM_DISCOUNT);
            }
        }
    }
    Ok(names)
}

fn aliases(pack: &Pack, id: &str) -> Result<Vec<String>, Error> {
    let Some(record) = pack.record("alias", id)? else { return Ok(Vec::new()) };
    let aliases: Aliases = serde_json::from_value(record.body).map_err(|_| Error::PACK_FORMAT)?;
    Ok(aliases.names)
}

/// What the form of the number means, then what a displayed number can prove.
fn sentence(
    pack: &Pack,
    class: &Classification,
    hotlines: &[&Hotline],
    forms: &[NumberForm],
    language: Language,
) -> Result<String, Error> {
    let mut parts = vec![match forms.iter().find(|f| f.id == class.reason) {
        Some(form) => form.meaning.in_language(language).to_owned(),
        None => template(pack, &class.reason, language)?,
    }];
    if class.status == NumberStatus::Official
        && hotlines.first().is_some_and(|h| h.direction == "in")
    {
        parts.push(template(pack, "number-only-answers", language)?);
    }
    if class.status == NumberStatus::NotListed && !hotlines.is_empty() {
        parts.push(template(pack, "number-close-to", language)?);
    }
    parts.push(template(pack, "number-never-proof", language)?);
    let space = if language == Language::En { " " } else { "" };
    let mut whole = parts.join(space);
    if let Some(first) = hotlines.first() {
        whole = whole.replace("{organization}", first.organization.in_language(language));
        whole = whole.replace("{number}", &first.number);
    }
    Ok(whole)
}

fn template(pack: &Pack, id: &str, language: Language) -> Result<String, Error> {
    let Some(record) = pack.record("sentence", id)? else { return Ok(String::new()) };
    let template: Template = serde_json::from_value(record.body).map_err(|_| Error::PACK_FORMAT)?;
    Ok(template.text.in_language(language).to_owned())
}
