//! Exports log entries as evidence for the police or a platform.
//!
//! Writes a ZIP of `report.html` (one file, prints on A4, loads nothing), `report.json`, the pictures
//! and `SHA256SUMS`. States only what this device saw; own details stay masked unless the person
//! chooses otherwise. Reads no rules: sentences come from the report, numbers from the caller.

mod document;
mod entry;
mod html;
mod labels;
mod model;
mod share;

use std::io::{Cursor, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::error::Error;
use crate::journal::Journal;
use crate::report::Hotline;
use crate::report::log::EvidenceOptions;
use model::{Document, ExportedEntry, sha256_hex};

pub use share::{warning, wrong_answer};

/// Version of the shape of `report.json`; only rises.
pub const FORMAT: u32 = 1;

/// The evidence of the given log entries, as the bytes of a ZIP file.
///
/// `report_to` are the official numbers and addresses to report to, from the rules.
///
/// # Errors
/// [`Error::Storage`] if there is no entry of a number, or the journal cannot be read;
/// [`Error::EntryUnreadable`]; [`Error::EvidenceArchive`] where the files exceed a ZIP archive.
pub fn export(
    journal: &Journal,
    entries: &[i64],
    report_to: &[Hotline],
    options: &EvidenceOptions,
) -> Result<Vec<u8>, Error> {
    let mut exported = Vec::with_capacity(entries.len());
    for id in entries {
        let (entry, original) = (journal.entry(*id)?, journal.original(*id)?);
        exported.push(ExportedEntry::new(entry, original, options));
    }
    let document = Document {
        format: FORMAT,
        made: options.time,
        made_at: html::format_moment(options.time),
        app: env!("CARGO_PKG_VERSION"),
        proves: [labels::LIMITS.zh, labels::LIMITS.en],
        own_details_shown: options.own_details,
        entries: exported,
        report_to,
    };
    let page = document::render(&document);
    let json = serde_json::to_vec_pretty(&document).unwrap_or_default();
    let mut files: Vec<(&str, &[u8])> =
        vec![("report.html", page.as_bytes()), ("report.json", &json)];
    for picture in document.entries.iter().flat_map(|e| &e.pictures) {
        files.push((&picture.file, &picture.bytes));
    }
    let mut zip = Cursor::new(Vec::new());
    write_zip(&mut zip, &files).map_err(|_| Error::EvidenceArchive)?;
    Ok(zip.into_inner())
}

/// Writes `files` and their checksums. Stores without compression, because pictures hardly shrink and
/// every tool opens such a file.
fn write_zip(to: &mut (impl Write + Seek), files: &[(&str, &[u8])]) -> zip::result::ZipResult<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(to);
    let mut checksums = String::new();
    for (name, bytes) in files {
        zip.start_file(*name, options)?;
        zip.write_all(bytes)?;
        checksums.push_str(&format!("{}  {name}\n", sha256_hex(bytes)));
    }
    zip.start_file("SHA256SUMS", options)?;
    zip.write_all(checksums.as_bytes())?;
    zip.finish().map(drop)
}
