//! Decides whether a key is the journal's, without opening the journal.
//!
//! SQLCipher says the same for a wrong key and for a damaged file. So a small file beside the
//! journal holds an HMAC under the key: it tells the two apart, and a wrong key touches nothing.
//! It tells nothing about the key: 256 random bits cannot be guessed from their HMAC.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::fault::file_fault;
use super::files::{beside, private};
use crate::error::Error;

const LABEL: &[u8] = b"yanka journal, key check 1";

/// What the file beside the journal says about a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is the journal's key.
    Fits,
    /// It is another key.
    Differs,
    /// There is no such file, or it is no mark: nothing can be said.
    Missing,
}

/// Where the mark of the journal at `journal` lies.
pub fn path(journal: &Path) -> PathBuf {
    beside(journal, ".check")
}

/// Reads the mark beside `journal` and holds it against `key`.
pub fn read(journal: &Path, key: &[u8; 32]) -> Result<Mark, Error> {
    let mark = match fs::read(path(journal)) {
        Ok(mark) => mark,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Mark::Missing),
        Err(e) => return Err(file_fault(e)),
    };
    if mark.len() != 32 {
        return Ok(Mark::Missing);
    }
    Ok(if mac(key).verify_slice(&mark).is_ok() { Mark::Fits } else { Mark::Differs })
}

/// Writes the mark of `key`: whole or not at all.
pub fn write(journal: &Path, key: &[u8; 32]) -> Result<(), Error> {
    let (whole, part) = (path(journal), beside(journal, ".check-new"));
    let mark = mac(key).finalize().into_bytes();
    let put = || {
        let mut file = private().write(true).create(true).truncate(true).open(&part)?;
        file.write_all(&mark)?;
        file.sync_all()?;
        fs::rename(&part, &whole)
    };
    put().map_err(file_fault)
}

fn mac(key: &[u8; 32]) -> Hmac<Sha256> {
    // HMAC fills a short key up with zeros, RFC 2104 section 2.
    let mut block = Zeroizing::new([0; 64]);
    block[..32].copy_from_slice(key);
    let mut mac = <Hmac<Sha256> as KeyInit>::new((&*block).into());
    mac.update(LABEL);
    mac
}
