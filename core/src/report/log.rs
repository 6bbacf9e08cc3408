//! The records of the log that the API adds to those of the storage crate.

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
    /// What a list shows of it.
    pub line: LogLine,
    /// The report as it was shown, own details masked.
    pub report: Report,
    /// Where the person stood.
    pub situation: Vec<Situation>,
    /// Version of the program that checked.
    pub app: String,
    /// The small upright picture, encoded as it was given; `None` where none is kept.
    pub picture: Option<Vec<u8>>,
    /// SHA-256 of the photo's own bytes, in hexadecimal; `None` where not a photo.
    pub sha256: Option<String>,
    /// What happened, as the person told it, in order of time.
    pub steps: Vec<TimelineStep>,
}

/// How evidence is handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct EvidenceOptions {
    /// When it is handed out.
    pub time: Moment,
    /// Shows the person's own details where the original was kept; hidden otherwise.
    pub own_details: bool,
    /// Adds the pictures. A photo is never masked: the person should look at it first.
    pub pictures: bool,
}

debug_lengths! {
    LogEntry { situation, steps },
}
