//! The UniFFI API: one object, coarse calls, plain data. Decides nothing.
//!
//! Reading a photo holds no lock. The rules are locked only to take a reference to them, the journal
//! only while it is read or written.
#![allow(unsafe_code)] // UniFFI generates the exported scaffolding.

mod advice;
mod clock;
mod error_sentence;
mod evidence;
mod log;
mod open;
mod photo;

use crate::check::{self, RuleContext};
use crate::error::ApiError;
use crate::journal::Journal;
use crate::matcher::ScoreReasons;
use crate::number;
use crate::report::{
    Hotline, Language, Notice, NumberAnswer, Options, PackInfo, Report, SubjectKind,
};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

pub use crate::error::ErrorKind;
pub use error_sentence::error_sentence;
pub use open::OpenOptions;
pub use photo::{Cancel, PhotoSession, Progress};

/// The core as a platform app uses it: one rule pack and, if a key was given, one journal.
#[derive(uniffi::Object)]
pub struct Checker {
    folder: Option<PathBuf>,
    rules: RwLock<Arc<RuleContext>>,
    journal: Option<Journal>,
    notices: Vec<Notice>,
}

#[uniffi::export]
impl Checker {
    /// Opens the rule pack, and the journal if `options` give a folder and a key.
    ///
    /// # Errors
    /// `JournalKeyWrong`, `JournalNewer`, `JournalUnavailable` or `DiskFull` if the journal cannot be
    /// opened. The rules are part of the program and always open.
    #[uniffi::constructor]
    pub fn open(options: OpenOptions) -> Result<Arc<Self>, ApiError> {
        Ok(Arc::new(open::open(options)?))
    }

    /// Notices made while opening, such as that a damaged journal was quarantined.
    #[must_use]
    pub fn notices(&self) -> Vec<Notice> {
        self.notices.clone()
    }

    /// Checks a message, a chat or any other text. The content of a text never causes an error.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read; `JournalUnavailable` or `DiskFull` if the journal
    /// cannot be read or written.
    pub fn check_text(&self, text: String, options: Options) -> Result<Report, ApiError> {
        let report = check::text(&self.rules(), self, text, &options)?;
        Ok(self.record(report, SubjectKind::Text, &options, None, None)?)
    }

    /// Checks a text given as bytes whose character set nobody declared, such as the content of a
    /// file: UTF-8, GB 18030, Big5, UTF-16 or UTF-32 by evidence. Bytes that are no text give a report
    /// that says so.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read; `JournalUnavailable` or `DiskFull` if the journal
    /// cannot be read or written.
    pub fn check_text_bytes(&self, bytes: Vec<u8>, options: Options) -> Result<Report, ApiError> {
        let report = check::text_bytes(&self.rules(), self, &bytes, &options)?;
        Ok(self.record(report, SubjectKind::Text, &options, None, None)?)
    }

    /// Checks one link as if a code carried it. Input that is no link is checked as a text; its
    /// content never causes an error.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read; `JournalUnavailable` or `DiskFull` if the journal
    /// cannot be read or written.
    pub fn check_link(&self, link: String, options: Options) -> Result<Report, ApiError> {
        let report = check::link(&self.rules(), self, link, &options)?;
        Ok(self.record(report, SubjectKind::Link, &options, None, None)?)
    }

    /// Official numbers by name; tolerates typing errors. At most 8, best first. An empty `query`
    /// lists all.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read.
    pub fn hotlines(&self, query: String, language: Language) -> Result<Vec<Hotline>, ApiError> {
        Ok(number::search(self.rules().pack(), &query, language)?)
    }

    /// Looks up `number` in the list of official numbers. Accepts any input.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read.
    pub fn number(&self, number: String, language: Language) -> Result<NumberAnswer, ApiError> {
        Ok(number::look_up(self.rules().pack(), &number, language)?)
    }

    /// Version, date and signing key of the rule pack in use.
    #[must_use]
    pub fn pack(&self, language: Language) -> PackInfo {
        self.rules().pack_info(language)
    }

    /// Notices about the rule pack in use: that it is old by the clock of this device.
    /// `offset_minutes` is the zone of that clock in minutes ahead of UTC.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read.
    pub fn pack_notices(
        &self,
        language: Language,
        offset_minutes: i32,
    ) -> Result<Vec<Notice>, ApiError> {
        let notice = check::age_notice(&self.rules(), language, clock::now(offset_minutes))?;
        Ok(notice.into_iter().collect())
    }

    /// Installs a `.yankapack` after checking its signature, format and version. `bytes` is the whole
    /// file.
    ///
    /// # Errors
    /// `PackUnusable`, `PackOlder`, `DiskFull`, or `NoFolder` if the core was opened without a
    /// folder. The pack in use then stays in use.
    pub fn install_pack(&self, bytes: Vec<u8>, language: Language) -> Result<PackInfo, ApiError> {
        let folder = self.folder()?;
        let rules = RuleContext::install(folder, &bytes)?;
        let info = rules.pack_info(language);
        *self.rules.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(rules);
        Ok(info)
    }
}

impl Checker {
    /// Why the learned model gives `text` its score, for those who work on the rules; `None` where the
    /// text has no score. Not part of the UniFFI API.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read.
    pub fn score_reasons(&self, text: &str) -> Result<Option<ScoreReasons>, ApiError> {
        Ok(self.rules().text_rules()?.why(text))
    }

    fn rules(&self) -> Arc<RuleContext> {
        Arc::clone(&self.rules.read().unwrap_or_else(PoisonError::into_inner))
    }
}
