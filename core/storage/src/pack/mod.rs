//! The rule pack: a read-only SQLite database of rules and facts.
//!
//! Decides which pack is used, the embedded or the installed one, and answers look-ups through
//! indexes; loads nothing into memory. Does not interpret what it finds and never writes to a pack.
//!
//! `format`, `open` and `validate` decide what a pack is; `archive`, `key` and `install` bring a new
//! one; `rules`, `facts`, `hotlines` and `brands` are the look-ups.

mod archive;
mod brands;
mod columns;
mod facts;
mod format;
mod handle;
mod hotlines;
mod install;
mod key;
mod open;
mod records;
mod rules;
mod validate;

pub use archive::{DATABASE_NAME, SIGNATURE_NAME};
pub use format::{APPLICATION_ID, FORMAT, Metadata, SCHEMA};
pub use handle::Pack;
pub use key::{TrustedKey, trusted_key};
pub use records::{
    Brand, BrandDomain, ByOrigin, Domain, Hotline, NumberForm, PayloadKind, Platform, Provenance,
    Record, Rule, Sentence,
};
