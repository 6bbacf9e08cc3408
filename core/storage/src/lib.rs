//! The signed rule pack and the encrypted log: the only user of SQLite under core.
//!
//! Stores records and answers look-ups. Depends on no report, no advice and no meaning of a rule.

mod columns;
mod error;
pub mod journal;
pub mod pack;
mod sqlite;

pub use error::Error;
