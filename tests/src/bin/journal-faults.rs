//! Kills a writer of the private log at random moments and looks at what is left.
//!
//! `journal-faults [LOOPS]`, 1,000 by default. Each loop starts this program again as a writer,
//! which reports through a pipe each operation begun and acknowledged, and kills it (SIGKILL).
//! Then: nothing acknowledged is lost, nothing is half there, nothing erased comes back, and
//! SQLite and SQLCipher find every page whole. A battery that dies takes the disk's own cache
//! along, which no program can try; `synchronous=FULL` is for that.

#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use yanka::journal::Journal;
use yanka::report::Report;
use yanka::report::log::{Moment, Original, Retention};
use yanka_tests::Folder;
use yanka_tests::log::{KEY, NOON, all, entry, open, photo};

const HOUR_MS: i64 = 3_600_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--write", folder, first] => write(Path::new(folder), first.parse().unwrap()),
        [] => kill_repeatedly(1_000),
        [loops] => kill_repeatedly(loops.parse().unwrap()),
        _ => panic!("journal-faults [LOOPS]"),
    }
}

/// What a writer is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    /// Adds content number n.
    Add(u64),
    /// Keeps the entry as evidence.
    Keep(i64),
    /// Releases it.
    Release(i64),
    /// Deletes it.
    Delete(i64),
    /// Forgets contents below number n that are not evidence.
    Forget(u64),
    /// Erases all that is not evidence.
    Erase,
}

/// What must be in the log: content number and evidence, by entry.
type State = BTreeMap<i64, (u64, bool)>;

fn kill_repeatedly(loops: u32) {
    let folder = Folder::new("faults");
    let mut state = State::new();
    let (mut random, mut next) = (Random::from_clock(), 0);
    let (mut acknowledged, mut cut) = (BTreeMap::new(), 0);
    for number in 0..loops {
        let mut writer = Command::new(std::env::current_exe().unwrap())
            .args(["--write", folder.path().to_str().unwrap(), &next.to_string()])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (tell, told) = std::sync::mpsc::channel();
        let lines = BufReader::new(writer.stdout.take().unwrap()).lines();
        let reading = std::thread::spawn(move || {
            lines.map(Result::unwrap).for_each(|line| tell.send(line).unwrap());
        });
        // One in five is killed while it opens the log, the others after some lines of work: by
        // count and not by time alone, so that a slow disk is tried as well as a quick one.
        let mut said: Vec<String> = Vec::new();
        if random.below(5) == 0 {
            std::thread::sleep(Duration::from_micros(random.below(20_000)));
        } else {
            for _ in 0..=random.below(16) {
                said.extend(told.recv_timeout(Duration::from_secs(60)).ok());
            }
            std::thread::sleep(Duration::from_micros(random.below(6_000)));
        }
        writer.kill().unwrap();
        reading.join().unwrap();
        said.extend(told.try_iter());
        writer.wait().unwrap();
        let mut begun = None;
        for line in &said {
            let words: Vec<&str> = line.split(' ').collect();
            let act = parse(&words[1..]);
            if words[0] == "begin" {
                begun = Some(act);
                if let Act::Add(n) = act {
                    next = n + 1;
                }
            } else {
                begun = None;
                let id = words.last().unwrap().parse().unwrap_or(0);
                apply(&mut state, act, id);
                *acknowledged.entry(words[1].to_owned()).or_insert(0) += 1;
            }
        }
        cut += u32::from(begun.is_some());
        state = check_after_kill(&folder, state, begun, number);
    }
    println!("{loops} kills, {cut} of them inside a change; acknowledged: {acknowledged:?}");
    println!("nothing lost, nothing half there, nothing come back; {} entries now", state.len());
}

/// What the acknowledged act makes of the state.
fn apply(state: &mut State, act: Act, id: i64) {
    match act {
        Act::Add(n) => drop(state.insert(id, (n, false))),
        Act::Keep(id) => state.get_mut(&id).unwrap().1 = true,
        Act::Release(id) => state.get_mut(&id).unwrap().1 = false,
        Act::Delete(id) => drop(state.remove(&id)),
        Act::Forget(below) => state.retain(|_, (n, evidence)| *evidence || *n >= below),
        Act::Erase => state.retain(|_, (_, evidence)| *evidence),
    }
}

/// Opens the log again, holds it against what must be there, and returns what is there.
fn check_after_kill(folder: &Folder, state: State, begun: Option<Act>, number: u32) -> State {
    let opened = open(folder.path()).unwrap();
    assert_eq!(opened.notice, None, "loop {number}: taken for damaged");
    let there = read(&opened.journal);
    let mut after = state.clone();
    match begun {
        // The number that the log gave is not known: it is the only new one, or there is none.
        Some(Act::Add(n)) => {
            let new = there.iter().filter(|(id, _)| !state.contains_key(id));
            after.extend(new.map(|(id, _)| (*id, (n, false))));
            assert!(after.len() <= state.len() + 1, "loop {number}: added twice");
        }
        // Forgetting goes in steps: each of the old entries may be gone or not, oldest first.
        Some(Act::Forget(_)) => {
            let mut whole = state.clone();
            apply(&mut whole, begun.unwrap(), 0);
            for id in whole.keys() {
                assert!(there.contains_key(id), "loop {number}: forgot a new entry");
            }
            after.retain(|id, _| there.contains_key(id));
        }
        Some(act) => apply(&mut after, act, 0),
        None => {}
    }
    assert!(
        there == state || there == after,
        "loop {number}, at {begun:?}: neither before nor after"
    );
    drop(opened);
    check_integrity(folder);
    there
}

