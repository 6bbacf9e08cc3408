//! External faults of the log: wrong keys, corruption, newer schemas, a full disk, missing
//! permissions, another process. Each ends in a clear error or a working journal.

#![allow(clippy::unwrap_used)] // a failed unwrap fails the test

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::Command;

use rusqlite::Connection;
use yanka::error::ApiError;
use yanka::journal::Journal;
use yanka_storage::Error;
use yanka_tests::Folder;
use yanka_tests::log::{KEY, all, entry, open, photo, text};
use zeroize::Zeroizing;

/// The bytes of every file of the folder, by file name.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap())
        .map(|f| (f.file_name().to_string_lossy().into_owned(), fs::read(f.path()).unwrap()))
        .collect()
}

fn filled(folder: &Folder, entries: usize) -> Journal {
    let journal = open(folder.path()).unwrap().journal;
    for n in 0..entries {
        let report = photo(&format!("https://u.example.invalid/{n}"));
        journal.add(&entry(&report, Some(&vec![n as u8; 5000]))).unwrap();
    }
    journal
}

/// Opens the database with the key, bypassing the journal API.
fn raw(folder: &Folder) -> Connection {
    let hex: String = KEY.iter().map(|b| format!("{b:02x}")).collect();
    let db = Connection::open(folder.path().join("journal.db")).unwrap();
    db.execute_batch(&format!("PRAGMA key = \"x'{hex}'\"")).unwrap();
    db
}

#[test]
fn each_wrong_bit_of_the_key_is_refused_and_changes_no_file() {
    let folder = Folder::new("bits");
    // The state that a killed process leaves: writes remain in the write-ahead log.
    std::mem::forget(filled(&folder, 3));
    let before = files(folder.path());
    assert!(before["journal.db-wal"].len() > 4096);
    for bit in 0..256 {
        let mut key = KEY;
        key[bit / 8] ^= 1 << (bit % 8);
        let opened = Journal::open(&folder.path().join("journal.db"), Zeroizing::new(key));
        assert!(matches!(opened, Err(Error::JournalKey)), "bit {bit}");
    }
    assert!(files(folder.path()) == before);
    // Without the key check file the database itself must refuse the key, again unchanged.
    fs::remove_file(folder.path().join("journal.db.check")).unwrap();
    let before = files(folder.path());
    let mut key = KEY;
    key[0] ^= 128;
    let opened = Journal::open(&folder.path().join("journal.db"), Zeroizing::new(key));
    assert!(matches!(opened, Err(Error::JournalKey)));
    assert!(files(folder.path()) == before);
    assert_eq!(open(folder.path()).unwrap().journal.count(&all()).unwrap(), 3);
    assert!(folder.path().join("journal.db.check").exists(), "the key check file is restored");
}

#[test]
fn a_damaged_file_is_quarantined_and_reported() {
    let folder = Folder::new("damaged");
    drop(filled(&folder, 3));
    let path = folder.path().join("journal.db");
    let mut bytes = fs::read(&path).unwrap();
    bytes[100] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let opened = open(folder.path()).unwrap();
    let notice = opened.notice.unwrap();
    assert!(notice.file.starts_with("journal.db.damaged-20"), "{}", notice.file);
    assert_eq!(fs::read(folder.path().join(&notice.file)).unwrap(), bytes);
    assert_eq!(opened.journal.count(&all()).unwrap(), 0);
    assert!(opened.journal.add(&entry(&text("新的一条"), None)).unwrap().is_some());
    drop(opened.journal);
    let again = open(folder.path()).unwrap();
    assert_eq!((again.notice, again.journal.count(&all()).unwrap()), (None, 1));
}

#[test]
fn damage_inside_the_file_loses_only_the_affected_rows() {
    let folder = Folder::new("deeper");
    drop(filled(&folder, 40));
    let path = folder.path().join("journal.db");
    let mut bytes = fs::read(&path).unwrap();
    // A page in the last third: it belongs to one picture or to at most four rows.
    let page = bytes.len() / 4096 * 2 / 3;
    bytes[page * 4096 + 50] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let opened = open(folder.path()).unwrap();
    assert_eq!(opened.notice, None, "opening reads only the pages it needs");
    assert!(!opened.journal.check_integrity().unwrap());
    drop(opened.journal);
    let opened = open(folder.path()).unwrap();
    let notice = opened.notice.unwrap();
    assert!(notice.saved >= 34, "{} saved", notice.saved);
    assert!(folder.path().join(&notice.file).exists());
    assert!(opened.journal.check_integrity().unwrap());
    assert_eq!(opened.journal.count(&all()).unwrap(), notice.saved);
    for line in opened.journal.page(&all(), None, 100).unwrap() {
        assert_eq!(opened.journal.entry(line.entry).unwrap().picture.is_some(), line.picture);
    }
    drop(opened.journal);
    assert_eq!(open(folder.path()).unwrap().notice, None, "reported only once");
}

