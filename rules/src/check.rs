//! Checks whether entries fit each other and may be shown to people.
//!
//! Decides what a single entry cannot show: duplicate ids, references to other entries, dates, and
//! rules that hide each other. `examples` tries the rules on their examples.

mod context;
mod frames;
mod host_lists;
mod ids;
mod judgement;
mod numbers;
mod references;
mod rules;
mod shadowing;
mod values;

use crate::diagnostic::Diagnostic;
use crate::host_lists::HostLists;
use crate::source::Sources;
use context::Checker;

/// Adds a diagnostic for every mistake in the sources and in the `lists` that they name.
pub fn check(sources: &Sources, lists: &dyn HostLists, diagnostics: &mut Vec<Diagnostic>) {
    let mut checker = Checker { sources, diagnostics };
    checker.ids();
    checker.provenances();
    checker.references();
    checker.sentences();
    checker.values();
    checker.numbers();
    checker.rules();
    checker.shadowing();
    checker.host_lists(lists);
    if let Some(lexicon) = checker.lexicon() {
        checker.frames(&lexicon);
        checker.judgement(&lexicon);
    }
}
