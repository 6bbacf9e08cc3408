//! Selects the steps that apply to a person and orders them.
//!
//! Pure: no pack, no text, no clock. Merges the steps of several situations: each step once, of
//! several steps on one topic only the first, and no step that an `unless` key excludes.

use std::collections::HashSet;

use super::catalogue::Step;
use crate::report::{Origin, Situation, Verdict};

/// What the selection depends on.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Criteria<'a> {
    /// The verdict of the check; `None` without a check.
    pub verdict: Option<Verdict>,
    /// Finding codes of the check.
    pub findings: &'a [&'a str],
    /// The person's situations.
    pub situations: &'a [Situation],
    /// Where the checked subject came from; `None` without a check.
    pub origin: Option<Origin>,
    /// Class of the platform's official entry, such as `bank`; `None` if no platform is known.
    pub platform_class: Option<&'a str>,
}

/// Indexes of the steps that apply: most urgent first, within one urgency in the order of the
/// sources.
pub(crate) fn rank(steps: &[Step], criteria: Criteria<'_>) -> Vec<usize> {
    let keys = keys(criteria);
    let any_holds = |wanted: &[String]| wanted.iter().any(|key| keys.contains(key));
    let mut ranked: Vec<usize> = (0..steps.len())
        .filter(|i| any_holds(&steps[*i].keys) && !any_holds(&steps[*i].unless))
        .filter(|i| steps[*i].only.is_empty() || any_holds(&steps[*i].only))
        .collect();
    ranked.sort_by_key(|i| (steps[*i].urgency, *i));
    let mut topics = HashSet::new();
    ranked.retain(|i| steps[*i].topic.is_empty() || topics.insert(steps[*i].topic.as_str()));
    ranked
}

/// Every key that holds for `criteria`. The finding `payload.pay.code` also gives `payload.pay.*`,
/// `payload.*` and `*`.
///
/// With the verdict `nothing-found` findings give no key: they inform and need no step.
fn keys(criteria: Criteria<'_>) -> HashSet<String> {
    let mut keys: HashSet<String> =
        criteria.situations.iter().map(|s| s.word().to_owned()).collect();
    keys.extend(criteria.verdict.map(|v| format!("verdict:{}", v.word())));
    keys.extend(criteria.origin.map(|o| format!("origin:{}", o.word())));
    keys.extend(criteria.platform_class.map(|class| format!("platform:{class}")));
    let weighs = criteria.verdict != Some(Verdict::NothingFound);
    for code in criteria.findings.iter().filter(|_| weighs) {
        keys.insert("finding:*".to_owned());
        keys.insert(format!("finding:{code}"));
        keys.extend(code.match_indices('.').map(|(dot, _)| format!("finding:{}.*", &code[..dot])));
    }
    keys
}
