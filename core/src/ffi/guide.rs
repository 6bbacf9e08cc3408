//! The door to pages, words for the phone, questions and the checklist.

use super::Checker;
use crate::error::ApiError;
use crate::report::{
    ChecklistItem, Filling, Finding, Language, Options, Page, Question, Report, Script,
    SituationChoice,
};
use crate::{advice, check};

#[uniffi::export]
impl Checker {
    /// The answers to "where are you now?", in the order in which people walk into it.
    ///
    /// # Errors
    /// Where the pack fails.
    pub fn situations(&self, language: Language) -> Result<Vec<SituationChoice>, ApiError> {
        Ok(advice::situations(self.known().pack(), language)?)
    }

    /// Every page, without its steps.
    ///
    /// # Errors
    /// Where the pack fails.
    pub fn pages(&self, language: Language) -> Result<Vec<Page>, ApiError> {
        Ok(advice::pages(self.known().pack(), language)?)
    }

    /// One page with its steps and numbers; `None` where there is no such page.
    ///
    /// # Errors
    /// Where the pack fails.
    pub fn page(&self, id: String, language: Language) -> Result<Option<Page>, ApiError> {
        Ok(advice::page_of(self.known().pack(), &id, language)?)
    }

    /// Ids and titles of the words for the phone.
    ///
    /// # Errors
    /// Where the pack fails.
    pub fn scripts(&self, language: Language) -> Result<Vec<Script>, ApiError> {
        Ok(advice::scripts(self.known().pack(), language)?)
    }

    /// What to say, with the blanks filled; `None` where there is no such script.
    ///
    /// # Errors
    /// Where the pack fails.
    pub fn script(
        &self,
        id: String,
        fillings: Vec<Filling>,
        language: Language,
    ) -> Result<Option<Script>, ApiError> {
        Ok(advice::script(self.known().pack(), &id, &fillings, language)?)
    }

    /// What to say about a check in the log: blanks that `fillings` leaves open are filled from the
    /// entry and its timeline; `None` where there is no such script.
    ///
    /// # Errors
    /// `NoSuchEntry`, `JournalUnavailable`, or where the pack fails.
    pub fn script_from_log(
        &self,
        id: String,
        entry: i64,
        mut fillings: Vec<Filling>,
        language: Language,
    ) -> Result<Option<Script>, ApiError> {
        fillings.extend(advice::fillings(&self.journal()?.entry(entry)?, language));
        Ok(advice::script(self.known().pack(), &id, &fillings, language)?)
    }

    /// Questions for someone who is being talked to; begin with the first.
    ///
    /// # Errors
    /// Where the pack fails.
    pub fn questions(&self, language: Language) -> Result<Vec<Question>, ApiError> {
        Ok(advice::questions(self.known().pack(), language)?)
    }

    /// The checklist of a card or chat that nothing could read.
    ///
    /// # Errors
    /// Where the pack fails.
    pub fn checklist(&self, language: Language) -> Result<Vec<ChecklistItem>, ApiError> {
        Ok(advice::checklist(self.known().pack(), language)?)
    }

    /// The reasons behind the checklist lines that were answered with "yes".
    ///
    /// # Errors
    /// Where the pack fails.
    pub fn checklist_findings(
        &self,
        yes: Vec<String>,
        language: Language,
    ) -> Result<Vec<Finding>, ApiError> {
        let yes: Vec<&str> = yes.iter().map(String::as_str).collect();
        Ok(advice::answered(self.known().pack(), &yes, language)?)
    }

    /// A whole report from the checklist lines that were answered with "yes".
    ///
    /// # Errors
    /// Where the pack fails.
    pub fn check_answers(&self, yes: Vec<String>, options: Options) -> Result<Report, ApiError> {
        let report = check::answers(&self.known(), self, &yes, &options)?;
        Ok(self.dated(report, &options)?)
    }
}
