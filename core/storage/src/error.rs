//! The errors of the rule pack and the log. Only the disk, the key or a file can cause one.

/// An error of the pack or the log. Never shown to a person: the source of an error may quote an
/// SQL statement or a stored value.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The signature does not match the pack, or an untrusted key made it.
    #[error("pack signature")]
    PackSignature,
    /// The file is not a pack of a format that this program reads.
    #[error("pack format")]
    PackFormat,
    /// The pack is older than the pack in use.
    #[error("pack older")]
    PackOlder,
    /// SQLite could not read the pack.
    #[error("pack storage")]
    PackStorage(#[source] rusqlite::Error),
    /// A pack file could not be read or written.
    #[error("pack file")]
    PackFile(#[source] std::io::Error),
    /// The key is not the key of this journal.
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
    /// Another process holds the lock of the journal.
    #[error("journal busy")]
    JournalBusy,
    /// The journal is corrupt: the next opening checks it and moves it to quarantine.
    #[error("journal damaged")]
    JournalDamaged,
    /// Any other error of the journal's database.
    #[error("journal storage")]
    JournalStorage(#[source] rusqlite::Error),
    /// No row has this id.
    #[error("no such entry")]
    NoEntry,
}
