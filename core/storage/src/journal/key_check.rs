//! Decides whether a key is the journal's key, without opening the journal.
//!
//! SQLCipher returns the same error for a wrong key and for a corrupt file. A file beside the
//! journal holds an HMAC-SHA256 under the key. It tells the two errors apart, and a wrong key
//! changes no file. The HMAC does not weaken the key, which is 256 random bits. Depends on no
//! database.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::errors::file_error;
use super::files::{owner_only, with_suffix};
use crate::error::Error;

/// The message under the HMAC. Stored journals depend on it: never change it.
const MESSAGE: &[u8] = b"yanka journal, key check 1";

/// Output size of SHA-256.
const HMAC_BYTES: usize = 32;

/// Result of checking a key against the stored HMAC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyCheck {
    /// The key is the journal's key.
    Matches,
    /// The key is another key.
    Differs,
    /// There is no stored HMAC, or the file has a wrong size: the check decides nothing.
    Missing,
}

/// Checks `key` against the HMAC stored beside `journal`.
pub fn verify(journal: &Path, key: &[u8; 32]) -> Result<KeyCheck, Error> {
    let stored = match fs::read(check_path(journal)) {
        Ok(stored) => stored,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(KeyCheck::Missing),
        Err(e) => return Err(file_error(e)),
    };
    if stored.len() != HMAC_BYTES {
        return Ok(KeyCheck::Missing);
    }
    let matches = hmac(key).verify_slice(&stored).is_ok();
    Ok(if matches { KeyCheck::Matches } else { KeyCheck::Differs })
}

/// Stores the HMAC of `key` atomically: completes a temporary file and renames it.
pub fn write(journal: &Path, key: &[u8; 32]) -> Result<(), Error> {
    let (path, temporary) = (check_path(journal), with_suffix(journal, ".check-new"));
    let hmac = hmac(key).finalize().into_bytes();
    let replace = || {
        let mut file = owner_only().write(true).create(true).truncate(true).open(&temporary)?;
        file.write_all(&hmac)?;
        file.sync_all()?;
        fs::rename(&temporary, &path)
    };
    replace().map_err(file_error)
}

fn check_path(journal: &Path) -> PathBuf {
    with_suffix(journal, ".check")
}

fn hmac(key: &[u8; 32]) -> Hmac<Sha256> {
    // RFC 2104, section 2: HMAC pads a key shorter than the 64-byte block with zeros.
    let mut block = Zeroizing::new([0; 64]);
    block[..32].copy_from_slice(key);
    let mut hmac = <Hmac<Sha256> as KeyInit>::new((&*block).into());
    hmac.update(MESSAGE);
    hmac
}
