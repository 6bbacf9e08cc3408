//! Reads named cases and the ledger of known misses from tests/cases.
//!
//! Does not call the core: each test file calls the API under test in one function.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The top of the repository.
#[must_use]
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Whether the case or line `name` is in the held-out half, which is not used for tuning: bit 32 of
/// its 64-bit FNV-1a hash is set.
#[must_use]
pub fn is_held_out(name: &str) -> bool {
    (hash(name) >> 32) & 1 == 1
}

/// The 64-bit FNV-1a hash of `text`.
#[must_use]
pub fn hash(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, step)
}

#[derive(Deserialize)]
struct CaseFile<T> {
    #[serde(default = "Vec::new")]
    case: Vec<T>,
}

/// Every `[[case]]` of the TOML files in tests/cases/`area`, sub-folders included, by file name.
///
/// # Panics
/// Where the folder is missing or a file does not fit: a case that is not read proves nothing.
#[must_use]
pub fn cases<T: DeserializeOwned>(area: &str) -> Vec<T> {
    cases_by_file(area).into_iter().map(|(_, case)| case).collect()
}

/// As [`cases`], each with the path of its file in the repository.
///
/// # Panics
/// As [`cases`].
#[must_use]
pub fn cases_by_file<T: DeserializeOwned>(area: &str) -> Vec<(String, T)> {
    let folder = repository().join("tests/cases").join(area);
    let mut files = Vec::new();
    gather(&folder, &mut files);
    files.sort();
    assert!(!files.is_empty(), "no case file in {}", folder.display());
    let read = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).expect("a readable case file");
        let file: CaseFile<T> =
            toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let name = path.strip_prefix(repository()).unwrap_or(path).display().to_string();
        file.case.into_iter().map(move |case| (name.clone(), case))
    };
    files.iter().flat_map(read).collect()
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of cases").flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|e| e == "toml")
            && path.file_name().is_some_and(|n| n != "ledger.toml")
        {
            files.push(path);
        }
    }
}

/// Known misses of one area: case name → why it is still missed.
#[derive(Default, Deserialize)]
pub struct Ledger {
    #[serde(default)]
    missed: BTreeMap<String, String>,
}

impl Ledger {
    /// Reads tests/cases/`area`/ledger.toml; an absent file is an empty ledger.
    ///
    /// # Panics
    /// If the file is not a valid ledger.
    #[must_use]
    pub fn of(area: &str) -> Self {
        let path = repository().join("tests/cases").join(area).join("ledger.toml");
        std::fs::read_to_string(path)
            .map(|text| toml::from_str(&text).expect("a ledger"))
            .unwrap_or_default()
    }

    /// Compares outcomes (case name, failure or `None`) with the ledger. Returns one line for each
    /// unlisted failure, unexpected pass, and ledger entry without a case.
    #[must_use]
    pub fn discrepancies(&self, outcomes: &[(String, Option<String>)]) -> Vec<String> {
        let mut complaints = Vec::new();
        for (name, failed) in outcomes {
            match (failed, self.missed.get(name)) {
                (Some(how), None) => complaints.push(format!("failed: {name}: {how}")),
                (None, Some(_)) => complaints.push(format!("passes now, take it out: {name}")),
                _ => {}
            }
        }
        let known = |name: &String| outcomes.iter().any(|(n, _)| n == name);
        complaints
            .extend(self.missed.keys().filter(|n| !known(n)).map(|n| format!("no such case: {n}")));
        complaints
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unexpected_pass_is_a_complaint_too() {
        let ledger: Ledger = toml::from_str("[missed]\na = \"hard\"\nb = \"hard\"").expect("toml");
        let outcomes = [("a".to_owned(), None), ("c".to_owned(), Some("wrong".to_owned()))];
        let complaints = ledger.discrepancies(&outcomes);
        assert_eq!(complaints.len(), 3, "{complaints:?}");
    }
}
