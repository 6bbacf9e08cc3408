//! Decides which of the things that a person can do a database fault means.
//!
//! Knows SQLite's result codes and nothing of what was stored.

use rusqlite::ErrorCode;

use crate::error::Error;

/// The fault of a query, by its result code.
pub fn fault(error: rusqlite::Error) -> Error {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => Error::DiskFull,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::JournalBusy,
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Error::JournalDamaged,
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            Error::JournalFile(std::io::ErrorKind::PermissionDenied.into())
        }
        _ => Error::JournalStorage(error),
    }
}

/// The fault of a file operation beside the database.
pub fn file_fault(error: std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::DiskFull,
        _ => Error::JournalFile(error),
    }
}
