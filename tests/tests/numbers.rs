//! Runs tests/cases/numbers: whether a number is official, and the official number for a name.

use std::collections::BTreeMap;

use serde::Deserialize;
use yanka::number;
use yanka::pack::Pack;
use yanka::report::{Language, NumberStatus};
use yanka_tests::repository;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    name: String,
    /// The number as typed or displayed.
    input: String,
    status: String,
    /// The normalized digits, where the case checks them.
    #[serde(default)]
    normalized: Option<String>,
    /// The first entries of the result.
    #[serde(default)]
    hotlines: Vec<String>,
    /// Words that the sentence contains.
    #[serde(default)]
    says: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sought {
    name: String,
    /// The entry that must come first.
    first: String,
}

#[derive(Deserialize)]
struct Cases {
    #[serde(default)]
    number: Vec<Asked>,
    #[serde(default)]
    name: Vec<Sought>,
}

fn cases(file: &str) -> Cases {
    let path = repository().join("tests/cases/numbers").join(file);
    let text = std::fs::read_to_string(path).expect("a case file");
    toml::from_str(&text).unwrap_or_else(|e| panic!("{file}: {e}"))
}

fn wrong_with(pack: &Pack, case: &Asked) -> Option<String> {
    let status = NumberStatus::from_word(&case.status).expect("a known status");
    let answer =
        number::look_up(pack, &case.input, Language::ZhHans).expect("the pack query succeeds");
    let numbers: Vec<&str> = answer.hotlines.iter().map(|h| h.id.as_str()).collect();
    let first = case.hotlines.iter().zip(&numbers).all(|(a, b)| a == b)
        && numbers.len() >= case.hotlines.len();
    let understood = case.normalized.as_ref().is_none_or(|n| *n == answer.normalized);
    let says = case.says.as_ref().is_none_or(|words| answer.sentence.contains(words.as_str()));
    let right = answer.status == status && first && understood && says;
    (!right).then(|| {
        format!(
            "{}: {:?} {} {numbers:?} {}",
            case.name, answer.status, answer.normalized, answer.sentence
        )
    })
}

#[test]
fn every_number_gives_the_expected_status() {
    let pack = Pack::embedded().expect("the embedded pack");
    let cases = cases("is-it-official.toml").number;
    assert!(cases.len() >= 120, "{}", cases.len());
    let wrong: Vec<String> = cases.iter().filter_map(|c| wrong_with(&pack, c)).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn every_sentence_warns_that_a_displayed_number_is_no_proof() {
    let pack = Pack::embedded().expect("the embedded pack");
    let proof = [
        (Language::ZhHans, "来电显示可以伪造"),
        (Language::ZhHant, "來電顯示可以偽造"),
        (Language::En, "can be faked"),
    ];
    for case in cases("is-it-official.toml").number {
        for (language, words) in proof {
            let answer =
                number::look_up(&pack, &case.input, language).expect("the pack query succeeds");
            assert!(answer.sentence.contains(words), "{}: {}", case.name, answer.sentence);
            assert!(!answer.sentence.contains(['{', '}']), "{}: {}", case.name, answer.sentence);
        }
    }
}

#[test]
fn every_listed_number_is_official_and_every_prefix_of_it_is_not() {
    let pack = Pack::embedded().expect("the embedded pack");
    let listed = number::search(&pack, "", Language::En).expect("the list");
    assert!(listed.len() >= 90, "{}", listed.len());
    let mut by_number: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for hotline in listed.iter().filter(|h| !h.number.is_empty()) {
        let digits = hotline.number.chars().filter(char::is_ascii_digit).collect();
        by_number.entry(digits).or_default().push(hotline.id.clone());
    }
    for (digits, ids) in &by_number {
        let answer = number::look_up(&pack, digits, Language::En).expect("the pack query succeeds");
        assert_eq!(answer.status, NumberStatus::Official, "{digits}");
        assert!(answer.hotlines.iter().any(|h| ids.contains(&h.id)), "{digits}");
        for longer in (0..10).map(|d| format!("{digits}{d}")) {
            let answer =
                number::look_up(&pack, &longer, Language::En).expect("the pack query succeeds");
            assert!(
                answer.status != NumberStatus::Official || by_number.contains_key(&longer),
                "{longer}"
            );
        }
    }
}

#[test]
fn the_right_entry_comes_first_for_at_least_58_of_60_names() {
    let pack = Pack::embedded().expect("the embedded pack");
    let cases = cases("by-name.toml").name;
    assert!(cases.len() >= 60, "{}", cases.len());
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let found = number::search(&pack, &case.name, Language::ZhHans).expect("a result");
            let ids: Vec<&str> = found.iter().map(|h| h.id.as_str()).collect();
            (ids.first() != Some(&case.first.as_str())).then(|| format!("{}: {ids:?}", case.name))
        })
        .collect();
    let right = cases.len() - wrong.len();
    assert!(right * 60 >= 58 * cases.len(), "{right} of {}\n{}", cases.len(), wrong.join("\n"));
    assert!(wrong.is_empty(), "regressions:\n{}", wrong.join("\n"));
}

#[test]
fn an_unknown_name_finds_no_entry() {
    let pack = Pack::embedded().expect("the embedded pack");
    for name in ["张三的小店", "zzzzqqqq", "？？？", "今天天气很好", "hello world", "未知"]
    {
        let found = number::search(&pack, name, Language::ZhHans).expect("a result");
        let ids: Vec<&str> = found.iter().map(|h| h.id.as_str()).collect();
        assert!(ids.is_empty(), "{name}: {ids:?}");
    }
}

#[test]
fn a_number_is_distinguished_from_a_name() {
    for number in ["95188", "九五五八八", "+86 110", "95O1l", "**21*1#", "４００ ８８２２"]
    {
        assert!(number::is_number(number), "{number}");
    }
    for name in ["淘宝", "jd", "12", "招商银行95555", "360借条", "58"] {
        assert!(!number::is_number(name), "{name}");
    }
}

#[test]
fn adversarial_input_is_bounded_and_absent_from_debug_output() {
    let pack = Pack::embedded().expect("the embedded pack");
    let long = "9".repeat(1 << 20);
    let odd = ["", "\u{0}", "+", "00", "*#", "🙂", "1\u{202e}2", "O", "l1l1", &long, "转", "-转1"];
    for input in odd {
        let answer = number::look_up(&pack, input, Language::En).expect("a result");
        assert!(answer.normalized.len() <= 200, "{}", answer.normalized.len());
        assert_ne!(answer.status, NumberStatus::Official, "{input:.20}");
        let shown = format!("{answer:?}");
        assert!(!shown.contains("999"), "Debug output contains the input");
    }
    number::search(&pack, &"淘".repeat(1 << 18), Language::En).expect("a result");
}
