//! Decides what becomes of a damaged journal: it is kept under a dated name, never overwritten.

use std::fs;
use std::path::Path;

use time::OffsetDateTime;

use super::fault::file_fault;
use super::files::beside;
use crate::error::Error;

/// Moves the journal at `path` out of the way and returns its new file name.
///
/// The name carries the day and second in UTC, and a number where that is taken.
pub fn set_aside(path: &Path) -> Result<String, Error> {
    let now = OffsetDateTime::from(std::time::SystemTime::now());
    let day = format!(
        ".damaged-{:04}-{:02}-{:02}-{:02}{:02}{:02}",
        now.year(),
        u8::from(now.month()),
        now.day(),
        now.hour(),
        now.minute(),
        now.second()
    );
    let mut aside = beside(path, &day);
    for number in 2_u32.. {
        if !aside.exists() {
            break;
        }
        aside = beside(path, &format!("{day}-{number}"));
    }
    // The log of the last writes goes first: killed between, the rest is still seen as damaged.
    fs::rename(beside(path, "-wal"), beside(&aside, "-wal")).or_else(absent).map_err(file_fault)?;
    fs::rename(path, &aside).or_else(absent).map_err(file_fault)?;
    fs::remove_file(beside(path, "-shm")).or_else(absent).map_err(file_fault)?;
    Ok(aside.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default())
}

fn absent(error: std::io::Error) -> std::io::Result<()> {
    if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) }
}
