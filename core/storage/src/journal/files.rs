//! Decides how the journal's files are named and who may read them.
//!
//! Nothing about a check ever stands in a file name.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::fault::file_fault;
use crate::error::Error;

/// How long to wait for another process, before saying that the journal is busy.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// `path` with `suffix` behind its whole name.
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Options that make a file only its owner can read.
pub fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Whether there is a journal at `path`. An empty file is none: any key would open it.
pub fn holds_journal(path: &Path) -> bool {
    path.metadata().is_ok_and(|m| m.len() > 0)
}

/// Whether there is less than the first page: SQLite would take that for a new file.
pub fn cut_short(path: &Path) -> bool {
    path.metadata().is_ok_and(|m| (1..4096).contains(&m.len()))
}

/// Whether writes wait at `path` for a journal that is not there.
pub fn orphaned(path: &Path) -> bool {
    !holds_journal(path) && holds_journal(&beside(path, "-wal"))
}

/// Makes the empty file, so that SQLite does not choose its mode.
pub fn make(path: &Path) -> Result<(), Error> {
    private().append(true).create(true).open(path).map(drop).map_err(file_fault)
}

/// Held while a journal is opened, so that two processes don't both make or set aside one.
pub struct Opening(#[expect(dead_code, reason = "holds the lock")] File);

impl Opening {
    /// Waits for its turn.
    pub fn take(path: &Path) -> Result<Self, Error> {
        let lock = beside(path, ".lock");
        let file =
            private().write(true).create(true).truncate(false).open(lock).map_err(file_fault)?;
        let start = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self(file)),
                Err(TryLockError::WouldBlock) if start.elapsed() > PATIENCE => {
                    return Err(Error::JournalBusy);
                }
                Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(5)),
                // Some systems have no file locks; there, one process at a time is the rule.
                Err(TryLockError::Error(e)) if e.kind() == std::io::ErrorKind::Unsupported => {
                    return Ok(Self(file));
                }
                Err(TryLockError::Error(e)) => return Err(file_fault(e)),
            }
        }
    }
}
