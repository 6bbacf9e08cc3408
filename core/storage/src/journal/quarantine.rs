//! Moves a damaged journal aside under a dated name; never overwrites a file.
//!
//! Depends on file names only.

use std::fs;
use std::path::Path;

use jiff::Timestamp;

use super::errors::file_error;
use super::files::with_suffix;
use crate::error::Error;

/// Renames the journal at `path` and returns the new file name.
///
/// The name carries the UTC date and time to the second, and a number where that name exists.
pub fn quarantine(path: &Path) -> Result<String, Error> {
    let suffix = Timestamp::now().strftime(".damaged-%Y-%m-%d-%H%M%S").to_string();
    let mut target = with_suffix(path, &suffix);
    for number in 2_u32.. {
        if !target.exists() {
            break;
        }
        target = with_suffix(path, &format!("{suffix}-{number}"));
    }
    // The WAL is renamed first: a process killed in between leaves a journal that is still detected
    // as damaged.
    fs::rename(with_suffix(path, "-wal"), with_suffix(&target, "-wal"))
        .or_else(ignore_missing)
        .map_err(file_error)?;
    fs::rename(path, &target).or_else(ignore_missing).map_err(file_error)?;
    fs::remove_file(with_suffix(path, "-shm")).or_else(ignore_missing).map_err(file_error)?;
    Ok(target.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default())
}

fn ignore_missing(error: std::io::Error) -> std::io::Result<()> {
    if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) }
}
