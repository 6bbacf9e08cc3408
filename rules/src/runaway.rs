//! Regular expressions that a source may hold.
//!
//! The engine is linear in the text, so what can run away is the compiled program: a count inside a
//! count multiplies. Refused: what does not compile within a small size, and counts without bound
//! inside each other, which nobody can read either.

use regex::RegexBuilder;
use regex_syntax::hir::{Hir, HirKind};

/// Bytes of a compiled expression.
const LARGEST: usize = 1 << 20;

/// What speaks against an expression: code, what is wrong, how to mend it.
pub(crate) fn against(form: &str) -> Option<(&'static str, String, String)> {
    if form.is_empty() {
        return None;
    }
    let parsed = match regex_syntax::parse(form) {
        Err(error) => {
            let first = error.to_string();
            let said = first.lines().last().unwrap_or("it cannot be read").to_owned();
            let mend =
                "the syntax is that of the Rust crate `regex`: no look-around, no back-references";
            return Some(("bad-form", said, mend.to_owned()));
        }
        Ok(parsed) => parsed,
    };
    if nested(&parsed, false) {
        let wrong = "a repetition without end stands inside another".to_owned();
        let mend = "give the inner or the outer one a bound, such as {1,20}".to_owned();
        return Some(("runaway-form", wrong, mend));
    }
    RegexBuilder::new(form).size_limit(LARGEST).build().err().map(|_| {
        let wrong = format!("compiled, it is larger than {LARGEST} bytes");
        ("runaway-form", wrong, "lower the counts, or split it".to_owned())
    })
}

fn nested(hir: &Hir, inside: bool) -> bool {
    match hir.kind() {
        HirKind::Repetition(r) => {
            let endless = r.max.is_none();
            (endless && inside) || nested(&r.sub, inside || endless)
        }
        HirKind::Capture(c) => nested(&c.sub, inside),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().any(|p| nested(p, inside))
        }
        HirKind::Empty | HirKind::Literal(_) | HirKind::Class(_) | HirKind::Look(_) => false,
    }
}