#[test]
fn damage_that_a_change_finds_is_reported_at_the_next_opening() {
    let folder = Folder::new("change");
    drop(filled(&folder, 40));
    let path = folder.path().join("journal.db");
    let mut bytes = fs::read(&path).unwrap();
    let page = bytes.len() / 4096 * 2 / 3;
    bytes[page * 4096 + 50] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let opened = open(folder.path()).unwrap();
    assert_eq!(opened.notice, None, "opening reads only the pages it needs");
    let failed = (1..=40).find_map(|id| opened.journal.delete(id).err());
    assert!(matches!(failed, Some(Error::JournalDamaged)), "{failed:?}");
    drop(opened.journal);
    assert!(open(folder.path()).unwrap().notice.is_some());
}

#[test]
fn an_unreadable_report_is_no_damage() {
    let folder = Folder::new("unreadable");
    drop(filled(&folder, 2));
    // A deflate stream of one stored block (RFC 1951, 3.2.4) that holds `x`.
    raw(&folder)
        .execute("UPDATE content SET report = X'010100FEFF78' WHERE entry = 1", [])
        .unwrap();
    let journal = open(folder.path()).unwrap().journal;
    let entry = journal.entry(1);
    assert!(matches!(entry, Err(yanka::error::Error::EntryUnreadable)), "{entry:?}");
    assert_eq!(ApiError::from(entry.unwrap_err()), ApiError::JournalUnavailable);
    assert!(journal.check_integrity().unwrap());
    assert!(journal.entry(2).is_ok());
}

#[test]
fn a_path_that_is_not_utf_8_is_no_wrong_key() {
    let folder = Folder::new("path");
    let place = folder.path().join(OsStr::from_bytes(b"\xff %41?#"));
    fs::create_dir(&place).unwrap();
    let id = open(&place).unwrap().journal.add(&entry(&text("一条"), None)).unwrap().unwrap();
    // Without the key check file the database itself is tried.
    fs::remove_file(place.join("journal.db.check")).unwrap();
    assert!(open(&place).unwrap().journal.entry(id).is_ok());
}

#[test]
fn a_truncated_file_never_opens_without_a_notice_or_error() {
    let folder = Folder::new("cut");
    drop(filled(&folder, 40));
    let path = folder.path().join("journal.db");
    let whole = fs::read(&path).unwrap();
    for keep in [1, 15, 100, 4095, 4096, 20_000, whole.len() / 2, whole.len() - 4096] {
        fs::write(&path, &whole[..keep]).unwrap();
        let opened = open(folder.path()).unwrap();
        let told = opened.notice.is_some() || !opened.journal.check_integrity().unwrap();
        assert!(told, "{keep} of {} bytes", whole.len());
        drop(opened);
        drop(open(folder.path()).unwrap());
    }
}

#[test]
fn a_newer_schema_is_refused_and_unchanged() {
    let folder = Folder::new("newer");
    drop(filled(&folder, 1));
    raw(&folder).execute_batch("PRAGMA user_version = 1000").unwrap();
    let before = fs::read(folder.path().join("journal.db")).unwrap();
    assert!(matches!(open(folder.path()), Err(Error::JournalNewer)));
    assert_eq!(ApiError::from(Error::JournalNewer), ApiError::JournalNewer);
    assert!(fs::read(folder.path().join("journal.db")).unwrap() == before);
}

