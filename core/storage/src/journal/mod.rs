//! The private log and the person's own rules, in one encrypted file.
//!
//! Stores entries, settings, time lines and own rules. Depends on no rule pack and no verdict
//! logic; the caller redacts entries before they are stored. Every change is one transaction: once
//! acknowledged, it is on the disk. No content reaches a trace, an error message or a file name.
//!
//! `open`, `connect`, `files` and `key_check` open the file; `quarantine` and `salvage` handle a
//! damaged one; `schema` and `settings` are as named; `write`, `read`, `search`, `delete` and
//! `timeline` handle entries; `own_rules` the person's rules.

mod connect;
mod delete;
mod errors;
mod files;
mod handle;
mod key_check;
mod open;
mod own_rules;
mod quarantine;
mod read;
mod records;
mod rows;
mod salvage;
mod schema;
mod search;
mod settings;
mod text_fold;
mod timeline;
mod write;

pub use handle::Journal;
pub use open::Opened;
pub use records::{
    Erased, LogFilter, LogLine, Original, OwnRule, SetAside, StoredEntry, TimelineStep,
};
pub use write::{NewEntry, sha256};
