//! A short run of the fault injection loop; the program `journal-faults` does the long run.

#![allow(clippy::unwrap_used)] // a failed unwrap fails the test

use std::process::Command;

#[test]
fn a_killed_writer_loses_no_acknowledged_entry() {
    let run = Command::new(env!("CARGO_BIN_EXE_journal-faults")).arg("25").output().unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    let wrong = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}{wrong}");
    assert!(said.contains("nothing lost"), "{said}");
    assert!(wrong.is_empty(), "{wrong}");
}
