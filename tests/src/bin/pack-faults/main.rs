//! Faults around installing a pack: kills at random moments, mutated packs, a full disk.
//!
//! `pack-faults kills 1000`, `pack-faults mutations 100000`, `pack-faults full-disk 1`. After
//! each fault it checks that a complete pack is served, and which version.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // a measuring tool: it stops where it fails

mod kills;
mod mutations;

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use yanka::pack::Pack;
use yanka_tests::{Folder, packs};

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["install", folder, package] => install(Path::new(folder), Path::new(package)),
        ["kills", count] => kills::run(count.parse().unwrap()),
        ["mutations", count] => mutations::run(count.parse().unwrap()),
        ["full-disk", _] => full_disk(),
        _ => panic!("kills N | mutations N | full-disk 1"),
    }
}

/// The child that is killed: signals that it starts, then installs.
fn install(folder: &Path, package: &Path) {
    let bytes = fs::read(package).unwrap();
    println!("ready");
    if Pack::install(folder, &bytes).is_err() {
        std::process::exit(3);
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

fn version(home: &Path) -> u32 {
    Pack::open_newest(Some(home)).unwrap().metadata().version
}

fn answers(home: &Path) -> bool {
    let pack = Pack::open_newest(Some(home)).unwrap();
    if !pack.is_installed() {
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

    /// A share from none to `most`.
    fn share(&mut self, most: f64) -> f64 {
        let thousandths = u32::try_from(self.below(1001)).unwrap_or(0);
        f64::from(thousandths) / 1000.0 * most
    }
}
