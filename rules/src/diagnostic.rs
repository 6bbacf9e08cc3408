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
    ("bad-date", "this is no date"),
    ("bad-domain", "this is no registrable domain"),
    ("bad-form", "this regular expression cannot be used"),
    ("bad-hit", "a rule does not meet its own example"),
    ("bad-id", "this id has a wrong shape"),
    ("bad-list", "this list cannot be used"),
    ("bad-match", "this match cannot be understood"),
    ("bad-miss", "a rule meets what it must miss"),
    ("bad-number", "this is no telephone number"),
    ("bad-sentence", "this sentence is not fit to be shown"),
    ("bad-source", "a source is not named as it must be"),
    ("bad-toml", "this file is no TOML"),
    ("bad-url", "this is no address"),
    ("bad-word", "this word is not one of those known"),
    ("duplicate-id", "this id is taken"),
    ("empty-value", "nothing is written here"),
    ("future-date", "this date lies after the pack's own"),
    ("missing-field", "something is missing"),
    ("missing-hit", "a rule must prove itself"),
    ("missing-miss", "a rule must prove itself"),
    ("missing-provenance", "nobody knows where this comes from"),
    ("runaway-form", "this regular expression can grow without bound"),
    ("shadowed-rule", "another rule hides this one"),
    ("unknown-code", "this code is explained nowhere"),
    ("unknown-field", "this field is not known"),
    ("unknown-kind", "this kind of payload does not exist"),
    ("unknown-platform", "this platform is not defined"),
    ("unknown-publisher", "this publisher is not defined"),
    ("unknown-signal", "this signal is never made"),
    ("unknown-table", "this sort of entry is not known"),
    ("used-again", "an id that was withdrawn is used again"),
    ("wrong-type", "this is of the wrong type"),
];

fn title(code: &str) -> &'static str {
    CODES.iter().find(|(known, _)| *known == code).map_or("this source is wrong", |(_, t)| t)
}
