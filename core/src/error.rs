//! What can go wrong around a check: disk, key, pack. Never what untrusted input contains.
//!
//! Two errors and one conversion: `Error` inside may hold a dependency's text, `ApiError` outside
//! quotes nothing. One outer variant for each thing that a person can do about it.

use crate::report::Language;
use yanka_storage::Error as StorageError;

/// Inside the core. Its text may hold a payload or a statement: it never leaves the crate.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The pack or the log failed.
    #[error("storage")]
    Storage(#[from] StorageError),
    /// The caller asked for a log and gave none.
    #[error("no journal")]
    NoJournal,
    /// The caller named no folder to keep things in.
    #[error("no folder")]
    NoFolder,
    /// The person stopped the check.
    #[error("cancelled")]
    Cancelled,
}

/// What a shell sees: which of the things that a person can do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum ApiError {
    /// The rule pack was not made by a trusted key, or not for this program.
    #[error("the rule pack is unusable")]
    PackUnusable,
    /// The rule pack is older than the one in use.
    #[error("the rule pack is older than the one in use")]
    PackOlder,
    /// The journal belongs to another key.
    #[error("the journal was closed with another key")]
    JournalKeyWrong,
    /// The journal was written by a newer program.
    #[error("the journal needs a newer program")]
    JournalNewer,
    /// The journal cannot be read or written now.
    #[error("the journal is unavailable")]
    JournalUnavailable,
    /// There is no room left.
    #[error("no room left on the device")]
    DiskFull,
    /// No folder was named to keep things in.
    #[error("no folder to keep things in")]
    NoFolder,
    /// There is no such entry.
    #[error("no such entry")]
    NoSuchEntry,
    /// The check was stopped.
    #[error("stopped")]
    Cancelled,
}

impl Error {
    /// A record of the pack is not of the shape that its reader expects.
    pub const PACK_FORMAT: Self = Self::Storage(StorageError::PackFormat);
}

impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        match error {
            Error::Storage(error) => Self::from(error),
            Error::NoJournal => Self::JournalUnavailable,
            Error::NoFolder => Self::NoFolder,
            Error::Cancelled => Self::Cancelled,
        }
    }
}

impl From<StorageError> for ApiError {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::PackSignature
            | StorageError::PackFormat
            | StorageError::PackStorage(_)
            | StorageError::PackFile(_) => Self::PackUnusable,
            StorageError::PackOlder => Self::PackOlder,
            StorageError::JournalKey => Self::JournalKeyWrong,
            StorageError::JournalNewer => Self::JournalNewer,
            StorageError::JournalFile(_)
            | StorageError::JournalBusy
            | StorageError::JournalDamaged
            | StorageError::JournalStorage(_) => Self::JournalUnavailable, // its text may hold a payload
            StorageError::DiskFull => Self::DiskFull,
            StorageError::NoEntry => Self::NoSuchEntry,
        }
    }
}

impl ApiError {
    /// One sentence for the person: what is wrong and what to do about it.
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
