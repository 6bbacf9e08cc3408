//! Opens a journal: checks the key, then the file, then the schema; quarantines a damaged file.
//!
//! Depends on no table.

use std::fmt::Write as _;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::connect::{open_reader, open_writer, set_key};
use super::errors::database_error;
use super::files::{self, OpenLock};
use super::handle::Journal;
use super::key_check::{self, KeyCheck};
use super::quarantine::quarantine;
use super::records::SetAside;
use super::{salvage, schema};
use crate::error::Error;
use crate::sqlite;

/// The result of [`Journal::open`].
#[derive(Debug)]
pub struct Opened {
    /// The journal.
    pub journal: Journal,
    /// Present where a damaged journal was quarantined: the caller must tell the person.
    pub notice: Option<SetAside>,
}

impl Journal {
    /// Opens the journal at `path`, or creates it; its folder must exist.
    ///
    /// `key` is the raw key of 32 random bytes; it is wiped before this returns.
    ///
    /// # Errors
    /// [`Error::JournalKey`] for another key and [`Error::JournalNewer`] (both leave every file
    /// unchanged), [`Error::JournalBusy`] where another process holds the lock for over five
    /// seconds, [`Error::DiskFull`], [`Error::JournalFile`] for a folder that cannot be written.
    pub fn open(path: &Path, key: Zeroizing<[u8; 32]>) -> Result<Opened, Error> {
        let opened = open_connections(path, &key);
        if matches!(opened, Err(Error::JournalDamaged)) {
            salvage::mark_suspect(path);
        }
        let (writer, reader, notice) = opened?;
        let journal = Self::new(path, writer, reader);
        journal.finish_sweep();
        Ok(Opened { journal, notice })
    }
}

/// Opens or creates the journal at `path`; returns its writer and its reader. Quarantines a damaged
/// file and creates a new one.
fn open_connections(
    path: &Path,
    key: &[u8; 32],
) -> Result<(Connection, Connection, Option<SetAside>), Error> {
    let _lock = OpenLock::acquire(path)?;
    match (files::journal_exists(path), key_check::verify(path, key)?) {
        (true, KeyCheck::Differs) => return Err(Error::JournalKey),
        (true, KeyCheck::Missing) => {
            try_key_read_only(path, key)?;
            key_check::write(path, key)?;
        }
        (true, KeyCheck::Matches) => {}
        (false, _) => {
            if files::has_orphaned_wal(path) {
                quarantine(path)?;
            }
            key_check::write(path, key)?;
            files::create(path)?;
        }
    }
    let mut notice = None;
    let opened =
        if files::is_truncated(path) { Err(Error::JournalDamaged) } else { open_writer(path, key) };
    let writer = match opened {
        Err(Error::JournalDamaged) => {
            notice = Some(SetAside { file: quarantine(path)?, saved: 0 });
            files::create(path)?;
            open_writer(path, key)?
        }
        opened => opened?,
    };
    let writer = if notice.is_none() && salvage::is_suspect(path) {
        let (writer, found) = salvage::check_and_salvage(path, key, writer)?;
        notice = found;
        writer
    } else {
        writer
    };
    Ok((writer, open_reader(path, key)?, notice))
}

/// Checks that `key` decrypts the file at `path`, and changes no file: `immutable=1` means no lock,
/// no WAL and no recovery (sqlite.org/uri.html).
fn try_key_read_only(path: &Path, key: &[u8; 32]) -> Result<(), Error> {
    let mut uri = String::from("file:");
    for &byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'_' | b'-' => {
                uri.push(char::from(byte));
            }
            _ => write!(uri, "%{byte:02x}").unwrap_or_default(),
        }
    }
    uri.push_str("?immutable=1");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let db = sqlite::open(uri, flags).map_err(database_error)?;
    set_key(&db, key)?;
    schema::check_version(&db).map(drop).map_err(|e| match e {
        Error::JournalDamaged => Error::JournalKey,
        other => other,
    })
}
