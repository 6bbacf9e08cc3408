//! Errors of the environment: disk, key, rule pack. Untrusted input never causes an error.
//!
//! [`Error`] stays inside and may hold the error of a dependency. [`ApiError`] crosses the API and
//! quotes nothing. `api_errors!` defines its variants once, one for each thing a person can do.

use crate::report::Language;
use yanka_storage::Error as StorageError;

/// An error inside the core. Its source may hold a payload or an SQL statement, so it never leaves
/// the crate.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The pack or the journal failed.
    #[error("storage")]
    Storage(#[from] StorageError),
    /// The stored report of an entry cannot be parsed. The journal itself is intact.
    #[error("entry unreadable")]
    EntryUnreadable,
    /// The evidence does not fit in a ZIP archive.
    #[error("evidence archive")]
    EvidenceArchive,
    /// The call needs a journal, and none is open.
    #[error("no journal")]
    NoJournal,
    /// The call needs a folder, and the caller opened the core without one.
    #[error("no folder")]
    NoFolder,
    /// The person cancelled the check.
    #[error("cancelled")]
    Cancelled,
}

/// Defines [`ApiError`] and [`ErrorKind`] with the same variants, and their words.
///
/// UniFFI has two enums because a flat error crosses the API as its variant alone and cannot be an
/// argument of a function.
macro_rules! api_errors {
    ($($(#[doc = $doc:literal])+ $name:ident($word:literal, $message:literal),)+) => {
        /// An error of the API: what the person can do about it, without any quoted text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
        #[uniffi(flat_error)]
        pub enum ApiError {
            $($(#[doc = $doc])+ #[error($message)] $name,)+
        }

        /// The variants of [`ApiError`] as an argument of
        /// [`error_sentence`](crate::ffi::error_sentence).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
        pub enum ErrorKind {
            $($(#[doc = $doc])+ $name,)+
        }

        impl From<ErrorKind> for ApiError {
            fn from(kind: ErrorKind) -> Self {
                match kind {
                    $(ErrorKind::$name => Self::$name,)+
                }
            }
        }

        impl ApiError {
            /// The word of the error in JSON output, such as `disk-full`.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }
        }
    };
}

api_errors! {
    /// The rule pack was not signed by a trusted key, or is not for this program.
    PackUnusable("pack-unusable", "the rule pack is unusable"),
    /// The rule pack is older than the one in use.
    PackOlder("pack-older", "the rule pack is older than the one in use"),
    /// The journal was encrypted with another key.
    JournalKeyWrong("journal-key-wrong", "the journal was closed with another key"),
    /// A newer program wrote the journal.
    JournalNewer("journal-newer", "the journal needs a newer program"),
    /// The journal is not open, or cannot be read or written now.
    JournalUnavailable("journal-unavailable", "the journal is unavailable"),
    /// The disk is full.
    DiskFull("disk-full", "no room left on the device"),
    /// The core was opened without a folder.
    NoFolder("no-folder", "no folder to keep things in"),
    /// The journal has no entry, step or own rule of that number.
    NoSuchEntry("no-such-entry", "no such entry"),
    /// The check was cancelled.
    Cancelled("cancelled", "stopped"),
}

impl Error {
    /// A record of the pack does not have the fields that its reader expects.
    pub const PACK_FORMAT: Self = Self::Storage(StorageError::PackFormat { check: "record" });
}

impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        match error {
            Error::Storage(error) => Self::from(error),
            Error::EntryUnreadable | Error::NoJournal => Self::JournalUnavailable,
            Error::EvidenceArchive => Self::DiskFull, // it fails by its size alone
            Error::NoFolder => Self::NoFolder,
            Error::Cancelled => Self::Cancelled,
        }
    }
}

impl From<StorageError> for ApiError {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::PackSignature
            | StorageError::PackFormat { .. }
            | StorageError::PackStorage(_)
            | StorageError::PackFile(_) => Self::PackUnusable,
            StorageError::PackOlder => Self::PackOlder,
            StorageError::JournalKey => Self::JournalKeyWrong,
            StorageError::JournalNewer => Self::JournalNewer,
            StorageError::JournalFile(_)
            | StorageError::JournalBusy
            | StorageError::JournalDamaged
            | StorageError::JournalStorage(_) => Self::JournalUnavailable, // its source may hold a payload
            StorageError::DiskFull => Self::DiskFull,
            StorageError::NoSuchRow => Self::NoSuchEntry,
        }
    }
}

impl ApiError {
    /// One sentence for the person: what is wrong and what they can do about it.
    #[must_use]
    pub const fn sentence(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::PackUnusable, Language::En) => {
                "This rule file cannot be trusted. It was not used; the rules in use still work."
            }
            (Self::PackUnusable, Language::ZhHant) => {
                "這個規則檔不可信，沒有使用。原來的規則仍然有效。"
            }
            (Self::PackUnusable, Language::ZhHans) => {
                "这个规则包不可信，没有使用。原来的规则仍然有效。"
            }
            (Self::PackOlder, Language::En) => {
                "This rule file is older than the rules in use. Nothing was changed."
            }
            (Self::PackOlder, Language::ZhHant) => "這個規則檔比現在用的舊，沒有更換。",
            (Self::PackOlder, Language::ZhHans) => "这个规则包比现在用的旧，没有更换。",
            (Self::JournalKeyWrong, Language::En) => {
                "The log was locked with another key. Nothing was changed. Check without a log, or bring the right key."
            }
            (Self::JournalKeyWrong, Language::ZhHant) => {
                "記錄是用另一把鑰匙鎖的，沒有改動。可以不記錄就查驗，或換回原來的鑰匙。"
            }
            (Self::JournalKeyWrong, Language::ZhHans) => {
                "记录是用另一把钥匙锁的，没有改动。可以不记录就查验，或换回原来的钥匙。"
            }
            (Self::JournalNewer, Language::En) => {
                "The log was written by a newer version. Update this program to read it."
            }
            (Self::JournalNewer, Language::ZhHant) => "記錄由更新的版本寫成。請先更新本程式。",
            (Self::JournalNewer, Language::ZhHans) => "记录由更新的版本写成。请先更新本程序。",
            (Self::JournalUnavailable, Language::En) => {
                "The log cannot be opened now. Checking still works without it."
            }
            (Self::JournalUnavailable, Language::ZhHant) => "記錄現在打不開。不記錄也可以查驗。",
            (Self::JournalUnavailable, Language::ZhHans) => "记录现在打不开。不记录也可以查验。",
            (Self::DiskFull, Language::En) => {
                "There is no room left. Free some space and try again."
            }
            (Self::DiskFull, Language::ZhHant) => "儲存空間滿了。請清理後再試。",
            (Self::DiskFull, Language::ZhHans) => "存储空间满了。请清理后再试。",
            (Self::NoFolder, Language::En) => "There is no folder to keep this in.",
            (Self::NoFolder, Language::ZhHant) => "沒有可以存放的資料夾。",
            (Self::NoFolder, Language::ZhHans) => "没有可以存放的文件夹。",
            (Self::NoSuchEntry, Language::En) => "There is no such entry in the log.",
            (Self::NoSuchEntry, Language::ZhHant) => "記錄裡沒有這一條。",
            (Self::NoSuchEntry, Language::ZhHans) => "记录里没有这一条。",
            (Self::Cancelled, Language::En) => "Stopped.",
            (Self::Cancelled, Language::ZhHant | Language::ZhHans) => "已停止。",
        }
    }
}
