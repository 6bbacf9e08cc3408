//! The training texts: how many there are of what, who wrote them, and that each scheme has a name.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use yanka::pack::Pack;
use yanka_rules::corpus::{Corpus, Part};
use yanka_tests::repository;
use yanka_tests::texts::Case;
use yanka_types::chars::is_han;

/// Characters of an opening that is counted.
const OPENING: usize = 4;
/// A training text shares no run of so many characters with a case. A run without Chinese characters
/// may be longer, because words in Latin letters are.
const SHARED_RUN: usize = 12;
const SHARED_LATIN_RUN: usize = 20;

fn corpus() -> Corpus {
    Corpus::load(&repository().join("rules/sources/texts")).expect("the training texts")
}

#[test]
fn there_are_ten_thousand_texts_of_many_authors() {
    let corpus = corpus();
    let all = corpus.examples.len();
    let of = |part| corpus.examples.iter().filter(|e| e.part == part).count();
    assert!(all >= 10_000, "{all} texts");
    assert!(of(Part::Scam) >= 3_400 && of(Part::Scam) == of(Part::Honest));
    assert!(of(Part::Warning) >= 1_200 && of(Part::Quiet) >= 2_400);
    assert!(corpus.batches.len() >= 40, "{} batches", corpus.batches.len());
    for (index, batch) in corpus.batches.iter().enumerate() {
        let count = corpus.examples.iter().filter(|e| e.batch == index).count();
        assert!(count * 100 <= all * 3, "{}: {count} of {all} texts", batch.batch.id);
    }
}

#[test]
fn no_opening_stands_in_more_than_one_of_a_hundred_texts() {
    let corpus = corpus();
    let mut openings: BTreeMap<String, usize> = BTreeMap::new();
    for example in &corpus.examples {
        *openings.entry(example.text.chars().take(OPENING).collect()).or_default() += 1;
    }
    for (opening, count) in openings {
        assert!(count * 100 <= corpus.examples.len(), "{opening}: {count}");
    }
}

#[test]
fn every_scenario_of_the_texts_has_a_name_in_the_pack() {
    let pack = Pack::open_newest(None).expect("the embedded rules");
    let named: BTreeSet<String> =
        pack.records("scenario").expect("records").into_iter().map(|r| r.id).collect();
    let scams = corpus().examples.into_iter().filter(|e| e.part == Part::Scam);
    let used: BTreeSet<String> = scams.map(|e| e.kind).collect();
    assert!(used.len() >= 80, "{} scenarios", used.len());
    let unnamed: Vec<&String> = used.difference(&named).collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
}

/// `text` without what is neither letter nor digit, in lower case, each number as `0`.
fn bare(text: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::new();
    for c in text.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()) {
        let c = if c.is_numeric() { '0' } else { c };
        if c != '0' || out.last() != Some(&'0') {
            out.push(c);
        }
    }
    out
}

#[test]
fn no_training_text_shares_a_run_with_a_case() {
    let cases: Vec<(String, Case)> = yanka_tests::cases_by_file("texts");
    let named = cases.iter().map(|(file, case)| (format!("{} ({file})", case.name), &case.text));
    let shared = shared_runs(&corpus(), &named.collect::<Vec<_>>());
    assert!(shared.is_empty(), "{}", shared.join("\n"));
}

#[test]
fn a_shared_run_is_reported_with_both_texts() {
    let mut corpus = corpus();
    corpus.examples.truncate(1);
    let place = corpus.examples[0].place(&corpus);
    let text = corpus.examples[0].text.clone();
    let run: String = bare(&text).into_iter().take(SHARED_RUN).collect();
    let shared = shared_runs(&corpus, &[("a case (its file)".to_owned(), &text)]);
    assert_eq!(shared, [format!("{place} shares {run:?} with a case (its file)")]);
}

/// The first run that each training text shares with a case, with the places of both. `cases` are
/// names and texts.
fn shared_runs(corpus: &Corpus, cases: &[(String, &String)]) -> Vec<String> {
    let bare_cases: Vec<Vec<char>> = cases.iter().map(|(_, text)| bare(text)).collect();
    let of_cases = |run: usize| -> HashMap<&[char], &str> {
        let all = bare_cases.iter().zip(cases);
        all.flat_map(|(c, (name, _))| c.windows(run).map(|w| (w, name.as_str()))).collect()
    };
    let (short, long) = (of_cases(SHARED_RUN), of_cases(SHARED_LATIN_RUN));
    let mut shared = Vec::new();
    for example in &corpus.examples {
        let text = bare(&example.text);
        let chinese = text.windows(SHARED_RUN).filter(|w| w.iter().any(|c| is_han(*c)));
        let mut run = chinese
            .filter_map(|w| Some((w, short.get(w)?)))
            .chain(text.windows(SHARED_LATIN_RUN).filter_map(|w| Some((w, long.get(w)?))));
        if let Some((run, case)) = run.next() {
            let run: String = run.iter().collect();
            shared.push(format!("{} shares {run:?} with {case}", example.place(corpus)));
        }
    }
    shared
}
