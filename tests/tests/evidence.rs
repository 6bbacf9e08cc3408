//! The evidence export: complete, readable in a real browser, free of the user's own details
//! unless the user includes them, and without external resources.

#![allow(clippy::unwrap_used)] // a failed unwrap fails the test

use std::collections::BTreeMap;
use std::io::Read;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use yanka::error::{ApiError, Error};
use yanka::evidence;
use yanka::journal::Journal;
use yanka::report::log::{EvidenceOptions, Moment, Original, SubjectKind, TimelineStep};
use yanka::report::{Hotline, Language, Situation, Verdict, Word};
use yanka_tests::log::{NOON, entry, open, photo, text};
use yanka_tests::{Folder, repository};

const OPTIONS: EvidenceOptions = EvidenceOptions { time: NOON, own_details: false, pictures: true };

/// Personal details of an invented user, each with a valid checksum.
const OWN: [&str; 4] = ["13812345678", "11010119900307889X", "6222020000000123455", "482913"];

#[test]
fn the_archive_is_complete_and_its_checksums_verify() {
    let folder = Folder::new("evidence");
    let journal = open(folder.path()).unwrap().journal;
    let ids = [card(&journal), message(&journal)];
    let files = unzip(&evidence::export(&journal, &ids, &numbers(), &OPTIONS).unwrap());
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["SHA256SUMS", "entry-1-photo.jpg", "entry-1-small.jpg", "report.html", "report.json"]
    );
    assert_eq!(files["entry-1-photo.jpg"], picture(), "the original bytes of the photo");
    let place = folder.path().join("unzipped");
    unpack(&files, &place);
    let sums = Command::new("sha256sum").args(["-c", "SHA256SUMS"]).current_dir(&place).output();
    let sums = sums.unwrap();
    assert!(sums.status.success(), "{}", String::from_utf8_lossy(&sums.stderr));
    assert_eq!(String::from_utf8_lossy(&sums.stdout).lines().count(), 4);

    let json: serde_json::Value = serde_json::from_slice(&files["report.json"]).unwrap();
    assert_eq!(json["format"], evidence::FORMAT);
    assert_eq!(json["made_at"], "2026-01-02 03:04:05 UTC+08:00");
    let first = &json["entries"][0];
    assert_eq!(first["report"]["codes"][0]["text"], "https://u.example.invalid/AbCdEf");
    assert_eq!(first["pictures"][0]["as_photographed"], true);
    assert_eq!(first["steps"][1]["account"], "6217000000000000038");
    assert_eq!(first["sha256"].as_str().unwrap().len(), 64);
}

#[test]
fn personal_details_are_hidden_unless_the_user_includes_them() {
    let folder = Folder::new("hidden");
    let journal = open(folder.path()).unwrap().journal;
    let id = message(&journal);
    let show = |own_details| {
        let options = EvidenceOptions { own_details, ..OPTIONS };
        let files = unzip(&evidence::export(&journal, &[id], &numbers(), &options).unwrap());
        let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
        text("report.html") + &text("report.json")
    };
    let (hidden, shown) = (show(false), show(true));
    for own in OWN {
        assert!(!hidden.contains(own), "{own} is hidden");
        assert!(shown.contains(own), "{own} is shown on request");
    }
    // The suspect's details stay visible: the police need them.
    assert!(hidden.contains("6217000000000000038"));
    assert!(hidden.contains("照片没有遮"));
}

#[test]
fn an_archive_that_fails_is_not_reported_as_a_closed_log() {
    assert_eq!(ApiError::from(Error::EvidenceArchive), ApiError::DiskFull);
}

#[test]
fn a_browser_shows_every_field_on_two_pages() {
    let folder = Folder::new("browser");
    let journal = open(folder.path()).unwrap().journal;
    for (name, id) in [("card", card(&journal)), ("message", message(&journal))] {
        let files = unzip(&evidence::export(&journal, &[id], &numbers(), &OPTIONS).unwrap());
        let place = folder.path().join(name);
        unpack(&files, &place);
        let page = place.join("report.html");
        let shown = as_shown(&dom(&page, &place));
        let found = journal.entry(id).unwrap();
        let mut fields = vec![
            "2026-01-02 03:04:05 UTC+08:00".to_owned(),
            "危险：停下".to_owned(),
            found.app.clone(),
            "7 (2026-01-01, development)".to_owned(),
            "妈妈收到的卡 & <快递>".to_owned(),
            "家人".to_owned(),
            "SHA256SUMS".to_owned(),
            "It is no notarised proof".to_owned(),
        ];
        fields.extend(found.sha256.clone());
        fields.extend(
            found.report.codes.iter().flat_map(|c| [c.does.clone(), c.text.clone().unwrap()]),
        );
        fields.extend(found.report.words.iter().map(|w| w.text.clone()));
        fields.extend(found.report.text.clone());
        fields
            .extend(found.report.links.iter().flat_map(|l| [l.canonical.clone(), l.what.clone()]));
        for finding in &found.report.findings {
            fields.extend([finding.why.clone(), finding.finding.clone(), finding.rule.clone()]);
            fields.extend([finding.source.source.clone(), finding.source.retrieved.clone()]);
        }
        for step in &found.steps {
            fields.extend([step.what.clone(), step.amount.clone(), step.account.clone()]);
            fields.extend([step.order.clone(), step.waybill.clone()]);
        }
        fields.extend(found.report.advice.iter().take(4).map(|a| a.step.clone()));
        for line in numbers() {
            fields.extend([line.organization, line.number, line.purpose, line.source.source]);
        }
        for field in fields {
            assert!(shown.contains(&as_shown(&field)), "{name}: not shown: {field}");
        }
        let pages = printed(&page, &place);
        assert!((1..=2).contains(&pages), "{name}: {pages} pages");
    }
}

