//! Adds entries and changes their note, label and evidence; each call is one transaction.
//!
//! Stores what it is given: the caller redacts. Depends on the tables only.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use rusqlite::{Connection, TransactionBehavior, params};
use sha2::{Digest, Sha256};
use yanka_types::{Keep, Moment, Situation, SubjectKind, Verdict};

use super::connect::truncate_wal;
use super::handle::Journal;
use super::records::Original;
use super::rows::require_one_row;
use super::settings;
use super::text_fold::fold;
use crate::error::Error;

/// Longest note and label, in characters; longer ones are truncated. Empirical; no measurement
/// recorded.
const MAX_NOTE_CHARS: usize = 2_000;
const MAX_LABEL_CHARS: usize = 40;

/// Deflate level of stored reports. Empirical; no measurement recorded.
const DEFLATE_LEVEL: u32 = 4;

const INSERT_ENTRY: &str = "
    INSERT INTO entry (unix_ms, offset_minutes, kind, verdict, title, why, picture, evidence)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

const INSERT_CONTENT: &str = "
    INSERT INTO content (entry, report, situation, app, pack, sha256)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

const INSERT_SEARCH_TEXT: &str = "INSERT INTO sought (entry, words) VALUES (?1, ?2)";

const INSERT_PICTURE: &str = "INSERT INTO picture (entry, bytes) VALUES (?1, ?2)";

/// Keeps what an earlier call stored where this call gives nothing.
const UPSERT_ORIGINAL: &str = "
    INSERT INTO original (entry, text, photo) VALUES (?1, ?2, ?3)
    ON CONFLICT (entry) DO UPDATE SET text = coalesce(excluded.text, text),
                                      photo = coalesce(excluded.photo, photo)";

const DELETE_ORIGINAL: &str = "DELETE FROM original WHERE entry = ?1";
const UPDATE_NOTE: &str = "UPDATE entry SET note = ?2 WHERE id = ?1";
const UPDATE_SEARCH_NOTE: &str = "UPDATE sought SET note = ?2 WHERE entry = ?1";
const UPDATE_LABEL: &str = "UPDATE entry SET label = ?2 WHERE id = ?1";
const UPDATE_EVIDENCE: &str = "UPDATE entry SET evidence = ?2 WHERE id = ?1";

/// One check to store. The caller has redacted everything but `original`.
pub struct NewEntry<'a> {
    /// When the check was made.
    pub time: Moment,
    /// What was checked.
    pub kind: SubjectKind,
    /// The verdict.
    pub verdict: Verdict,
    /// The beginning of what was read, for lists.
    pub title: &'a str,
    /// The reason of the gravest finding; empty where there is none.
    pub why: &'a str,
    /// The text that a search scans; folded here.
    pub words: &'a str,
    /// The report as JSON.
    pub report: &'a [u8],
    /// Content version of the rule pack that was used.
    pub pack: u32,
    /// Version of the program that made the check.
    pub app: &'a str,
    /// The person's situation.
    pub situation: &'a [Situation],
    /// A small upright picture, JPEG or PNG; stored unchanged.
    pub picture: Option<&'a [u8]>,
    /// [`sha256`] of the photo's own bytes: proves later that a photo kept as evidence is the
    /// checked one. `None` where the subject is no photo.
    pub photo_sha256: Option<[u8; 32]>,
    /// Present where the check is kept as evidence at once: stored unredacted.
    pub original: Option<&'a Original>,
}

/// SHA-256 of a photo's own bytes.
#[must_use]
pub fn sha256(photo: &[u8]) -> [u8; 32] {
    Sha256::digest(photo).into()
}

