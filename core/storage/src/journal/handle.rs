//! The handle of an open journal: its two connections, their locks and the integrity check.
//!
//! Depends on no table. The other files of this folder add the operations.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::Connection;

use super::errors::database_error;
use super::salvage;
use crate::error::Error;

/// `PRAGMA synchronous` as SQLite reports FULL.
const SYNCHRONOUS_FULL: i64 = 2;

/// Longest wait of long work between two batches: 100 × 100 µs. Empirical; no measurement recorded.
const YIELD_POLLS: usize = 100;
const YIELD_POLL_INTERVAL: Duration = Duration::from_micros(100);

/// An open journal. Threads may share it; calls on the same connection are serialised.
pub struct Journal {
    /// Reads while the writer works: a list is shown while old entries are deleted. Declared, and
    /// so dropped, first: the writer closes last and then checkpoints and removes the WAL.
    reader: Mutex<Connection>,
    writer: Mutex<Connection>,
    path: PathBuf,
    /// Threads that wait for the writer; long work lets them in between two batches.
    waiting_writers: AtomicUsize,
}

impl Journal {
    pub(super) fn new(path: &Path, writer: Connection, reader: Connection) -> Self {
        Self {
            reader: Mutex::new(reader),
            writer: Mutex::new(writer),
            path: path.to_owned(),
            waiting_writers: AtomicUsize::new(0),
        }
    }

    /// True where an acknowledged change has been synced to the disk (`synchronous` is FULL).
    ///
    /// # Errors
    /// Where the journal cannot be read.
    pub fn is_durable(&self) -> Result<bool, Error> {
        let level: i64 = self
            .writer()
            .pragma_query_value(None, "synchronous", |row| row.get("synchronous"))
            .map_err(|e| self.query_error(e))?;
        Ok(level >= SYNCHRONOUS_FULL)
    }

    /// Checks every page and every B-tree of the file; `false` where one is damaged. The next
    /// opening then quarantines the file and salvages the readable entries.
    ///
    /// Reads the whole file, which takes seconds for a big one.
    ///
    /// # Errors
    /// Where the file cannot be read for another reason than damage.
    pub fn check_integrity(&self) -> Result<bool, Error> {
        let intact = salvage::is_intact(&self.reader())?;
        if !intact {
            salvage::mark_suspect(&self.path);
        }
        Ok(intact)
    }

    /// Maps the error of a query. Damage marks the file, so that the next opening checks it.
    pub(super) fn query_error(&self, error: rusqlite::Error) -> Error {
        let error = database_error(error);
        if matches!(error, Error::JournalDamaged) {
            salvage::mark_suspect(&self.path);
        }
        error
    }

    pub(super) fn reader(&self) -> MutexGuard<'_, Connection> {
        self.reader.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn writer(&self) -> MutexGuard<'_, Connection> {
        self.waiting_writers.fetch_add(1, Ordering::Relaxed);
        // A panic inside a transaction has dropped and so rolled back the transaction.
        let db = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        self.waiting_writers.fetch_sub(1, Ordering::Relaxed);
        db
    }

    /// Called without the lock, between two batches of long work. A mutex is not fair: without this
    /// a waiting thread might not get the lock before the work ends.
    pub(super) fn yield_to_waiting_writers(&self) {
        for _ in 0..YIELD_POLLS {
            if self.waiting_writers.load(Ordering::Relaxed) == 0 {
                return;
            }
            std::thread::sleep(YIELD_POLL_INTERVAL);
        }
    }
}

/// Prints the type name only: the path is personal data.
impl fmt::Debug for Journal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Journal")
    }
}
