//! The door: one object, coarse calls, plain data. Decides nothing.
//!
//! A call that reads a photo holds no lock while it does; the pack is locked for the judgement and
//! the journal for the writing, each for milliseconds.
#![allow(unsafe_code)] // the exported scaffolding is generated

mod evidence;
mod guide;
mod log;
mod open;
mod photo;
mod sentence;

use crate::check::{self, Known};
use crate::error::ApiError;
use crate::journal::Journal;
use crate::report::{
    AdvicePage, Hotline, Language, Notice, NumberAnswer, Options, PackInfo, Report, Situation,
    SubjectKind,
};
use crate::{advice, number};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

pub use open::OpenOptions;
pub use photo::{Cancel, PhotoSession, Progress};
pub use sentence::{ErrorKind, error_sentence};

/// Everything a shell can ask, over one rule pack and one journal.
#[derive(uniffi::Object)]
pub struct Checker {
    folder: Option<PathBuf>,
    known: RwLock<Arc<Known>>,
    journal: Option<Journal>,
    notices: Vec<Notice>,
}

#[uniffi::export]
impl Checker {
    /// Opens the rules, and the journal where a key is given.
    ///
    /// # Errors
    /// Where the journal cannot be opened; the rules always can, being part of the program.
    #[uniffi::constructor]
    pub fn open(options: OpenOptions) -> Result<Arc<Self>, ApiError> {
        Ok(Arc::new(open::open(options)?))
    }

    /// What was noticed while opening, such as a damaged log that was set aside.
    #[must_use]
    pub fn notices(&self) -> Vec<Notice> {
        self.notices.clone()
    }

    /// Checks a message, a chat or any other text.
    ///
    /// # Errors
    /// Where the pack or the journal fails. A text itself cannot fail.
    pub fn check_text(&self, text: String, options: Options) -> Result<Report, ApiError> {
        let report = check::text(&self.known(), self, text, &options)?;
        Ok(self.keep(report, SubjectKind::Text, &options, None, None)?)
    }

    /// Checks one link as if a code carried it.
    ///
    /// # Errors
    /// Where the pack or the journal fails. A link itself cannot fail.
    pub fn check_link(&self, link: String, options: Options) -> Result<Report, ApiError> {
        let report = check::link(&self.known(), self, link, &options)?;
        Ok(self.keep(report, SubjectKind::Link, &options, None, None)?)
    }

    /// What to do from where the person stands; `platform` is a platform's id or name.
    ///
    /// # Errors
    /// Where the pack fails.
    pub fn advice(
        &self,
        situations: Vec<Situation>,
        platform: Option<String>,
        language: Language,
    ) -> Result<AdvicePage, ApiError> {
        let known = self.known();
        let (advice, hotlines) =
            advice::page(known.pack(), &situations, platform.as_deref(), language)?;
        Ok(AdvicePage { advice, hotlines })
    }

    /// Official numbers by name, typing errors forgiven; an empty query lists all.
    ///
    /// # Errors
    /// Where the pack fails.
    pub fn hotlines(&self, query: String, language: Language) -> Result<Vec<Hotline>, ApiError> {
        Ok(number::find(self.known().pack(), &query, language)?)
    }

    /// What the list of official numbers can say about `number`.
    ///
    /// # Errors
    /// Where the pack fails.
    pub fn number(&self, number: String, language: Language) -> Result<NumberAnswer, ApiError> {
        Ok(number::ask(self.known().pack(), &number, language)?)
    }

    /// The rules in use.
    #[must_use]
    pub fn pack(&self, language: Language) -> PackInfo {
        self.known().info(language)
    }

    /// Things to know about the rules in use: that they are old, by the person's clock.
    ///
    /// # Errors
    /// Where the pack fails.
    pub fn pack_notices(
        &self,
        language: Language,
        offset_minutes: i32,
    ) -> Result<Vec<Notice>, ApiError> {
        let said = check::age(&self.known(), language, log::now(offset_minutes))?;
        Ok(said.into_iter().collect())
    }

    /// Puts in a `.yankapack` after checking its signature, format and version.
    ///
    /// # Errors
    /// `PackUnusable` or `PackOlder`, and the rules in use go on serving; `DiskFull`.
    pub fn install_pack(&self, bytes: Vec<u8>, language: Language) -> Result<PackInfo, ApiError> {
        let folder = self.folder()?;
        let known = Known::install(folder, &bytes)?;
        let info = known.info(language);
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(known);
        Ok(info)
    }
}

impl Checker {
    fn known(&self) -> Arc<Known> {
        Arc::clone(&self.known.read().unwrap_or_else(PoisonError::into_inner))
    }
}
