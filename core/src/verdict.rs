//! Decides the one word shown to the person.
//!
//! Pure: no pack, no clock, no disk. To change how findings combine, edit `combine` and the cases in
//! tests/cases/verdicts; nothing else needs to know.

use crate::report::{Opinion, Severity, Verdict};

/// Combines the severities of all findings: the most severe decides. Without a finding,
/// `anything_read` decides.
///
/// `anything_read` is false only for a photo without a decoded payload. An `info` finding does not
/// raise the verdict, but it shows that the photo was readable.
#[must_use]
pub fn combine(findings: impl IntoIterator<Item = Severity>, anything_read: bool) -> Verdict {
    match findings.into_iter().max() {
        Some(Severity::Danger) => Verdict::Danger,
        Some(Severity::Caution) => Verdict::Caution,
        Some(Severity::Info) => Verdict::NothingFound,
        None if anything_read => Verdict::NothingFound,
        None => Verdict::Unreadable,
    }
}

/// The severity of a finding about a link after the person's own rule for that link.
///
/// `Fine` lowers a caution to `info` and never touches a danger: scammers coach people to press it.
/// `Bad` changes no severity here; it becomes a finding of its own.
#[must_use]
pub const fn apply_opinion(severity: Severity, opinion: Opinion) -> Severity {
    match (opinion, severity) {
        (Opinion::Fine, Severity::Caution) => Severity::Info,
        (Opinion::Fine | Opinion::Bad, severity) => severity,
    }
}
