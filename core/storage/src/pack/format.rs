//! What makes a SQLite file a rule pack: application id, format version, tables, metadata.
//!
//! Depends on pack.sql only. The rule compiler writes packs from these constants.

/// Version of the format of a pack. The procedure to raise it is at the top of pack.sql.
pub const FORMAT: u32 = 2;

/// `PRAGMA application_id` of a rule pack: `yank` in ASCII.
pub const APPLICATION_ID: i32 = 0x7961_6e6b;

/// The tables of a pack.
pub const SCHEMA: &str = include_str!("pack.sql");

/// The largest single value that a pack may hold, in bytes. Empirical; no measurement recorded.
pub(super) const MAX_VALUE_BYTES: i32 = 1 << 20;

/// What a pack states about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metadata {
    /// Content version; only rises.
    pub version: u32,
    /// Date of the content, `YYYY-MM-DD`.
    pub date: String,
    /// Count of active rules.
    pub rules: u32,
}
