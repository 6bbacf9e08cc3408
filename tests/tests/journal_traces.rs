//! No file contains deleted, expired or erased data: neither the encrypted bytes on disk nor, for
//! a holder of the key, the free pages and the write-ahead log.

#![allow(clippy::unwrap_used)] // a failed unwrap fails the test

use std::collections::{BTreeSet, HashMap, HashSet};

use aho_corasick::AhoCorasick;
use rusqlite::Connection;
use yanka::journal::Journal;
use yanka::report::Report;
use yanka::report::log::{Keep, Moment, Opinion, Original, Retention};
use yanka_tests::Folder;
use yanka_tests::log::{KEY, NOON, entry, open, photo, text};
use yanka_tests::pages::decrypted_journal;

const PLANTED: usize = 1_000;
/// Number of bytes of a deflated report that the tests search for.
const PIECE: usize = 16;

/// The byte strings that one entry must not leave behind.
struct Planted {
    id: i64,
    needles: Vec<Vec<u8>>,
}

#[test]
fn nothing_can_be_read_without_the_key() {
    let folder = Folder::new("plain");
    let journal = open(folder.path()).unwrap().journal;
    let planted = plant(&journal, &folder);
    let mut raw = Vec::new();
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(!name.contains("planted"));
        raw.extend(std::fs::read(path).unwrap());
    }
    assert!(raw.len() > PLANTED * 1000, "these files contain the entries");
    assert_eq!(found(&planted, &raw), BTreeSet::new());
}

#[test]
fn deletion_expiry_and_erasure_leave_no_trace() {
    let folder = Folder::new("traces");
    let journal = open(folder.path()).unwrap().journal;
    let planted = plant(&journal, &folder);
    let see = || found(&planted, &decrypted_journal(folder.path(), &KEY));
    let every: BTreeSet<i64> = planted.iter().map(|p| p.id).collect();
    assert_eq!(see(), every, "the search finds existing entries");

    let mut left = every;
    for one in planted.iter().step_by(3) {
        journal.delete(one.id).unwrap();
        left.remove(&one.id);
    }
    assert_eq!(see(), left, "after deleting every third entry");

    // Entry n is n hours after the first; this expires the first 500 hours.
    journal.set_retention(Retention::SevenDays).unwrap();
    journal.expire(NOON.unix_ms + (500 + 7 * 24) * 3_600_000).unwrap();
    let old: BTreeSet<i64> = planted[..500].iter().map(|p| p.id).collect();
    left = &left - &old;
    assert_eq!(see(), left, "after expiry");

    let kept = planted[700].id;
    journal.keep_as_evidence(kept, &Original::default()).unwrap();
    let erased = journal.erase(false).unwrap();
    assert!(erased.swept && erased.evidence == 1);
    assert_eq!(see(), BTreeSet::from([kept]), "after erasing all but the evidence");

    assert!(journal.erase(true).unwrap().swept);
    assert_eq!(see(), BTreeSet::new(), "after erasing everything");
    drop(journal);
    assert_eq!(see(), BTreeSet::new(), "after closing");
}

#[test]
fn released_evidence_notes_steps_and_rules_leave_no_trace() {
    let folder = Folder::new("released");
    let journal = open(folder.path()).unwrap().journal;
    let original = Original {
        text: Some("planted-original 虚构".into()),
        photo: Some(b"planted-photo".repeat(2000)),
    };
    let id = journal.add(&entry(&text("短信"), None)).unwrap().unwrap();
    journal.keep_as_evidence(id, &original).unwrap();
    journal.set_note(id, "planted-note-one").unwrap();
    let rule = journal.add_own_rule(Opinion::Bad, "planted-rule.example", "", NOON).unwrap();
    let see = |needle: &str| {
        AhoCorasick::new([needle]).unwrap().is_match(&decrypted_journal(folder.path(), &KEY))
    };
    for needle in ["planted-original", "planted-photo", "planted-note-one", "planted-rule"] {
        assert!(see(needle), "{needle} is present");
    }
    journal.release(id).unwrap();
    journal.set_note(id, "another").unwrap();
    journal.remove_own_rule(rule).unwrap();
    for needle in ["planted-original", "planted-photo", "planted-note-one", "planted-rule"] {
        assert!(!see(needle), "{needle} is gone");
    }
}

fn plant(journal: &Journal, folder: &Folder) -> Vec<Planted> {
    journal.set_keep(Keep::All).unwrap();
    let planted: Vec<_> = (0..PLANTED).map(|n| add(journal, n)).collect();
    // The deflated reports are planted too: the search uses a part that is unique to each report.
    let hex: String = KEY.iter().map(|b| format!("{b:02x}")).collect();
    let db = Connection::open(folder.path().join("journal.db")).unwrap();
    db.execute_batch(&format!("PRAGMA key = \"x'{hex}'\"")).unwrap();
    let reports: Vec<Vec<u8>> = planted
        .iter()
        .map(|one| {
            db.query_row("SELECT report FROM content WHERE entry = ?1", [one.id], |r| r.get(0))
                .unwrap()
        })
        .collect();
    let mut owners: HashMap<&[u8], usize> = HashMap::new();
    for report in &reports {
        for piece in report.windows(PIECE).collect::<HashSet<_>>() {
            *owners.entry(piece).or_default() += 1;
        }
    }
    let mut planted = planted;
    for (one, report) in planted.iter_mut().zip(&reports) {
        let own = report.windows(PIECE).find(|piece| owners[piece] == 1).unwrap();
        one.needles.push(own.to_vec());
    }
    planted
}

fn add(journal: &Journal, n: usize) -> Planted {
    let payload = format!("planted-{n:04}-{:x}", n.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let report: Report = if n.is_multiple_of(2) {
        photo(&format!("https://u.example.invalid/{payload}"))
    } else {
        text(&format!("一条虚构的短信{}{payload}", "，请马上添加客服".repeat(n % 60)))
    };
    let picture = format!("picture-{payload}").repeat(1 + n % 300).into_bytes();
    let mut new = entry(&report, Some(&picture));
    new.time = Moment { unix_ms: NOON.unix_ms + n as i64 * 3_600_000, ..NOON };
    let id = journal.add(&new).unwrap().unwrap();
    journal.set_note(id, &format!("note-{payload}")).unwrap();
    Planted { id, needles: vec![payload.into_bytes()] }
}

/// The entries of which `bytes` contains a planted string.
fn found(planted: &[Planted], bytes: &[u8]) -> BTreeSet<i64> {
    let (mut needles, mut owners) = (Vec::new(), Vec::new());
    for one in planted {
        for needle in &one.needles {
            needles.push(needle.clone());
            owners.push(one.id);
        }
    }
    let search = AhoCorasick::new(&needles).unwrap();
    search.find_overlapping_iter(bytes).map(|hit| owners[hit.pattern()]).collect()
}
