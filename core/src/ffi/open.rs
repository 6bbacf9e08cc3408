//! Opens the rule pack and the journal of one [`Checker`].

use super::{Checker, clock};
use crate::check::RuleContext;
use crate::error::Error;
use crate::journal::Journal;
use crate::report::Language;
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};
use zeroize::{Zeroize, Zeroizing};

/// Name of the journal in the folder that the app gives.
const JOURNAL_FILE: &str = "journal.db";

/// Where a platform app stores files, and the key of its journal.
#[derive(uniffi::Record)]
pub struct OpenOptions {
    /// The language of the notices made while opening.
    pub language: Language,
    /// Private folder for the journal and an installed rule pack; `None` stores and installs nothing.
    pub folder: Option<String>,
    /// Raw key of the journal, 32 bytes; `None` opens no journal.
    pub journal_key: Option<Vec<u8>>,
}

pub(super) fn open(options: OpenOptions) -> Result<Checker, Error> {
    let folder = options.folder.map(PathBuf::from);
    let rules = RuleContext::open(folder.as_deref())?;
    let mut notices = Vec::new();
    let journal = match (folder.as_deref(), options.journal_key) {
        (Some(folder), Some(bytes)) => {
            let opened = Journal::open(&folder.join(JOURNAL_FILE), journal_key(bytes)?)?;
            if opened.notice.is_some() {
                notices.push(rules.notice("journal.set-aside", options.language)?);
            }
            // Expired entries are deleted before anybody can read them, not with the next check. A
            // failure, such as a full disk, is ignored: the next check tries again.
            drop(opened.journal.expire(clock::unix_ms()));
            Some(opened.journal)
        }
        _ => None,
    };
    Ok(Checker { folder, rules: RwLock::new(Arc::new(rules)), journal, notices })
}

/// Checks the length of the key and wipes the copy that UniFFI made.
fn journal_key(mut bytes: Vec<u8>) -> Result<Zeroizing<[u8; 32]>, Error> {
    let mut key = Zeroizing::new([0; 32]);
    let fits = bytes.len() == key.len();
    if fits {
        key.copy_from_slice(&bytes);
    }
    bytes.zeroize();
    if fits { Ok(key) } else { Err(yanka_storage::Error::JournalKey.into()) }
}

impl Checker {
    /// The folder that packs are installed in.
    pub(super) fn folder(&self) -> Result<&Path, Error> {
        self.folder.as_deref().ok_or(Error::NoFolder)
    }
}
