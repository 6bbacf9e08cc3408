//! The journal's entries and the person's own rules as plain data. Depends on no database.
//!
//! A [`Moment`] carries the UTC offset, so that an entry is shown at the person's local time. The
//! `Debug` of a type that holds personal data prints lengths only.

use serde::{Deserialize, Serialize};
use yanka_types::{Moment, Opinion, Situation, SubjectKind, Verdict, debug_lengths};

/// One entry as a row of a list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogLine {
    /// Its id; ids only rise and are never reused.
    pub entry: i64,
    /// When the check was made.
    pub time: Moment,
    /// What was checked.
    pub kind: SubjectKind,
    /// The verdict.
    pub verdict: Verdict,
    /// The beginning of what was read, redacted; at most 120 characters.
    pub title: String,
    /// The reason of the gravest finding, as it was shown; empty where there is none.
    pub why: String,
    /// The person's note; empty where there is none.
    pub note: String,
    /// The person's label; empty where there is none.
    pub label: String,
    /// True where the entry is kept as evidence: it does not expire until it is released.
    pub evidence: bool,
    /// True where a small picture is stored.
    pub picture: bool,
}

/// One entry in full, as it is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredEntry {
    /// The entry as a row of a list.
    pub line: LogLine,
    /// The redacted report as it was shown, as JSON.
    pub report: Vec<u8>,
    /// The person's situation.
    pub situation: Vec<Situation>,
    /// Version of the program that made the check.
    pub app: String,
    /// The small upright picture, in its original encoding; `None` where none is stored.
    pub picture: Option<Vec<u8>>,
    /// SHA-256 of the photo's own bytes, in hexadecimal; `None` where the subject is no photo.
    pub sha256: Option<String>,
    /// The time line, in order of time.
    pub steps: Vec<TimelineStep>,
}

/// The unredacted original, stored while an entry is kept as evidence.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// The text as it was given; `None` for a photo.
    pub text: Option<String>,
    /// The photo's own bytes; `None` for a text.
    pub photo: Option<Vec<u8>>,
}

/// Which entries to list. A field that is `None` does not filter.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogFilter {
    /// Only entries with this verdict.
    pub verdict: Option<Verdict>,
    /// Only entries with this label.
    pub label: Option<String>,
    /// `true`: only entries kept as evidence; `false`: only the others.
    pub evidence: Option<bool>,
    /// Only entries whose note or text contains all of these words, separated by white space.
    /// Ignores letter case and full-width forms.
    pub search: Option<String>,
}

/// One step of what happened, as the person reports it. An empty field was not reported.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineStep {
    /// Its number; 0 for a step that is not stored yet.
    pub step: i64,
    /// When it happened.
    pub time: Moment,
    /// The situation that the step led to.
    pub situation: Option<Situation>,
    /// A description in the person's own words.
    pub what: String,
    /// The amount, as typed, such as `5000元`.
    pub amount: String,
    /// The account that received the payment.
    pub account: String,
    /// The order number.
    pub order: String,
    /// The waybill number.
    pub waybill: String,
}

/// The person's own rule about a link or a host.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnRule {
    /// Its id.
    pub id: i64,
    /// Whether the person calls the subject fine or bad.
    pub opinion: Opinion,
    /// A canonical link (with `://`) or a host; a rule about a host covers its subdomains.
    pub subject: String,
    /// The person's note.
    pub note: String,
    /// When the person added or last changed the rule.
    pub time: Moment,
}

/// A damaged log that was moved to quarantine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// Name of the quarantined file, in the folder of the log.
    pub file: String,
    /// Count of entries that were copied into the new log.
    pub saved: u64,
}

/// The result of erasing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// Count of deleted entries.
    pub gone: u64,
    /// Count of entries that stay because they are evidence.
    pub evidence: u64,
    /// True where no trace is left in any file. False where another process reads the log or the
    /// disk is full: the traces cannot be read without the key, and the next opening removes them.
    pub swept: bool,
}

debug_lengths! {
    LogLine { title, why, note, label },
    StoredEntry { report, situation, steps },
    TimelineStep { what },
    OwnRule { subject, note },
}

/// Prints lengths only.
impl std::fmt::Debug for Original {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = self.text.as_ref().map_or(0, String::len);
        let photo = self.photo.as_ref().map_or(0, Vec::len);
        write!(f, "Original {{ text: {text}, photo: {photo} }}")
    }
}

/// Prints whether there is a search, but not its words or the label.
impl std::fmt::Debug for LogFilter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LogFilter")
            .field("verdict", &self.verdict)
            .field("evidence", &self.evidence)
            .field("search", &self.search.is_some())
            .finish_non_exhaustive()
    }
}
