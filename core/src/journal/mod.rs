//! Stores reports in the log and reads them back.
//!
//! Converts a [`Report`] to columns and JSON, because the storage crate knows no report. Redacts it
//! first, except what the person keeps as evidence. Depends on no database.

use std::ops::Deref;
use std::path::Path;

use yanka_storage::Error as StorageError;
use yanka_storage::journal as storage;
use zeroize::Zeroizing;

use crate::error::Error;
use crate::mask;
use crate::report::{
    Keep, LogEntry, Milliseconds, Moment, Original, Report, SetAside, Situation, SubjectKind,
};

pub use storage::sha256;

/// Longest title in a list, in characters. Empirical; no measurement recorded.
const MAX_TITLE_CHARS: usize = 120;

/// An open log. Dereferences to [`storage::Journal`] for everything that needs no report.
#[derive(Debug)]
pub struct Journal(storage::Journal);

/// The result of [`Journal::open`].
#[derive(Debug)]
pub struct Opened {
    /// The log.
    pub journal: Journal,
    /// Present where a damaged log was quarantined: the caller must tell the person.
    pub notice: Option<SetAside>,
}

/// One check to store.
pub struct NewEntry<'a> {
    /// When the check was made.
    pub time: Moment,
    /// What was checked.
    pub kind: SubjectKind,
    /// The report as it is shown; [`Journal::add`] redacts it.
    pub report: &'a Report,
    /// The person's situation.
    pub situation: &'a [Situation],
    /// A small upright picture, JPEG or PNG; stored unchanged.
    pub picture: Option<&'a [u8]>,
    /// [`sha256`] of the photo's own bytes: proves later that a photo kept as evidence is the
    /// checked one. `None` where the subject is no photo.
    pub photo_sha256: Option<[u8; 32]>,
    /// Present where the person keeps the check as evidence at once: stored unredacted.
    pub original: Option<&'a Original>,
}

impl Journal {
    /// Opens the log; see [`storage::Journal::open`].
    ///
    /// # Errors
    /// Those of [`storage::Journal::open`].
    pub fn open(path: &Path, key: Zeroizing<[u8; 32]>) -> Result<Opened, StorageError> {
        let storage::Opened { journal, notice } = storage::Journal::open(path, key)?;
        Ok(Opened { journal: Self(journal), notice })
    }

    /// Stores one check, as far as the person's setting allows, and returns its entry id.
    ///
    /// `None` where the setting is [`Keep::Nothing`] and the check is not kept as evidence.
    ///
    /// # Errors
    /// Where the log cannot be written.
    pub fn add(&self, entry: &NewEntry<'_>) -> Result<Option<i64>, Error> {
        if entry.original.is_none() && self.keep()? == Keep::Nothing {
            return Ok(None);
        }
        let report = redact_for_storage(entry.kind, entry.report);
        let texts = texts_read(&report);
        // Serialising plain data cannot fail.
        let json = serde_json::to_vec(&report).unwrap_or_default();
        Ok(self.0.add(&storage::NewEntry {
            time: entry.time,
            kind: entry.kind,
            verdict: report.verdict,
            title: &title(&texts),
            why: report.findings.first().map_or("", |f| f.why.as_str()),
            words: &texts.join("\n"),
            report: &json,
            pack: report.pack.version,
            app: env!("CARGO_PKG_VERSION"),
            situation: entry.situation,
            picture: entry.picture,
            photo_sha256: entry.photo_sha256,
            original: entry.original,
        })?)
    }

    /// One entry in full.
    ///
    /// # Errors
    /// Where there is no such entry, or the log or the stored report cannot be read.
    pub fn entry(&self, id: i64) -> Result<LogEntry, Error> {
        let stored = self.0.entry(id)?;
        let report: Report =
            serde_json::from_slice(&stored.report).map_err(|_| Error::EntryUnreadable)?;
        Ok(LogEntry {
            report: Report { entry: Some(id), ..report },
            line: stored.line,
            situation: stored.situation,
            app: stored.app,
            picture: stored.picture,
            sha256: stored.sha256,
            steps: stored.steps,
        })
    }
}

impl Deref for Journal {
    type Target = storage::Journal;

    fn deref(&self) -> &storage::Journal {
        &self.0
    }
}

/// The report as it is stored: redacted, without its entry id and timings.
fn redact_for_storage(kind: SubjectKind, report: &Report) -> Report {
    let mut redacted = match kind {
        SubjectKind::Photo | SubjectKind::Text => mask::report(report),
        // A link or number entered on its own belongs to the suspect, not to the person.
        SubjectKind::Link | SubjectKind::Number => report.clone(),
    };
    redacted.entry = None;
    redacted.milliseconds = Milliseconds::default();
    redacted
}

/// Every text that was read: the message, payloads, printed lines, links inside other links.
fn texts_read(report: &Report) -> Vec<&str> {
    let message = report.text.as_deref();
    let payloads = report.codes.iter().filter_map(|c| c.text.as_deref());
    let printed = report.words.iter().map(|w| w.text.as_str());
    let nested = report.links.iter().filter(|l| l.depth > 0).map(|l| l.canonical.as_str());
    message.into_iter().chain(payloads).chain(printed).chain(nested).collect()
}

/// The first [`MAX_TITLE_CHARS`] characters of `texts`, on one line.
fn title(texts: &[&str]) -> String {
    let mut title = String::new();
    for word in texts.iter().flat_map(|text| text.split_whitespace()) {
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
        // A character has at most four bytes of UTF-8, so the title is long enough.
        if title.len() > 4 * MAX_TITLE_CHARS {
            break;
        }
    }
    title.chars().take(MAX_TITLE_CHARS).collect()
}