/// Every entry, each of its parts held against its content number.
fn read(journal: &Journal) -> State {
    let mut there = State::new();
    let mut before = None;
    loop {
        let page = journal.page(&all(), before, 100).unwrap();
        let Some(last) = page.last() else { break };
        before = Some(last.entry);
        for line in page {
            let found = journal.entry(line.entry).unwrap();
            let n = ((line.time.unix_ms - NOON.unix_ms) / HOUR_MS) as u64;
            let (mut report, picture) = content(n);
            report.entry = Some(line.entry);
            assert!(found.report == report, "a report is not whole");
            assert!(found.picture == Some(picture), "a picture is not whole");
            let original = journal.original(line.entry).unwrap();
            assert_eq!(original.photo.is_some(), line.evidence, "evidence is half there");
            there.insert(line.entry, (n, line.evidence));
        }
    }
    assert_eq!(journal.count(&all()).unwrap(), there.len() as u64);
    there
}

/// Every page decrypts, and every tree is whole.
fn check_integrity(folder: &Folder) {
    let hex: String = KEY.iter().map(|b| format!("{b:02x}")).collect();
    let db = rusqlite::Connection::open(folder.path().join("journal.db")).unwrap();
    db.execute_batch(&format!("PRAGMA key = \"x'{hex}'\"")).unwrap();
    let lines = |pragma: &str| -> Vec<String> {
        let mut query = db.prepare(pragma).unwrap();
        let rows = query.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    };
    assert_eq!(lines("PRAGMA cipher_integrity_check"), [""; 0]);
    assert_eq!(lines("PRAGMA integrity_check"), ["ok"]);
    assert_eq!(lines("PRAGMA foreign_key_check"), [""; 0]);
}

/// The writer: acts until it is killed.
fn write(folder: &Path, first: u64) {
    let journal = open(folder).unwrap().journal;
    journal.set_retention(Retention::SevenDays).unwrap();
    let (mut random, mut next) = (Random::from_clock(), first);
    let mut state = read(&journal);
    loop {
        let some = state.keys().nth(random.below(state.len().max(1) as u64) as usize).copied();
        let act = match (random.below(20), some) {
            (0, Some(id)) => Act::Keep(id),
            (1, Some(id)) => Act::Release(id),
            (2..=5, Some(id)) => Act::Delete(id),
            (6, Some(_)) => Act::Forget(next.saturating_sub(random.below(40))),
            (7, Some(_)) if random.below(3) == 0 => Act::Erase,
            _ => Act::Add(next),
        };
        report_progress("begin", act, 0);
        let mut id = 0;
        match act {
            Act::Add(n) => {
                let (report, picture) = content(n);
                let mut new = entry(&report, Some(&picture));
                new.time = Moment { unix_ms: NOON.unix_ms + n as i64 * HOUR_MS, ..NOON };
                id = journal.add(&new).unwrap().unwrap();
                next += 1;
            }
            Act::Keep(id) => {
                let photo = Some(vec![7; 30_000]);
                journal.keep_as_evidence(id, &Original { text: None, photo }).unwrap();
            }
            Act::Release(id) => journal.release(id).unwrap(),
            Act::Delete(id) => journal.delete(id).unwrap(),
            Act::Forget(below) => {
                let now = NOON.unix_ms + (below as i64 + 7 * 24) * HOUR_MS;
                journal.expire(now).unwrap();
            }
            Act::Erase => drop(journal.erase(false).unwrap()),
        }
        apply(&mut state, act, id);
        report_progress("done", act, id);
    }
}

fn report_progress(when: &str, act: Act, id: i64) {
    let line = match act {
        Act::Add(n) => format!("{when} add {n} {id}\n"),
        Act::Keep(id) => format!("{when} keep {id}\n"),
        Act::Release(id) => format!("{when} release {id}\n"),
        Act::Delete(id) => format!("{when} delete {id}\n"),
        Act::Forget(below) => format!("{when} forget {below}\n"),
        Act::Erase => format!("{when} erase\n"),
    };
    std::io::stdout().write_all(line.as_bytes()).unwrap();
}

fn parse(words: &[&str]) -> Act {
    match *words {
        ["add", n, _] => Act::Add(n.parse().unwrap()),
        ["keep", id] => Act::Keep(id.parse().unwrap()),
        ["release", id] => Act::Release(id.parse().unwrap()),
        ["delete", id] => Act::Delete(id.parse().unwrap()),
        ["forget", below] => Act::Forget(below.parse().unwrap()),
        ["erase"] => Act::Erase,
        _ => panic!("a line of the writer is not whole"),
    }
}

/// Content number n: a report and a picture that nothing else has.
fn content(n: u64) -> (Report, Vec<u8>) {
    let report = photo(&format!("https://u.example.invalid/content-{n}"));
    let picture = format!("picture {n};").into_bytes().repeat(1 + (n as usize * 37) % 900);
    (report, picture)
}

/// Xorshift generator, seeded from the clock and the process id, for choosing kill times.
struct Random(u64);

impl Random {
    fn from_clock() -> Self {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        Self(now.as_nanos() as u64 ^ u64::from(std::process::id()) << 32 | 1)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % end
    }
}
