//! Shared by the cases, measure, fuzzer and bench of texts: runs the full check on a text with the
//! embedded rules and no log.

pub mod fuzz;

use serde::Deserialize;
use yanka::check::{self, OwnRules, RuleContext};
use yanka::error::Error;
use yanka::report::{Language, Options, Origin, OwnRule, Report, Verdict};
use yanka_rules::source_files;
use yanka_rules::train::stored::StoredModel;

/// One case of tests/cases/texts. Exactly one of `least` and `most` is given.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its name.
    pub name: String,
    /// Why it is there.
    pub why: String,
    /// The scenario it belongs to, such as `S041`.
    pub scenario: Option<String>,
    /// Where the text came from: `parcel`, `message`, `call`.
    pub origin: String,
    /// The mildest verdict that is right.
    pub least: Option<String>,
    /// The gravest verdict that is right.
    pub most: Option<String>,
    /// Situations that the text shows.
    #[serde(default)]
    pub shows: Vec<String>,
    /// Situations that the text must not be taken to show.
    #[serde(default)]
    pub hides: Vec<String>,
    /// The text.
    pub text: String,
}

impl Case {
    /// Whether a scam case belongs to the held-out half, which is not used for tuning.
    #[must_use]
    pub fn is_held_out(&self) -> bool {
        self.scenario.is_some() && self.least.is_some() && crate::data::is_held_out(&self.name)
    }

    /// What is wrong with `verdict`, if anything: the verdict and the bound that it breaks.
    #[must_use]
    pub fn fault(&self, verdict: Verdict) -> Option<String> {
        let bound = |word: &Option<String>| word.as_deref().and_then(Verdict::from_word);
        let verdict_word = verdict.word();
        match (bound(&self.least), bound(&self.most)) {
            (Some(least), _) if verdict < least => {
                Some(format!("{verdict_word}, at least {}", least.word()))
            }
            (_, Some(most)) if verdict > most => {
                Some(format!("{verdict_word}, at most {}", most.word()))
            }
            _ => None,
        }
    }
}

/// Checks texts as a shell would, without a log.
pub struct Line {
    known: RuleContext,
}

/// Rule store without any rule of the person's own.
struct NoOwnRules;

impl OwnRules for NoOwnRules {
    fn find(&self, _: &str, _: Option<&str>) -> Result<Option<OwnRule>, Error> {
        Ok(None)
    }
}

impl Line {
    /// Opens the embedded rules.
    ///
    /// # Panics
    /// Where they cannot be read.
    #[must_use]
    pub fn open() -> Self {
        Self { known: RuleContext::open(None).expect("the embedded rules") }
    }

    /// Opens the rules that the sources in `folder` make, before they become the embedded ones.
    ///
    /// # Errors
    /// The compiler's diagnostics for the sources.
    pub fn of_sources(folder: &std::path::Path) -> Result<Self, String> {
        let files = source_files::load(folder).map_err(|e| e.to_string())?;
        let committed = std::fs::read(crate::repository().join("rules/pack/yanka.pack")).ok();
        let (model, _) = StoredModel::of(&folder.join(source_files::TEXTS), committed.as_deref())?;
        let (_, pack) = yanka_rules::compile(&files, &yanka_rules::host_lists::NoLists, &model)
            .map_err(|refused| match refused {
                yanka_rules::CompileError::Invalid(found) => found
                    .iter()
                    .map(|d| format!("{}: {}; {}", d.code, d.message, d.help))
                    .collect::<Vec<_>>()
                    .join("\n"),
                other => other.to_string(),
            })?;
        let pack = yanka::pack::Pack::open_unverified(&pack).map_err(|e| e.to_string())?;
        Ok(Self { known: RuleContext::new(pack) })
    }

    /// The words and text rules alone.
    ///
    /// # Panics
    /// Where they cannot be read.
    #[must_use]
    pub fn texts(&self) -> &yanka::matcher::TextRules {
        self.known.text_rules().expect("the embedded words")
    }

    /// The report on `text`.
    ///
    /// # Panics
    /// Where the rules cannot be read.
    #[must_use]
    pub fn report(&self, text: &str, origin: Origin) -> Report {
        let options = Options {
            origin,
            language: Language::ZhHans,
            situations: Vec::new(),
            keep: false,
            offset_minutes: 480,
        };
        check::text(&self.known, &NoOwnRules, text.to_owned(), &options).expect("a report")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_names_the_verdict_and_the_bound() {
        let case = |least: &str, most: &str| Case {
            name: String::new(),
            why: String::new(),
            scenario: None,
            origin: String::new(),
            least: (!least.is_empty()).then(|| least.to_owned()),
            most: (!most.is_empty()).then(|| most.to_owned()),
            shows: Vec::new(),
            hides: Vec::new(),
            text: String::new(),
        };
        let fault = |case: Case| case.fault(Verdict::Danger);
        assert_eq!(fault(case("", "caution")).as_deref(), Some("danger, at most caution"));
        assert_eq!(fault(case("danger", "")), None);
        let fault = case("caution", "").fault(Verdict::NothingFound);
        assert_eq!(fault.as_deref(), Some("nothing-found, at least caution"));
    }
}
