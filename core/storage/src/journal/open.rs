//! Decides how a journal is opened: the key first, then the file, then its shape.

use std::fmt::Write as _;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::connect::{reader, unlock, writer};
use super::fault::fault;
use super::files::{Opening, cut_short, holds_journal, make, orphaned};
use super::keycheck::{self, Mark};
use super::{SetAside, quarantine, salvage, schema};
use crate::error::Error;
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
                quarantine::set_aside(path)?;
            }
            keycheck::write(path, key)?;
            make(path)?;
        }
    }
    let mut notice = None;
    let opened = if cut_short(path) { Err(Error::JournalDamaged) } else { writer(path, key) };
    let writer = match opened {
        Err(Error::JournalDamaged) => {
            notice = Some(SetAside { file: quarantine::set_aside(path)?, saved: 0 });
            make(path)?;
            writer(path, key)?
        }
        opened => opened?,
    };
    let writer = if notice.is_none() && salvage::suspected(path) {
        let (mended, found) = salvage::look_closer(path, key, writer)?;
        notice = found;
        mended
    } else {
        writer
    };
    Ok((writer, reader(path, key)?, notice))
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
