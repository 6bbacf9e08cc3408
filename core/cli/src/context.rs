//! The options of one run of the command, and how it opens the core. Prints nothing.

use crate::locale;
use crate::messages::Failure;
use crate::paths;
use std::sync::Arc;
use yanka::ffi::{Checker, OpenOptions};
use yanka::report::{Language, Options, Origin, Situation};

/// What holds for the whole run.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// The language of the output.
    pub language: Language,
    /// Print JSON.
    pub json: bool,
    /// Keep checks in the log.
    pub keep: bool,
}

impl Context {
    /// Opens the core, with the log if this run keeps checks.
    pub fn open(self) -> Result<Arc<Checker>, Failure> {
        if self.keep { self.open_with_log() } else { self.open_without_log() }
    }

    /// Opens the core with the log.
    pub fn open_with_log(self) -> Result<Arc<Checker>, Failure> {
        let folder = paths::folder()?;
        let key = paths::journal_key(&folder)?;
        Ok(Checker::open(OpenOptions {
            language: self.language,
            folder: Some(folder.to_string_lossy().into_owned()),
            journal_key: Some(key.to_vec()),
        })?)
    }

    /// Opens the core without the log. An installed rule pack is still used.
    pub fn open_without_log(self) -> Result<Arc<Checker>, Failure> {
        let folder = paths::folder().ok().map(|f| f.to_string_lossy().into_owned());
        Ok(Checker::open(OpenOptions { language: self.language, folder, journal_key: None })?)
    }

    /// The options of one check.
    pub fn options(self, origin: Origin, situations: &[Situation]) -> Options {
        Options {
            origin,
            language: self.language,
            situations: situations.to_vec(),
            keep: self.keep,
            offset_minutes: locale::offset_minutes(),
        }
    }
}
