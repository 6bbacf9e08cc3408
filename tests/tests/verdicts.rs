//! Runs tests/cases/verdicts: how findings combine into one verdict.

use serde::Deserialize;
use yanka::report::{Opinion, Severity, Verdict};
use yanka::verdict::{apply_opinion, combine};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[allow(dead_code)] // documents the case only
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
fn every_case_gives_the_expected_verdict() {
    let cases: Vec<Case> = yanka_tests::cases("verdicts");
    assert!(cases.len() >= 9);
    for case in cases {
        let own =
            case.own.as_deref().map(|word| Opinion::from_word(word).expect("a known opinion"));
        let findings = case.findings.iter().map(|word| {
            let severity = Severity::from_word(word).expect("a known severity");
            own.map_or(severity, |own| apply_opinion(severity, own))
        });
        let verdict = Verdict::from_word(&case.verdict).expect("a known verdict");
        assert_eq!(combine(findings, case.read), verdict, "{}", case.name);
    }
}
