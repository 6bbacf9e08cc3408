//! Decides which columns an entry fills: bounded, in one transaction.
//!
//! The caller redacts: what arrives here is stored as it is.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use rusqlite::{Connection, TransactionBehavior, params};
use sha2::{Digest, Sha256};
use yanka_types::{Keep, Moment, Situation, SubjectKind, Verdict};

use super::fault::fault;
use super::rows::{require_one_row, truncate_wal};
use super::{Journal, Original, settings};
use crate::error::Error;

/// Longest note and label, in characters; more is cut off.
const NOTE: usize = 2_000;
const LABEL: usize = 40;

/// One check to keep. Everything but `original` is redacted by the caller.
pub struct NewEntry<'a> {
    /// When it was checked.
    pub time: Moment,
    /// What was checked.
    pub kind: SubjectKind,
    /// The answer.
    pub verdict: Verdict,
    /// The beginning of what was read, for lists.
    pub title: &'a str,
    /// The gravest reason; empty where there was none.
    pub why: &'a str,
    /// Everything that a search looks through; folded here.
    pub words: &'a str,
    /// The report as JSON.
    pub report: &'a [u8],
    /// Content version of the rule pack that answered.
    pub pack: u32,
    /// Version of the program that checked.
    pub app: &'a str,
    /// The situation of the person.
    pub situation: &'a [Situation],
    /// A small upright picture, JPEG or PNG; stored as it is.
    pub picture: Option<&'a [u8]>,
    /// [`sha256`] of the photo's own bytes: later it shows that an evidence photo is that photo.
    pub photo_sha256: Option<[u8; 32]>,
    /// Given where the person keeps the check as evidence at once: stored untouched.
    pub original: Option<&'a Original>,
}

/// SHA-256 of a photo's own bytes.
#[must_use]
pub fn sha256(photo: &[u8]) -> [u8; 32] {
    Sha256::digest(photo).into()
}

impl Journal {
    /// Keeps one check, as far as the person chose, and returns its number.
    ///
    /// `None` where they chose to keep nothing and do not keep this one as evidence.
    pub fn add(&self, entry: &NewEntry<'_>) -> Result<Option<i64>, Error> {
        let mut db = self.writing();
        let change = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fault)?;
        let keep = settings::keep(&change)?;
        if keep == Keep::Nothing && entry.original.is_none() {
            return Ok(None);
        }
        let id = insert(&change, entry, keep).map_err(fault)?;
        change.commit().map_err(fault)?;
        Ok(Some(id))
    }

    /// Sets the person's note; an empty one takes it away.
    pub fn note(&self, id: i64, note: &str) -> Result<(), Error> {
        let note = cut(note.trim(), NOTE);
        let mut db = self.writing();
        let change = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fault)?;
        let found = change
            .execute("UPDATE entry SET note = ?2 WHERE id = ?1", params![id, note])
            .map_err(fault)?;
        let folded = fold(&note);
        change
            .execute("UPDATE sought SET note = ?2 WHERE entry = ?1", params![id, folded])
            .map_err(fault)?;
        change.commit().map_err(fault)?;
        require_one_row(found)
    }

    /// Sets the person's label; an empty one takes it away.
    pub fn label(&self, id: i64, label: &str) -> Result<(), Error> {
        let label = cut(label.trim(), LABEL);
        let found = self
            .writing()
            .execute("UPDATE entry SET label = ?2 WHERE id = ?1", params![id, label])
            .map_err(fault)?;
        require_one_row(found)
    }

    /// Keeps an entry until it is released. What is given of the original is stored untouched;
    /// what an earlier call stored stays.
    pub fn keep_as_evidence(&self, id: i64, original: &Original) -> Result<(), Error> {
        let mut db = self.writing();
        let change = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fault)?;
        let found =
            change.execute("UPDATE entry SET evidence = 1 WHERE id = ?1", [id]).map_err(fault)?;
        require_one_row(found)?;
        keep_original(&change, id, original).map_err(fault)?;
        change.commit().map_err(fault)
    }

    /// Releases an entry: its original is gone, and it may expire like any other.
    pub fn release(&self, id: i64) -> Result<(), Error> {
        let mut db = self.writing();
        let change = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fault)?;
        change.execute("DELETE FROM original WHERE entry = ?1", [id]).map_err(fault)?;
        let found =
            change.execute("UPDATE entry SET evidence = 0 WHERE id = ?1", [id]).map_err(fault)?;
        change.commit().map_err(fault)?;
        truncate_wal(&db);
        require_one_row(found)
    }
}

/// Folds widths and case, so that a search finds what the person would call the same.
pub fn fold(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            '\u{3000}' => ' ',
            c => c,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

fn insert(db: &Connection, new: &NewEntry<'_>, keep: Keep) -> rusqlite::Result<i64> {
    let picture = new.picture.filter(|_| keep == Keep::All);
    db.prepare_cached(
        "INSERT INTO entry (unix_ms, offset_minutes, kind, verdict, title, why, picture, evidence)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
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
    db.prepare_cached(
        "INSERT INTO content (entry, report, situation, app, pack, sha256)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        id,
        deflate(new.report),
        situation.join(" "),
        new.app,
        new.pack,
        new.photo_sha256,
    ])?;
    db.prepare_cached("INSERT INTO sought (entry, words) VALUES (?1, ?2)")?
        .execute(params![id, fold(new.words)])?;
    if let Some(bytes) = picture {
        db.prepare_cached("INSERT INTO picture (entry, bytes) VALUES (?1, ?2)")?
            .execute(params![id, bytes])?;
    }
    if let Some(original) = new.original {
        keep_original(db, id, original)?;
    }
    Ok(id)
}

fn keep_original(db: &Connection, id: i64, original: &Original) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO original (entry, text, photo) VALUES (?1, ?2, ?3)
         ON CONFLICT (entry) DO UPDATE SET text = coalesce(excluded.text, text),
                                           photo = coalesce(excluded.photo, photo)",
        params![id, original.text, original.photo],
    )?;
    Ok(())
}

fn cut(text: &str, characters: usize) -> String {
    text.chars().take(characters).collect()
}

/// Deflates a report: the sentences of an answer repeat themselves, and less is written to the disk.
fn deflate(report: &[u8]) -> Vec<u8> {
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::new(4));
    // Writing to a vector cannot fail.
    packed.write_all(report).unwrap_or_default();
    packed.finish().unwrap_or_default()
}
