//! Runs tests/cases/advice and checks the invariants of every page, step and sentence.
//!
//! The snapshots in tests/golden/advice let a reviewer read all advice in one file.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write as _;

use serde::Deserialize;
use yanka::advice::{self, CheckResult};
use yanka::pack::Pack;
use yanka::report::{Advice, Filling, Hotline, Language, Origin, Situation, Verdict};
use yanka_tests::{cases, golden, repository};

fn pack() -> Pack {
    Pack::embedded().expect("the embedded pack")
}

fn ids(steps: &[Advice]) -> Vec<&str> {
    steps.iter().map(|step| step.id.as_str()).collect()
}

fn situations(words: &[String]) -> Vec<Situation> {
    words.iter().map(|w| Situation::from_word(w).unwrap_or_else(|| panic!("{w}"))).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[allow(dead_code)] // documents the case only
    why: String,
    #[serde(default)]
    verdict: Option<String>,
    #[serde(default)]
    findings: Vec<String>,
    /// Origin of the checked item; the default is `parcel`.
    #[serde(default)]
    from: Option<String>,
    #[serde(default)]
    situations: Vec<String>,
    #[serde(default)]
    platform: Option<String>,
    /// The exact first steps.
    #[serde(default)]
    first: Vec<String>,
    /// Steps in this order; other steps may come between them.
    #[serde(default)]
    order: Vec<String>,
    #[serde(default)]
    absent: Vec<String>,
    /// The exact first hotline entries.
    #[serde(default)]
    hotlines: Vec<String>,
}

fn wrong_with(pack: &Pack, case: &Case) -> Option<String> {
    let standing = situations(&case.situations);
    let platform = case.platform.as_deref();
    let (steps, hotlines) = match &case.verdict {
        Some(word) => {
            let verdict = Verdict::from_word(word).expect("a known verdict");
            let findings: Vec<&str> = case.findings.iter().map(String::as_str).collect();
            let word = case.from.as_deref().unwrap_or("parcel");
            let origin = Origin::from_word(word).expect("a known origin");
            let book = advice::StepCatalogue::read(pack).expect("the pack query succeeds");
            let checked = CheckResult { verdict, findings: &findings, origin };
            advice::for_check(pack, &book, checked, &standing, platform, Language::ZhHans)
        }
        None => advice::for_situations(pack, &standing, platform, Language::ZhHans),
    }
    .expect("the pack query succeeds");
    let said = ids(&steps);
    let numbers: Vec<&str> = hotlines.iter().map(|h| h.id.as_str()).collect();
    let mut rest = said.iter();
    let in_order = case.order.iter().all(|id| rest.any(|s| s == id));
    let starts =
        said.iter().zip(&case.first).all(|(a, b)| a == b) && said.len() >= case.first.len();
    let dials = numbers.iter().zip(&case.hotlines).all(|(a, b)| a == b)
        && numbers.len() >= case.hotlines.len();
    let unsaid = !case.absent.iter().any(|id| said.contains(&id.as_str()));
    (!(in_order && starts && dials && unsaid)).then(|| format!("{said:?} {numbers:?}"))
}

