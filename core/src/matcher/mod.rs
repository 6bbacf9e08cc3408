//! Facts and rules in, hits out: which rule met the subject, and where.
//!
//! Decides nothing beyond that: how hits combine is the verdict's business. Knows no platform and
//! no sentence; both are in the pack.

mod texts;

pub use texts::Texts;

use crate::error::Error;
use crate::link::Facts;
use crate::pack::{Pack, Rule};
use crate::payload::Kind;
use crate::report::{Origin, Severity, Subject};
use yanka_types::Span;

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
    /// Id of the platform that it is about: the owner of a host, or the brand that is imitated.
    pub platform: Option<String>,
}

/// Rules about a kind of payload, named by its word.
///
/// # Errors
/// If the pack cannot be read.
pub fn payload(
    pack: &Pack,
    kind: &str,
    subject: Subject,
    span: Option<Span>,
    origin: Origin,
) -> Result<Vec<Hit>, Error> {
    Ok(hits(pack.rules_for_payload(kind)?, subject, span, origin))
}

/// Rules about one observed fact, named by its code.
///
/// # Errors
/// If the pack cannot be read.
pub fn signal(
    pack: &Pack,
    code: &str,
    subject: Subject,
    span: Option<Span>,
    origin: Origin,
) -> Result<Vec<Hit>, Error> {
    Ok(hits(pack.rules_for_signal(code)?, subject, span, origin))
}

/// Rules about one telephone number, digits only.
///
/// # Errors
/// If the pack cannot be read.
pub fn number(
    pack: &Pack,
    digits: &str,
    subject: Subject,
    span: Option<Span>,
    origin: Origin,
) -> Result<Vec<Hit>, Error> {
    Ok(hits(pack.rules_for_number(digits)?, subject, span, origin))
}

/// Rules about one link: its kind, its signals, its host and its address. Links inside it are the
/// caller's to ask about.
///
/// # Errors
/// If the pack cannot be read.
pub fn link(
    pack: &Pack,
    facts: &Facts,
    subject: Subject,
    origin: Origin,
) -> Result<Vec<Hit>, Error> {
    let mut observed = Vec::new();
    for sign in &facts.signals {
        for mut hit in signal(pack, sign.code, subject, Some(sign.span), origin)? {
            hit.platform = sign.about.clone();
            observed.push(hit);
        }
    }
    let mut found = by_use(pack, facts, subject, origin)?;
    if facts.kind == Kind::DisguisedSite {
        // The signals say the same with the very place; the kind speaks only where it says more.
        found.retain(|general| observed.iter().all(|o| o.severity < general.severity));
    }
    let mut named = facts.host.as_deref().map_or(Ok(Vec::new()), |h| pack.rules_for_host(h))?;
    named.extend(pack.rules_for_url(&facts.canonical)?);
    let place = facts.registrable_span.or(Some(facts.span));
    found.extend(hits(named, subject, place, origin));
    found.extend(observed);
    for hit in &mut found {
        hit.platform =
            hit.platform.take().or_else(|| facts.owner.as_ref().map(|o| o.platform.clone()));
    }
    Ok(found)
}

/// What the link is used for: by its kind, or, where no kind names it, by whose host it is on.
fn by_use(pack: &Pack, facts: &Facts, subject: Subject, origin: Origin) -> Result<Vec<Hit>, Error> {
    let span = Some(facts.span);
    match (&facts.owner, facts.kind) {
        (Some(owner), Kind::OwnedSite | Kind::UnknownSite | Kind::UnknownHttpSite) => {
            let mut hits = signal(pack, &format!("host.{}", owner.role), subject, span, origin)?;
            if !owner.confirmed {
                // An unconfirmed owner cannot reassure; its warnings stay.
                hits.retain(|hit| hit.severity > Severity::Info);
                hits.extend(signal(pack, "host.unconfirmed", subject, span, origin)?);
            }
            Ok(hits)
        }
        (_, kind) => payload(pack, kind.word(), subject, span, origin),
    }
}

fn hits(rules: Vec<Rule>, subject: Subject, span: Option<Span>, origin: Origin) -> Vec<Hit> {
    let hit = |rule: Rule| Hit {
        severity: rule.severity_for(origin),
        rule,
        subject,
        span,
        platform: None,
    };
    rules.into_iter().map(hit).collect()
}