#[test]
fn a_browser_loads_nothing_from_outside() {
    let folder = Folder::new("loads");
    let journal = open(folder.path()).unwrap().journal;
    let (address, calls, opened) = listener();
    let hostile = format!(
        "<img src=\"http://{address}/a\"><script src='http://{address}/b'></script>\
         <style>@import url(http://{address}/c)</style>\"><iframe src=http://{address}/d>"
    );
    let id = journal.add(&entry(&text(&hostile), None)).unwrap().unwrap();
    journal.set_note(id, &hostile).unwrap();
    let files = unzip(&evidence::export(&journal, &[id], &numbers(), &OPTIONS).unwrap());
    let place = folder.path().join("hostile");
    unpack(&files, &place);
    assert!(as_shown(&dom(&place.join("report.html"), &place)).contains(&as_shown(&hostile)));
    assert_eq!(opened.load(Ordering::SeqCst), 0, "content of a card is displayed, never loaded");

    // The content security policy must block requests even where the escaping fails. Without the
    // policy the same page makes requests, so this test detects them.
    let page = String::from_utf8(files["report.html"].clone()).unwrap();
    let broken = page.replace("</body>", &format!("{hostile}</body>"));
    std::fs::write(place.join("broken.html"), &broken).unwrap();
    dom(&place.join("broken.html"), &place);
    assert_eq!(calls.lock().unwrap()[..], [""; 0], "the policy blocks every request");
    let open = broken.replace("Content-Security-Policy", "none");
    std::fs::write(place.join("open.html"), open).unwrap();
    dom(&place.join("open.html"), &place);
    assert!(!calls.lock().unwrap().is_empty(), "without the policy the browser makes requests");
}

#[test]
fn shared_texts_contain_no_personal_details() {
    let report = text(&format!("我的电话{}，卡号{}，住在虚构路8号", OWN[0], OWN[2]));
    for language in Language::ALL {
        let warning = evidence::warning(&report, SubjectKind::Text, *language);
        let wrong = evidence::wrong_answer(&report, SubjectKind::Text, *language);
        for told in [&warning, &wrong] {
            assert!(!OWN.iter().any(|own| told.contains(own)) && !told.contains("虚构路"));
        }
        assert!(warning.contains(&report.findings[0].why), "{warning}");
        assert!(wrong.contains("text.screen-share") && wrong.contains("invented/rule-1"));
    }
    let card = photo("https://u.example.invalid/AbCdEf");
    let told = evidence::warning(&card, SubjectKind::Photo, Language::ZhHans);
    assert!(told.starts_with("我刚查到这张卡是骗局"));
    assert!(!told.contains("example.invalid"));
    for verdict in Verdict::ALL {
        let mut report = card.clone();
        report.verdict = *verdict;
        assert!(
            !evidence::warning(&report, SubjectKind::Photo, Language::ZhHans).contains("安全。")
                || *verdict == Verdict::NothingFound
        );
    }
}

/// Adds a card from a parcel, with everything that a user can add to an entry.
fn card(journal: &Journal) -> i64 {
    let mut report = photo("https://u.example.invalid/AbCdEf");
    report.words = ["售后服务卡", "扫码添加专属客服，领取三倍赔付", "有效期三天，过期作废"]
        .map(|line| Word { text: line.into(), corners: Vec::new(), straight: false })
        .to_vec();
    let photo = picture();
    let original = Original { text: None, photo: Some(photo.clone()) };
    let mut new = entry(&report, Some(&photo));
    new.situation = &[Situation::Scanned, Situation::ContactAdded, Situation::Paid];
    new.photo_sha256 = Some(yanka::journal::sha256(&photo));
    new.original = Some(&original);
    let id = journal.add(&new).unwrap().unwrap();
    tell(journal, id);
    id
}

/// Adds a message that contains the user's personal details.
fn message(journal: &Journal) -> i64 {
    let said = format!(
        "【虚构商城】您好，我是理赔专员。您的手机{}，身份证{}，银行卡{}已登记。\n验证码是{}，请告诉我。\n\
         请把保证金5000元转到安全账户6217000000000000038，户名王某某。{}",
        OWN[0],
        OWN[1],
        OWN[2],
        OWN[3],
        "为了给您办理三倍赔付，请打开会议软件共享屏幕，跟着我一步一步操作。".repeat(8)
    );
    let report = text(&said);
    let original = Original { text: Some(said), photo: None };
    let mut new = entry(&report, None);
    new.situation = &[Situation::OnThePhone];
    new.original = Some(&original);
    let id = journal.add(&new).unwrap().unwrap();
    tell(journal, id);
    id
}