#[test]
fn every_case_yields_the_expected_steps() {
    let pack = pack();
    let cases: Vec<Case> = cases("advice");
    assert!(cases.len() >= 20, "{}", cases.len());
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| wrong_with(&pack, case).map(|w| format!("{}: {w}", case.name)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const MONEY: [Situation; 3] = [Situation::Paid, Situation::TookLoan, Situation::SentCashOrGold];

/// Steps that must not appear where money is lost: they destroy evidence on the phone.
const WIPES: [&str; 5] =
    ["uninstall-app", "take-back-permissions", "leave-group", "block-contact", "reset-phone"];

/// The required order of the steps for a shared screen.
const SHARED: [&str; 7] = [
    "end-sharing",
    "force-restart",
    "aeroplane-mode",
    "take-sim-out",
    "borrow-phone",
    "freeze-bank",
    "call-110-after-bank",
];

fn keeps_the_orders(standing: &[Situation], steps: &[Advice]) {
    let said = ids(steps);
    let unique: HashSet<&str> = said.iter().copied().collect();
    assert_eq!(unique.len(), said.len(), "{standing:?} repeats a step: {said:?}");
    let texts: HashSet<&str> = steps.iter().map(|s| s.step.as_str()).collect();
    assert_eq!(texts.len(), said.len(), "{standing:?} repeats a step text: {said:?}");
    assert!(steps.is_sorted_by_key(|s| s.urgency), "{standing:?} is not sorted by urgency");
    assert!(!said.is_empty(), "{standing:?} has no steps");
    assert!(said.iter().filter(|id| id.starts_with("call-110")).count() <= 1, "{said:?}");
    if standing.iter().any(|s| MONEY.contains(s)) {
        for wipe in WIPES {
            assert!(!said.contains(&wipe), "{standing:?} destroys evidence: {wipe}");
        }
        assert!(said.contains(&"keep-phone-for-police"), "{standing:?}");
        assert!(said.iter().any(|id| id.starts_with("call-110")), "{standing:?}");
    }
    if standing.contains(&Situation::ScreenShared) {
        let places: Vec<_> = SHARED.iter().map(|id| said.iter().position(|s| s == id)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{standing:?} {said:?}");
    }
}

#[test]
fn every_pair_and_triple_of_situations_merges_without_repetition_or_contradiction() {
    let pack = pack();
    let all = Situation::ALL;
    let mut tried = 0;
    for (i, a) in all.iter().enumerate() {
        for (j, b) in all.iter().enumerate().skip(i) {
            for c in all.iter().skip(j) {
                let standing: Vec<Situation> =
                    [*a, *b, *c].into_iter().collect::<BTreeSet<_>>().into_iter().collect();
                let (steps, _) = advice::for_situations(&pack, &standing, None, Language::En)
                    .expect("the pack query succeeds");
                keeps_the_orders(&standing, &steps);
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 17 * 18 * 19 / 6);
}

fn database() -> rusqlite::Connection {
    let path = repository().join("rules/pack/yanka.pack");
    rusqlite::Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)
        .expect("the committed pack")
}

fn strings(sql: &str) -> Vec<String> {
    let database = database();
    let mut statement = database.prepare(sql).expect("a query");
    let rows = statement.query_map([], |row| row.get(0)).expect("rows");
    rows.collect::<Result<_, _>>().expect("texts")
}

fn cautious<'a>(findings: &'a [&'a str]) -> CheckResult<'a> {
    CheckResult { verdict: Verdict::Caution, findings, origin: Origin::Unknown }
}

#[test]
fn every_finding_code_has_specific_advice() {
    let pack = pack();
    let codes: BTreeSet<String> =
        strings("SELECT code FROM rule UNION SELECT code FROM code").into_iter().collect();
    assert!(codes.len() >= 20, "{codes:?}");
    let book = advice::StepCatalogue::read(&pack).expect("the pack query succeeds");
    let general: BTreeSet<String> = {
        let (steps, _) = advice::for_check(&pack, &book, cautious(&["x"]), &[], None, Language::En)
            .expect("the pack query succeeds");
        steps.into_iter().map(|s| s.id).collect()
    };
    for code in codes {
        let (steps, _) =
            advice::for_check(&pack, &book, cautious(&[&code]), &[], None, Language::ZhHans)
                .expect("the pack query succeeds");
        let own = steps.iter().filter(|s| !general.contains(&s.id)).count();
        assert!(own > 0, "{code} has no specific advice");
    }
}

fn bodies(kind: &str) -> Vec<(String, serde_json::Value)> {
    let database = database();
    let mut statement = database
        .prepare("SELECT id, body FROM record WHERE kind = ?1 ORDER BY place")
        .expect("a query");
    let rows = statement
        .query_map([kind], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))
        .expect("rows");
    rows.map(|row| row.expect("a record"))
        .map(|(id, body)| (id, serde_json::from_str(&body).expect("JSON")))
        .collect()
}

/// Every sentence of a record with its path in the JSON: (path, zh-hans, en).
fn sentences(body: &serde_json::Value, way: &str, out: &mut Vec<(String, String, String)>) {
    match body {
        serde_json::Value::Object(fields) => {
            let text = |name| fields.get(name).and_then(serde_json::Value::as_str);
            if let (Some(zh), Some(en)) = (text("zh-hans"), text("en")) {
                out.push((way.to_owned(), zh.to_owned(), en.to_owned()));
            } else {
                fields
                    .iter()
                    .for_each(|(key, value)| sentences(value, &format!("{way}/{key}"), out));
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| sentences(item, way, out)),
        _ => {}
    }
}

const KINDS: [&str; 8] =
    ["step", "page", "script", "blank", "question", "check", "sentence", "group"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plain {
    longest_zh: usize,
    longest_en: usize,
    openings: Vec<String>,
    avoid_openings: Vec<String>,
    idioms: Vec<String>,
    wrong_hant: Vec<String>,
    unverified_zh: String,
    unverified_en: String,
}

fn plain() -> Plain {
    let path = repository().join("tests/cases/plain-language.toml");
    toml::from_str(&std::fs::read_to_string(path).expect("a file")).expect("TOML")
}

/// The number of letters, digits and Chinese characters; a blank such as `{amount}` counts as one.
fn read_length(sentence: &str) -> usize {
    let mut length = 0;
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        length += before.chars().filter(|c| c.is_alphanumeric()).count() + 1;
        rest = after.split_once('}').map_or("", |(_, behind)| behind);
    }
    length + rest.chars().filter(|c| c.is_alphanumeric()).count()
}

#[test]
fn every_sentence_meets_the_plain_language_limits() {
    let plain = plain();
    let mut wrong = Vec::new();
    for kind in KINDS {
        for (id, body) in bodies(kind) {
            let mut said = Vec::new();
            sentences(&body, "", &mut said);
            for (way, zh, en) in said.iter().filter(|(way, ..)| !way.starts_with("/provenance")) {
                let at = format!("{kind} {id}{way}");
                for sentence in zh.split(['。', '？', '！', '；', '：']) {
                    if read_length(sentence) > plain.longest_zh {
                        wrong.push(format!("{at}: too long: {sentence}"));
                    }
                }
                for sentence in en.split(['.', '?', '!', ';', ':']) {
                    if sentence.split_whitespace().count() > plain.longest_en {
                        wrong.push(format!("{at}: too long: {sentence}"));
                    }
                }
                if let Some(idiom) = plain.idioms.iter().find(|i| zh.contains(i.as_str())) {
                    wrong.push(format!("{at}: contains the idiom {idiom}"));
                }
            }
            if kind == "step" {
                let zh = body["text"]["zh-hans"].as_str().unwrap_or_default();
                let avoid = body["avoid"].as_bool().unwrap_or(false);
                let openings = if avoid { &plain.avoid_openings } else { &plain.openings };
                if !openings.iter().any(|o| zh.starts_with(o.as_str())) {
                    wrong.push(format!("{id}: does not begin with a verb: {zh}"));
                }
                if zh.trim_end_matches('。').contains('。') && !zh.contains("SIM") {
                    wrong.push(format!("{id}: more than one line: {zh}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn traditional_texts_contain_no_known_conversion_error() {
    let plain = plain();
    let bodies: Vec<String> = strings("SELECT body FROM record");
    for wrong in &plain.wrong_hant {
        let found = bodies.iter().filter(|body| body.contains(wrong.as_str())).count();
        assert_eq!(found, 0, "{found} records contain {wrong}");
    }
}

#[test]
fn unverified_records_are_marked_as_unverified() {
    let plain = plain();
    let mut wrong = Vec::new();
    for kind in KINDS {
        for (id, body) in bodies(kind) {
            if body["provenance"]["confidence"] != "memory" {
                continue;
            }
            let mut said = Vec::new();
            sentences(&body, "", &mut said);
            let own: Vec<_> = said.iter().filter(|(w, ..)| !w.starts_with("/provenance")).collect();
            if !own.iter().any(|(_, zh, _)| zh.contains(&plain.unverified_zh))
                || !own.iter().any(|(_, _, en)| en.contains(&plain.unverified_en))
            {
                wrong.push(format!("{kind} {id}"));
            }
        }
    }
    for hotline in hotlines() {
        let shown = format!(
            "{}{}{}{}",
            hotline.organization, hotline.purpose, hotline.warning, hotline.in_app_path
        );
        let memory = hotline.source.confidence == yanka::report::Confidence::Memory;
        let marked =
            shown.contains("未核实") || shown.contains("未经") || shown.contains("没有确认");
        if memory && !hotline.number.is_empty() && !marked {
            wrong.push(format!("hotline {}", hotline.id));
        }
    }
    assert!(
        wrong.is_empty(),
        "records without a mark of unverified provenance:\n{}",
        wrong.join("\n")
    );
}

fn hotlines() -> Vec<Hotline> {
    yanka::number::search(&pack(), "", Language::ZhHans).expect("the pack query succeeds")
}

#[test]
fn every_reference_inside_the_advice_resolves() {
    let steps: HashSet<String> = bodies("step").into_iter().map(|(id, _)| id).collect();
    let pages: HashSet<String> = bodies("page").into_iter().map(|(id, _)| id).collect();
    let groups: HashSet<String> = bodies("group").into_iter().map(|(id, _)| id).collect();
    let numbers: HashSet<String> = hotlines().into_iter().map(|h| h.id).collect();
    let blanks: HashSet<String> = bodies("blank").into_iter().map(|(id, _)| id).collect();
    let mut wrong = Vec::new();
    let list = |body: &serde_json::Value, name: &str| -> Vec<String> {
        let items = body[name].as_array().cloned().unwrap_or_default();
        items.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect()
    };
    let situation = |word: &str| match word.strip_prefix('@') {
        Some(group) => groups.contains(group),
        None => Situation::from_word(word).is_some(),
    };
    let classes: HashSet<String> =
        strings("SELECT DISTINCT class FROM hotline").into_iter().collect();
    let codes: HashSet<String> =
        strings("SELECT code FROM rule UNION SELECT code FROM code").into_iter().collect();
    let finding = |word: &str| match word.strip_suffix('*') {
        Some(room) => codes.iter().any(|code| code.starts_with(room)),
        None => codes.contains(word),
    };
    let known = |key: &str| match key.split_once(':') {
        Some(("finding", word)) => finding(word),
        Some(("platform", class)) => classes.contains(class),
        Some(("origin", word)) => Origin::from_word(word).is_some(),
        Some(("verdict", word)) => Verdict::from_word(word).is_some(),
        Some(_) => false,
        None => situation(key),
    };
    for (id, body) in bodies("step") {
        for key in list(&body, "for") {
            if !known(&key) {
                wrong.push(format!("step {id}: for {key}"));
            }
        }
        for name in ["only", "unless"] {
            for word in list(&body, name).iter().filter(|w| !known(w)) {
                wrong.push(format!("step {id}: {name} {word}"));
            }
        }
    }
    for kind in ["step", "page", "script"] {
        for (id, body) in bodies(kind) {
            for number in list(&body, "call").iter().filter(|n| !numbers.contains(*n)) {
                wrong.push(format!("{kind} {id}: calls {number}"));
            }
            for step in list(&body, "steps").iter().filter(|s| !steps.contains(*s)) {
                wrong.push(format!("{kind} {id}: step {step}"));
            }
            let mut said = Vec::new();
            sentences(&body, "", &mut said);
            for (_, zh, en) in &said {
                for blank in blanks_of(zh).into_iter().chain(blanks_of(en)) {
                    let known = if kind == "script" { &blanks } else { &numbers };
                    if !known.contains(&blank) && blank != "platform" {
                        wrong.push(format!("{kind} {id}: {{{blank}}}"));
                    }
                }
            }
        }
    }
    for (id, body) in bodies("step") {
        let by_name = list(&body, "for").into_iter().chain(list(&body, "only"));
        let by_name = by_name.collect::<Vec<_>>().iter().any(|k| k.starts_with("platform:"));
        if body["text"].to_string().contains("{platform}") != by_name {
            wrong.push(format!("step {id}: uses the platform blank without a platform condition"));
        }
    }
    for situation in Situation::ALL.iter().filter(|s| !pages.contains(s.word())) {
        wrong.push(format!("no page for {}", situation.word()));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn blanks_of(text: &str) -> Vec<String> {
    let behind = text.split('{').skip(1);
    behind.filter_map(|part| part.split_once('}').map(|(name, _)| name.to_owned())).collect()
}

#[derive(Deserialize)]
struct Notices {
    notice: Vec<NoticeAdvice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoticeAdvice {
    id: String,
    sense: String,
    carried: Vec<String>,
}

#[test]
fn every_advice_of_the_public_notices_has_a_step() {
    let path = repository().join("tests/cases/notices.toml");
    let text = std::fs::read_to_string(path).expect("a file");
    let notices: Notices = toml::from_str(&text).expect("TOML");
    assert_eq!(
        notices.notice.len(),
        35,
        "6 in N0, 8 in N1, 5 in N2, 10 in N3, 4 in N4, and two senses"
    );
    let mut carriers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (id, body) in bodies("step") {
        for carried in body["carries"].as_array().into_iter().flatten() {
            let carried = carried.as_str().expect("an id").to_owned();
            carriers.entry(carried).or_default().push(id.clone());
        }
    }
    for notice in &notices.notice {
        assert!(!notice.sense.is_empty());
        let by = carriers.remove(&notice.id).unwrap_or_default();
        let sorted =
            |ids: &[String]| ids.iter().cloned().collect::<std::collections::BTreeSet<_>>();
        assert_eq!(sorted(&by), sorted(&notice.carried), "steps that implement {}", notice.id);
        assert!(!by.is_empty(), "no step implements {}", notice.id);
    }
    assert!(carriers.is_empty(), "steps cite an unknown notice: {carriers:?}");
}

#[test]
fn every_question_is_reachable_and_leads_to_a_page() {
    let pack = pack();
    let questions = advice::questions(&pack, Language::ZhHans).expect("questions");
    let pages = advice::pages(&pack, Language::ZhHans).expect("pages");
    let mut at = questions.first().expect("a first question").clone();
    let mut seen = vec![at.id.clone()];
    loop {
        assert!(pages.iter().any(|p| p.id == at.yes), "{}: no page {}", at.id, at.yes);
        if at.no.is_empty() {
            break;
        }
        at = questions.iter().find(|q| q.id == at.no).expect("the next question").clone();
        assert!(!seen.contains(&at.id), "{} is visited twice", at.id);
        seen.push(at.id.clone());
    }
    assert_eq!(seen.len(), questions.len(), "{seen:?}");
}

#[test]
fn every_checklist_item_yields_a_finding_with_advice() {
    let pack = pack();
    let items = advice::checklist(&pack, Language::ZhHans).expect("a checklist");
    let book = advice::StepCatalogue::read(&pack).expect("the pack query succeeds");
    let pictures: HashSet<&str> = items.iter().map(|i| i.picture.as_str()).collect();
    assert_eq!(pictures.len(), items.len(), "one picture for each item");
    for item in &items {
        let found = advice::checklist_findings(
            &pack,
            &[item.id.as_str(), "no-such-line"],
            Language::ZhHans,
        )
        .expect("findings");
        assert_eq!(found.len(), 1, "{}", item.id);
        assert_eq!(found[0].finding, item.finding);
        assert!(!found[0].why.is_empty());
        let (steps, _) =
            advice::for_check(&pack, &book, cautious(&[&item.finding]), &[], None, Language::En)
                .expect("steps");
        assert!(!steps.is_empty());
    }
    assert!(advice::checklist_findings(&pack, &[], Language::En).expect("findings").is_empty());
}

#[test]
fn a_script_fills_given_blanks_and_lists_the_open_ones() {
    let pack = pack();
    let fill = |blank: &str, text: &str| Filling { blank: blank.into(), text: text.into() };
    let given = [fill("amount", "5000元"), fill("account", "{time}\u{0}"), fill("other", "x")];
    let script = advice::script(&pack, "police", &given, Language::ZhHans)
        .expect("the pack query succeeds")
        .expect("a script");
    let whole = script.lines.join("\n");
    assert!(whole.contains("5000元") && whole.contains("收款账户是{time}。"), "{whole}");
    assert!(whole.contains("【时间】"), "{whole}");
    let open: Vec<&str> = script.blanks.iter().map(|b| b.id.as_str()).collect();
    assert!(open.contains(&"time") && !open.contains(&"amount"), "{open:?}");
    assert_eq!(script.hotlines[0].number, "110");
    assert!(advice::script(&pack, "nobody", &[], Language::En).expect("a result").is_none());
}

/// Compares `now` with a file of tests/golden/advice.
fn matches_golden(name: &str, now: &str) {
    golden("golden/advice").bind(|| insta::assert_snapshot!(name, now));
}

fn urgency(step: &Advice, language: Language) -> &'static str {
    let words = match language {
        Language::En => ["seconds", "minutes", "hours", "days"],
        Language::ZhHans => ["几秒内", "几分钟", "今天内", "几天内"],
        Language::ZhHant => ["幾秒內", "幾分鐘", "今天內", "幾天內"],
    };
    words[step.urgency as usize]
}

fn page_text(page: &yanka::report::Page, language: Language) -> String {
    let mut out = format!("# {}  ({})\n", page.title, page.id);
    for line in [&page.lead, &page.deadline].into_iter().filter(|l| !l.is_empty()) {
        let _ = writeln!(out, "{line}");
    }
    for step in &page.steps {
        let sign = if step.avoid { "✗" } else { "·" };
        let within = match page.deadline.as_str() {
            "" => String::new(),
            _ => format!("[{}] ", urgency(step, language)),
        };
        let _ = writeln!(out, "{sign} {within}{}", step.step);
        if !step.why.is_empty() {
            let _ = writeln!(out, "      {}", step.why);
        }
        let published = step.source.published.as_deref().unwrap_or("-");
        let _ = writeln!(
            out,
            "      ({}; {}; {published}; {})",
            step.id,
            step.source.source,
            step.source.confidence.word()
        );
    }
    for hotline in &page.hotlines {
        let number = if hotline.number.is_empty() { "—" } else { &hotline.number };
        let _ = writeln!(out, "☎ {} {number}  {}", hotline.organization, hotline.purpose);
    }
    out
}

#[test]
fn the_pages_match_the_snapshots() {
    let pack = pack();
    for language in Language::ALL {
        let mut out = String::new();
        for page in advice::pages(&pack, *language).expect("pages") {
            let page = advice::page(&pack, &page.id, *language).expect("a result").expect("a page");
            assert!(!page.steps.is_empty(), "{} is empty", page.id);
            let timed = !page.deadline.is_empty();
            let sorted = page.steps.is_sorted_by_key(|step| step.urgency);
            assert!(!timed || sorted, "{} has a deadline and is not sorted by urgency", page.id);
            let _ = writeln!(out, "{}", page_text(&page, *language));
        }
        matches_golden(&format!("pages.{}", language.word()), &out);
    }
}

#[test]
fn the_situation_choices_match_the_snapshots() {
    let pack = pack();
    let mut out = String::new();
    for language in Language::ALL {
        let choices = advice::situations(&pack, *language).expect("situations");
        let order: Vec<Situation> = choices.iter().map(|choice| choice.situation).collect();
        assert_eq!(order, Situation::ALL, "every situation once, in declaration order");
        for choice in choices {
            assert!(!choice.meaning.is_empty() && !choice.label.is_empty());
            let _ = writeln!(out, "{}  {}", choice.label, choice.meaning);
        }
        out.push('\n');
    }
    matches_golden("where-are-you-now", &out);
}

#[test]
fn scripts_questions_and_checklist_match_the_snapshots() {
    let pack = pack();
    for language in Language::ALL {
        let mut out = String::new();
        for script in advice::scripts(&pack, *language).expect("scripts") {
            let script = advice::script(&pack, &script.id, &[], *language)
                .expect("a result")
                .expect("a script");
            let numbers: Vec<&str> = script.hotlines.iter().map(|h| h.number.as_str()).collect();
            let _ = writeln!(out, "# {}  ({}) ☎ {}", script.title, script.id, numbers.join(" "));
            script.lines.iter().for_each(|line| out.push_str(&format!("{line}\n")));
            out.push('\n');
        }
        for q in advice::questions(&pack, *language).expect("questions") {
            let _ = writeln!(out, "? {}  ({} → {})", q.text, q.id, q.yes);
        }
        out.push('\n');
        for item in advice::checklist(&pack, *language).expect("a checklist") {
            let found =
                advice::checklist_findings(&pack, &[&item.id], *language).expect("findings");
            let _ = writeln!(
                out,
                "□ {}  ({} → {}, {})\n      {}",
                item.text,
                item.picture,
                item.finding,
                found[0].severity.word(),
                found[0].why
            );
        }
        matches_golden(&format!("talk.{}", language.word()), &out);
    }
}

#[test]
fn the_table_of_situations_matches_the_snapshot() {
    let pack = pack();
    let mut out = String::from("situation | first step | first number | deadline | source\n");
    for situation in Situation::ALL {
        let page = advice::page(&pack, situation.word(), Language::ZhHans)
            .expect("a result")
            .unwrap_or_else(|| panic!("no page for {}", situation.word()));
        let first = page.steps.first().expect("a first step");
        let number = page.hotlines.iter().find(|h| !h.number.is_empty());
        let number = number.map_or("-".to_owned(), |h| format!("{} {}", h.organization, h.number));
        assert!(!page.deadline.is_empty(), "{} has no deadline", page.id);
        let _ = writeln!(
            out,
            "{} | {} | {number} | {} | {} ({}, {}, {})",
            page.id,
            first.step,
            page.deadline,
            first.source.source,
            first.source.published.as_deref().unwrap_or("-"),
            first.source.retrieved,
            first.source.confidence.word()
        );
    }
    matches_golden("situations", &out);
}
