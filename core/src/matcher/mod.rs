//! Matches facts against the rules of the pack: facts and rules in, matches with spans out.
//!
//! Does not combine matches; verdict.rs does. Holds no platform and no sentence; the pack does.

mod judgement;
mod learned;
mod read_text;
mod rule_match;
mod text_rules;

pub use judgement::{Evidence, Judgement};
pub use learned::{LearnedText, SIGNALS as LEARNED_SIGNALS, ScoreReasons, Weighed};
pub use read_text::{ReadText, Resemblance};
pub use rule_match::RuleMatch;
pub use text_rules::TextRules;

use crate::error::Error;
use crate::link::Facts;
use crate::pack::{Pack, Rule};
use crate::payload::Kind;
use crate::report::{Origin, Severity, Subject};
use yanka_types::Span;

/// The rules about a payload kind, given by its word, such as `wechat-contact`.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn payload(
    pack: &Pack,
    kind: &str,
    subject: Subject,
    span: Option<Span>,
    origin: Origin,
) -> Result<Vec<RuleMatch>, Error> {
    Ok(to_matches(pack.rules_for_payload(kind)?, subject, span, origin))
}

/// The rules about a signal, given by its code, such as `photo.round-douyin`.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn signal(
    pack: &Pack,
    code: &str,
    subject: Subject,
    span: Option<Span>,
    origin: Origin,
) -> Result<Vec<RuleMatch>, Error> {
    Ok(to_matches(pack.rules_for_signal(code)?, subject, span, origin))
}

/// The rules about a telephone number, given as digits without separators.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn number(
    pack: &Pack,
    digits: &str,
    subject: Subject,
    span: Option<Span>,
    origin: Origin,
) -> Result<Vec<RuleMatch>, Error> {
    Ok(to_matches(pack.rules_for_number(digits)?, subject, span, origin))
}

/// The rules about one link: about its kind, its signals, its host and its address. Links inside it
/// are not included.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn link(
    pack: &Pack,
    facts: &Facts,
    subject: Subject,
    origin: Origin,
) -> Result<Vec<RuleMatch>, Error> {
    let mut by_signal = Vec::new();
    for observed in &facts.signals {
        for mut found in signal(pack, observed.code, subject, Some(observed.span), origin)? {
            found.platform = observed.about.clone();
            by_signal.push(found);
        }
    }
    let mut matches = by_kind_or_owner(pack, facts, subject, origin)?;
    if facts.kind == Kind::DisguisedSite {
        // The signals state the same with an exact span, so a match of the kind stays only if it is
        // more severe than all of them.
        matches.retain(|general| by_signal.iter().all(|s| s.severity < general.severity));
    }
    let mut rules = facts.host.as_deref().map_or(Ok(Vec::new()), |h| pack.rules_for_host(h))?;
    rules.extend(pack.rules_for_url(&facts.canonical)?);
    let host_span = facts.registrable_span.or(Some(facts.span));
    matches.extend(to_matches(rules, subject, host_span, origin));
    matches.extend(by_signal);
    for found in &mut matches {
        found.platform =
            found.platform.take().or_else(|| facts.owner.as_ref().map(|o| o.platform.clone()));
    }
    Ok(matches)
}

/// The rules about what the link is used for: about the owner of its host if the kind is just a web
/// site, else about its kind.
fn by_kind_or_owner(
    pack: &Pack,
    facts: &Facts,
    subject: Subject,
    origin: Origin,
) -> Result<Vec<RuleMatch>, Error> {
    let span = Some(facts.span);
    match (&facts.owner, facts.kind) {
        (Some(owner), Kind::OwnedSite | Kind::UnknownSite | Kind::UnknownHttpSite) => {
            let mut matches = signal(pack, &format!("host.{}", owner.role), subject, span, origin)?;
            if !owner.confirmed {
                // An unconfirmed owner cannot reassure; its warnings stay.
                matches.retain(|m| m.severity > Severity::Info);
                matches.extend(signal(pack, "host.unconfirmed", subject, span, origin)?);
            }
            Ok(matches)
        }
        (_, kind) => payload(pack, kind.word(), subject, span, origin),
    }
}

fn to_matches(
    rules: Vec<Rule>,
    subject: Subject,
    span: Option<Span>,
    origin: Origin,
) -> Vec<RuleMatch> {
    let rule_match = |rule: Rule| RuleMatch {
        severity: rule.severity_for(origin),
        rule,
        subject,
        spans: span.into_iter().collect(),
        platform: None,
    };
    rules.into_iter().map(rule_match).collect()
}
