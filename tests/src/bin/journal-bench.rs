//! Measures the private log: adding, paging, searching, opening and forgetting at full size.
//!
//! `journal-bench [ENTRIES] [FOLDER]`; without them 100,000 entries in the temporary folder. Prints
//! one line a figure, with its bar. A bar that is missed is said, and the exit status is 1.

#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use yanka::journal::Journal;
use yanka::report::log::{LogFilter, Moment, Retention};
use yanka::report::{Report, Verdict};
use yanka_tests::Folder;
use yanka_tests::log::{KEY, NOON, all, entry, open, photo, text};
use zeroize::Zeroizing;

/// Bytes of one small picture: a JPEG of a card at 480 pixels has 10 to 20 thousand.
const PICTURE: usize = 12_000;
const MINUTE_MS: i64 = 60_000;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let entries: usize = arguments.next().map_or(100_000, |n| n.parse().unwrap());
    let own = Folder::new("bench");
    let folder = arguments.next().map_or_else(|| own.path().to_owned(), PathBuf::from);
    let mut bars = Bars(true);

    let fsync = fsync_ms(&folder);
    println!("one 4 KB write with fsync         {fsync:9.2} ms median");
    let journal = open(&folder).unwrap().journal;
    assert!(journal.is_durable().unwrap(), "synchronous must be FULL");
    let mut adds = add(&journal, entries);
    bars.hold("add, median", median(&mut adds), 5.0);
    println!("add, 99th of 100                  {:9.2} ms", adds[adds.len() * 99 / 100]);
    drop(journal);
    println!(
        "size on disk per entry            {:9.0} bytes ({PICTURE} of them picture)",
        size(&folder) as f64 / entries as f64
    );

    let mut opens: Vec<f64> = (0..20).map(|_| timed(|| drop(open(&folder).unwrap())).0).collect();
    bars.hold("open, median of 20", median(&mut opens), 30.0);
    let journal = open(&folder).unwrap().journal;
    pages(&journal, &mut bars);
    search(&journal, &folder, &mut bars);
    forget(journal, &folder, &mut bars);
    if bars.0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

struct Bars(bool);

impl Bars {
    fn hold(&mut self, what: &str, ms: f64, bar: f64) {
        let missed = if ms <= bar { "" } else { "   MISSED" };
        self.0 &= ms <= bar;
        println!("{what:<34}{ms:9.2} ms   bar {bar} ms{missed}");
    }
}

fn add(journal: &Journal, entries: usize) -> Vec<f64> {
    let mut noise = Noise(7);
    (0..entries)
        .map(|n| {
            let report = check(n);
            let picture = noise.bytes(PICTURE);
            let mut new = entry(&report, Some(&picture));
            new.time = minute(n);
            timed(|| journal.add(&new).unwrap()).0
        })
        .collect()
}

/// Three of four checks are cards; one is a message of about 200 characters.
fn check(n: usize) -> Report {
    let mut report = if n.is_multiple_of(4) {
        let told = "您好，我是平台的理赔专员，您买的商品质检不合格，现在为您办理三倍赔付。";
        text(&format!("{}请加企业微信号 invented-{n}，订单尾号{n:06}。", told.repeat(5)))
    } else {
        photo(&format!(
            "https://u.example.invalid/d/{:016x}-{n}",
            n.wrapping_mul(0x9E37_79B9_7F4A_7C15)
        ))
    };
    if n.is_multiple_of(10) {
        report.verdict = Verdict::Caution;
    }
    report
}

fn minute(n: usize) -> Moment {
    Moment { unix_ms: NOON.unix_ms + n as i64 * MINUTE_MS, ..NOON }
}

fn pages(journal: &Journal, bars: &mut Bars) {
    let last = journal.page(&all(), None, 1).unwrap()[0].entry;
    let caution = LogFilter { verdict: Some(Verdict::Caution), ..all() };
    for (what, filter, before) in [
        ("page of 50, newest", &all(), None),
        ("page of 50, from the middle", &all(), Some(last / 2)),
        ("page of 50, of one verdict", &caution, Some(last / 2)),
    ] {
        let mut times: Vec<f64> = (0..20)
            .map(|_| timed(|| assert_eq!(journal.page(filter, before, 50).unwrap().len(), 50)).0)
            .collect();
        bars.hold(what, median(&mut times), 10.0);
    }
}

fn search(journal: &Journal, folder: &Path, bars: &mut Bars) {
    let count = |journal: &Journal, words: &str| {
        let filter = LogFilter { search: Some(words.into()), ..all() };
        timed(|| journal.page(&filter, None, 50).unwrap().len())
    };
    // Nothing that fits is the dearest: all entries are read.
    let cold = open(folder).unwrap().journal;
    bars.hold("search without a hit, just opened", count(&cold, "没有这样的词").0, 150.0);
    for (what, words) in [
        ("search without a hit", "没有这样的词"),
        ("search with one hit, the oldest", "invented-0，"),
        ("search with many hits", "理赔专员"),
    ] {
        let mut times: Vec<f64> = (0..10).map(|_| count(journal, words).0).collect();
        bars.hold(what, median(&mut times), 150.0);
    }
}

/// Forgets everything while readers, in this process and on their own connection, go on reading.
fn forget(journal: Journal, folder: &Path, bars: &mut Bars) {
    journal.set_retention(Retention::SevenDays).unwrap();
    let newest = journal.page(&all(), None, 1).unwrap()[0].time.unix_ms;
    let other = Journal::open(&folder.join("journal.db"), Zeroizing::new(KEY)).unwrap().journal;
    let done = std::sync::atomic::AtomicBool::new(false);
    let read = |journal: &Journal| {
        let mut worst = 0.0_f64;
        while !done.load(std::sync::atomic::Ordering::Relaxed) {
            worst = worst.max(timed(|| journal.page(&all(), None, 50).unwrap()).0);
            std::thread::sleep(Duration::from_millis(3));
        }
        worst
    };
    let (same, apart, (whole, gone)) = std::thread::scope(|scope| {
        let same = scope.spawn(|| read(&journal));
        let apart = scope.spawn(|| read(&other));
        let work = timed(|| journal.expire(newest + 30 * 86_400_000).unwrap());
        done.store(true, std::sync::atomic::Ordering::Relaxed);
        (same.join().unwrap(), apart.join().unwrap(), work)
    });
    println!("retention over {gone} entries     {:9.2} s", whole / 1000.0);
    bars.hold("longest wait of a reader beside it", same, 50.0);
    bars.hold("the same on its own connection", apart, 50.0);
}

fn fsync_ms(folder: &Path) -> f64 {
    let mut file = std::fs::File::create(folder.join("probe")).unwrap();
    let mut times: Vec<f64> = (0..200)
        .map(|_| {
            timed(|| {
                file.write_all(&[7; 4096]).unwrap();
                file.sync_data().unwrap();
            })
            .0
        })
        .collect();
    std::fs::remove_file(folder.join("probe")).unwrap();
    median(&mut times)
}

fn size(folder: &Path) -> u64 {
    std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().metadata().unwrap().len()).sum()
}

fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed().as_secs_f64() * 1000.0, done)
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Bytes that no compression makes smaller, the same in every run.
struct Noise(u64);

impl Noise {
    fn bytes(&mut self, length: usize) -> Vec<u8> {
        (0..length)
            .map(|_| {
                self.0 ^= self.0 << 13;
                self.0 ^= self.0 >> 7;
                self.0 ^= self.0 << 17;
                (self.0 >> 32) as u8
            })
            .collect()
    }
}
