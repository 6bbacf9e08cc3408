//! What every check needs: the sources, and where diagnostics go. Decides nothing.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::source::Sources;

/// The sources and the diagnostics so far; each file of this folder adds its checks to it.
pub(super) struct Checker<'a> {
    pub sources: &'a Sources,
    pub diagnostics: &'a mut Vec<Diagnostic>,
}

impl Checker<'_> {
    pub fn report(
        &mut self,
        code: &'static str,
        file: usize,
        span: &Range<usize>,
        message: String,
        help: impl Into<String>,
    ) {
        let (span, help) = (span.clone(), help.into());
        self.diagnostics.push(Diagnostic { code, file, span, message, help });
    }
}
