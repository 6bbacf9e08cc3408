//! The errors of the rule pack and the log. The disk, the key or a file causes them; a call with an
//! id that is not in the log causes [`Error::NoSuchRow`].

use std::fmt;

/// An error of the pack or the log. Never shown to a person: the source of an error may quote an
/// SQL statement or a stored value.
#[derive(thiserror::Error)]
pub enum Error {
    /// The signature does not match the pack, or an untrusted key made it.
    #[error("pack signature")]
    PackSignature,
    /// The file is not a pack of a format that this program reads.
    #[error("pack format: {check}")]
    PackFormat {
        /// What was checked and is wrong.
        check: &'static str,
    },
    /// The pack is older than the pack in use.
    #[error("pack older")]
    PackOlder,
    /// SQLite could not read the pack.
    #[error("pack storage")]
    PackStorage(#[source] rusqlite::Error),
    /// A pack file could not be read or written.
    #[error("pack file")]
    PackFile(#[source] std::io::Error),
    /// The key is not the key of this journal, or is not 32 bytes long.
    #[error("journal key")]
    JournalKey,
    /// A newer program made the journal.
    #[error("journal newer")]
    JournalNewer,
    /// A file in the journal's folder cannot be read or written.
    #[error("journal file")]
    JournalFile(#[source] std::io::Error),
    /// The disk is full.
    #[error("disk full")]
    DiskFull,
    /// Another connection, of this or another process, holds a lock.
    #[error("journal busy")]
    JournalBusy,
    /// The journal is corrupt. The call that returns this has marked the file, so that the next
    /// opening checks it and moves it to quarantine.
    #[error("journal damaged")]
    JournalDamaged,
    /// Any other error of the journal's database.
    #[error("journal storage")]
    JournalStorage(#[source] rusqlite::Error),
    /// No entry, step or own rule has this id.
    #[error("no such row")]
    NoSuchRow,
}

/// Prints the message and the code of the source, never its text: that may quote an SQL statement
/// or a stored value.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PackStorage(e) | Self::JournalStorage(e) => match e.sqlite_error() {
                Some(e) => write!(f, "{self} (SQLite result code {})", e.extended_code),
                None => write!(f, "{self} (no SQLite result code)"),
            },
            Self::PackFile(e) | Self::JournalFile(e) => write!(f, "{self} ({:?})", e.kind()),
            Self::PackSignature
            | Self::PackFormat { .. }
            | Self::PackOlder
            | Self::JournalKey
            | Self::JournalNewer
            | Self::DiskFull
            | Self::JournalBusy
            | Self::JournalDamaged
            | Self::NoSuchRow => write!(f, "{self}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Error;

    #[test]
    fn debug_quotes_no_source() {
        let quoting = "near \"secret\": syntax error".to_owned();
        let sqlite =
            || rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(1), Some(quoting.clone()));
        for (error, printed) in [
            (Error::JournalStorage(sqlite()), "journal storage (SQLite result code 1)"),
            (Error::PackStorage(sqlite()), "pack storage (SQLite result code 1)"),
            (
                Error::JournalStorage(rusqlite::Error::InvalidColumnName("secret".into())),
                "journal storage (no SQLite result code)",
            ),
            (Error::JournalFile(std::io::Error::other("/home/secret")), "journal file (Other)"),
            (Error::PackFormat { check: "schema" }, "pack format: schema"),
        ] {
            assert_eq!(format!("{error:?}"), printed);
        }
    }
}
