//! The door to the sentence behind an error. A flat error crosses as its case alone, and the log may
//! fail to open before there is any [`super::Checker`]: so a shell names the case and asks here.

use crate::error::ApiError;
use crate::report::Language;

/// The cases of [`ApiError`], as plain words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum ErrorKind {
    /// [`ApiError::PackUnusable`].
    PackUnusable,
    /// [`ApiError::PackOlder`].
    PackOlder,
    /// [`ApiError::JournalKeyWrong`].
    JournalKeyWrong,
    /// [`ApiError::JournalNewer`].
    JournalNewer,
    /// [`ApiError::JournalUnavailable`].
    JournalUnavailable,
    /// [`ApiError::DiskFull`].
    DiskFull,
    /// [`ApiError::NoFolder`].
    NoFolder,
    /// [`ApiError::NoSuchEntry`].
    NoSuchEntry,
    /// [`ApiError::Cancelled`].
    Cancelled,
}

/// What is wrong and what the person can do about it, one sentence.
#[uniffi::export]
#[must_use]
pub fn error_sentence(error: ErrorKind, language: Language) -> String {
    let error = match error {
        ErrorKind::PackUnusable => ApiError::PackUnusable,
        ErrorKind::PackOlder => ApiError::PackOlder,
        ErrorKind::JournalKeyWrong => ApiError::JournalKeyWrong,
        ErrorKind::JournalNewer => ApiError::JournalNewer,
        ErrorKind::JournalUnavailable => ApiError::JournalUnavailable,
        ErrorKind::DiskFull => ApiError::DiskFull,
        ErrorKind::NoFolder => ApiError::NoFolder,
        ErrorKind::NoSuchEntry => ApiError::NoSuchEntry,
        ErrorKind::Cancelled => ApiError::Cancelled,
    };
    error.sentence(language).to_owned()
}