impl Journal {
    /// Stores one check, as far as the person's setting allows, and returns its id.
    ///
    /// `None` where the setting is [`Keep::Nothing`] and the check is not kept as evidence.
    ///
    /// # Errors
    /// Where the journal cannot be written.
    pub fn add(&self, entry: &NewEntry<'_>) -> Result<Option<i64>, Error> {
        let mut db = self.writer();
        let transaction = db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|e| self.query_error(e))?;
        let keep = settings::keep(&transaction).map_err(|e| self.query_error(e))?;
        if keep == Keep::Nothing && entry.original.is_none() {
            return Ok(None);
        }
        let id = insert(&transaction, entry, keep).map_err(|e| self.query_error(e))?;
        transaction.commit().map_err(|e| self.query_error(e))?;
        Ok(Some(id))
    }

    /// Sets the person's note, at most 2,000 characters; an empty one removes it.
    ///
    /// # Errors
    /// [`Error::NoSuchRow`] where there is no such entry; otherwise where the journal cannot be
    /// written.
    pub fn set_note(&self, id: i64, note: &str) -> Result<(), Error> {
        let note = truncate_chars(note.trim(), MAX_NOTE_CHARS);
        let mut db = self.writer();
        let transaction = db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|e| self.query_error(e))?;
        let changed =
            transaction.execute(UPDATE_NOTE, params![id, note]).map_err(|e| self.query_error(e))?;
        transaction
            .execute(UPDATE_SEARCH_NOTE, params![id, fold(&note)])
            .map_err(|e| self.query_error(e))?;
        transaction.commit().map_err(|e| self.query_error(e))?;
        require_one_row(changed)
    }

    /// Sets the person's label, at most 40 characters; an empty one removes it.
    ///
    /// # Errors
    /// [`Error::NoSuchRow`] where there is no such entry; otherwise where the journal cannot be
    /// written.
    pub fn set_label(&self, id: i64, label: &str) -> Result<(), Error> {
        let label = truncate_chars(label.trim(), MAX_LABEL_CHARS);
        let changed = self
            .writer()
            .execute(UPDATE_LABEL, params![id, label])
            .map_err(|e| self.query_error(e))?;
        require_one_row(changed)
    }

    /// Keeps an entry as evidence until it is released. Stores `original` unredacted; a part that
    /// is `None` leaves what an earlier call stored.
    ///
    /// # Errors
    /// [`Error::NoSuchRow`] where there is no such entry; otherwise where the journal cannot be
    /// written.
    pub fn keep_as_evidence(&self, id: i64, original: &Original) -> Result<(), Error> {
        let mut db = self.writer();
        let transaction = db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|e| self.query_error(e))?;
        let changed = transaction
            .execute(UPDATE_EVIDENCE, params![id, true])
            .map_err(|e| self.query_error(e))?;
        require_one_row(changed)?;
        store_original(&transaction, id, original).map_err(|e| self.query_error(e))?;
        transaction.commit().map_err(|e| self.query_error(e))
    }

    /// Releases an entry from evidence: deletes its original, and the entry can expire again.
    ///
    /// # Errors
    /// [`Error::NoSuchRow`] where there is no such entry; otherwise where the journal cannot be
    /// written.
    pub fn release(&self, id: i64) -> Result<(), Error> {
        let mut db = self.writer();
        let transaction = db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|e| self.query_error(e))?;
        transaction.execute(DELETE_ORIGINAL, [id]).map_err(|e| self.query_error(e))?;
        let changed = transaction
            .execute(UPDATE_EVIDENCE, params![id, false])
            .map_err(|e| self.query_error(e))?;
        transaction.commit().map_err(|e| self.query_error(e))?;
        truncate_wal(&db);
        require_one_row(changed)
    }
}

fn insert(db: &Connection, new: &NewEntry<'_>, keep: Keep) -> rusqlite::Result<i64> {
    let picture = new.picture.filter(|_| keep == Keep::All);
    db.prepare_cached(INSERT_ENTRY)?.execute(params![
        new.time.unix_ms,
        new.time.offset_minutes,
        new.kind.word(),
        new.verdict.word(),
        new.title,
        new.why,
        picture.is_some(),
        new.original.is_some(),
    ])?;
    let id = db.last_insert_rowid();
    let situation: Vec<&str> = new.situation.iter().map(|s| s.word()).collect();
    db.prepare_cached(INSERT_CONTENT)?.execute(params![
        id,
        deflate(new.report),
        situation.join(" "),
        new.app,
        new.pack,
        new.photo_sha256,
    ])?;
    db.prepare_cached(INSERT_SEARCH_TEXT)?.execute(params![id, fold(new.words)])?;
    if let Some(bytes) = picture {
        db.prepare_cached(INSERT_PICTURE)?.execute(params![id, bytes])?;
    }
    if let Some(original) = new.original {
        store_original(db, id, original)?;
    }
    Ok(id)
}

fn store_original(db: &Connection, id: i64, original: &Original) -> rusqlite::Result<()> {
    db.execute(UPSERT_ORIGINAL, params![id, original.text, original.photo]).map(drop)
}

fn truncate_chars(text: &str, max: usize) -> String {
    text.chars().take(max).collect()
}

/// Deflates a report: its sentences repeat, and a smaller report is written faster.
fn deflate(report: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::new(DEFLATE_LEVEL));
    // Writing to a vector cannot fail.
    encoder.write_all(report).unwrap_or_default();
    encoder.finish().unwrap_or_default()
}
