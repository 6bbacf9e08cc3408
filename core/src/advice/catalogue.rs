//! The advice records of the pack: steps, pages, scripts, questions and the card checklist.
//!
//! Decides nothing: gives the records their types. Every sentence comes from rules/sources/advice.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::pack::{Pack, Provenance, Sentence};
use crate::report::{Severity, Urgency};

/// One thing to do or not to do. Steps of one urgency are shown in the order of the records.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Step {
    pub id: String,
    pub urgency: Urgency,
    /// True for a "do not".
    #[serde(default)]
    pub avoid: bool,
    /// Keys of which at least one must hold: a situation's word, `@group`, `verdict:danger`,
    /// `origin:message`, `platform:bank`, `finding:payload.private-contact`, `finding:payload.*`.
    #[serde(default, rename = "for")]
    pub keys: Vec<String>,
    /// Keys of which at least one must hold too; empty sets no such condition.
    #[serde(default)]
    pub only: Vec<String>,
    /// Keys of which none may hold.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Of several steps on one topic only the first is shown; empty belongs to no topic.
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
    /// True if the step depends on the platform, and so can name it.
    pub fn names_platform(&self) -> bool {
        self.keys.iter().chain(&self.only).any(|key| key.starts_with("platform:"))
    }
}

/// A named set of situations, used in keys as `@id`.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Group {
    pub id: String,
    pub situations: Vec<String>,
}

/// A page: the steps of one situation, or a list of steps.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Page {
    pub id: String,
    pub title: Sentence,
    /// On the page of a situation: how the person recognizes that they are in it.
    #[serde(default)]
    pub meaning: Sentence,
    #[serde(default)]
    pub lead: Sentence,
    #[serde(default)]
    pub deadline: Sentence,
    /// Ids of steps, in order; empty on the page of a situation.
    #[serde(default)]
    pub steps: Vec<String>,
    /// Ids of official numbers besides those of the steps.
    #[serde(default)]
    pub call: Vec<String>,
}

/// A phone script: what to say in a call.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Script {
    pub id: String,
    pub title: Sentence,
    /// Sentences with blanks such as `{amount}`.
    pub lines: Vec<Sentence>,
    /// Ids of official numbers.
    #[serde(default)]
    pub call: Vec<String>,
}

/// A blank of a script.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Blank {
    pub id: String,
    pub label: Sentence,
}

/// A yes-or-no question for someone whom a scammer may be influencing.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Question {
    pub id: String,
    pub text: Sentence,
    /// Id of the page that "yes" leads to.
    pub yes: String,
    /// Id of the question that "no" leads to; empty for the last.
    #[serde(default)]
    pub no: String,
}

/// One item of the checklist for a card or chat that could not be read.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct ChecklistItem {
    pub id: String,
    pub text: Sentence,
    /// Name of the picture that an app shows beside it.
    pub picture: String,
    /// Code of the finding that "yes" makes.
    pub finding: String,
    pub severity: Severity,
    pub why: Sentence,
    pub provenance: Provenance,
}

/// All records of one kind, in the order of the sources.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read, or a record does not have the fields of `T`.
pub(crate) fn read_all<T: DeserializeOwned>(pack: &Pack, kind: &str) -> Result<Vec<T>, Error> {
    let mut typed = Vec::new();
    for mut record in pack.records(kind)? {
        let fields = record.body.as_object_mut().ok_or(Error::PACK_FORMAT)?;
        fields.insert("id".to_owned(), record.id.into());
        typed.push(serde_json::from_value(record.body).map_err(|_| Error::PACK_FORMAT)?);
    }
    Ok(typed)
}

/// All steps of a pack, read once for many checks.
pub struct StepCatalogue {
    pub(super) steps: Vec<Step>,
}

impl StepCatalogue {
    /// Reads the steps of `pack`.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack cannot be read, or a record lacks a field.
    pub fn read(pack: &Pack) -> Result<Self, Error> {
        Ok(Self { steps: read_steps(pack)? })
    }
}

/// All steps, with the groups in their keys expanded.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read, or a record lacks a field.
pub(crate) fn read_steps(pack: &Pack) -> Result<Vec<Step>, Error> {
    let groups: Vec<Group> = read_all(pack, "group")?;
    let mut steps: Vec<Step> = read_all(pack, "step")?;
    for step in &mut steps {
        step.keys = expand_groups(&step.keys, &groups);
        step.only = expand_groups(&step.only, &groups);
        step.unless = expand_groups(&step.unless, &groups);
    }
    Ok(steps)
}

/// `keys` with every known `@group` replaced by the situations of the group.
fn expand_groups(keys: &[String], groups: &[Group]) -> Vec<String> {
    let mut out = Vec::new();
    for key in keys {
        match key.strip_prefix('@').and_then(|id| groups.iter().find(|g| g.id == id)) {
            Some(group) => out.extend(group.situations.iter().cloned()),
            None => out.push(key.clone()),
        }
    }
    out
}