#[test]
fn an_unwritable_folder_is_reported() {
    let folder = Folder::new("readonly");
    let missing = Journal::open(&folder.path().join("none/journal.db"), Zeroizing::new(KEY));
    assert!(matches!(missing, Err(Error::JournalFile(_))));
    fs::write(folder.path().join("file"), b"x").unwrap();
    let below = Journal::open(&folder.path().join("file/journal.db"), Zeroizing::new(KEY));
    assert!(matches!(below, Err(Error::JournalFile(_))));

    let closed = folder.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::metadata(&closed).unwrap().uid() == 0 {
        // Root ignores permissions; only a read-only mount stops root from writing.
        mounted(&closed, "ro,size=1m", |place| {
            let opened = Journal::open(&place.join("journal.db"), Zeroizing::new(KEY));
            assert!(matches!(opened, Err(Error::JournalFile(_))));
        });
    } else {
        let opened = Journal::open(&closed.join("journal.db"), Zeroizing::new(KEY));
        assert!(matches!(opened, Err(Error::JournalFile(_))));
    }
}

#[test]
fn a_full_disk_is_reported_and_nothing_is_lost() {
    let folder = Folder::new("full");
    let place = folder.path().join("small");
    fs::create_dir(&place).unwrap();
    let fill = |place: &Path| {
        // Another file fills the disk; the user can delete it.
        fs::write(place.join("film"), vec![7; 2_000_000]).unwrap();
        let journal = open(place).unwrap().journal;
        let mut kept = Vec::new();
        let full = loop {
            let report = photo(&format!("https://u.example.invalid/{}", kept.len()));
            match journal.add(&entry(&report, Some(&[7; 20_000]))) {
                Ok(id) => kept.push(id.unwrap()),
                Err(error) => break error,
            }
            assert!(kept.len() < 10_000, "the disk is small");
        };
        assert!(matches!(full, yanka::error::Error::Storage(Error::DiskFull)), "{full:?}");
        assert!(kept.len() > 10);
        assert_eq!(journal.count(&all()).unwrap(), kept.len() as u64, "reading still works");
        drop(journal);
        fs::remove_file(place.join("film")).unwrap();
        let journal = open(place).unwrap().journal;
        assert_eq!(journal.count(&all()).unwrap(), kept.len() as u64);
        assert!(kept.iter().all(|id| journal.entry(*id).unwrap().picture.is_some()));
        assert_eq!(journal.erase(true).unwrap().gone, kept.len() as u64);
        assert!(journal.add(&entry(&text("又有地方了"), None)).unwrap().is_some());
    };
    let mounted = mounted(&place, "size=6m", fill);
    assert!(mounted, "this test mounts a small file system: run it as root, as tests/run does");
}

#[test]
fn two_processes_share_the_log() {
    let folder = Folder::new("two");
    let (one, two) = (filled(&folder, 1), open(folder.path()).unwrap().journal);
    std::thread::scope(|scope| {
        for journal in [&one, &two] {
            scope.spawn(move || {
                for n in 0..50 {
                    let report = text(&format!("第{n}条"));
                    // On a slow disk the other process may hold the lock for long: `add` then
                    // returns an error, and the next attempt succeeds.
                    while let Err(error) = journal.add(&entry(&report, None)) {
                        assert!(
                            matches!(error, yanka::error::Error::Storage(Error::JournalBusy)),
                            "{error:?}"
                        );
                    }
                }
            });
        }
    });
    assert_eq!(one.count(&all()).unwrap(), 101);
    assert_eq!(two.count(&all()).unwrap(), 101);
    // A lock held too long is reported, and no entry is lost.
    let db = raw(&folder);
    db.execute_batch("BEGIN IMMEDIATE").unwrap();
    let blocked = one.add(&entry(&text("等不到"), None));
    assert!(matches!(blocked, Err(yanka::error::Error::Storage(Error::JournalBusy))));
    assert_eq!(two.count(&all()).unwrap(), 101, "reading still works");
    db.execute_batch("ROLLBACK").unwrap();
    assert!(one.add(&entry(&text("等到了"), None)).unwrap().is_some());
}

#[test]
fn only_the_owner_may_read_the_files() {
    let folder = Folder::new("mode");
    let _journal = filled(&folder, 1);
    for file in fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        let mode = file.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{:?}", file.file_name());
    }
}

/// Runs `task` in a small file system of its own. False where mounting is not permitted.
fn mounted(place: &Path, options: &str, task: impl FnOnce(&Path)) -> bool {
    let mount = Command::new("mount")
        .args(["-t", "tmpfs", "-o", options, "tmpfs"])
        .arg(place)
        .output()
        .is_ok_and(|run| run.status.success());
    if !mount {
        return false;
    }
    let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| task(place)));
    let unmount = Command::new("umount").arg(place).output();
    done.unwrap_or_else(|e| std::panic::resume_unwind(e));
    unmount.unwrap().status.success()
}
