//! Journal files as a broken disk or a killed process leaves them: opening ends in a clear error or
//! in a working journal, and an entry that is still read is as it was stored.
//!
//! An input that begins with 0xFF replaces the database; any other is a list of edits to the files
//! of a journal: database, write-ahead log, key check.
#![no_main]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use yanka_fuzz::damage::damage;
use yanka_storage::Error;
use yanka_storage::journal::{Journal, LogFilter, NewEntry, Opened};
use yanka_types::{Moment, Opinion, SubjectKind, Verdict};
use zeroize::Zeroizing;

const KEY: [u8; 32] = *b"an invented key of 32 bytes, ok.";
const NOON: Moment = Moment { unix_ms: 1_767_294_245_678, offset_minutes: 480 };
const NAMES: [&str; 3] = ["journal.db", "journal.db-wal", "journal.db.check"];

/// The reports that the journal holds; the last two are still in the write-ahead log.
const REPORTS: [&str; 4] = ["{\"a\":1}", "{\"b\":2}", "{\"c\":3}", "{\"d\":4}"];

/// The undamaged files, in the order of [`NAMES`].
static FILES: LazyLock<[Vec<u8>; 3]> = LazyLock::new(|| {
    let folder = yanka_fuzz::folder("journal-original");
    let fill = |reports: &[&str]| {
        let journal = open(&folder).expect("a new journal").journal;
        for report in reports {
            journal.add(&entry(report)).expect("a new entry");
        }
        journal
    };
    drop(fill(&REPORTS[..2]));
    // Open while the files are read: dropping it empties the write-ahead log.
    let _open = fill(&REPORTS[2..]);
    NAMES.map(|name| fs::read(folder.join(name)).expect("a file of the journal"))
});

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| yanka_fuzz::folder("journal"));

fuzz_target!(|input: &[u8]| {
    let mut files = FILES.clone();
    match input {
        [0xff, database @ ..] => files[0] = database.to_vec(),
        edits => damage(&mut files, edits),
    }
    let _ = fs::remove_dir_all(&*FOLDER);
    fs::create_dir_all(&*FOLDER).expect("a folder");
    for (name, bytes) in NAMES.iter().zip(&files) {
        fs::write(FOLDER.join(name), bytes).expect("a file");
    }
    match open(&FOLDER) {
        // Key check and database are both damaged: it cannot be told from a wrong key.
        Err(Error::JournalKey) => return,
        Err(error) => panic!("{error:?}"),
        Ok(opened) => use_journal(&opened.journal),
    }
    // A read that found damage marked the file: this opening salvages what can be read.
    let opened = open(&FOLDER).expect("a journal that was opened opens again");
    use_journal(&opened.journal);
    opened.journal.add(&entry(REPORTS[0])).expect("a salvaged journal takes entries");
});

/// Reads and writes everything: damage is an error and never a changed entry.
fn use_journal(journal: &Journal) {
    let lines = journal.page(&LogFilter::default(), None, 100).unwrap_or_default();
    for line in lines {
        if let Ok(stored) = journal.entry(line.entry) {
            let report = std::str::from_utf8(&stored.report).expect("a report in UTF-8");
            assert!(REPORTS.contains(&report), "an entry has changed");
        }
        let _ = journal.original(line.entry);
    }
    let search = LogFilter { search: Some("card".to_owned()), ..LogFilter::default() };
    let _ = (journal.page(&search, None, 10), journal.count(&search), journal.labels());
    let _ = (journal.own_rules(), journal.keep(), journal.retention());
    let _ = journal.add_own_rule(Opinion::Bad, "bad.example.com", "", NOON);
    let _ = journal.add(&entry(REPORTS[0]));
    let _ = journal.check_integrity();
}

fn open(folder: &Path) -> Result<Opened, Error> {
    Journal::open(&folder.join(NAMES[0]), Zeroizing::new(KEY))
}

fn entry(report: &str) -> NewEntry<'_> {
    NewEntry {
        time: NOON,
        kind: SubjectKind::Text,
        verdict: Verdict::Danger,
        title: "a card",
        why: "an invented reason",
        words: "a card with a code",
        report: report.as_bytes(),
        pack: 1,
        app: "fuzz",
        situation: &[],
        picture: Some(&[7; 5000]),
        photo_sha256: None,
        original: None,
    }
}
