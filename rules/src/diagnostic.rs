//! Diagnostics for rule authors: a code, a span, what is wrong and how to fix it.
//!
//! Decides only how a diagnostic is rendered. Depends on no check.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// One file of the rule sources.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path relative to the sources' folder, separated by `/`.
    pub name: String,
    /// Its content.
    pub text: String,
}

/// One mistake in the sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which mistake it is, one of [`CODES`]; never renamed.
    pub code: &'static str,
    /// Index of the file in the sources.
    pub file: usize,
    /// Bytes of the file that the message is about.
    pub span: Range<usize>,
    /// What is wrong there.
    pub message: String,
    /// How to fix it.
    pub help: String,
}

/// Renders all diagnostics as text without colours, sorted by file and position.
#[must_use]
pub fn render(files: &[SourceFile], diagnostics: &[Diagnostic]) -> String {
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by_key(|d| (d.file, d.span.start, d.code));
    let mut out = String::new();
    for diagnostic in sorted {
        out.push_str(&render_one(files, diagnostic));
        out.push_str("\n\n");
    }
    out
}

fn render_one(files: &[SourceFile], diagnostic: &Diagnostic) -> String {
    let empty = SourceFile { name: String::new(), text: String::new() };
    let file = files.get(diagnostic.file).unwrap_or(&empty);
    let span = clamp(&file.text, &diagnostic.span);
    let snippet = Snippet::source(&file.text)
        .path(&file.name)
        .annotation(AnnotationKind::Primary.span(span).label(&diagnostic.message));
    let group = Level::ERROR
        .primary_title(title(diagnostic.code))
        .id(diagnostic.code)
        .element(snippet)
        .element(Level::HELP.message(&diagnostic.help));
    Renderer::plain().render(&[group])
}

/// `span` clamped to `text` and extended to character boundaries.
fn clamp(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let end = text.ceil_char_boundary(span.end.clamp(start, text.len()));
    start..end
}

/// Every diagnostic code with its title.
pub const CODES: &[(&str, &str)] = &[
    ("bad-date", "not a date"),
    ("bad-domain", "not a registrable domain"),
    ("bad-form", "invalid regular expression"),
    ("bad-hit", "the rule does not match its own example"),
    ("bad-id", "invalid id"),
    ("bad-list", "invalid host list"),
    ("bad-match", "invalid match condition"),
    ("bad-miss", "the rule matches an example that it must not match"),
    ("bad-number", "not a telephone number"),
    ("bad-record", "invalid record"),
    ("bad-sentence", "this sentence must not be shown"),
    ("bad-source", "invalid source"),
    ("bad-toml", "invalid TOML"),
    ("bad-url", "not a URL"),
    ("bad-word", "unknown value"),
    ("duplicate-id", "duplicate id"),
    ("duplicate-number", "another entry has this number"),
    ("empty-value", "empty value"),
    ("future-date", "the date is later than the pack's date"),
    ("missing-field", "missing field"),
    ("missing-hit", "the rule has no matching example"),
    ("missing-miss", "the rule has no example that it must not match"),
    ("missing-provenance", "missing provenance"),
    ("runaway-form", "unbounded repetition in a regular expression"),
    ("shadowed-rule", "another rule makes this one redundant"),
    ("unknown-code", "undefined finding code"),
    ("unknown-field", "unknown field"),
    ("unknown-frame", "undefined frame"),
    ("unknown-hotline", "undefined hotline"),
    ("unknown-kind", "unknown payload kind"),
    ("unknown-platform", "undefined platform"),
    ("unknown-publisher", "undefined publisher"),
    ("unknown-request", "unknown request"),
    ("unknown-rule", "undefined rule"),
    ("unknown-signal", "unknown signal"),
    ("unknown-table", "unknown kind of entry"),
    ("used-again", "the id of a withdrawn rule is used again"),
    ("wrong-type", "wrong type"),
];

fn title(code: &str) -> &'static str {
    CODES.iter().find(|(known, _)| *known == code).map_or("this source is wrong", |(_, t)| t)
}
