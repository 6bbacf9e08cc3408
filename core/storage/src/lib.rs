//! The rule pack and the encrypted log: the only user of SQLite under core.
//!
//! Stores and answers look-ups; knows no rule's meaning, no report and no advice.

mod error;
pub mod journal;
pub mod pack;
mod sqlite;

pub use error::Error;
