//! Runs tests/cases/texts: messages, chats, cards and calls through the whole pipeline, and a
//! short run of the fuzzer.

use serde::Deserialize;
use yanka::report::{Origin, Situation, Verdict};
use yanka::text::Speaker;
use yanka_tests::Ledger;
use yanka_tests::texts::{Case, Line, fuzz};

#[test]
fn every_case_stays_within_its_verdict_bounds() {
    let cases: Vec<(String, Case)> = yanka_tests::cases_by_file("texts");
    assert!(cases.len() >= 900, "{} cases", cases.len());
    let line = Line::open();
    let mut outcomes = Vec::with_capacity(cases.len());
    for (file, case) in &cases {
        assert!(
            case.least.is_some() != case.most.is_some(),
            "{}: exactly one of `least` and `most`",
            case.name
        );
        assert!(!case.why.is_empty(), "{}: `why` is empty", case.name);
        let origin = Origin::from_word(&case.origin).expect("a known origin");
        let verdict = line.report(&case.text, origin).verdict;
        outcomes.push((case.name.clone(), case.fault(verdict).map(|f| format!("{f} ({file})"))));
    }
    let complaints = Ledger::of("texts").discrepancies(&outcomes);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn case_names_are_unique() {
    let cases: Vec<Case> = yanka_tests::cases("texts");
    let mut names: Vec<&str> = cases.iter().map(|c| c.name.as_str()).collect();
    names.sort_unstable();
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all);
}

#[test]
fn every_scenario_has_six_scams_and_three_near_misses() {
    let cases: Vec<Case> = yanka_tests::cases("texts");
    for number in 1..=58 {
        let scenario = format!("S{number:03}");
        let of = |scam: bool| {
            let fits =
                |c: &&Case| c.scenario.as_deref() == Some(&scenario) && c.least.is_some() == scam;
            cases.iter().filter(fits).count()
        };
        assert!(of(true) >= 6 && of(false) >= 3, "{scenario}: {} and {}", of(true), of(false));
    }
}

#[test]
fn a_text_yields_the_expected_situations() {
    let line = Line::open();
    let mut asked = 0;
    let asks = |c: &&Case| !c.shows.is_empty() || !c.hides.is_empty();
    for case in yanka_tests::cases::<Case>("texts").iter().filter(asks) {
        let facts = line.texts().read_text(&case.text).facts;
        for word in &case.hides {
            let situation = Situation::from_word(word).expect("a known situation");
            assert!(!facts.situations.contains(&situation), "{}: not {word}", case.name);
        }
        for word in &case.shows {
            let situation = Situation::from_word(word).expect("a known situation");
            assert!(facts.situations.contains(&situation), "{}: {word}", case.name);
            asked += 1;
        }
    }
    assert!(asked >= 10);
}

/// A pasted chat, and words of each speaker in it.
#[derive(Deserialize)]
struct Chat {
    name: String,
    why: String,
    text: String,
    #[serde(default)]
    person: Vec<String>,
    #[serde(default)]
    other: Vec<String>,
    #[serde(default)]
    open: Vec<String>,
}

#[test]
fn a_pasted_chat_shows_who_says_what() {
    let line = Line::open();
    for case in yanka_tests::cases::<Chat>("speakers") {
        assert!(!case.why.is_empty(), "{}", case.name);
        let facts = line.texts().read_text(&case.text).facts;
        let all = [
            (Speaker::Person, &case.person),
            (Speaker::Other, &case.other),
            (Speaker::Unknown, &case.open),
        ];
        for (speaker, words) in all {
            for words in words {
                let at = case.text.find(words.as_str()).expect("words of the text");
                let clause = facts.clauses.iter().find(|c| c.span.start <= at && at < c.span.end);
                assert_eq!(clause.map(|c| c.speaker), Some(speaker), "{}: {words}", case.name);
            }
        }
    }
}

#[test]
fn a_match_span_refers_to_the_original_text() {
    let line = Line::open();
    let text = "您好😀请下載會議軟件，開啟屏\u{200b}幕共享，我們指導您關閉百萬保障";
    let facts = line.texts().read_text(text).facts;
    let words: Vec<&str> = facts.frames.iter().map(|f| f.span.of(text)).collect();
    assert!(words.contains(&"屏\u{200b}幕共享"), "{words:?}");
}

#[test]
fn ten_thousand_generated_texts_violate_no_invariant() {
    let line = Line::open();
    for seed in 0..10_000 {
        let answer = fuzz::check(&fuzz::text(seed), line.texts());
        assert!(answer.is_ok(), "seed {seed}: {answer:?}");
    }
}

#[test]
fn a_text_longer_than_the_limit_is_refused_with_a_notice() {
    let line = Line::open();
    let report = line.report(&"退".repeat(yanka::text::MAX_TEXT_BYTES / 3 + 1), Origin::Message);
    // An unchecked text must not look like a text without findings.
    assert_eq!(report.verdict, Verdict::Unreadable);
    assert!(report.notices.iter().any(|n| n.notice == "text.too-long" && !n.text.is_empty()));
}
