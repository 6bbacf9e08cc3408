//! Telephone scripts through the API, filled from the log.

use yanka::ffi::{Checker, OpenOptions};
use yanka::report::{Filling, Language, Moment, Options, Origin, TimelineStep};
use yanka_tests::Folder;

fn options() -> Options {
    Options {
        origin: Origin::Parcel,
        language: Language::ZhHans,
        situations: Vec::new(),
        keep: true,
        offset_minutes: 480,
    }
}

/// 2026-03-05 14:07 in China.
const PAID: Moment = Moment { unix_ms: 1_772_690_820_000, offset_minutes: 480 };

#[test]
fn the_blanks_are_filled_from_the_entry_and_its_timeline() {
    let folder = Folder::new("scripts");
    let checker = Checker::open(OpenOptions {
        language: Language::ZhHans,
        folder: Some(folder.path().to_string_lossy().into_owned()),
        journal_key: Some(vec![7; 32]),
    })
    .expect("a log");
    let link = "https://u.wechat.com/EXAMPLE-script-example1";
    let report = checker.check_link(link.to_owned(), options()).expect("a report");
    let entry = report.entry.expect("an entry");
    let step = TimelineStep {
        step: 0,
        time: PAID,
        situation: None,
        what: "扫了卡上的码，转了钱".to_owned(),
        amount: "2600元".to_owned(),
        account: "示例银行 赵某".to_owned(),
        order: "EX-0001".to_owned(),
        waybill: String::new(),
    };
    checker.log_step(entry, step).expect("a step");

    let script = |id: &str, fillings: Vec<Filling>, language| {
        let script = checker.script_from_log(id.to_owned(), entry, fillings, language);
        script.expect("the log and the pack answer").expect("such a script")
    };
    let police = script("police", Vec::new(), Language::ZhHans);
    let said = police.lines.join("\n");
    for part in ["3月5日14点07分", "2600元", "示例银行 赵某", "u.wechat.com"] {
        assert!(said.contains(part), "{part} is missing:\n{said}");
    }
    let open: Vec<&str> = police.blanks.iter().map(|b| b.id.as_str()).collect();
    assert!(open.contains(&"name") && !open.contains(&"amount"), "{open:?}");

    let own = vec![Filling { blank: "amount".to_owned(), text: "三千元".to_owned() }];
    let said = script("police", own, Language::ZhHans).lines.join("\n");
    assert!(
        said.contains("三千元") && !said.contains("2600元"),
        "the user's own value takes precedence"
    );
    let said = script("police", Vec::new(), Language::En).lines.join("\n");
    assert!(said.contains("14:07 on 5 March"), "{said}");
    assert!(script("platform", Vec::new(), Language::En).lines.join("\n").contains("EX-0001"));
}

#[test]
fn without_a_payment_the_payment_blanks_stay_open() {
    let folder = Folder::new("scripts-open");
    let checker = Checker::open(OpenOptions {
        language: Language::ZhHans,
        folder: Some(folder.path().to_string_lossy().into_owned()),
        journal_key: Some(vec![7; 32]),
    })
    .expect("a log");
    let report = checker.check_text("今晚七点吃饭".to_owned(), options()).expect("a report");
    let entry = report.entry.expect("an entry");
    let script = checker.script_from_log("police".into(), entry, Vec::new(), Language::ZhHans);
    let open: Vec<String> =
        script.expect("a result").expect("a script").blanks.into_iter().map(|b| b.id).collect();
    for blank in ["time", "amount", "account"] {
        assert!(open.iter().any(|b| b == blank), "{blank} was filled from nothing");
    }
    let none = checker.script_from_log("police".into(), entry + 1, Vec::new(), Language::En);
    assert!(none.is_err());
}
