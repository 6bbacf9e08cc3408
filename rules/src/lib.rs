//! The rule compiler: TOML sources in, a signed SQLite rule pack out.
//!
//! Decides whether the sources may be shipped. What the rules mean for a person is decided in the
//! core, whose matcher is also what every rule's examples are tried on.

pub mod diagnostic;
pub mod emit;
mod fields;
pub mod hant;
mod json;
pub mod lists;
mod matching;
pub mod read;
pub mod source;
pub mod tree;
