//! The log as the API sees it: reports in, redacted before they are stored, and back.
//!
//! Storage knows no report; this is where a [`Report`] becomes columns and JSON. Own details are
//! masked here, except what the person keeps as evidence.

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

/// Longest title in a list, in characters.
const TITLE: usize = 120;

/// An open log. Everything that needs no report is [`storage::Journal`]'s.
#[derive(Debug)]
pub struct Journal(storage::Journal);

/// The result of opening.
#[derive(Debug)]
pub struct Opened {
    /// The log.
    pub journal: Journal,
    /// Set where a damaged log was found: the person must be told.
    pub notice: Option<SetAside>,
}

/// One check to keep.
pub struct NewEntry<'a> {
    /// When it was checked.
    pub time: Moment,
    /// What was checked.
    pub kind: SubjectKind,
    /// The report as it is shown; redacted here before it is stored.
    pub report: &'a Report,
    /// The situation of the person.
    pub situation: &'a [Situation],
    /// A small upright picture, JPEG or PNG; stored as it is.
    pub picture: Option<&'a [u8]>,
    /// [`sha256`] of the photo's own bytes: later it shows that an evidence photo is that photo.
    pub photo_sha256: Option<[u8; 32]>,
    /// Given where the person keeps the check as evidence at once: stored untouched.
    pub original: Option<&'a Original>,
}

impl Journal {
    /// As [`storage::Journal::open`].
    ///
    /// # Errors
    /// As there.
    pub fn open(path: &Path, key: Zeroizing<[u8; 32]>) -> Result<Opened, StorageError> {
        let storage::Opened { journal, notice } = storage::Journal::open(path, key)?;
        Ok(Opened { journal: Self(journal), notice })
    }

    /// Keeps one check, as far as the person chose, and returns its number.
    ///
    /// `None` where they chose to keep nothing and do not keep this one as evidence.
    ///
    /// # Errors
    /// Where the log cannot be written.
    pub fn add(&self, entry: &NewEntry<'_>) -> Result<Option<i64>, Error> {
        if entry.original.is_none() && self.keep()? == Keep::Nothing {
            return Ok(None);
        }
        let report = redact_for_storage(entry.kind, entry.report);
        let words = read_parts(&report);
        // A plain report can always be serialised.
        let json = serde_json::to_vec(&report).unwrap_or_default();
        Ok(self.0.add(&storage::NewEntry {
            time: entry.time,
            kind: entry.kind,
            verdict: report.verdict,
            title: &title(&words),
            why: report.findings.first().map_or("", |f| f.why.as_str()),
            words: &words.join("\n"),
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
    /// Where there is no such entry, or it cannot be read.
    pub fn entry(&self, id: i64) -> Result<LogEntry, Error> {
        let stored = self.0.entry(id)?;
        let report: Report =
            serde_json::from_slice(&stored.report).map_err(|_| StorageError::JournalDamaged)?;
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

/// The report as it is stored: masked, and without what only the moment of checking meant.
fn redact_for_storage(kind: SubjectKind, report: &Report) -> Report {
    let mut kept = match kind {
        SubjectKind::Photo | SubjectKind::Text => mask::report(report),
        // A link or number given by itself is the suspect's.
        SubjectKind::Link | SubjectKind::Number => report.clone(),
    };
    kept.entry = None;
    kept.milliseconds = Milliseconds::default();
    kept
}

/// Everything that was read: the text, codes, printed lines, hidden links.
fn read_parts(report: &Report) -> Vec<&str> {
    let text = report.text.as_deref();
    let codes = report.codes.iter().filter_map(|c| c.text.as_deref());
    let words = report.words.iter().map(|w| w.text.as_str());
    let hidden = report.links.iter().filter(|l| l.depth > 0).map(|l| l.canonical.as_str());
    text.into_iter().chain(codes).chain(words).chain(hidden).collect()
}

/// The first [`TITLE`] characters of what was read, on one line.
fn title(parts: &[&str]) -> String {
    let mut title = String::new();
    for word in parts.iter().flat_map(|part| part.split_whitespace()) {
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
        if title.len() > 4 * TITLE {
            break;
        }
    }
    title.chars().take(TITLE).collect()
}
