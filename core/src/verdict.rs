//! Decides the one word shown to the person.
//!
//! Pure: no pack, no clock, no disk. To change how findings combine, edit `of` and the cases in
//! tests/cases/verdicts; nothing else needs to know.

use crate::report::{Opinion, Severity, Verdict};

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

/// A finding's weight after the person's own rule about its link.
///
/// "Fine" quiets a caution and never a danger: scammers coach people to press it. "Bad" changes no
/// weight here; it is a finding of its own.
#[must_use]
pub const fn with_own(severity: Severity, own: Opinion) -> Severity {
    match (own, severity) {
        (Opinion::Fine, Severity::Caution) => Severity::Info,
        (Opinion::Fine | Opinion::Bad, severity) => severity,
    }
}
