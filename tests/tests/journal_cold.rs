//! The first moments of a process: a shell opens the rules and the log at once, each on its own
//! thread, before SQLite has been used at all.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use std::process::Command;
use std::sync::Barrier;
use std::thread::scope;

use yanka_tests::Folder;
use yanka_tests::log::open;

const DOORS: usize = 4;
const PROCESSES: usize = 60;

#[test]
fn logs_and_rules_open_together() {
    let start = Barrier::new(DOORS * 2);
    scope(|threads| {
        let opened: Vec<_> = (0..DOORS)
            .map(|_| {
                threads.spawn(|| {
                    let folder = Folder::new("cold");
                    start.wait();
                    open(folder.path()).map(drop)
                })
            })
            .collect();
        let packs: Vec<_> = (0..DOORS)
            .map(|_| {
                threads.spawn(|| {
                    start.wait();
                    yanka::pack::Pack::embedded().map(drop)
                })
            })
            .collect();
        assert!(opened.into_iter().all(|one| matches!(one.join(), Ok(Ok(())))), "a log");
        assert!(packs.into_iter().all(|one| matches!(one.join(), Ok(Ok(())))), "the rules");
    });
}

/// One process can lose the race only once, so it is run in many.
#[test]
fn logs_and_rules_open_together_each_time() {
    let lost = (0..PROCESSES)
        .filter(|_| {
            let run = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "logs_and_rules_open_together"])
                .output()
                .unwrap();
            !run.status.success()
        })
        .count();
    assert_eq!(lost, 0, "of {PROCESSES} cold processes");
}
