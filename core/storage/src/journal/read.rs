//! Decides how rows become the plain data that a shell shows.

use std::io::Read;

use flate2::read::DeflateDecoder;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row};

use super::fault::fault;
use super::rows::{moment, unreadable, word};
use super::{Journal, LogLine, Original, StoredEntry, timeline};
use crate::error::Error;
use yanka_types::{Situation, SubjectKind, Verdict};

/// The columns that `line` reads, in its order.
pub const LINE: &str = "entry.id, unix_ms, offset_minutes, kind, verdict, title, why, entry.note, \
                        label, evidence, picture";

/// Longest report that is read back, in bytes; a stored one is never that long.
const REPORT: u64 = 64 << 20;

impl Journal {
    /// One entry in full.
    pub fn entry(&self, id: i64) -> Result<StoredEntry, Error> {
        let db = self.reading();
        let found = whole(&db, id).map_err(|e| self.doubt(e))?.ok_or(Error::NoEntry)?;
        Ok(StoredEntry { steps: timeline::steps(&db, id).map_err(fault)?, ..found })
    }

    /// What the entry keeps untouched; empty unless it is evidence.
    pub fn original(&self, id: i64) -> Result<Original, Error> {
        self.reading()
            .query_row("SELECT text, photo FROM original WHERE entry = ?1", [id], |row| {
                Ok(Original { text: row.get(0)?, photo: row.get(1)? })
            })
            .optional()
            .map(Option::unwrap_or_default)
            .map_err(|e| self.doubt(e))
    }
}

/// One line of a list, from the columns of [`LINE`].
pub fn line(row: &Row<'_>) -> rusqlite::Result<LogLine> {
    Ok(LogLine {
        entry: row.get(0)?,
        time: moment(row, 1)?,
        kind: word(row, 3, SubjectKind::from_word)?,
        verdict: word(row, 4, Verdict::from_word)?,
        title: row.get(5)?,
        why: row.get(6)?,
        note: row.get(7)?,
        label: row.get(8)?,
        evidence: row.get(9)?,
        picture: row.get(10)?,
    })
}

fn whole(db: &Connection, id: i64) -> rusqlite::Result<Option<StoredEntry>> {
    let query = format!(
        "SELECT {LINE}, content.report, situation, app, sha256, bytes FROM entry
         JOIN content ON content.entry = entry.id
         LEFT JOIN picture AS shot ON shot.entry = entry.id
         WHERE entry.id = ?1"
    );
    db.prepare_cached(&query)?
        .query_row([id], |row| {
            let situation: String = row.get(12)?;
            let sha256: Option<[u8; 32]> = row.get(14)?;
            Ok(StoredEntry {
                line: line(row)?,
                report: inflate(row.get_ref(11)?.as_blob()?)
                    .ok_or_else(|| unreadable(11, Type::Blob))?,
                situation: situation.split(' ').filter_map(Situation::from_word).collect(),
                app: row.get(13)?,
                picture: row.get(15)?,
                sha256: sha256.map(|sum| sum.iter().map(|b| format!("{b:02x}")).collect()),
                steps: Vec::new(),
            })
        })
        .optional()
}

fn inflate(packed: &[u8]) -> Option<Vec<u8>> {
    let mut json = Vec::new();
    DeflateDecoder::new(packed).take(REPORT).read_to_end(&mut json).ok()?;
    Some(json)
}
