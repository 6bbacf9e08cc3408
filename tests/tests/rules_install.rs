//! Installation of packs: refused packages, the pack that stays in use, and the state after a
//! killed process.

use std::fs;
use std::path::Path;
use std::process::Command;

use yanka::ffi::{Checker, OpenOptions};
use yanka::pack::Pack;
use yanka::report::{Language, Moment, Options, Origin, Verdict, pack_info};
use yanka_storage::Error;
use yanka_tests::packs::{
    changed, database, package, parts, signed, signed_with_untrusted_key, zipped,
};
use yanka_tests::{Folder, repository};
use zip::CompressionMethod;

/// A version above that of the embedded pack.
fn newer() -> u32 {
    Pack::embedded().unwrap().metadata().version + 10
}

fn in_use(folder: &Path) -> (u32, String) {
    let info = pack_info(&Pack::open_newest(Some(folder)).unwrap(), Language::En);
    (info.version, info.origin)
}

#[test]
fn a_newer_pack_is_installed_and_names_its_signing_key() {
    let folder = Folder::new("pack-newer");
    let stamp = Pack::install(folder.path(), &package(newer())).unwrap();
    assert_eq!(stamp.version, newer());
    let info = pack_info(&Pack::open_newest(Some(folder.path())).unwrap(), Language::En);
    assert!(info.key.contains("development key"), "{}", info.key);
    assert_eq!(in_use(folder.path()), (newer(), "installed".to_owned()));

    Pack::install(folder.path(), &package(newer() + 1)).unwrap();
    assert_eq!(in_use(folder.path()).0, newer() + 1);
    let left: Vec<_> =
        fs::read_dir(folder.path()).unwrap().flatten().map(|e| e.file_name()).collect();
    assert_eq!(left.len(), 2, "the older pack is deleted and no other file is left: {left:?}");
}

#[test]
fn the_embedded_pack_is_used_where_the_installed_one_is_older_or_missing() {
    let folder = Folder::new("pack-embedded");
    assert_eq!(in_use(folder.path()).1, "embedded");
    let older = Pack::embedded().unwrap().metadata().version - 1;
    assert!(matches!(Pack::install(folder.path(), &package(older)), Err(Error::PackOlder)));
    assert_eq!(in_use(folder.path()).1, "embedded");
    assert!(!Pack::open_newest(None).unwrap().is_installed());
}

#[test]
fn a_refused_package_leaves_the_current_pack_in_use() {
    let folder = Folder::new("pack-refused");
    Pack::install(folder.path(), &package(newer())).unwrap();
    let good = database(newer() + 1);
    let whole = signed(&good);
    let (_, signature) = parts(&whole);
    let foreign = [
        (
            "a trigger",
            "pack format: schema",
            "CREATE TRIGGER t AFTER INSERT ON rule BEGIN DELETE FROM rule; END",
        ),
        ("a view", "pack format: schema", "CREATE VIEW v AS SELECT * FROM rule"),
        ("another table", "pack format: schema", "CREATE TABLE more (x)"),
        ("a missing index", "pack format: schema", "DROP INDEX domain_of_platform"),
        ("an unknown format", "pack format: format number", "PRAGMA user_version = 99"),
        ("another program's file", "pack format: application", "PRAGMA application_id = 1"),
        ("no version", "pack format: metadata", "DELETE FROM meta WHERE name = 'version'"),
        (
            "a version in words",
            "pack format: metadata",
            "UPDATE meta SET value = 'soon' WHERE name = 'version'",
        ),
        ("a rule without its source", "pack format: references", "DELETE FROM provenance"),
        (
            "an oversized value",
            "pack format: metadata",
            "UPDATE meta SET value = hex(zeroblob(2000000)) WHERE name = 'date'",
        ),
        ("an unknown severity", "pack format: words", "UPDATE rule SET severity = 'mortal'"),
        (
            "an unknown confidence",
            "pack format: words",
            "UPDATE provenance SET confidence = 'sure'",
        ),
    ];
    let mut cases: Vec<(&str, &str, Vec<u8>)> = foreign
        .iter()
        .map(|(name, reason, sql)| (*name, *reason, signed(&changed(&good, sql))))
        .collect();
    let both: [(&str, &[u8]); 2] = [("pack.sqlite", &good), ("pack.sqlite.minisig", &signature)];
    let third: (&str, &[u8]) = ("more", b"more");
    cases.extend([
        ("another key", "pack signature", signed_with_untrusted_key(&good)),
        ("an older version", "pack older", package(newer() - 1)),
        (
            "the signature of another pack",
            "pack signature",
            zipped(
                &[both[0], ("pack.sqlite.minisig", &parts(&package(newer())).1[..])],
                CompressionMethod::Stored,
            ),
        ),
        (
            "a third file",
            "pack format: archive",
            zipped(&[both[0], both[1], third], CompressionMethod::Stored),
        ),
        ("no signature", "pack format: archive", zipped(&both[..1], CompressionMethod::Stored)),
        (
            "an empty signature",
            "pack signature",
            zipped(&[both[0], ("pack.sqlite.minisig", b"")], CompressionMethod::Stored),
        ),
        ("a bare database", "pack format: archive", good.clone()),
        ("nothing", "pack format: archive", Vec::new()),
        ("words", "pack format: archive", b"these are no rules".to_vec()),
        ("a signed text", "pack storage", signed(b"these are no rules, but signed")),
        ("a signed empty file", "pack format: application", signed(b"")),
    ]);
    for (name, reason, bytes) in cases {
        let refused = Pack::install(folder.path(), &bytes).expect_err(name);
        assert_eq!(refused.to_string(), reason, "{name}");
        assert_eq!(in_use(folder.path()).0, newer(), "after {name}");
    }
    assert!(Pack::install(folder.path(), &whole).is_ok(), "the valid package still installs");
}

