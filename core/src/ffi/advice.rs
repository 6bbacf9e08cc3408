//! API for advice beyond one check: pages, phone scripts, questions and the card checklist.

use super::Checker;
use crate::error::ApiError;
use crate::report::{
    AdvicePage, ChecklistItem, Filling, Finding, Language, Options, Page, Question, Report, Script,
    Situation, SituationChoice,
};
use crate::{advice, check};

#[uniffi::export]
impl Checker {
    /// Steps and official numbers for the person's situations. `platform` is the id or a name of a
    /// platform or bank; `None` if they named none.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read.
    pub fn advice(
        &self,
        situations: Vec<Situation>,
        platform: Option<String>,
        language: Language,
    ) -> Result<AdvicePage, ApiError> {
        let rules = self.rules();
        let (advice, hotlines) =
            advice::for_situations(rules.pack(), &situations, platform.as_deref(), language)?;
        Ok(AdvicePage { advice, hotlines })
    }

    /// The answers to "where are you now?", in the order in which a scam proceeds.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read.
    pub fn situations(&self, language: Language) -> Result<Vec<SituationChoice>, ApiError> {
        Ok(advice::situations(self.rules().pack(), language)?)
    }

    /// All pages, without their steps and numbers.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read.
    pub fn pages(&self, language: Language) -> Result<Vec<Page>, ApiError> {
        Ok(advice::pages(self.rules().pack(), language)?)
    }

    /// One page with its steps and numbers; `None` if there is no page of that id.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read.
    pub fn page(&self, id: String, language: Language) -> Result<Option<Page>, ApiError> {
        Ok(advice::page(self.rules().pack(), &id, language)?)
    }

    /// Ids and titles of the phone scripts, without their lines.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read.
    pub fn scripts(&self, language: Language) -> Result<Vec<Script>, ApiError> {
        Ok(advice::scripts(self.rules().pack(), language)?)
    }

    /// One phone script with its blanks filled from `fillings`; `None` if there is no script of that
    /// id.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read.
    pub fn script(
        &self,
        id: String,
        fillings: Vec<Filling>,
        language: Language,
    ) -> Result<Option<Script>, ApiError> {
        Ok(advice::script(self.rules().pack(), &id, &fillings, language)?)
    }

    /// One phone script about a check in the log. Fills a blank from `fillings` first, else from the
    /// entry and its timeline; `None` if there is no script of that id.
    ///
    /// # Errors
    /// `NoSuchEntry`, `JournalUnavailable`, or `PackUnusable` if the rules cannot be read.
    pub fn script_from_log(
        &self,
        id: String,
        entry: i64,
        mut fillings: Vec<Filling>,
        language: Language,
    ) -> Result<Option<Script>, ApiError> {
        fillings.extend(advice::log_fillings(&self.journal()?.entry(entry)?, language));
        Ok(advice::script(self.rules().pack(), &id, &fillings, language)?)
    }

    /// Yes-or-no questions for someone whom a scammer may be influencing. Start with the first.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read.
    pub fn questions(&self, language: Language) -> Result<Vec<Question>, ApiError> {
        Ok(advice::questions(self.rules().pack(), language)?)
    }

    /// The checklist for a card or chat that could not be read.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read.
    pub fn checklist(&self, language: Language) -> Result<Vec<ChecklistItem>, ApiError> {
        Ok(advice::checklist(self.rules().pack(), language)?)
    }

    /// The findings of the checklist items answered with "yes". `yes` holds item ids; unknown ids are
    /// ignored.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read.
    pub fn checklist_findings(
        &self,
        yes: Vec<String>,
        language: Language,
    ) -> Result<Vec<Finding>, ApiError> {
        let yes: Vec<&str> = yes.iter().map(String::as_str).collect();
        Ok(advice::checklist_findings(self.rules().pack(), &yes, language)?)
    }

    /// A report from the checklist items answered with "yes". `yes` holds item ids; unknown ids are
    /// ignored. The report is not kept in the log.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read.
    pub fn check_answers(&self, yes: Vec<String>, options: Options) -> Result<Report, ApiError> {
        let report = check::checklist(&self.rules(), self, &yes, &options)?;
        Ok(self.add_age_notice(report, &options)?)
    }
}
