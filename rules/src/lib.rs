//! The rule compiler: TOML sources in, a signed SQLite rule pack out.
//!
//! Decides whether the sources may be shipped. What the rules mean for a person is decided in the
//! core, whose matcher is also what every rule's examples are tried on.

pub mod account;
pub mod check;
pub mod diagnostic;
pub mod diff;
pub mod emit;
pub mod explain;
mod fields;
pub mod hant;
pub mod import;
mod json;
pub mod lists;
mod matching;
pub mod read;
pub mod rows;
mod runaway;
pub mod sign;
pub mod source;
pub mod tree;
pub mod trial;

use diagnostic::{Diagnostic, SourceFile};
use lists::HostLists;
use source::Sources;

/// Everything there is to say against the sources, and the pack they make if there is nothing.
///
/// # Errors
/// The diagnostics, or what kept the pack from being written.
pub fn compile(files: &[SourceFile], lists: &dyn HostLists) -> Result<(Sources, Vec<u8>), Refused> {
    let (sources, mut found) = read::read(files);
    check::check(&sources, lists, &mut found);
    if !found.is_empty() {
        return Err(Refused::Wrong(found));
    }
    let pack = emit::emit(&sources, lists)?;
    trial::run(&sources, &pack, &mut found);
    if !found.is_empty() {
        return Err(Refused::Wrong(found));
    }
    Ok((sources, pack))
}

/// Why there is no pack.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The sources are wrong.
    #[error("the sources are wrong")]
    Wrong(Vec<Diagnostic>),
    /// The pack could not be written.
    #[error(transparent)]
    Emit(#[from] emit::EmitError),
}
