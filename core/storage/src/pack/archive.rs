//! How a pack travels: one `*.yankapack`, a ZIP of the database and its minisign signature.
//!
//! Takes the two parts out. Refuses everything but exactly these two, stored and of sane size;
//! believes neither before the signature was checked.

use std::io::{Cursor, Read};

use zip::{CompressionMethod, ZipArchive};

use crate::error::Error;

/// Name of the database inside a `*.yankapack`.
pub const DATABASE_NAME: &str = "pack.sqlite";

/// Name of the signature inside a `*.yankapack`; the name that the `minisign` tool looks for.
pub const SIGNATURE_NAME: &str = "pack.sqlite.minisig";

/// A database of ten million hosts is about 300 MB.
const LARGEST_DATABASE: u64 = 768 << 20;

/// Four lines of text.
const LARGEST_SIGNATURE: u64 = 4096;

/// The two parts of a package, neither of them checked.
pub(super) struct Package {
    pub database: Vec<u8>,
    pub signature: String,
}

pub(super) fn unpack(bytes: &[u8]) -> Result<Package, Error> {
    let foreign = |_| Error::PackFormat;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(foreign)?;
    if archive.len() != 2 {
        return Err(Error::PackFormat);
    }
    let database = part(&mut archive, DATABASE_NAME, LARGEST_DATABASE)?;
    let signature = part(&mut archive, SIGNATURE_NAME, LARGEST_SIGNATURE)?;
    let signature = String::from_utf8(signature).map_err(|_| Error::PackFormat)?;
    Ok(Package { database, signature })
}

fn part(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
    largest: u64,
) -> Result<Vec<u8>, Error> {
    let entry = archive.by_name(name).map_err(|_| Error::PackFormat)?;
    // A stored entry cannot unfold into more than the file holds.
    if entry.compression() != CompressionMethod::Stored || entry.size() > largest {
        return Err(Error::PackFormat);
    }
    let mut bytes = Vec::new();
    entry.take(largest).read_to_end(&mut bytes).map_err(|_| Error::PackFormat)?;
    Ok(bytes)
}
