//! Compares whole reports with the snapshots in tests/golden/reports: every field that a shell or
//! a JSON reader gets, so that a review sees what a change of rules does to a person's screen.

use std::collections::BTreeSet;

use serde::Deserialize;
use yanka::ffi::{Checker, OpenOptions};
use yanka::report::{Language, Milliseconds, Options, Origin, PackInfo, Photo, Report};
use yanka_tests::{cases, golden, golden_names, repository};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[allow(dead_code)] // documents the case only
    why: String,
    photo: Option<String>,
    text: Option<String>,
    link: Option<String>,
    from: String,
    language: String,
}

fn report(checker: &Checker, case: &Case) -> Report {
    let options = Options {
        origin: Origin::from_word(&case.from).expect("a known origin"),
        language: Language::from_word(&case.language).expect("a known language"),
        situations: Vec::new(),
        keep: false,
        offset_minutes: 480,
    };
    match (&case.photo, &case.text, &case.link) {
        (Some(name), None, None) => {
            let path = repository().join("tests/photos").join(name);
            let photo = Photo::Encoded { bytes: std::fs::read(path).expect("a photograph") };
            checker.check_photo(photo, options, None, None)
        }
        (None, Some(text), None) => checker.check_text(text.clone(), options),
        (None, None, Some(link)) => checker.check_link(link.clone(), options),
        _ => panic!("{}: one of photo, text and link", case.name),
    }
    .expect("a report")
}

/// The report without what differs between two runs or two versions of the pack; corners rounded to
/// whole pixels.
fn stable(mut report: Report) -> Report {
    report.milliseconds = Milliseconds::default();
    report.pack = PackInfo { version: 0, date: String::new(), rules: 0, ..report.pack };
    for corner in report.codes.iter_mut().flat_map(|code| &mut code.corners) {
        (corner.x, corner.y) = (corner.x.round(), corner.y.round());
    }
    report
}

#[test]
fn every_report_matches_its_snapshot() {
    let options = OpenOptions { language: Language::ZhHans, folder: None, journal_key: None };
    let checker = Checker::open(options).expect("the rules open");
    let cases: Vec<Case> = cases("reports");
    for case in &cases {
        let report = stable(report(&checker, case));
        let json = serde_json::to_string_pretty(&report).expect("JSON");
        golden("golden/reports").bind(|| insta::assert_snapshot!(case.name.clone(), json));
    }
    let names: BTreeSet<String> = cases.into_iter().map(|case| case.name).collect();
    assert_eq!(golden_names("golden/reports"), names, "a snapshot for each case");
}
