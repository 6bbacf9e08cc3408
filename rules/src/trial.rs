//! Tries every rule on its own examples, with the pipeline that people use.
//!
//! A rule that does not meet its `hit`, or meets its `miss`, is not shipped.

use std::collections::HashSet;

use yanka::check::{self, OwnRules, RuleContext};
use yanka::error::Error;
use yanka::matcher;
use yanka::pack::Pack;
use yanka::report::{Language, Options, Origin, OwnRule, Subject};

use crate::diagnostic::Diagnostic;
use crate::source::{Match, Sources};

/// Notes every rule of `pack` that fails its examples.
pub fn run(sources: &Sources, pack: &[u8], found: &mut Vec<Diagnostic>) {
    let known = Pack::open_unverified(pack).map(RuleContext::new);
    let fits = known.as_ref().is_ok_and(|k| k.brands().is_ok() && k.text_rules().is_ok());
    if let (false, Some(rule)) = (fits, sources.rules.first()) {
        // Every rule would fail alike: one word about it is enough.
        let wrong = "the words and rules of the pack do not fit each other".to_owned();
        let mend = "a frame that a rule names is missing, or a word list is broken".to_owned();
        let place = rule.id.place.clone();
        found.push(Diagnostic { code: "bad-match", file: rule.file, place, wrong, mend });
        return;
    }
    for rule in sources.rules.iter().filter(|r| r.body.active) {
        let mut note = |code, place: &std::ops::Range<usize>, wrong, mend: &str| {
            let (place, mend) = (place.clone(), mend.to_owned());
            found.push(Diagnostic { code, file: rule.file, place, wrong, mend });
        };
        let met = |input: &str| match &known {
            Ok(known) => met(known, input, &rule.body.matches),
            Err(_) => Err(Error::PACK_FORMAT),
        };
        for (examples, code, needed) in
            [(&rule.body.hit, "bad-hit", true), (&rule.body.miss, "bad-miss", false)]
        {
            for example in examples {
                let wrong = match met(&example.value) {
                    Ok(rules) if rules.contains(&rule.id.value) == needed => continue,
                    Ok(rules) if needed => {
                        let mut others: Vec<_> = rules.into_iter().collect();
                        others.sort();
                        let others = if others.is_empty() {
                            "no rule".to_owned()
                        } else {
                            others.join(", ")
                        };
                        format!("`{}` does not meet this; {others} did", rule.id.value)
                    }
                    Ok(_) => format!("`{}` meets this", rule.id.value),
                    Err(_) => "the words and rules of the pack do not fit each other".to_owned(),
                };
                note(code, &example.place, wrong, "correct the match or the example");
            }
        }
    }
}

/// The rules that something meets: as a code would carry it, and as a message.
///
/// # Errors
/// If the pack's words and rules do not fit each other.
pub fn met(known: &RuleContext, input: &str, by: &Match) -> Result<HashSet<String>, Error> {
    let options = Options {
        origin: Origin::Parcel,
        language: Language::En,
        situations: Vec::new(),
        keep: false,
        offset_minutes: 480,
    };
    let mut met = HashSet::new();
    // A picture cannot stand in a source: its signal does.
    if matches!(by, Match::Signal(_)) && input.starts_with("photo.") {
        let hits = matcher::signal(known.pack(), input, Subject::Photo, None, options.origin)?;
        met.extend(hits.into_iter().map(|h| h.rule.id));
    }
    if !matches!(by, Match::Frame(_)) {
        let report = check::link(known, &Nobody, input.to_owned(), &options)?;
        met.extend(report.findings.into_iter().map(|f| f.rule));
    }
    let report = check::text(known, &Nobody, input.to_owned(), &options)?;
    met.extend(report.findings.into_iter().map(|f| f.rule));
    Ok(met)
}

/// A person without rules of their own.
struct Nobody;

impl OwnRules for Nobody {
    fn find(&self, _: &str, _: Option<&str>) -> Result<Option<OwnRule>, Error> {
        Ok(None)
    }
}
