//! The advice as the pack holds it: steps, pages, scripts, questions and the card checklist.
//!
//! Decides nothing: it only gives the pack's records their types. Refuses to hold a sentence of
//! its own; every word comes from rules/sources/advice.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::pack::{Pack, Provenance, Sentence};
use crate::report::{Severity, Urgency};

/// One thing to do or not to do. The order of the records is the order of reading within one
/// urgency.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Step {
    pub id: String,
    pub urgency: Urgency,
    #[serde(default)]
    pub avoid: bool,
    /// Keys of which one must be met: a situation's word, `@group`, `verdict:danger`,
    /// `origin:message`, `platform:bank`, `finding:payload.private-contact`, `finding:payload.*`.
    #[serde(default, rename = "for")]
    pub keys: Vec<String>,
    /// Where not empty, keys of which one must be met besides.
    #[serde(default)]
    pub only: Vec<String>,
    /// Keys of which none may be met.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Of several steps about one thing only the first is said.
    #[serde(default)]
    pub topic: String,
    pub text: Sentence,
    #[serde(default)]
    pub why: Sentence,
    /// Ids of official numbers.
    #[serde(default)]
    pub call: Vec<String>,
    pub provenance: Provenance,
}

impl Step {
    /// Whether the step speaks of the platform by its name.
    pub fn names_platform(&self) -> bool {
        self.keys.iter().chain(&self.only).any(|key| key.starts_with("platform:"))
    }
}

/// A name for several situations.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Group {
    pub id: String,
    pub situations: Vec<String>,
}

/// A page: either the steps of one situation, or a list of its own.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Page {
    pub id: String,
    pub title: Sentence,
    /// In a situation's page: by what the person knows that it is theirs.
    #[serde(default)]
    pub meaning: Sentence,
    #[serde(default)]
    pub lead: Sentence,
    #[serde(default)]
    pub deadline: Sentence,
    /// Ids of steps, in order; empty where the page is a situation's.
    #[serde(default)]
    pub steps: Vec<String>,
    /// Ids of official numbers beyond those of the steps.
    #[serde(default)]
    pub call: Vec<String>,
}

/// What to say on the phone.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Script {
    pub id: String,
    pub title: Sentence,
    /// Sentences with blanks such as `{amount}`.
    pub lines: Vec<Sentence>,
    #[serde(default)]
    pub call: Vec<String>,
}

/// What a blank of a script asks for.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Blank {
    pub id: String,
    pub label: Sentence,
}

/// A yes-or-no question for someone who is being talked to.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Question {
    pub id: String,
    pub text: Sentence,
    /// The page that "yes" leads to.
    pub yes: String,
    /// The question that "no" leads to; empty for the last.
    #[serde(default)]
    pub no: String,
}

/// One line of the checklist for a card or chat that nothing could read.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Check {
    pub id: String,
    pub text: Sentence,
    /// Name of the picture that a shell draws beside it.
    pub picture: String,
    /// The finding that "yes" makes.
    pub finding: String,
    pub severity: Severity,
    pub why: Sentence,
    pub provenance: Provenance,
}

/// Every record of one kind, in the order of the sources.
///
/// # Errors
/// If the pack cannot be read, or holds records of another shape.
pub(crate) fn all<T: DeserializeOwned>(pack: &Pack, kind: &str) -> Result<Vec<T>, Error> {
    let mut typed = Vec::new();
    for mut record in pack.records(kind)? {
        let fields = record.body.as_object_mut().ok_or(Error::PACK_FORMAT)?;
        fields.insert("id".to_owned(), record.id.into());
        typed.push(serde_json::from_value(record.body).map_err(|_| Error::PACK_FORMAT)?);
    }
    Ok(typed)
}

/// Every step of a pack, read once and asked by every check.
pub struct Book {
    pub(super) steps: Vec<Step>,
}

impl Book {
    /// The steps of `pack`.
    ///
    /// # Errors
    /// If the pack cannot be read, or holds records of another shape.
    pub fn read(pack: &Pack) -> Result<Self, Error> {
        Ok(Self { steps: steps(pack)? })
    }
}

/// Every step, with the groups in its keys spelled out.
///
/// # Errors
/// If the pack cannot be read, or holds records of another shape.
pub(crate) fn steps(pack: &Pack) -> Result<Vec<Step>, Error> {
    let groups: Vec<Group> = all(pack, "group")?;
    let mut steps: Vec<Step> = all(pack, "step")?;
    for step in &mut steps {
        step.keys = spelled(&step.keys, &groups);
        step.only = spelled(&step.only, &groups);
        step.unless = spelled(&step.unless, &groups);
    }
    Ok(steps)
}

fn spelled(words: &[String], groups: &[Group]) -> Vec<String> {
    let mut out = Vec::new();
    for word in words {
        match word.strip_prefix('@').and_then(|id| groups.iter().find(|g| g.id == id)) {
            Some(group) => out.extend(group.situations.iter().cloned()),
            None => out.push(word.clone()),
        }
    }
    out
}
