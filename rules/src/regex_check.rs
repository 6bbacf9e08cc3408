//! Checks the regular expressions that a source may hold.
//!
//! Matching is linear in the text, but nested counts multiply the size of the compiled program.
//! Rejects expressions that compile to a large program, and unbounded repetitions inside each
//! other, which are also hard to read. Depends on no source.

use regex::RegexBuilder;
use regex_syntax::hir::{Hir, HirKind};

/// Largest compiled program in bytes. Empirical; no measurement recorded.
const MAX_PROGRAM_BYTES: usize = 1 << 20;

/// The code, message and help of a diagnostic about an expression; `None` where it is accepted.
pub(crate) fn problem(expression: &str) -> Option<(&'static str, String, String)> {
    if expression.is_empty() {
        return None;
    }
    let parsed = match regex_syntax::parse(expression) {
        Err(error) => {
            let error = error.to_string();
            let message = error.lines().last().unwrap_or("it cannot be read").to_owned();
            let help =
                "the syntax is that of the Rust crate `regex`: no look-around, no back-references";
            return Some(("bad-form", message, help.to_owned()));
        }
        Ok(parsed) => parsed,
    };
    if has_nested_unbounded_repetition(&parsed, false) {
        let message = "a repetition without end stands inside another".to_owned();
        let help = "give the inner or the outer one a bound, such as {1,20}".to_owned();
        return Some(("runaway-form", message, help));
    }
    RegexBuilder::new(expression).size_limit(MAX_PROGRAM_BYTES).build().err().map(|_| {
        let message = format!("compiled, it is larger than {MAX_PROGRAM_BYTES} bytes");
        ("runaway-form", message, "lower the counts, or split it".to_owned())
    })
}

fn has_nested_unbounded_repetition(hir: &Hir, inside: bool) -> bool {
    match hir.kind() {
        HirKind::Repetition(r) => {
            let unbounded = r.max.is_none();
            (unbounded && inside) || has_nested_unbounded_repetition(&r.sub, inside || unbounded)
        }
        HirKind::Capture(c) => has_nested_unbounded_repetition(&c.sub, inside),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().any(|p| has_nested_unbounded_repetition(p, inside))
        }
        HirKind::Empty | HirKind::Literal(_) | HirKind::Class(_) | HirKind::Look(_) => false,
    }
}
