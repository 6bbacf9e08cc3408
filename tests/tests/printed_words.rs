//! The printed words of the card photographs, recognized by the real `tesseract` on the
//! straightened picture: the share of evidential words that survives, and their effect on the
//! verdict.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use yanka::report::{Origin, Report, Verdict};
use yanka::text::LINE_END;
use yanka_tests::cards::data::{self, Card};
use yanka_tests::texts::Line;
use yanka_tests::{Folder, build_artifact, cases, repository};

/// The share of the evidential words of all cards that must survive recognition.
const SURVIVES: f64 = 0.7;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// A card of tests/cards.
    name: String,
    #[allow(dead_code)] // documents the case only
    why: String,
    /// The verdict from the codes alone.
    bare: String,
    /// The mildest correct verdict with the words.
    least: Option<String>,
    /// The most severe correct verdict with the words.
    most: Option<String>,
}

/// Every card's report from `yanka scan`, by the card's name.
fn scan(cards: &[Card], words: bool) -> BTreeMap<String, Report> {
    let photos = repository().join("tests/photos");
    let output = Command::new(build_artifact("yanka"))
        .args(["--json", "--no-log", "scan"])
        .args(words.then_some("--words"))
        .args(cards.iter().map(|c| photos.join(format!("{}.jpg", c.name))))
        .output()
        .expect("the command runs");
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(complaints.is_empty(), "{complaints}");
    let out = String::from_utf8(output.stdout).expect("JSON is UTF-8");
    let report = |line| serde_json::from_str::<Report>(line).expect("a report");
    let reports: Vec<Report> = out.lines().map(report).collect();
    assert_eq!(reports.len(), cards.len());
    cards.iter().map(|c| c.name.clone()).zip(reports).collect()
}

/// The phrase frames that match the lines, by name.
fn telling(line: &Line, lines: &[&str]) -> BTreeSet<u16> {
    let joined = lines.join(&LINE_END.to_string());
    line.texts().read_text(&joined).facts.frames.iter().map(|f| f.frame).collect()
}

fn printed(card: &Card) -> Vec<&str> {
    let head = [&card.heading, &card.subheading, &card.from, &card.badge];
    let captions = card.codes.iter().map(|c| &c.caption);
    let all = head.into_iter().chain(&card.lines).chain([&card.small_print]).chain(captions);
    all.map(String::as_str).filter(|l| !l.is_empty()).collect()
}

#[test]
fn evidential_words_survive_recognition_and_change_the_verdict() {
    let cards = data::read_folder(&repository().join("tests/cards")).expect("the cards");
    let line = Line::open();
    let (bare, read) = (scan(&cards, false), scan(&cards, true));
    let (mut all, mut kept, mut changed, mut faults) = (0, 0, 0, Vec::new());
    let expected: Vec<Case> = cases("printed");
    assert_eq!(expected.len(), cards.len(), "one case per card");
    for card in &cards {
        let (bare, read) = (&bare[&card.name], &read[&card.name]);
        let lines = printed(card);
        let on_paper = telling(&line, &lines);
        let seen: Vec<&str> = read.words.iter().map(|w| w.text.as_str()).collect();
        let in_reading = telling(&line, &seen);
        let survived = on_paper.intersection(&in_reading).count();
        let ideal = line.report(&lines.join(&LINE_END.to_string()), Origin::Parcel).verdict;
        let by_words = line.report(&seen.join(&LINE_END.to_string()), Origin::Parcel).verdict;
        all += on_paper.len();
        kept += survived;
        changed += usize::from(bare.verdict != read.verdict);
        println!(
            "{}: {survived} of {} telling words; codes alone {}, with words {}; words alone {} as printed, {} as read",
            card.name,
            on_paper.len(),
            bare.verdict.word(),
            read.verdict.word(),
            ideal.word(),
            by_words.word(),
        );
        let case = expected.iter().find(|c| c.name == card.name).expect("a case for each card");
        faults.extend(fault(case, bare.verdict, read.verdict));
        let told_apart = read.words.is_empty()
            || read.notices.iter().any(|n| n.notice == "words.by-machine" && !n.text.is_empty());
        assert!(told_apart, "{}: no notice says that a machine read the words", card.name);
        assert!(
            read.words.iter().all(|w| w.corners.len() == 4),
            "{}: a word without four corners",
            card.name
        );
    }
    println!("{kept} of {all} telling words survive; the answer changes on {changed} cards");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(kept as f64 >= SURVIVES * all as f64, "{kept} of {all}");
}

fn fault(case: &Case, bare: Verdict, read: Verdict) -> Option<String> {
    let of = |word: &str| Verdict::from_word(word).expect("a known verdict");
    let low = case.least.as_deref().is_some_and(|l| read < of(l));
    let high = case.most.as_deref().is_some_and(|m| read > of(m));
    let wrong = bare != of(&case.bare) || low || high;
    wrong.then(|| format!("{}: {} alone, {} with words", case.name, bare.word(), read.word()))
}

#[test]
fn without_tesseract_the_command_names_the_missing_package() {
    let empty = Folder::new("no-reader");
    let output = Command::new(build_artifact("yanka"))
        .args(["--json", "--no-log", "scan", "--words"])
        .arg(repository().join("tests/photos/no-code-reminder.jpg"))
        .env("PATH", empty.path())
        .output()
        .expect("the command runs");
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(out.contains("no-reader") && out.contains("tesseract-ocr-chi-sim"), "{out}");
    assert_ne!(output.status.code(), Some(0));
}
