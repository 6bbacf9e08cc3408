//! Opens the pack and the journal for one [`Checker`].

use super::Checker;
use crate::check::Known;
use crate::error::Error;
use crate::journal::Journal;
use crate::report::Language;
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};
use zeroize::{Zeroize, Zeroizing};

/// Name of the journal in the shell's folder.
const JOURNAL: &str = "journal.db";

/// Where a shell keeps things.
#[derive(uniffi::Record)]
pub struct OpenOptions {
    /// The language of notices made while opening.
    pub language: Language,
    /// Private folder for the journal and an installed pack; `None` keeps and installs nothing.
    pub folder: Option<String>,
    /// The journal's raw key, 32 bytes; `None` opens no journal.
    pub journal_key: Option<Vec<u8>>,
}

pub(super) fn open(options: OpenOptions) -> Result<Checker, Error> {
    let folder = options.folder.map(PathBuf::from);
    let known = Known::open(folder.as_deref())?;
    let mut notices = Vec::new();
    let journal = match (folder.as_deref(), options.journal_key) {
        (Some(folder), Some(bytes)) => {
            let opened = Journal::open(&folder.join(JOURNAL), key(bytes)?)?;
            if opened.notice.is_some() {
                notices.push(known.notice("journal.set-aside", options.language)?);
            }
            // What is past its time goes before anybody looks, not with the next check. Where that
            // fails, as on a full disk, the log opens all the same and the next check tries again.
            drop(opened.journal.expire(super::log::unix_ms()));
            Some(opened.journal)
        }
        _ => None,
    };
    Ok(Checker { folder, known: RwLock::new(Arc::new(known)), journal, notices })
}

/// Checks the key's length and wipes the copy that came through the door.
fn key(mut bytes: Vec<u8>) -> Result<Zeroizing<[u8; 32]>, Error> {
    let mut key = Zeroizing::new([0; 32]);
    let fits = bytes.len() == key.len();
    if fits {
        key.copy_from_slice(&bytes);
    }
    bytes.zeroize();
    if fits { Ok(key) } else { Err(yanka_storage::Error::JournalKey.into()) }
}

impl Checker {
    /// The folder that a pack is installed in.
    pub(super) fn folder(&self) -> Result<&Path, Error> {
        self.folder.as_deref().ok_or(Error::NoFolder)
    }
}
