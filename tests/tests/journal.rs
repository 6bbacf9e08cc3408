//! The private log through its public API: entries read back unchanged, and deleted entries are
//! gone.

#![allow(clippy::unwrap_used)] // a failed unwrap fails the test

use yanka::ffi::{Checker, OpenOptions};
use yanka::journal::{Journal, NewEntry};
use yanka::report::log::{Keep, LogFilter, Moment, Opinion, Original, Retention};
use yanka::report::{Language, Verdict};
use yanka_storage::Error;
use yanka_tests::Folder;
use yanka_tests::log::{KEY, NOON, all, blank, entry, open, photo, text};
use zeroize::Zeroizing;

#[test]
fn an_entry_reads_back_unchanged_after_reopening() {
    let folder = Folder::new("round");
    let first = {
        let journal = open(folder.path()).unwrap().journal;
        let report = photo("https://example.invalid/one");
        let id = journal.add(&entry(&report, Some(b"picture"))).unwrap().unwrap();
        journal.set_note(id, "妈妈的快递").unwrap();
        journal.set_label(id, "家人").unwrap();
        id
    };
    let journal = open(folder.path()).unwrap().journal;
    let found = journal.entry(first).unwrap();
    assert_eq!(found.line.note, "妈妈的快递");
    assert_eq!(found.line.label, "家人");
    assert_eq!(found.line.time, NOON);
    assert_eq!(found.picture.as_deref(), Some(&b"picture"[..]));
    let mut expected = photo("https://example.invalid/one");
    expected.entry = Some(first);
    assert_eq!(found.report, expected);
}

#[test]
fn pages_run_newest_first_and_contain_each_entry_once() {
    let folder = Folder::new("pages");
    let journal = open(folder.path()).unwrap().journal;
    let ids: Vec<i64> = (0..25)
        .map(|n| {
            let verdict = if n % 5 == 0 { Verdict::Caution } else { Verdict::NothingFound };
            let mut report = blank(verdict);
            report.text = Some(format!("第{n}条 Sample ＡＢＣ"));
            journal.add(&entry(&report, None)).unwrap().unwrap()
        })
        .collect();
    let mut seen = Vec::new();
    while let Some(page) =
        Some(journal.page(&all(), seen.last().copied(), 7).unwrap()).filter(|p| !p.is_empty())
    {
        seen.extend(page.iter().map(|line| line.entry));
    }
    seen.reverse();
    assert_eq!(seen, ids);
    let caution = LogFilter { verdict: Some(Verdict::Caution), ..all() };
    assert_eq!(journal.count(&caution).unwrap(), 5);
    assert_eq!(journal.page(&caution, None, 3).unwrap().len(), 3);
    let search = |words: &str| LogFilter { search: Some(words.into()), ..all() };
    assert_eq!(journal.count(&search("sample abc")).unwrap(), 25);
    assert_eq!(journal.count(&search("第24条")).unwrap(), 1);
    assert_eq!(journal.count(&search("没有的词")).unwrap(), 0);
    assert_eq!(journal.count(&LogFilter { search: Some("abc".into()), ..caution }).unwrap(), 5);
}

#[test]
fn another_key_is_refused_and_changes_nothing() {
    let folder = Folder::new("key");
    let id = {
        let journal = open(folder.path()).unwrap().journal;
        journal.add(&entry(&text("一条虚构的短信"), None)).unwrap().unwrap()
    };
    let path = folder.path().join("journal.db");
    let before = std::fs::read(&path).unwrap();
    let mut other = KEY;
    other[31] ^= 1;
    let opened = Journal::open(&path, Zeroizing::new(other));
    assert!(matches!(opened, Err(Error::JournalKey)));
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert!(open(folder.path()).unwrap().journal.entry(id).is_ok());
}

#[test]
fn settings_are_stored_and_applied() {
    let folder = Folder::new("choices");
    let journal = open(folder.path()).unwrap().journal;
    assert_eq!(journal.keep().unwrap(), Keep::All);
    assert_eq!(journal.retention().unwrap(), Retention::NinetyDays);
    journal.set_keep(Keep::Nothing).unwrap();
    assert_eq!(journal.add(&entry(&text("不留下"), None)).unwrap(), None);
    journal.set_keep(Keep::WithoutPictures).unwrap();
    let id = journal.add(&entry(&photo("x"), Some(b"p"))).unwrap().unwrap();
    assert_eq!(journal.entry(id).unwrap().picture, None);
    let original = Original { text: Some("原文".into()), photo: None };
    journal.keep_as_evidence(id, &original).unwrap();
    let later = NOON.unix_ms + 400 * 86_400_000;
    assert_eq!(journal.expire(later).unwrap(), 0);
    assert_eq!(journal.erase(false).unwrap().evidence, 1);
    journal.release(id).unwrap();
    assert_eq!(journal.original(id).unwrap(), Original::default());
    assert_eq!(journal.expire(later).unwrap(), 1);
    assert!(matches!(journal.entry(id), Err(yanka::error::Error::Storage(Error::NoSuchRow))));
}

#[test]
fn expired_entries_are_deleted_before_the_first_read() {
    let folder = Folder::new("opened");
    let kept = {
        let journal = open(folder.path()).unwrap().journal;
        let long_ago =
            |report| NewEntry { time: Moment { unix_ms: 1, ..NOON }, ..entry(report, None) };
        let report = text("很久以前");
        journal.add(&long_ago(&report)).unwrap();
        let kept = journal.add(&long_ago(&report)).unwrap().unwrap();
        journal.keep_as_evidence(kept, &Original::default()).unwrap();
        kept
    };
    let checker = Checker::open(OpenOptions {
        language: Language::ZhHans,
        folder: Some(folder.path().to_str().unwrap().to_owned()),
        journal_key: Some(KEY.to_vec()),
    })
    .unwrap();
    let left = checker.log_page(None, None, 10).unwrap();
    assert_eq!(left.iter().map(|line| line.entry).collect::<Vec<_>>(), [kept]);
}

#[test]
fn own_rules_match_the_link_then_the_host_then_parent_hosts() {
    let folder = Folder::new("own");
    let journal = open(folder.path()).unwrap().journal;
    journal.add_own_rule(Opinion::Bad, "shop.example", "骗过我", NOON).unwrap();
    let fine = journal.add_own_rule(Opinion::Fine, "https://a.shop.example/x", "", NOON).unwrap();
    let opinion = |link: &str, host: &str| {
        journal.own_rule_for(link, Some(host)).unwrap().map(|rule| rule.opinion)
    };
    assert_eq!(opinion("https://a.shop.example/x", "a.shop.example"), Some(Opinion::Fine));
    assert_eq!(opinion("https://a.shop.example/y", "a.shop.example"), Some(Opinion::Bad));
    assert_eq!(opinion("https://a.shop.example./y", "a.shop.example."), Some(Opinion::Bad));
    assert_eq!(opinion("https://myshop.example/", "myshop.example"), None);
    journal.remove_own_rule(fine).unwrap();
    assert_eq!(opinion("https://a.shop.example/x", "a.shop.example"), Some(Opinion::Bad));
    assert_eq!(journal.own_rules().unwrap().len(), 1);
}
