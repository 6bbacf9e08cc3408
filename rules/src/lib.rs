//! The rule compiler: compiles TOML sources to a signed SQLite rule pack.
//!
//! Decides whether the sources are valid. Does not decide what a rule means for a person: the core
//! does, and its matcher is what every rule's examples are tried on.

pub mod check;
pub mod corpus;
pub mod diagnostic;
pub mod diff;
pub mod emit;
pub mod examples;
pub mod explain;
pub mod fact_coverage;
mod fields;
pub mod host_lists;
pub mod import;
mod json;
pub mod pack_tables;
pub mod pack_text;
pub mod parse;
mod regex_check;
pub mod sign;
pub mod source;
pub mod source_files;
mod spelling;
pub mod traditional;
pub mod train;
mod vocabulary;

use diagnostic::{Diagnostic, SourceFile};
use host_lists::HostLists;
use source::Sources;
use train::stored::StoredModel;

/// Compiles the sources with the text model; returns them parsed, and the bytes of the pack.
///
/// # Errors
/// Every diagnostic of the sources, or what kept the pack from being written.
pub fn compile(
    files: &[SourceFile],
    lists: &dyn HostLists,
    model: &StoredModel,
) -> Result<(Sources, Vec<u8>), CompileError> {
    let (sources, mut diagnostics) = parse::parse(files);
    check::check(&sources, lists, &mut diagnostics);
    if !diagnostics.is_empty() {
        return Err(CompileError::Invalid(diagnostics));
    }
    let pack = emit::emit(&sources, lists, model)?;
    examples::check_examples(&sources, &pack, &mut diagnostics)?;
    if !diagnostics.is_empty() {
        return Err(CompileError::Invalid(diagnostics));
    }
    Ok((sources, pack))
}

/// Why there is no pack.
#[derive(Debug, thiserror::Error)]
pub enum CompileError {
    /// The sources are invalid.
    #[error("the sources are wrong")]
    Invalid(Vec<Diagnostic>),
    /// The pack could not be written.
    #[error(transparent)]
    Emit(#[from] emit::EmitError),
    /// The core cannot read the pack that was written.
    #[error("the core cannot read the pack: {0}")]
    Unreadable(#[from] yanka::error::Error),
}
