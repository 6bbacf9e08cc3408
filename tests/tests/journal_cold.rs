//! Process start: a shell opens the rules and the log at the same time, each on its own thread,
//! before the process has used SQLite.

#![allow(clippy::unwrap_used)] // a failed unwrap fails the test

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
        assert!(
            opened.into_iter().all(|one| matches!(one.join(), Ok(Ok(())))),
            "a log fails to open"
        );
        assert!(
            packs.into_iter().all(|one| matches!(one.join(), Ok(Ok(())))),
            "the rules fail to open"
        );
    });
}

/// A process can lose the race only at its start, so this test starts many processes.
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
    assert_eq!(lost, 0, "failures in {PROCESSES} fresh processes");
}
