//! One rule for a person: what it meets, what it says where, and why anybody should believe it.

use std::fmt::Write;

use crate::source::{Entry, Match, Placed, Rule, Sources};

/// The rule of that id in words, or the ids that come close to it.
///
/// # Errors
/// If there is no such rule; in words.
pub fn explain(sources: &Sources, id: &str) -> Result<String, String> {
    let found = sources.rules.iter().find(|r| r.id.value == id);
    let Some(rule) = found else {
        let ids: Vec<&str> = sources.rules.iter().map(|r| r.id.value.as_str()).collect();
        let near = crate::fields::nearest(id, &ids);
        let hint = near.map_or(String::new(), |n| format!("; did you mean `{n}`?"));
        return Err(format!("there is no rule `{id}`{hint}\n"));
    };
    let mut out = String::new();
    let state = if rule.body.active { "active" } else { "withdrawn" };
    let _ = writeln!(out, "{id} ({state}) makes the finding {}", rule.body.code.value);
    let _ = writeln!(out, "  meets   {}", meets(&rule.body.matches));
    let _ = writeln!(out, "  weighs  {}", weighs(&rule.body));
    let _ = writeln!(out, "  says    {}\n          {}", rule.body.why.zh, rule.body.why.en);
    let _ = writeln!(out, "  source  {}", source(sources, rule));
    for (what, examples) in [("meets", &rule.body.hit), ("misses", &rule.body.miss)] {
        for example in examples {
            let _ = writeln!(out, "  {what:<7} {}", example.value);
        }
    }
    let facts: Vec<_> = rule.facts.iter().map(|f| f.value.as_str()).collect();
    if !facts.is_empty() {
        let _ = writeln!(out, "  carries {}", facts.join(", "));
    }
    Ok(out)
}

fn meets(way: &Match) -> String {
    let list = |words: &[Placed<String>]| {
        words.iter().map(|w| w.value.as_str()).collect::<Vec<_>>().join(", ")
    };
    match way {
        Match::Payload(words) => format!("payloads of the kind {}", list(words)),
        Match::Signal(words) => format!("the signal {}", list(words)),
        Match::Host(hosts) => format!("the hosts {} and all below", list(hosts)),
        Match::HostList(name) => format!("every host of the list {} and all below", name.value),
        Match::Url(urls) => format!("exactly {}", list(urls)),
        Match::Prefix(urls) => format!("everything under {}", list(urls)),
        Match::Number(numbers) => format!("the numbers {}", list(numbers)),
        Match::Frame(frame) => format!("texts with {frame}"),
    }
}

fn weighs(rule: &Rule) -> String {
    let origins = ["parcel", "message", "call"].iter().zip(&rule.by_origin);
    origins.fold(rule.severity.clone(), |said, (origin, weight)| match weight {
        Some(weight) => format!("{said}; {weight} from a {origin}"),
        None => said,
    })
}

fn source(sources: &Sources, rule: &Entry<Rule>) -> String {
    let from = &rule.body.provenance;
    let name = |id: &Placed<String>| {
        let known = sources.publishers.iter().find(|p| p.id.value == id.value);
        known.map_or(id.value.clone(), |p| format!("{} / {}", p.body.name.zh, p.body.name.en))
    };
    let names = from.sources.iter().map(name).collect::<Vec<_>>().join("; ");
    let published =
        from.published.as_ref().map_or(String::new(), |p| format!(", published {}", p.value));
    format!(
        "{names}{published}, retrieved {}, confidence {}",
        from.retrieved.value, from.confidence
    )
}
