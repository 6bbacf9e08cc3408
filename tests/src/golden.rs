//! Settings of the snapshots: where the committed texts are and what stands in their header.
//!
//! The tests compare with `insta::assert_snapshot!`; CONTRIBUTING.md says how to accept a change.

use std::collections::BTreeSet;

use insta::Settings;

use crate::repository;

/// Settings for snapshots in the folder tests/`folder`, one file `NAME.snap` for each name.
#[must_use]
pub fn golden(folder: &str) -> Settings {
    let mut settings = Settings::new();
    settings.set_snapshot_path(repository().join("tests").join(folder));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

/// Names of the committed snapshots in tests/`folder`: a test compares them with its cases, so that
/// no snapshot outlives its case.
///
/// # Panics
/// Where the folder cannot be read.
#[must_use]
pub fn golden_names(folder: &str) -> BTreeSet<String> {
    let entries = std::fs::read_dir(repository().join("tests").join(folder)).expect("a folder");
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter_map(|name| name.strip_suffix(".snap").map(str::to_owned)).collect()
}
