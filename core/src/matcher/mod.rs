//! Facts and rules in, hits out: which rule met the subject, and where.
//!
//! Decides nothing beyond that: how hits combine is the verdict's business. Knows no platform and
//! no sentence; both are in the pack.

pub mod frames;

use crate::error::Error;
use crate::pack::{Pack, Rule};
use crate::report::{Origin, Severity, Subject};
use crate::span::Span;

/// One rule that met a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The rule.
    pub rule: Rule,
    /// What it met.
    pub subject: Subject,
    /// Where in the subject's text, in bytes; `None` where it speaks of the whole.
    pub span: Option<Span>,
    /// What the rule weighs for a subject of this origin.
    pub severity: Severity,
}

/// Rules about a kind of payload, named by its word.
///
/// # Errors
/// If the pack cannot be read.
pub fn payload(
    pack: &Pack,
    kind: &str,
    subject: Subject,
    origin: Origin,
) -> Result<Vec<Hit>, Error> {
    Ok(hits(pack.rules_for_payload(kind)?, subject, None, origin))
}

/// Rules about one observed fact, named by its code, at `span`.
///
/// # Errors
/// If the pack cannot be read.
pub fn signal(
    pack: &Pack,
    code: &str,
    span: Option<Span>,
    subject: Subject,
    origin: Origin,
) -> Result<Vec<Hit>, Error> {
    Ok(hits(pack.rules_for_signal(code)?, subject, span, origin))
}

fn hits(rules: Vec<Rule>, subject: Subject, span: Option<Span>, origin: Origin) -> Vec<Hit> {
    let hit = |rule: Rule| Hit { severity: rule.severity_for(origin), rule, subject, span };
    rules.into_iter().map(hit).collect()
}
