//! Faults around installing a pack: kills at random moments, mutated packs, a full disk.
//!
//! `pack-faults kills 1000`, `pack-faults mutations 100000`, `pack-faults full-disk 1`. Each asks
//! after every fault whether a whole pack answers, and which.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // a measuring tool: it stops where it fails

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use yanka::pack::Pack;
use yanka::report::Language;
use yanka_tests::{Folder, packs};

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["install", folder, package] => install(Path::new(folder), Path::new(package)),
        ["kills", count] => kills(count.parse().unwrap()),
        ["mutations", count] => mutations(count.parse().unwrap()),
        ["full-disk", _] => full_disk(),
        _ => panic!("kills N | mutations N | full-disk 1"),
    }
}

/// The child that is killed: says that it begins, then installs over and over.
fn install(folder: &Path, package: &Path) {
    let bytes = fs::read(package).unwrap();
    println!("ready");
    if Pack::install(folder, &bytes).is_err() {
        std::process::exit(3);
    }
}

fn kills(count: u32) {
    let folder = Folder::new("pack-kills");
    let home = folder.path().join("rules");
    let first = version(&home) + 1;
    // Large enough that writing it takes a while: a kill meets every step.
    let sizes = |at: u32| padded(first + at);
    fs::create_dir_all(&home).unwrap();
    let file = folder.path().join("next.yankapack");
    let took = measured(&home, &file, &sizes(0));
    let (mut serving, mut next, mut killed_before_end) = (first, first + 1, 0_u32);
    let mut package = sizes(1);
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..count {
        fs::write(&file, &package).unwrap();
        let child = child(&home, &file);
        wait_random(child, took, &mut random, &mut killed_before_end);
        let now = version(&home);
        assert!(now == serving || now == next, "version {now}, neither {serving} nor {next}");
        assert!(answers(&home), "no answer after a kill");
        if now == next {
            (serving, next) = (next, next + 1);
            package = padded(next);
        }
    }
    println!(
        "{count} kills, {killed_before_end} before the install ended, {} installs lasted",
        serving - first
    );
}

fn child(home: &Path, file: &Path) -> std::process::Child {
    let me = env::current_exe().unwrap();
    Command::new(me)
        .args(["install".as_ref(), home.as_os_str(), file.as_os_str()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// How long an install takes here.
fn measured(home: &Path, file: &Path, package: &[u8]) -> Duration {
    fs::write(file, package).unwrap();
    let started = Instant::now();
    assert!(child(home, file).wait().unwrap().success(), "the first install");
    started.elapsed()
}

/// Lets the child live for a random part of what an install takes, then kills it.
fn wait_random(
    mut child: std::process::Child,
    took: Duration,
    random: &mut Random,
    early: &mut u32,
) {
    let share = f64::from(u32::try_from(random.below(1100)).unwrap()) / 1000.0;
    let end = Instant::now() + took.mul_f64(share);
    while Instant::now() < end {
        std::hint::spin_loop();
    }
    *early += u32::from(child.try_wait().unwrap().is_none());
    let _ = child.kill();
    let _ = child.wait();
}

fn mutations(count: u32) {
    let folder = Folder::new("pack-mutations");
    let before = version(folder.path());
    let whole = packs::package(before + 1);
    let mut random = Random(42);
    for at in 0..count {
        let mut bytes = whole.clone();
        mutate(&mut bytes, &mut random);
        if bytes == whole {
            continue;
        }
        let accepted = Pack::install(folder.path(), &bytes).is_ok();
        // Some bytes of a ZIP say nothing about its content; the content must then be the same.
        let same = accepted && inner(&bytes) == inner(&whole);
        assert!(!accepted || same, "mutation {at} was accepted");
        if accepted {
            fs::remove_dir_all(folder.path()).unwrap();
            fs::create_dir_all(folder.path()).unwrap();
        }
    }
    assert_eq!(version(folder.path()), before);
    println!("{count} mutated packs, none with another content accepted");
}

fn inner(package: &[u8]) -> Option<Vec<u8>> {
    yanka_rules::sign::unpack(package)
        .ok()
        .and_then(|parts| parts.into_iter().next())
        .map(|(_, p)| p)
}

fn mutate(bytes: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len().max(1));
        match random.below(6) {
            0 if !bytes.is_empty() => bytes[at] ^= 1 << random.below(8),
            1 if !bytes.is_empty() => bytes[at] = u8::try_from(random.below(256)).unwrap(),
            2 => bytes.truncate(at),
            3 => bytes.insert(at.min(bytes.len()), 0),
            4 if bytes.len() > at + 64 => drop(bytes.drain(at..at + 64)),
            _ if bytes.len() > at + 16 => bytes[at..at + 16].fill(0xff),
            _ => {}
        }
    }
}

/// Installs where no file may grow past a few pages, as on a disk that is full.
fn full_disk() {
    let folder = Folder::new("pack-full");
    let home = folder.path().join("rules");
    let before = version(&home) + 1;
    Pack::install(&home, &packs::package(before)).unwrap();
    let file = folder.path().join("next.yankapack");
    fs::write(&file, packs::package(before + 1)).unwrap();
    let me = env::current_exe().unwrap();
    let limited = format!(
        "trap '' XFSZ; ulimit -f 16; exec '{}' install '{}' '{}'",
        me.display(),
        home.display(),
        file.display()
    );
    let run = Command::new("bash").args(["-c", &limited]).stdout(Stdio::null()).status().unwrap();
    assert_eq!(run.code(), Some(3), "the install says that it failed");
    assert_eq!(version(&home), before);
    assert!(answers(&home));
    println!("a full disk: refused, version {before} still serves");
}

/// A pack with a few thousand hosts more, so that it has several hundred pages.
fn padded(version: u32) -> Vec<u8> {
    let sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000) \
        INSERT INTO by_host SELECT 'host' || i || '.example.com', 1 FROM n";
    packs::signed(&packs::changed(&packs::database(version), sql))
}

fn version(home: &Path) -> u32 {
    Pack::open_best(Some(home)).unwrap().info(Language::En).version
}

fn answers(home: &Path) -> bool {
    let pack = Pack::open_best(Some(home)).unwrap();
    if pack.info(Language::En).origin == "embedded" {
        return !pack.rules_for_payload("wechat-contact").unwrap().is_empty();
    }
    pack.rules_for_host("www.bad.example.com").unwrap().len() == 1
}

/// xorshift64*: the same faults every time.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let drawn = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(drawn).unwrap_or(0) % bound.max(1)
    }
}
