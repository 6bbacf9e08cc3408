//! Decides how a journal is opened: the key first, then the file, then its shape.
//!
//! WAL, because a reader must not wait while old entries are forgotten; what it keeps of erased
//! entries is cut off by `forget::sweep`. `synchronous=FULL`, because an entry that was
//! acknowledged must survive a dying battery.

use std::fmt::Write as _;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::fault::fault;
use super::files::{Opening, PATIENCE, cut_short, holds_journal, make, orphaned};
use super::keycheck::{self, Mark};
use super::{aside, mend, schema};
use crate::error::Error;
use crate::report::log::SetAside;
use crate::sqlite;

/// Opens or makes the journal at `path`: its writer and its reader. A damaged one is set aside
/// and a new one made.
pub fn open(
    path: &Path,
    key: &[u8; 32],
) -> Result<(Connection, Connection, Option<SetAside>), Error> {
    let _turn = Opening::take(path)?;
    match (holds_journal(path), keycheck::read(path, key)?) {
        (true, Mark::Differs) => return Err(Error::JournalKey),
        (true, Mark::Missing) => {
            probe(path, key)?;
            keycheck::write(path, key)?;
        }
        (true, Mark::Fits) => {}
        (false, _) => {
            if orphaned(path) {
                aside::set_aside(path)?;
            }
            keycheck::write(path, key)?;
            make(path)?;
        }
    }
    let mut notice = None;
    let opened = if cut_short(path) { Err(Error::JournalDamaged) } else { writer(path, key) };
    let writer = match opened {
        Err(Error::JournalDamaged) => {
            notice = Some(SetAside { file: aside::set_aside(path)?, saved: 0 });
            make(path)?;
            writer(path, key)?
        }
        opened => opened?,
    };
    let writer = if notice.is_none() && mend::suspected(path) {
        let (mended, found) = mend::look_closer(path, key, writer)?;
        notice = found;
        mended
    } else {
        writer
    };
    Ok((writer, reader(path, key)?, notice))
}

/// A connection that writes, to a journal of the newest shape. Its log stays at about 1 MB, so that
/// little is there twice on a full disk and no change waits long for the copying.
pub(super) fn writer(path: &Path, key: &[u8; 32]) -> Result<Connection, Error> {
    let mut db = connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    schema::version(&db)?;
    db.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA secure_delete = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA wal_autocheckpoint = 250;
         PRAGMA journal_size_limit = 1048576;",
    )
    .map_err(fault)?;
    schema::bring_up(&mut db)?;
    Ok(db)
}

/// A connection that only reads, to a journal that a writer has opened.
pub(super) fn reader(path: &Path, key: &[u8; 32]) -> Result<Connection, Error> {
    let db = connect(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    schema::version(&db)?;
    // Decrypting is most of a search: up to 24 MB of pages stay, and only a long log needs them.
    db.pragma_update(None, "cache_size", -24_000).map_err(fault)?;
    Ok(db)
}

fn connect(path: &Path, key: &[u8; 32], access: OpenFlags) -> Result<Connection, Error> {
    let db = sqlite::at(path, access).map_err(fault)?;
    db.busy_timeout(PATIENCE).map_err(fault)?;
    unlock(&db, key)?;
    db.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;").map_err(fault)?;
    Ok(db)
}

/// Whether `key` opens the file at `path`, without touching anything: no lock, no WAL, no recovery.
fn probe(path: &Path, key: &[u8; 32]) -> Result<(), Error> {
    let mut uri = String::from("file:");
    let name = path.to_str().ok_or(Error::JournalKey)?;
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'_' | b'-' => {
                uri.push(char::from(byte));
            }
            _ => write!(uri, "%{byte:02x}").unwrap_or_default(),
        }
    }
    uri.push_str("?immutable=1");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let db = sqlite::at(uri, flags).map_err(fault)?;
    unlock(&db, key)?;
    schema::version(&db).map(drop).map_err(|e| match e {
        Error::JournalDamaged => Error::JournalKey,
        other => other,
    })
}

/// Gives SQLCipher its key. Its own log goes to standard error, so it is turned off first, and
/// freed memory is wiped, since the statement with the key is copied inside. Any key is taken here:
/// a wrong one shows at the first reading, so what fails is the surroundings, told by its code alone
/// because the message may hold the statement.
fn unlock(db: &Connection, key: &[u8; 32]) -> Result<(), Error> {
    db.execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = ON;")
        .map_err(fault)?;
    let mut statement = Zeroizing::new(String::with_capacity(96));
    statement.push_str("PRAGMA key = \"x'");
    for byte in key {
        for digit in [byte >> 4, byte & 15] {
            statement.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    statement.push_str("'\";");
    db.execute_batch(&statement).map_err(|e| match e.sqlite_error() {
        Some(code) => fault(rusqlite::Error::SqliteFailure(*code, None)),
        None => Error::JournalStorage(rusqlite::Error::InvalidQuery),
    })
}
