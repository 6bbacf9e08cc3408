//! Reads a `*.yankapack`: a ZIP archive of the pack's database and its minisign signature.
//!
//! Accepts exactly these two entries, stored uncompressed and within size limits. Does not verify
//! the signature: both parts are untrusted input.

use std::io::{Cursor, Read};

use zip::{CompressionMethod, ZipArchive};

use crate::error::Error;

/// Name of the database inside a `*.yankapack`.
pub const DATABASE_NAME: &str = "pack.sqlite";

/// Name of the signature inside a `*.yankapack`: the name that the `minisign` tool looks for.
pub const SIGNATURE_NAME: &str = "pack.sqlite.minisig";

/// Largest database in bytes. A database of ten million hosts has about 300 MB.
const MAX_DATABASE_BYTES: u64 = 768 << 20;

/// Largest signature in bytes. A minisign signature is four lines of text.
const MAX_SIGNATURE_BYTES: u64 = 4096;

const NO_ARCHIVE: Error = Error::PackFormat { check: "archive" };

/// The two parts of an archive, neither of them verified.
pub(super) struct Archive {
    pub database: Vec<u8>,
    pub signature: String,
}

/// Reads the two parts of a `*.yankapack`.
pub(super) fn unpack(bytes: &[u8]) -> Result<Archive, Error> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NO_ARCHIVE)?;
    if zip.len() != 2 {
        return Err(NO_ARCHIVE);
    }
    let database = read_entry(&mut zip, DATABASE_NAME, MAX_DATABASE_BYTES)?;
    let signature = read_entry(&mut zip, SIGNATURE_NAME, MAX_SIGNATURE_BYTES)?;
    let signature = String::from_utf8(signature).map_err(|_| NO_ARCHIVE)?;
    Ok(Archive { database, signature })
}

fn read_entry(
    zip: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
    max_bytes: u64,
) -> Result<Vec<u8>, Error> {
    let entry = zip.by_name(name).map_err(|_| NO_ARCHIVE)?;
    // A stored entry cannot expand to more bytes than the file holds.
    if entry.compression() != CompressionMethod::Stored || entry.size() > max_bytes {
        return Err(NO_ARCHIVE);
    }
    let mut bytes = Vec::new();
    entry.take(max_bytes).read_to_end(&mut bytes).map_err(|_| NO_ARCHIVE)?;
    Ok(bytes)
}
