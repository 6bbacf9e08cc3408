//! A short run of the fault loop; `journal-faults` alone does the long one.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use std::process::Command;

#[test]
fn a_killed_writer_leaves_what_was_acknowledged() {
    let run = Command::new(env!("CARGO_BIN_EXE_journal-faults")).arg("25").output().unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    let wrong = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}{wrong}");
    assert!(said.contains("nothing lost"), "{said}");
    assert!(wrong.is_empty(), "{wrong}");
}
