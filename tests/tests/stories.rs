//! Plays tests/cases/stories: every turn checks a text or code, sets the situation and compares
//! the advice with that of the public notices.

use serde::Deserialize;
use yanka::ffi::{Checker, OpenOptions};
use yanka::report::{Advice, Hotline, Language, Options, Origin, Situation, Verdict};
use yanka::{advice, number, pack::Pack};
use yanka_tests::{Ledger, cases};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Story {
    name: String,
    #[allow(dead_code)] // documents the case only
    why: String,
    notice: String,
    turn: Vec<Turn>,
}

/// One of `text`, `code`, `page`, `number`, or a situation alone.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Turn {
    #[allow(dead_code)] // documents the case only
    why: String,
    text: Option<String>,
    code: Option<String>,
    page: Option<String>,
    number: Option<String>,
    from: Option<String>,
    situations: Vec<String>,
    platform: Option<String>,
    verdict: Option<String>,
    status: Option<String>,
    /// These steps in this order; others may come between them.
    steps: Vec<String>,
    absent: Vec<String>,
    /// The exact first hotline entries.
    hotlines: Vec<String>,
}

struct Answer {
    verdict: Option<Verdict>,
    status: Option<&'static str>,
    steps: Vec<Advice>,
    hotlines: Vec<Hotline>,
}

struct Stage {
    checker: std::sync::Arc<Checker>,
    pack: Pack,
}

impl Stage {
    fn new() -> Self {
        let options = OpenOptions { language: Language::ZhHans, folder: None, journal_key: None };
        let checker = Checker::open(options).expect("the rules open");
        Self { checker, pack: Pack::embedded().expect("the embedded pack") }
    }

    fn play(&self, turn: &Turn) -> Answer {
        let situations: Vec<Situation> = turn
            .situations
            .iter()
            .map(|w| Situation::from_word(w).unwrap_or_else(|| panic!("{w}")))
            .collect();
        if let Some(input) = &turn.number {
            let said = number::look_up(&self.pack, input, Language::ZhHans).expect("a result");
            let status = Some(said.status.word());
            return Answer { verdict: None, status, steps: Vec::new(), hotlines: said.hotlines };
        }
        if let Some(id) = &turn.page {
            let page = advice::page(&self.pack, id, Language::ZhHans)
                .expect("a result")
                .unwrap_or_else(|| panic!("no page {id}"));
            return Answer {
                verdict: None,
                status: None,
                steps: page.steps,
                hotlines: page.hotlines,
            };
        }
        let origin = turn.from.as_deref().map_or(Some(Origin::Unknown), Origin::from_word);
        let options = Options {
            origin: origin.expect("a known origin"),
            language: Language::ZhHans,
            situations: situations.clone(),
            keep: false,
            offset_minutes: 480,
        };
        let report = match (&turn.text, &turn.code) {
            (Some(text), _) => self.checker.check_text(text.clone(), options),
            (None, Some(code)) => self.checker.check_link(code.clone(), options),
            (None, None) => {
                let platform = turn.platform.as_deref();
                let (steps, hotlines) =
                    advice::for_situations(&self.pack, &situations, platform, Language::ZhHans)
                        .expect("a result");
                return Answer { verdict: None, status: None, steps, hotlines };
            }
        }
        .expect("a report");
        Answer {
            verdict: Some(report.verdict),
            status: None,
            steps: report.advice,
            hotlines: report.hotlines,
        }
    }
}

/// The steps that replace `open-order` where a text names a platform, a courier, a bank or an
/// office.
const OWN_WAYS: [&str; 4] = ["open-order-platform", "open-courier", "open-own-app", "ask-office"];

fn wrong_with(turn: &Turn, answer: &Answer) -> Option<String> {
    let said: Vec<&str> = answer.steps.iter().map(|s| s.id.as_str()).collect();
    let numbers: Vec<&str> = answer.hotlines.iter().map(|h| h.id.as_str()).collect();
    let verdict = answer.verdict.map(Verdict::word);
    let mut wrong = Vec::new();
    if turn.verdict.as_deref() != verdict {
        wrong.push(format!("verdict {verdict:?}"));
    }
    if turn.status.as_deref() != answer.status {
        wrong.push(format!("status {:?}", answer.status));
    }
    // Where a text names a platform, the step of that platform replaces `open-order`.
    let same =
        |asked: &str, id: &str| asked == id || (asked == "open-order" && OWN_WAYS.contains(&id));
    let mut rest = said.iter();
    if !turn.steps.iter().all(|asked| rest.any(|id| same(asked, id))) {
        wrong.push(format!("steps {said:?}"));
    }
    if let Some(id) = turn.absent.iter().find(|id| said.contains(&id.as_str())) {
        wrong.push(format!("says {id}"));
    }
    if !turn.hotlines.iter().zip(&numbers).all(|(a, b)| a == b)
        || numbers.len() < turn.hotlines.len()
    {
        wrong.push(format!("numbers {numbers:?}"));
    }
    (!wrong.is_empty()).then(|| wrong.join("; "))
}

#[test]
fn every_story_gives_the_advice_of_the_notices() {
    let stage = Stage::new();
    let stories: Vec<Story> = cases("stories");
    for notice in ["N0", "N1", "N2", "N3", "N4"] {
        assert!(stories.iter().any(|s| s.notice == notice), "no story of {notice}");
    }
    let mut outcomes = Vec::new();
    for story in &stories {
        for (at, turn) in (1..).zip(&story.turn) {
            let failed = wrong_with(turn, &stage.play(turn));
            outcomes.push((format!("{}-{at}", story.name), failed));
        }
    }
    assert!(outcomes.len() >= 50, "{}", outcomes.len());
    let complaints = Ledger::of("stories").discrepancies(&outcomes);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
