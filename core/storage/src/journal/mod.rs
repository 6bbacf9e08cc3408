//! The private log and the person's own rules, in one encrypted file.
//!
//! Knows entries, choices and time; refuses to know how a verdict came about. Sends nothing,
//! traces nothing, and stands in no file name. What goes in is masked first (`mask`), except what
//! the person keeps as evidence. Every change is one transaction: acknowledged means on the disk.
//!
//! open.rs and keycheck.rs let in, aside.rs and mend.rs keep what is damaged, schema.rs keeps the shape, write.rs
//! and read.rs and find.rs are entries, forget.rs forgets, choice.rs, own.rs, timeline.rs the rest.

mod connect;
mod delete;
mod fault;
mod files;
mod keycheck;
mod open;
mod own;
mod quarantine;
mod read;
mod records;
mod rows;
mod salvage;
mod schema;
mod search;
mod settings;
mod timeline;
mod write;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::Connection;
use zeroize::Zeroizing;

use crate::error::Error;

pub use records::{
    Erased, LogFilter, LogLine, Original, OwnRule, SetAside, StoredEntry, TimelineStep,
};
pub use write::{NewEntry, fold, sha256};

/// An open journal. May be shared by threads; calls take turns.
pub struct Journal {
    /// Reads only, and beside the writer: a list is shown while old entries are forgotten.
    /// Dropped first, so that the writer closes last and puts its log away.
    reader: Mutex<Connection>,
    writer: Mutex<Connection>,
    path: PathBuf,
    /// How many changes wait for their turn: long work lets them pass between two steps.
    waiting: AtomicUsize,
}

/// What opening gave.
#[derive(Debug)]
pub struct Opened {
    /// The journal.
    pub journal: Journal,
    /// Set where a damaged journal was found: the person must be told.
    pub notice: Option<SetAside>,
}

impl Journal {
    /// Opens the journal at `path`, or makes one there; its folder must exist.
    ///
    /// `key` is the raw key of 32 random bytes; it is wiped before this returns. Errors:
    /// [`Error::JournalKey`] for another key and [`Error::JournalNewer`] (nothing was touched),
    /// [`Error::JournalBusy`] when another process holds it for over five seconds,
    /// [`Error::DiskFull`], [`Error::JournalFile`] for a folder that cannot be written.
    pub fn open(path: &Path, key: Zeroizing<[u8; 32]>) -> Result<Opened, Error> {
        let (writer, reader, notice) = open::open(path, &key)?;
        let journal = Self {
            reader: Mutex::new(reader),
            writer: Mutex::new(writer),
            path: path.to_owned(),
            waiting: AtomicUsize::new(0),
        };
        journal.finish_sweep();
        Ok(Opened { journal, notice })
    }

    /// Whether an acknowledged change is on the disk, not only on its way (`synchronous` is FULL).
    pub fn durable(&self) -> Result<bool, Error> {
        let level: i64 = self
            .writing()
            .pragma_query_value(None, "synchronous", |row| row.get(0))
            .map_err(fault::fault)?;
        Ok(level >= 2)
    }

    /// Whether every page and every tree of the file is whole. Reads all of it: seconds for a big
    /// one. Where it is not, the next opening sets the file aside and carries over what it can.
    pub fn examine(&self) -> Result<bool, Error> {
        let whole = salvage::whole(&self.reading())?;
        if !whole {
            salvage::suspect(&self.path);
        }
        Ok(whole)
    }

    /// A reading's fault; where it means damage, the next opening looks closer.
    fn doubt(&self, error: rusqlite::Error) -> Error {
        let error = fault::fault(error);
        if matches!(error, Error::JournalDamaged) {
            salvage::suspect(&self.path);
        }
        error
    }

    fn reading(&self) -> MutexGuard<'_, Connection> {
        self.reader.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn writing(&self) -> MutexGuard<'_, Connection> {
        self.waiting.fetch_add(1, Ordering::Relaxed);
        // A panic between two statements leaves a transaction that its drop rolled back.
        let db = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        self.waiting.fetch_sub(1, Ordering::Relaxed);
        db
    }

    /// Called without the lock, between two steps of long work. A lock has no queue: without this
    /// a waiting change might not get it before the work ends.
    fn let_others_pass(&self) {
        for _ in 0..100 {
            if self.waiting.load(Ordering::Relaxed) == 0 {
                return;
            }
            std::thread::sleep(Duration::from_micros(100));
        }
    }
}

/// Says that it is one.
impl std::fmt::Debug for Journal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Journal")
    }
}
