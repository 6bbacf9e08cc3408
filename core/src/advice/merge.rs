//! Which steps apply to a person, and in which order they are said.
//!
//! Pure: no pack, no texts, no clock. Situations that meet merge here: every step is said once, of
//! several about one thing the first wins, and a step that a graver situation forbids is left out.

use std::collections::HashSet;

use super::book::Step;
use crate::report::{Origin, Situation, Verdict};

/// What is known of the person when advice is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Standing<'a> {
    pub verdict: Option<Verdict>,
    pub findings: &'a [&'a str],
    pub situations: &'a [Situation],
    /// Where the checked subject came from; `None` without a check.
    pub origin: Option<Origin>,
    /// Where the platform is known by name, the class of its entry, such as `bank`.
    pub platform: Option<&'a str>,
}

/// The steps for `standing`: most urgent first, then in the order of the sources.
pub(crate) fn choose(steps: &[Step], standing: Standing<'_>) -> Vec<usize> {
    let keys = keys(standing);
    let met = |wanted: &[String]| wanted.iter().any(|key| keys.contains(key));
    let mut chosen: Vec<usize> = (0..steps.len())
        .filter(|at| met(&steps[*at].keys) && !met(&steps[*at].unless))
        .filter(|at| steps[*at].only.is_empty() || met(&steps[*at].only))
        .collect();
    chosen.sort_by_key(|at| (steps[*at].urgency, *at));
    let mut said = HashSet::new();
    chosen.retain(|at| steps[*at].topic.is_empty() || said.insert(steps[*at].topic.as_str()));
    chosen
}

/// Every key that `standing` meets: for `payload.pay.code` also `payload.pay.*`, `payload.*`, `*`.
///
/// Where nothing was found, the findings weigh nothing and ask for no step.
fn keys(standing: Standing<'_>) -> HashSet<String> {
    let mut keys: HashSet<String> =
        standing.situations.iter().map(|s| s.word().to_owned()).collect();
    keys.extend(standing.verdict.map(|v| format!("verdict:{}", v.word())));
    keys.extend(standing.origin.map(|o| format!("origin:{}", o.word())));
    keys.extend(standing.platform.map(|class| format!("platform:{class}")));
    let weighs = standing.verdict != Some(Verdict::NothingFound);
    for code in standing.findings.iter().filter(|_| weighs) {
        keys.insert("finding:*".to_owned());
        keys.insert(format!("finding:{code}"));
        keys.extend(code.match_indices('.').map(|(dot, _)| format!("finding:{}.*", &code[..dot])));
    }
    keys
}
