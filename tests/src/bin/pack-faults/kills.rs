//! Kills installs and looks at what is left: by the clock, and at the last step.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use yanka_tests::{Folder, packs};

use crate::{Random, answers, version};

/// A step that takes longer than this hangs.
const HANGS: Duration = Duration::from_secs(60);

pub fn run(count: u32) {
    let folder = Folder::new("pack-kills");
    let home = folder.path().join("rules");
    fs::create_dir_all(&home).unwrap();
    let file = folder.path().join("next.yankapack");
    let mut serving = version(&home) + 1;
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut fell: BTreeMap<&str, u32> = BTreeMap::new();
    let mut took = whole_install(&home, &file, serving);
    fs::write(&file, padded(serving + 1)).unwrap();
    for at in 0..count {
        let next = serving + 1;
        let mut child = ready(&home, &file);
        if at % 2 == 0 {
            wait(took.mul_f64(random.share(1.1)));
        } else {
            // The renames take a hundredth of the time: a timer alone hardly ever hits them.
            until_there(&home.join(format!("rules-{next}.sqlite.minisig")), &mut child);
            wait(took.mul_f64(random.share(0.1)));
        }
        let ended = child.try_wait().unwrap().is_some();
        let _ = child.kill();
        let _ = child.wait();
        *fell.entry(step(&home, serving, next, ended)).or_default() += 1;
        let now = version(&home);
        assert!(now == serving || now == next, "version {now}, neither {serving} nor {next}");
        assert!(answers(&home), "no answer after a kill");
        if now == next {
            // Now and then what an install takes is measured anew: the machine has other work.
            if serving.is_multiple_of(16) {
                took = whole_install(&home, &file, next + 1);
                serving = next + 1;
            } else {
                serving = next;
            }
            fs::write(&file, padded(serving + 1)).unwrap();
        }
    }
    println!("{count} kills, a whole pack answered after each; they fell");
    for (step, kills) in fell {
        println!("{kills:>6}  {step}");
    }
}

/// Where in an install the kill fell, from the files that it left.
fn step(home: &Path, serving: u32, next: u32, ended: bool) -> &'static str {
    let there = |version: u32, end: &str| home.join(format!("rules-{version}.{end}")).exists();
    let part = fs::read_dir(home)
        .unwrap()
        .flatten()
        .any(|entry| entry.file_name().to_string_lossy().ends_with(".part"));
    let older = there(serving, "sqlite") || there(serving, "sqlite.minisig");
    match (there(next, "sqlite"), there(next, "sqlite.minisig")) {
        _ if ended => "6 after the install had ended",
        (true, _) if older => "4 with the new pack in place, the older not yet gone",
        (true, _) => "5 with the older pack gone, before the end",
        (false, true) => "3 between the signature's rename and the database's",
        (false, false) if part => "2 while the new pack was written and looked through",
        (false, false) => "1 before anything was written",
    }
}

/// Duration of one install on this machine, from the child's start signal.
fn whole_install(home: &Path, file: &Path, version: u32) -> Duration {
    fs::write(file, padded(version)).unwrap();
    let mut child = ready(home, file);
    let started = Instant::now();
    assert!(child.wait().unwrap().success(), "an install that nobody kills");
    started.elapsed()
}

/// A child that has read the package and begins to install it.
fn ready(home: &Path, file: &Path) -> Child {
    let me = std::env::current_exe().unwrap();
    let mut child = Command::new(me)
        .args(["install".as_ref(), home.as_os_str(), file.as_os_str()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line, "ready\n");
    child
}

fn wait(time: Duration) {
    let end = Instant::now() + time;
    while Instant::now() < end {
        std::hint::spin_loop();
    }
}

fn until_there(file: &Path, child: &mut Child) {
    let start = Instant::now();
    while !file.exists() && child.try_wait().unwrap().is_none() {
        assert!(start.elapsed() < HANGS, "the install hangs");
    }
}

/// A pack with many hosts more, so that it has several hundred pages.
fn padded(version: u32) -> Vec<u8> {
    let sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000) \
        INSERT INTO by_host SELECT 'host' || i || '.example.com', 1 FROM n";
    packs::signed(&packs::changed(&packs::database(version), sql))
}
