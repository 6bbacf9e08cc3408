//! The rule compiler: TOML sources in, a signed SQLite rule pack out.
//!
//! Decides whether the sources may be shipped. What the rules mean for a person is decided in the
//! core, whose matcher is also what every rule's examples are tried on.

pub mod check;
pub mod diagnostic;
pub mod emit;
mod fields;
pub mod hant;
mod json;
pub mod lists;
mod matching;
pub mod read;
mod runaway;
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
    check::check(&sources, &mut found);
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
