//! Maps SQLite result codes and I/O errors to the errors that a caller can act on.
//!
//! Depends on result codes only, never on stored values.

use rusqlite::ErrorCode;

use crate::error::Error;

/// The journal error for a failed query, by its SQLite result code.
pub fn database_error(error: rusqlite::Error) -> Error {
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

/// The journal error for a failed operation on a file beside the database.
pub fn file_error(error: std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::DiskFull,
        _ => Error::JournalFile(error),
    }
}
