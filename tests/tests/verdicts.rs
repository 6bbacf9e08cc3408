//! Runs tests/cases/verdicts: how findings become one word.

use serde::Deserialize;
use yanka::report::{Opinion, Severity, Verdict};
use yanka::verdict::{apply_opinion, combine};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[allow(dead_code)] // for the reader
    why: String,
    findings: Vec<String>,
    #[serde(default = "yes")]
    read: bool,
    own: Option<String>,
    verdict: String,
}

const fn yes() -> bool {
    true
}

#[test]
fn every_case_gives_its_word() {
    let cases: Vec<Case> = yanka_tests::cases("verdicts");
    assert!(cases.len() >= 9);
    for case in cases {
        let own = case.own.as_deref().map(|word| Opinion::from_word(word).expect("an opinion"));
        let findings = case.findings.iter().map(|word| {
            let severity = Severity::from_word(word).expect("a severity's word");
            own.map_or(severity, |own| apply_opinion(severity, own))
        });
        let verdict = Verdict::from_word(&case.verdict).expect("a verdict's word");
        assert_eq!(combine(findings, case.read), verdict, "{}", case.name);
    }
}
