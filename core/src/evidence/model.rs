//! What `report.json` holds and `report.html` shows: the entries as exported, with their pictures.
//!
//! Decides which pictures are attached and what is masked. The names of serialized fields are part
//! of the format and never change.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::html;
use crate::mask;
use crate::report::Hotline;
use crate::report::log::{EvidenceOptions, LogEntry, Moment, Original, SubjectKind};

/// The content of an evidence file.
#[derive(Serialize)]
pub struct Document<'a> {
    /// Version of the shape.
    pub format: u32,
    /// When it was exported.
    pub made: Moment,
    /// The same moment as a text.
    pub made_at: String,
    /// Version of the program that exported it.
    pub app: &'static str,
    /// What the evidence proves and what not, in Chinese and English.
    pub proves: [&'static str; 2],
    /// True if the person chose to show their own details.
    pub own_details_shown: bool,
    /// The entries, in the order of the call.
    pub entries: Vec<ExportedEntry>,
    /// Official numbers to report to.
    pub report_to: &'a [Hotline],
}

/// One log entry as it is exported.
#[derive(Serialize)]
pub struct ExportedEntry {
    /// The entry.
    #[serde(flatten)]
    pub entry: LogEntry,
    /// True if own details stay masked although the person chose to show them, because the log did
    /// not keep the original text.
    pub hidden: bool,
    /// Attached pictures, the photo before the small picture.
    pub pictures: Vec<Picture>,
}

/// One picture in the file.
#[derive(Serialize)]
pub struct Picture {
    /// Its file name.
    pub file: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// True for the photo's own bytes, false for the small picture of the log.
    pub as_photographed: bool,
    /// Its bytes.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

impl ExportedEntry {
    /// Prepares `entry` for export: restores the original text, or masks the note and the timeline,
    /// which the log stores unmasked.
    pub fn new(mut entry: LogEntry, original: Original, options: &EvidenceOptions) -> Self {
        let given = entry.report.text.is_some() && entry.line.kind == SubjectKind::Text;
        let hidden = options.own_details && given && original.text.is_none();
        if options.own_details {
            if let Some(text) = original.text {
                entry.report.text = Some(text);
            }
        } else {
            entry.line.note = mask::text(&entry.line.note);
            for step in &mut entry.steps {
                step.what = mask::text(&step.what);
            }
        }
        let thumbnail = entry.picture.take();
        let mut pictures = Vec::new();
        if options.pictures {
            let number = entry.line.entry;
            let photo = original
                .photo
                .map(|bytes| Picture::new(&format!("entry-{number}-photo"), bytes, true));
            let small =
                thumbnail.map(|bytes| Picture::new(&format!("entry-{number}-small"), bytes, false));
            pictures.extend(photo.into_iter().chain(small));
        }
        Self { entry, hidden, pictures }
    }
}

impl Picture {
    fn new(name: &str, bytes: Vec<u8>, as_photographed: bool) -> Self {
        let extension = html::media_type(&bytes).map_or("bin", |(extension, _)| extension);
        let file = format!("{name}.{extension}");
        Self { file, sha256: sha256_hex(&bytes), as_photographed, bytes }
    }
}

/// SHA-256 of `bytes` in lowercase hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}
