//! Names, creates and locks the journal's files; only the owner may read them.
//!
//! A file name never contains anything about a check. Depends on no database.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::errors::file_error;
use crate::error::Error;

/// How long to wait for the lock of another process before [`Error::JournalBusy`]. Empirical; no
/// measurement recorded.
pub const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

const LOCK_POLL_INTERVAL: Duration = Duration::from_millis(5);

/// SQLCipher's default page size in bytes.
const PAGE_BYTES: u64 = 4096;

/// `path` with `suffix` appended to its file name.
pub fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Options that create files with mode 0600 on Unix.
pub fn owner_only() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// True where a journal exists at `path`. An empty file does not count: any key would open it.
pub fn journal_exists(path: &Path) -> bool {
    path.metadata().is_ok_and(|m| m.len() > 0)
}

/// True where the file is shorter than its first page: SQLite would treat it as a new database.
pub fn is_truncated(path: &Path) -> bool {
    path.metadata().is_ok_and(|m| (1..PAGE_BYTES).contains(&m.len()))
}

/// True where a write-ahead log exists without its journal.
pub fn has_orphaned_wal(path: &Path) -> bool {
    !journal_exists(path) && journal_exists(&with_suffix(path, "-wal"))
}

/// Creates the empty file, because SQLite would create it with another mode.
pub fn create(path: &Path) -> Result<(), Error> {
    owner_only().append(true).create(true).open(path).map(drop).map_err(file_error)
}

/// Lock that a process holds while it opens a journal, so that two processes do not both create or
/// quarantine one.
pub struct OpenLock(#[expect(dead_code, reason = "holds the lock")] File);

impl OpenLock {
    /// Waits for the lock, at most [`BUSY_TIMEOUT`].
    pub fn acquire(path: &Path) -> Result<Self, Error> {
        let lock = with_suffix(path, ".lock");
        let file =
            owner_only().write(true).create(true).truncate(false).open(lock).map_err(file_error)?;
        let start = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self(file)),
                Err(TryLockError::WouldBlock) if start.elapsed() > BUSY_TIMEOUT => {
                    return Err(Error::JournalBusy);
                }
                Err(TryLockError::WouldBlock) => std::thread::sleep(LOCK_POLL_INTERVAL),
                // Where the system has no file locks, only one process may use the journal.
                Err(TryLockError::Error(e)) if e.kind() == std::io::ErrorKind::Unsupported => {
                    return Ok(Self(file));
                }
                Err(TryLockError::Error(e)) => return Err(file_error(e)),
            }
        }
    }
}
