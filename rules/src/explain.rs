//! Explains one rule for a person: what it matches, its severity, its sentences and its source.
//!
//! Decides only the wording.

use std::fmt::Write;

use crate::source::{Entry, Located, Match, Rule, Sources};
use crate::spelling::nearest;
use crate::vocabulary::ORIGINS;

/// The rule with this id, in words.
///
/// # Errors
/// Where there is no such rule: a sentence that suggests the nearest id.
pub fn explain(sources: &Sources, id: &str) -> Result<String, String> {
    let Some(rule) = sources.rules.iter().find(|r| r.id.value == id) else {
        let ids: Vec<&str> = sources.rules.iter().map(|r| r.id.value.as_str()).collect();
        let hint = nearest(id, &ids).map_or(String::new(), |n| format!("; did you mean `{n}`?"));
        return Err(format!("there is no rule `{id}`{hint}\n"));
    };
    let mut out = String::new();
    let status = if rule.body.active { "active" } else { "withdrawn" };
    let _ = writeln!(out, "{id} ({status}) makes the finding {}", rule.body.code.value);
    let _ = writeln!(out, "  meets   {}", matches(&rule.body.matches));
    let _ = writeln!(out, "  weighs  {}", severities(&rule.body));
    let _ = writeln!(out, "  says    {}\n          {}", rule.body.why.zh, rule.body.why.en);
    let _ = writeln!(out, "  source  {}", provenance(sources, rule));
    for (what, examples) in [("meets", &rule.body.hit), ("misses", &rule.body.miss)] {
        for example in examples {
            let _ = writeln!(out, "  {what:<7} {}", example.value);
        }
    }
    if !rule.facts.is_empty() {
        let _ = writeln!(out, "  carries {}", join(&rule.facts));
    }
    Ok(out)
}

fn matches(matches: &Match) -> String {
    match matches {
        Match::Payload(kinds) => format!("payloads of the kind {}", join(kinds)),
        Match::Signal(signals) => format!("the signal {}", join(signals)),
        Match::Host(hosts) => format!("the hosts {} and all below", join(hosts)),
        Match::HostList(name) => format!("every host of the list {} and all below", name.value),
        Match::Url(urls) => format!("exactly {}", join(urls)),
        Match::Prefix(urls) => format!("everything under {}", join(urls)),
        Match::Number(numbers) => format!("the numbers {}", join(numbers)),
        Match::Frame(frame) => format!("texts with {frame}"),
    }
}

fn severities(rule: &Rule) -> String {
    let mut out = rule.severity.clone();
    for (origin, severity) in ORIGINS.iter().zip(&rule.by_origin) {
        if let Some(severity) = severity {
            let _ = write!(out, "; {severity} from a {origin}");
        }
    }
    out
}

fn provenance(sources: &Sources, rule: &Entry<Rule>) -> String {
    let provenance = &rule.body.provenance;
    let name = |id: &Located<String>| {
        let publisher = sources.publishers.iter().find(|p| p.id.value == id.value);
        publisher.map_or(id.value.clone(), |p| format!("{} / {}", p.body.name.zh, p.body.name.en))
    };
    let names = provenance.sources.iter().map(name).collect::<Vec<_>>().join("; ");
    let published =
        provenance.published.as_ref().map_or(String::new(), |p| format!(", published {}", p.value));
    format!(
        "{names}{published}, retrieved {}, confidence {}",
        provenance.retrieved.value, provenance.confidence
    )
}

fn join(words: &[Located<String>]) -> String {
    words.iter().map(|w| w.value.as_str()).collect::<Vec<_>>().join(", ")
}
