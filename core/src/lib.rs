//! Yanka's shared core: what a code or a message would do to a person, and what to do instead.
//!
//! Data goes one way: bytes → facts → findings → verdict → advice → report → journal.
//! ARCHITECTURE.md has the picture and what each room may not know.

uniffi::setup_scaffolding!();

pub mod advice;
pub mod check;
pub mod error;
pub mod evidence;
pub mod ffi;
pub mod journal;
pub mod link;
pub mod mask;
pub mod matcher;
pub mod number;
pub mod pack;
pub mod payload;
pub mod photo;
pub mod report;
pub mod span;
mod sqlite;
pub mod text;
pub mod verdict;
mod words;