#[test]
fn a_truncated_pack_is_refused_at_every_length() {
    let folder = Folder::new("pack-truncated");
    let whole = package(newer());
    for end in (0..whole.len()).step_by(whole.len() / 97).chain([whole.len() - 1]) {
        assert!(Pack::install(folder.path(), &whole[..end]).is_err(), "{end} bytes were enough");
    }
    assert_eq!(in_use(folder.path()).1, "embedded");
}

#[test]
fn a_foreign_file_in_the_folder_is_ignored() {
    let folder = Folder::new("pack-stranger");
    fs::write(folder.path().join(format!("rules-{}.sqlite", newer())), b"not a pack").unwrap();
    assert_eq!(in_use(folder.path()).1, "embedded");
    // A valid pack without its signature is ignored as well.
    fs::write(folder.path().join(format!("rules-{}.sqlite", newer())), database(newer())).unwrap();
    assert_eq!(in_use(folder.path()).1, "embedded");
}

#[test]
fn a_pack_is_old_after_ninety_days_and_not_for_a_wrong_clock() {
    const DAY: i64 = 86_400_000;
    let pack = Pack::open_unverified(&database(1)).unwrap(); // of 2026-11-21
    let fixed = 20_778 * DAY;
    for (unix_ms, offset_minutes, old) in [
        (fixed, 0, false),
        (fixed + 91 * DAY - 1, 0, false),
        (fixed + 91 * DAY, 0, true),
        (fixed + 91 * DAY - 1, 480, true), // already the next day in China
        (fixed + 91 * DAY, -60, false),
        (fixed - 9 * DAY, 0, false),
        (0, 0, false),
        (i64::MIN, -480, false),
        (i64::MAX, 480, true),
    ] {
        assert_eq!(pack.is_old(Moment { unix_ms, offset_minutes }), old, "{unix_ms}");
    }
}

#[test]
fn a_report_notes_old_rules_and_still_gives_a_verdict() {
    let embedded = fs::read(repository().join("rules/pack/yanka.pack")).unwrap();
    let options = |language| Options {
        origin: Origin::Parcel,
        language,
        situations: Vec::new(),
        keep: false,
        offset_minutes: 480,
    };
    for (date, old) in [("2020-01-01", true), ("9000-01-01", false)] {
        let folder = Folder::new("pack-old");
        let home = folder.path().to_string_lossy().into_owned();
        let opened = OpenOptions { language: Language::En, folder: Some(home), journal_key: None };
        let checker = Checker::open(opened).unwrap();
        let sql = format!(
            "UPDATE meta SET value = '{}' WHERE name = 'version'; \
             UPDATE meta SET value = '{date}' WHERE name = 'date'",
            newer()
        );
        let package = signed(&changed(&embedded, &sql));
        assert_eq!(checker.install_pack(package, Language::En).unwrap().version, newer());
        let card = "https://u.wechat.com/EXAMPLE-example-example1".to_owned();
        for language in Language::ALL {
            let reports = [
                checker.check_link(card.clone(), options(*language)).unwrap(),
                checker.check_text("客服让我共享屏幕".to_owned(), options(*language)).unwrap(),
                checker.check_answers(Vec::new(), options(*language)).unwrap(),
            ];
            for report in &reports {
                let said = report.notices.iter().find(|n| n.notice == "pack.old");
                assert_eq!(said.is_some(), old, "{date}");
                assert!(said.is_none_or(|n| n.text.contains("90")), "{said:?}");
            }
            assert_eq!(reports[0].verdict, Verdict::Danger, "old rules still apply");
            let said = checker.pack_notices(*language, 480).unwrap();
            let remarked: Vec<_> =
                reports[0].notices.iter().filter(|n| n.notice == "pack.old").collect();
            assert_eq!(
                said.iter().collect::<Vec<_>>(),
                remarked,
                "`pack_notices` gives the same notice"
            );
        }
    }
}

#[test]
fn kills_and_mutations_leave_a_working_pack() {
    for args in [["kills", "20"], ["mutations", "2000"], ["full-disk", "1"]] {
        let run = Command::new(env!("CARGO_BIN_EXE_pack-faults")).args(args).output().unwrap();
        assert!(run.status.success(), "{args:?}\n{}", String::from_utf8_lossy(&run.stderr));
    }
}

#[test]
fn no_release_secret_is_in_the_repository() {
    let listed = Command::new("git").args(["ls-files"]).current_dir(repository()).output().unwrap();
    for name in String::from_utf8(listed.stdout).unwrap().lines() {
        let text = fs::read(repository().join(name)).unwrap_or_default();
        let head = String::from_utf8_lossy(&text[..text.len().min(400)]).to_lowercase();
        // Concatenated here so that the search does not match this file.
        let secret =
            head.contains(&["secret", " key"].concat()) && head.starts_with("untrusted comment");
        assert!(!secret || head.contains("development"), "{name} contains a secret key");
    }
}
