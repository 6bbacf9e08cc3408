//! Turns entries of the log into something that the police or a platform can use.
//!
//! A ZIP of `report.html` (one file, prints on A4, loads nothing), `report.json`, the pictures and
//! `SHA256SUMS`. Says what this phone saw and no more; own details stay hidden unless the person
//! chooses otherwise. Refuses to know rules: sentences come from the report as it was shown, and
//! the numbers to report to are handed in.

mod document;
mod entry;
mod html;
mod share;
mod words;

use std::io::{Cursor, Seek, Write};

use serde::Serialize;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::error::Error;
use crate::journal::Journal;
use crate::mask;
use crate::report::Hotline;
use crate::report::log::{EvidenceOptions, LogEntry, Moment, Original, SubjectKind};

pub use share::{warning, wrong_answer};

/// Version of the shape of `report.json`; only rises.
pub const FORMAT: u32 = 1;

/// One entry as it goes into the file.
#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    entry: LogEntry,
    /// Own details were to be shown, but the original was not kept.
    hidden: bool,
    pictures: Vec<Picture>,
}

/// One picture beside the report.
#[derive(Serialize)]
struct Picture {
    file: String,
    sha256: String,
    /// The photo's own bytes, as photographed; else the log's small picture.
    as_photographed: bool,
    #[serde(skip)]
    bytes: Vec<u8>,
}

/// What `report.json` holds, and `report.html` is made of.
#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    made: Moment,
    made_at: String,
    app: &'static str,
    proves: [&'static str; 2],
    own_details_shown: bool,
    entries: Vec<Shown>,
    report_to: &'a [Hotline],
}

/// The evidence of `entries`, as the bytes of a ZIP file.
///
/// `report_to` are the official numbers and addresses to report to, from the rules. Errors:
/// [`Error::NoEntry`] and what reading the journal gives.
pub fn export(
    journal: &Journal,
    entries: &[i64],
    report_to: &[Hotline],
    options: &EvidenceOptions,
) -> Result<Vec<u8>, Error> {
    let mut found = Vec::with_capacity(entries.len());
    for id in entries {
        found.push((journal.entry(*id)?, journal.original(*id)?));
    }
    bundle(found, report_to, options)
}

/// The same for entries that were read already, each with its original.
pub fn bundle(
    entries: Vec<(LogEntry, Original)>,
    report_to: &[Hotline],
    options: &EvidenceOptions,
) -> Result<Vec<u8>, Error> {
    let document = Document {
        format: FORMAT,
        made: options.time,
        made_at: html::moment(options.time),
        app: env!("CARGO_PKG_VERSION"),
        proves: [words::LIMIT.zh, words::LIMIT.en],
        own_details_shown: options.own_details,
        entries: entries.into_iter().map(|(e, o)| shown(e, o, options)).collect(),
        report_to,
    };
    let page = document::html(&document);
    let json = serde_json::to_vec_pretty(&document).unwrap_or_default();
    let mut files: Vec<(&str, &[u8])> =
        vec![("report.html", page.as_bytes()), ("report.json", &json)];
    for picture in document.entries.iter().flat_map(|e| &e.pictures) {
        files.push((&picture.file, &picture.bytes));
    }
    let mut zip = Cursor::new(Vec::new());
    pack(&mut zip, &files).map_err(|e| yanka_storage::Error::JournalFile(e.into()))?;
    Ok(zip.into_inner())
}

/// What goes out of an entry: hidden again where it was not on storing, such as the notes.
fn shown(mut entry: LogEntry, original: Original, options: &EvidenceOptions) -> Shown {
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
    let small = entry.picture.take();
    let mut pictures = Vec::new();
    if options.pictures {
        let number = entry.line.entry;
        let photo =
            original.photo.map(|bytes| picture(format!("entry-{number}-photo"), bytes, true));
        let card = small.map(|bytes| picture(format!("entry-{number}-small"), bytes, false));
        pictures.extend(photo.into_iter().chain(card));
    }
    Shown { entry, hidden, pictures }
}

fn picture(name: String, bytes: Vec<u8>, as_photographed: bool) -> Picture {
    let ending = html::media(&bytes).map_or("bin", |(ending, _)| ending);
    Picture { file: format!("{name}.{ending}"), sha256: sum(&bytes), as_photographed, bytes }
}

fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// Stored, not deflated: pictures hardly shrink, and every tool opens it.
fn pack(to: &mut (impl Write + Seek), files: &[(&str, &[u8])]) -> zip::result::ZipResult<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(to);
    let mut sums = String::new();
    for (name, bytes) in files {
        zip.start_file(*name, options)?;
        zip.write_all(bytes)?;
        sums.push_str(&format!("{}  {name}\n", sum(bytes)));
    }
    zip.start_file("SHA256SUMS", options)?;
    zip.write_all(sums.as_bytes())?;
    zip.finish().map(drop)
}
