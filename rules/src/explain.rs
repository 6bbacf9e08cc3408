//! Explains one rule for a person: what it matches, its severity, its sentences and its source; and a
//! text: which training texts it resembles.
//!
//! Decides only the wording.

use std::fmt::Write;

use crate::corpus::Corpus;
use crate::source::{Entry, Located, Match, Rule, Sources};
use crate::spelling::nearest;
use crate::train::nearest::{Near, nearest_texts};
use crate::vocabulary::ORIGINS;

/// Training texts named for a text.
const NEAREST: usize = 3;

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
    let _ =
        writeln!(out, "  says    {}\n          {}", rule.body.why.zh.value, rule.body.why.en.value);
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

/// The training texts nearest to `text`, in words.
#[must_use]
pub fn text(corpus: &Corpus, text: &str) -> String {
    let near = nearest_texts(corpus, text, NEAREST);
    if near.is_empty() {
        return "no training text shares a word with it\n".to_owned();
    }
    let mut out = String::new();
    for Near { example, similarity } in near {
        let batch = corpus.batches.get(example.batch).map_or("", |b| b.batch.id.as_str());
        let (part, kind) = (example.part.word(), &example.kind);
        let _ = writeln!(out, "{similarity:.2}  {part} {kind} ({batch})");
        let _ = writeln!(out, "      {}", example.text.replace('\n', " / "));
    }
    out
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
        Match::Frame(frames) => format!("texts with {}", frames.condition),
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
        publisher.map_or(id.value.clone(), |p| {
            format!("{} / {}", p.body.name.zh.value, p.body.name.en.value)
        })
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
