//! API records of the log that the storage crate does not define, because they hold a report.

use serde::{Deserialize, Serialize};
use yanka_types::debug_lengths;

use super::{Report, Situation};
pub use yanka_storage::journal::{
    Erased, LogFilter, LogLine, Original, OwnRule, SetAside, TimelineStep,
};
pub use yanka_types::{Keep, Moment, Opinion, Retention, SubjectKind};

/// One entry in full.
#[derive(Clone, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct LogEntry {
    /// The entry as a list shows it.
    pub line: LogLine,
    /// The report as the person saw it, own details masked.
    pub report: Report,
    /// The person's situations at the time of the check.
    pub situation: Vec<Situation>,
    /// Version of the program that made the check.
    pub app: String,
    /// The small upright picture, JPEG or PNG; `None` if none is kept.
    pub picture: Option<Vec<u8>>,
    /// SHA-256 of the photo file, in hexadecimal; `None` if the check had no photo file.
    pub sha256: Option<String>,
    /// The timeline that the person wrote, in order of time.
    pub steps: Vec<TimelineStep>,
}

/// Options for an export of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct EvidenceOptions {
    /// When it is exported.
    pub time: Moment,
    /// Show the person's own details, if the original was kept; they are masked otherwise.
    pub own_details: bool,
    /// Attach the pictures. A photo is never masked: the person should look at it first.
    pub pictures: bool,
}

debug_lengths! {
    LogEntry { situation, steps },
}
