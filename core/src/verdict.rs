//! Decides the one word shown to the person.
//!
//! Pure: no pack, no clock, no disk. To change how findings combine, edit `of` and the cases in
//! tests/cases/verdicts; nothing else needs to know.

use crate::report::{Severity, Verdict};

/// The gravest finding decides; without any, what was read decides.
///
/// `anything_read` is false only for a photo that gave no payload. An `info` finding is worth
/// showing and weighs nothing, but it does mean that the photo was not unreadable.
#[must_use]
pub fn of(findings: impl IntoIterator<Item = Severity>, anything_read: bool) -> Verdict {
    match findings.into_iter().max() {
        Some(Severity::Danger) => Verdict::Danger,
        Some(Severity::Caution) => Verdict::Caution,
        Some(Severity::Info) => Verdict::NothingFound,
        None if anything_read => Verdict::NothingFound,
        None => Verdict::Unreadable,
    }
}

/// What the person said about a link themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// "This one is fine."
    Fine,
    /// "This one is bad."
    Bad,
}

/// A finding's weight after the person's own rule.
///
/// "Fine" quiets a caution and never a danger: scammers coach people to press it.
#[must_use]
pub fn with_own(severity: Severity, own: Option<Own>) -> Severity {
    match (own, severity) {
        (Some(Own::Fine), Severity::Caution) => Severity::Info,
        (Some(Own::Bad), Severity::Info) => Severity::Caution,
        (_, severity) => severity,
    }
}
