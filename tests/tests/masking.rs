//! Masking of personal details before storage, case by case; the rest of the text is unchanged.

#![allow(clippy::unwrap_used)] // a failed unwrap fails the test

use serde::Deserialize;
use yanka::mask::{self, own_details};
use yanka::report::Word;
use yanka_tests::log::{blank, photo, text};
use yanka_tests::{Ledger, cases};

#[derive(Deserialize)]
struct Case {
    /// Begins with the rule under test: `card hit: …`.
    name: String,
    text: String,
    /// The texts that the rule hides, in order.
    hides: Vec<String>,
}

#[test]
fn each_rule_hides_exactly_the_expected_texts() {
    let mut outcomes = Vec::new();
    let mut tried = std::collections::BTreeMap::<String, usize>::new();
    for case in cases::<Case>("masking") {
        let words: Vec<&str> = case.name.split([' ', ':']).collect();
        *tried.entry(words[..2].join(" ")).or_default() += 1;
        let hidden: Vec<String> = own_details(&case.text)
            .into_iter()
            .filter(|hidden| hidden.kind.word() == words[0])
            .map(|hidden| hidden.span.of(&case.text).to_owned())
            .collect();
        let failed = (hidden != case.hides)
            .then(|| format!("{:?}: hides {hidden:?}, not {:?}", case.text, case.hides));
        outcomes.push((case.name, failed));
    }
    for rule in ["card", "identity", "phone", "code", "address", "name"] {
        for kind in ["hit", "miss"] {
            assert!(tried[&format!("{rule} {kind}")] >= 50, "fewer than 50 cases of {rule} {kind}");
        }
    }
    let complaints = Ledger::of("masking").discrepancies(&outcomes);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn masking_preserves_lengths_and_is_idempotent() {
    for case in cases::<Case>("masking") {
        let masked = mask::text(&case.text);
        assert_eq!(masked.len(), case.text.len(), "{}", case.name);
        let units = |text: &str| text.encode_utf16().count();
        assert_eq!(units(&masked), units(&case.text), "{}", case.name);
        assert_eq!(mask::text(&masked), masked, "{}: masking is not idempotent", case.name);
        for hidden in own_details(&case.text) {
            assert!(!hidden.span.of(&case.text).is_empty());
            assert!(!hidden.span.of(&masked).contains(|c: char| c.is_alphanumeric()));
        }
    }
}

#[test]
fn payloads_stay_exact_and_printed_lines_are_masked_together() {
    let mut report = photo("https://u.example.invalid/13800001234?验证码482913");
    report.words = ["收件人：", "王小兰", "13800001234"]
        .map(|line| Word { text: line.into(), corners: Vec::new(), straight: false })
        .to_vec();
    let masked = mask::report(&report);
    assert!(masked.codes == report.codes);
    let lines: Vec<&str> = masked.words.iter().map(|w| w.text.as_str()).collect();
    assert_eq!(lines, ["收件人：", "王＊＊", "138******34"]);
}

#[test]
fn a_personal_query_parameter_is_hidden_in_a_link() {
    let link = "http://a.example.invalid/q?id=13900001234&phone=13800001234&x=1";
    let masked = mask::text(link);
    assert_eq!(masked, "http://a.example.invalid/q?id=13900001234&phone=138******34&x=1");
}

#[test]
fn adversarial_texts_take_bounded_time() {
    let long = [
        "1 ".repeat(300_000),
        "验证码".repeat(100_000),
        "虚构省虚构市虚构区".repeat(40_000),
        "路1号".repeat(100_000),
        "6222 0200 ".repeat(60_000),
        "收件人：王".repeat(60_000),
        "https://".repeat(80_000),
    ];
    for text in long {
        let masked = mask::text(&text);
        assert_eq!(masked.len(), text.len());
    }
    assert_eq!(mask::report(&blank(yanka::report::Verdict::Caution)).text, None);
    assert_eq!(mask::report(&text("无")).text.as_deref(), Some("无"));
}
