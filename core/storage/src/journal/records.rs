//! The log's entries and the person's own rules as plain data.
//!
//! Times are Unix milliseconds with the zone's minutes east of UTC beside them, so that an entry can
//! be shown at the hour of the person's clock. A type that holds the person's words prints only
//! lengths with `Debug`.

use serde::{Deserialize, Serialize};
use yanka_types::{Moment, Opinion, Situation, SubjectKind, Verdict, debug_lengths};

/// One entry as a list shows it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogLine {
    /// Its number; only rises, never used again.
    pub entry: i64,
    /// When it was checked.
    pub time: Moment,
    /// What was checked.
    pub kind: SubjectKind,
    /// The answer.
    pub verdict: Verdict,
    /// The beginning of what was read, own details masked; at most 120 characters.
    pub title: String,
    /// Why, the gravest reason in the words that were shown; empty where there was none.
    pub why: String,
    /// The person's note; empty where none.
    pub note: String,
    /// The person's label; empty where none.
    pub label: String,
    /// Kept as evidence: stays until released.
    pub evidence: bool,
    /// Whether there is a small picture.
    pub picture: bool,
}

/// One entry in full, as it is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredEntry {
    /// What a list shows of it.
    pub line: LogLine,
    /// The report as it was shown, own details masked: JSON.
    pub report: Vec<u8>,
    /// The situation of the person.
    pub situation: Vec<Situation>,
    /// Version of the program that checked.
    pub app: String,
    /// The small upright picture, encoded as it was given; `None` where none is kept.
    pub picture: Option<Vec<u8>>,
    /// SHA-256 of the photo's own bytes, in hexadecimal; `None` where not a photo.
    pub sha256: Option<String>,
    /// What happened, as the person described it, in order of time.
    pub steps: Vec<TimelineStep>,
}

/// What an entry keeps untouched while it is evidence.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// The text as it was given, nothing masked; `None` for a photo.
    pub text: Option<String>,
    /// The photo's own bytes; `None` for a text.
    pub photo: Option<Vec<u8>>,
}

/// Which entries to list. What is `None` does not matter.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogFilter {
    /// Only this answer.
    pub verdict: Option<Verdict>,
    /// Only this label.
    pub label: Option<String>,
    /// Only those kept as evidence, or only the others.
    pub evidence: Option<bool>,
    /// Only those whose note or content has these words; widths and case do not matter.
    pub search: Option<String>,
}

/// One thing that happened, as the person told it. Every field that is empty was not said.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineStep {
    /// Its number; 0 for one that is not stored yet.
    pub step: i64,
    /// When it happened.
    pub time: Moment,
    /// What it was.
    pub situation: Option<Situation>,
    /// In the person's words.
    pub what: String,
    /// Amount, as typed, such as `5000元`.
    pub amount: String,
    /// The account that was paid to.
    pub account: String,
    /// Order number.
    pub order: String,
    /// Waybill number.
    pub waybill: String,
}

/// A rule of the person's own.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnRule {
    /// Its number.
    pub id: i64,
    /// What they say of it.
    pub opinion: Opinion,
    /// A canonical link (with `://`) or a host; a host speaks for the hosts under it as well.
    pub subject: String,
    /// Their note.
    pub note: String,
    /// When they said so.
    pub time: Moment,
}

/// What became of a damaged log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// Name of the file that was set aside, beside the log.
    pub file: String,
    /// How many entries could be carried over.
    pub saved: u64,
}

/// What erasing did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// How many entries are gone.
    pub gone: u64,
    /// How many stay because they are kept as evidence.
    pub evidence: u64,
    /// True when no trace is left in any file. False when another process reads the log or the
    /// disk is full: the traces are unreadable without the key, and the next opening sweeps them.
    pub swept: bool,
}

debug_lengths! {
    LogLine { title, why, note, label },
    StoredEntry { report, situation, steps },
    TimelineStep { what },
    OwnRule { subject, note },
}

/// Lengths only.
impl std::fmt::Debug for Original {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = self.text.as_ref().map_or(0, String::len);
        let photo = self.photo.as_ref().map_or(0, Vec::len);
        write!(f, "Original {{ text: {text}, photo: {photo} }}")
    }
}

/// Whether there is a search, not for what.
impl std::fmt::Debug for LogFilter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LogFilter")
            .field("verdict", &self.verdict)
            .field("evidence", &self.evidence)
            .field("search", &self.search.is_some())
            .finish_non_exhaustive()
    }
}
