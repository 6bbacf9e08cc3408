//! What can go wrong with the rule pack and the log: disk, key, file.

/// A fault of the pack or the log. Its text may quote a statement or a stored value: it is never shown.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The signature does not fit the pack, or another key made it.
    #[error("pack signature")]
    PackSignature,
    /// Not a pack of a format that this program knows.
    #[error("pack format")]
    PackFormat,
    /// The pack is older than the one in use.
    #[error("pack older")]
    PackOlder,
    /// The pack could not be read or swapped in.
    #[error("pack storage")]
    PackStorage(#[source] rusqlite::Error),
    /// A file of the pack could not be read or written.
    #[error("pack file")]
    PackFile(#[source] std::io::Error),
    /// The key is not the journal's key.
    #[error("journal key")]
    JournalKey,
    /// The journal was made by a newer program.
    #[error("journal newer")]
    JournalNewer,
    /// The journal's folder cannot be written.
    #[error("journal file")]
    JournalFile(#[source] std::io::Error),
    /// The disk is full.
    #[error("disk full")]
    DiskFull,
    /// Another process holds the journal.
    #[error("journal busy")]
    JournalBusy,
    /// The journal is not what was written: the next opening sets it aside.
    #[error("journal damaged")]
    JournalDamaged,
    /// Any other fault of the journal's database.
    #[error("journal storage")]
    JournalStorage(#[source] rusqlite::Error),
    /// No entry of that number.
    #[error("no such entry")]
    NoEntry,
}