fn tell(journal: &Journal, id: i64) {
    journal.set_note(id, "妈妈收到的卡 & <快递>").unwrap();
    journal.set_label(id, "家人").unwrap();
    let hours = |n: i64| Moment { unix_ms: NOON.unix_ms - n * 3_600_000, ..NOON };
    let blank = TimelineStep {
        step: 0,
        time: NOON,
        situation: None,
        what: String::new(),
        amount: String::new(),
        account: String::new(),
        order: String::new(),
        waybill: String::new(),
    };
    let steps = [
        TimelineStep {
            time: hours(5),
            situation: Some(Situation::Scanned),
            what: "收到包裹，里面有一张售后卡，扫了上面的码。".into(),
            order: "2026010200001".into(),
            waybill: "YT0000000000001".into(),
            ..blank.clone()
        },
        TimelineStep {
            time: hours(3),
            situation: Some(Situation::Paid),
            what: "对方说交保证金才能退款，转了两次。".into(),
            amount: "5000元 + 8000元".into(),
            account: "6217000000000000038".into(),
            ..blank.clone()
        },
        TimelineStep { time: hours(1), what: "对方把我拉黑了。".into(), ..blank },
    ];
    for step in &steps {
        journal.put_step(id, step).unwrap();
    }
}

fn numbers() -> Vec<Hotline> {
    let mut numbers = photo("x").hotlines;
    let mut complaint = numbers[0].clone();
    complaint.organization = "虚构网购平台".into();
    complaint.number = String::new();
    complaint.in_app_path = "订单 → 官方客服 → 举报商家".into();
    complaint.purpose = "举报店铺，申请平台介入".into();
    numbers.push(complaint);
    numbers
}

fn picture() -> Vec<u8> {
    std::fs::read(repository().join("tests/photos/after-sales-wechat.jpg")).unwrap()
}

fn unzip(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|n| {
            let mut file = zip.by_index(n).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn unpack(files: &BTreeMap<String, Vec<u8>>, place: &Path) {
    std::fs::create_dir_all(place).unwrap();
    for (name, bytes) in files {
        std::fs::write(place.join(name), bytes).unwrap();
    }
}

/// Opens a file in the real browser; returns its standard output.
fn browser(page: &Path, place: &Path, task: &str) -> String {
    let run = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"])
        .arg(format!("--user-data-dir={}", place.join("profile").display()))
        .args(["--no-pdf-header-footer", task])
        .arg(format!("file://{}", page.display()))
        .output()
        .expect("chromium: tests/run installs it");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8_lossy(&run.stdout).into_owned()
}

fn dom(page: &Path, place: &Path) -> String {
    browser(page, place, "--dump-dom")
}

fn printed(page: &Path, place: &Path) -> usize {
    let file: PathBuf = place.join("printed.pdf");
    browser(page, place, &format!("--print-to-pdf={}", file.display()));
    let told = Command::new("pdfinfo").arg(&file).output().expect("pdfinfo: tests/run installs it");
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(told.contains("A4"), "the page size is A4: {told}");
    let pages = told.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap();
    pages.trim().parse().unwrap()
}

/// The visible text: without markup, entities and white space.
fn as_shown(html: &str) -> String {
    let mut shown = String::new();
    let mut inside = false;
    // A tag begins with `<` and a letter, a slash or an exclamation mark; any other `<` is text.
    let escaped = html.replace("&lt;", "\u{1}").replace("&gt;", "\u{2}");
    for c in escaped.chars() {
        match c {
            '<' if escaped.contains("<body") => inside = true,
            '>' if inside => inside = false,
            _ if inside || c.is_whitespace() => {}
            c => shown.push(c),
        }
    }
    shown.replace('\u{1}', "<").replace('\u{2}', ">").replace("&amp;", "&").replace("&quot;", "\"")
}

/// A local HTTP listener that records the requests it receives.
fn listener() -> (String, Arc<Mutex<Vec<String>>>, Arc<AtomicUsize>) {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = socket.local_addr().unwrap().to_string();
    let calls = Arc::new(Mutex::new(Vec::new()));
    let opened = Arc::new(AtomicUsize::new(0));
    let (seen, count) = (Arc::clone(&calls), Arc::clone(&opened));
    std::thread::spawn(move || {
        for mut call in socket.incoming().flatten() {
            count.fetch_add(1, Ordering::SeqCst);
            let seen = Arc::clone(&seen);
            // One thread per connection: a browser opens connections that it may never use.
            std::thread::spawn(move || {
                let mut asked = [0; 512];
                let read = call.read(&mut asked).unwrap_or(0);
                if read > 0 {
                    let line = String::from_utf8_lossy(&asked[..read]);
                    seen.lock().unwrap().push(line.lines().next().unwrap_or("").to_owned());
                }
            });
        }
    });
    (address, calls, opened)
}
