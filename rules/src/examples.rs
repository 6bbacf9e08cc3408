//! Tries every rule on its own examples, with the pipeline that people use.
//!
//! Rejects a rule that does not match one of its `hit` or that matches one of its `miss`.

use std::collections::HashSet;

use yanka::check::{self, OwnRules, RuleContext};
use yanka::error::Error;
use yanka::link::signal;
use yanka::matcher;
use yanka::pack::Pack;
use yanka::report::{Language, Options, Origin, OwnRule, Subject};

use crate::diagnostic::Diagnostic;
use crate::source::{Entry, Located, Match, Rule, Sources};

/// Examples are tried as if they came from a parcel, in China's time zone.
const OPTIONS: Options = Options {
    origin: Origin::Parcel,
    language: Language::En,
    situations: Vec::new(),
    keep: false,
    offset_minutes: 480,
};

/// Adds a diagnostic for every example that gives a wrong result. `pack` is the compiled pack.
///
/// # Errors
/// Where the core cannot read the pack: `check` has let through what it should have reported.
pub fn check_examples(
    sources: &Sources,
    pack: &[u8],
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(), Error> {
    let known = RuleContext::new(Pack::open_unverified(pack)?);
    for rule in sources.rules.iter().filter(|r| r.body.active) {
        for example in &rule.body.hit {
            check_example(&known, rule, example, true, diagnostics)?;
        }
        for example in &rule.body.miss {
            check_example(&known, rule, example, false, diagnostics)?;
        }
    }
    Ok(())
}

fn check_example(
    known: &RuleContext,
    rule: &Entry<Rule>,
    example: &Located<String>,
    must_match: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(), Error> {
    let id = &rule.id.value;
    let rules = matching_rules(known, &example.value, &rule.body.matches)?;
    if rules.contains(id) == must_match {
        return Ok(());
    }
    let message = if must_match {
        let mut others: Vec<_> = rules.into_iter().collect();
        others.sort();
        let others = if others.is_empty() { "no rule".to_owned() } else { others.join(", ") };
        format!("`{id}` does not match this; matched: {others}")
    } else {
        format!("`{id}` matches this")
    };
    diagnostics.push(Diagnostic {
        code: if must_match { "bad-hit" } else { "bad-miss" },
        file: rule.file,
        span: example.span.clone(),
        message,
        help: "correct the match or the example".to_owned(),
    });
    Ok(())
}

/// Ids of the rules that match `input`, checked as the payload of a code and as a message.
fn matching_rules(
    known: &RuleContext,
    input: &str,
    matches: &Match,
) -> Result<HashSet<String>, Error> {
    let mut ids = HashSet::new();
    // A source holds no photo and no five hundred links, and what resembles a scam is learned: an
    // example of such a signal is the signal's code.
    let is_code =
        input == signal::MORE || ["photo.", "text."].iter().any(|room| input.starts_with(room));
    if matches!(matches, Match::Signal(_)) && is_code {
        let hits = matcher::signal(known.pack(), input, Subject::Photo, None, OPTIONS.origin)?;
        ids.extend(hits.into_iter().map(|h| h.rule.id));
    }
    if !matches!(matches, Match::Frame(_)) {
        let report = check::link(known, &NoOwnRules, input.to_owned(), &OPTIONS)?;
        ids.extend(report.findings.into_iter().map(|f| f.rule));
    }
    let report = check::text(known, &NoOwnRules, input.to_owned(), &OPTIONS)?;
    ids.extend(report.findings.into_iter().map(|f| f.rule));
    Ok(ids)
}

/// A person without own rules.
struct NoOwnRules;

impl OwnRules for NoOwnRules {
    fn find(&self, _: &str, _: Option<&str>) -> Result<Option<OwnRule>, Error> {
        Ok(None)
    }
}
