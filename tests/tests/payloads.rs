//! Runs tests/cases/payloads: the kind of each payload.

use serde::Deserialize;
use yanka::payload::{Kind, classify};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[allow(dead_code)] // documents the case only
    why: String,
    kind: String,
    payloads: Vec<String>,
}

#[test]
fn every_payload_has_the_expected_kind() {
    let cases: Vec<Case> = yanka_tests::cases("payloads");
    let wrong: Vec<String> = cases
        .iter()
        .flat_map(|case| case.payloads.iter().map(move |p| (case, p)))
        .filter_map(|(case, payload)| {
            let kind = classify(payload.as_bytes(), Some(payload)).word();
            (kind != case.kind).then(|| format!("{}: {payload:?} is {kind}", case.name))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Kinds that only a link with known brands, or no text at all, can have.
const ELSEWHERE: &[Kind] =
    &[Kind::ImitationSite, Kind::OfficialSite, Kind::OwnedSite, Kind::Binary];

#[test]
fn every_kind_has_a_case() {
    let cases: Vec<Case> = yanka_tests::cases("payloads");
    let missing: Vec<&str> = Kind::ALL
        .iter()
        .filter(|k| !ELSEWHERE.contains(k) && cases.iter().all(|c| c.kind != k.word()))
        .map(|k| k.word())
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn kind_words_round_trip() {
    for kind in Kind::ALL {
        assert_eq!(Kind::from_word(kind.word()), Some(*kind));
    }
    assert_eq!(Kind::from_word("no-such-kind"), None);
}

#[test]
fn bytes_that_are_not_utf8_are_binary() {
    assert_eq!(classify(&[0xff, 0xfe, 0x00], None), Kind::Binary);
    assert_eq!(classify("例".as_bytes(), None), Kind::PlainText);
}
