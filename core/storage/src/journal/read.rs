//! Reads one entry in full, and its original.
//!
//! Depends on the tables only; the caller parses the stored report.

use std::io::Read;

use flate2::read::DeflateDecoder;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension};
use yanka_types::Situation;

use super::handle::Journal;
use super::records::{Original, StoredEntry};
use super::rows::{LOG_LINE, log_line};
use super::timeline;
use crate::columns::conversion_error;
use crate::error::Error;

/// Longest report that is inflated, in bytes; bounds the memory that a damaged entry can take. A
/// stored report is never that long.
const MAX_REPORT_BYTES: u64 = 64 << 20;

const CONTENT: &str = "
    SELECT content.report, content.situation, content.app, content.sha256, picture.bytes
    FROM content LEFT JOIN picture ON picture.entry = content.entry
    WHERE content.entry = ?1";

const ORIGINAL: &str = "SELECT text, photo FROM original WHERE entry = ?1";

impl Journal {
    /// One entry in full.
    ///
    /// # Errors
    /// [`Error::NoSuchRow`] where there is no such entry; otherwise where the journal cannot be read.
    pub fn entry(&self, id: i64) -> Result<StoredEntry, Error> {
        let db = self.reader();
        let found =
            stored_entry(&db, id).map_err(|e| self.query_error(e))?.ok_or(Error::NoSuchRow)?;
        Ok(StoredEntry {
            steps: timeline::steps(&db, id).map_err(|e| self.query_error(e))?,
            ..found
        })
    }

    /// The unredacted original of an entry; empty unless the entry is evidence.
    ///
    /// # Errors
    /// Where the journal cannot be read.
    pub fn original(&self, id: i64) -> Result<Original, Error> {
        self.reader()
            .query_row(ORIGINAL, [id], |row| {
                Ok(Original { text: row.get("text")?, photo: row.get("photo")? })
            })
            .optional()
            .map(Option::unwrap_or_default)
            .map_err(|e| self.query_error(e))
    }
}

fn stored_entry(db: &Connection, id: i64) -> rusqlite::Result<Option<StoredEntry>> {
    let line = db.prepare_cached(LOG_LINE)?.query_row([id], log_line).optional()?;
    let Some(line) = line else { return Ok(None) };
    db.prepare_cached(CONTENT)?
        .query_row([id], |row| {
            let report = row.get_ref("report")?.as_blob()?;
            let situation: String = row.get("situation")?;
            let sha256: Option<[u8; 32]> = row.get("sha256")?;
            Ok(StoredEntry {
                line,
                report: inflate(report)
                    .ok_or_else(|| conversion_error(row, "report", Type::Blob))?,
                situation: situation.split(' ').filter_map(Situation::from_word).collect(),
                app: row.get("app")?,
                picture: row.get("bytes")?,
                sha256: sha256.map(|hash| hash.iter().map(|b| format!("{b:02x}")).collect()),
                steps: Vec::new(),
            })
        })
        .optional()
}

/// Inflates a report; `None` where the data is no deflate stream.
fn inflate(deflated: &[u8]) -> Option<Vec<u8>> {
    let mut json = Vec::new();
    DeflateDecoder::new(deflated).take(MAX_REPORT_BYTES).read_to_end(&mut json).ok()?;
    Some(json)
}
