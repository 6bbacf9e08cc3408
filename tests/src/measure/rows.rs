//! What the measures of texts share: their arguments and the rows of JSONL files.

use std::path::PathBuf;

use serde::Deserialize;

/// One text of a set.
#[derive(Deserialize)]
pub struct Row {
    /// The text.
    pub text: String,
    /// What it is, such as `scam`.
    #[serde(default)]
    pub label: String,
    /// The set's name.
    #[serde(default)]
    pub set: String,
}

/// The files named in `words`, and the folder of the training texts: that after `--texts`, else the
/// project's own.
pub fn arguments(words: &[String]) -> (Vec<&String>, PathBuf) {
    let option = words.iter().position(|w| w == "--texts").map(|at| at + 1);
    let folder = option.and_then(|at| words.get(at)).map_or("rules/sources/texts", String::as_str);
    let named = words.iter().enumerate();
    let named = named.filter(|(at, w)| Some(*at) != option && !w.starts_with("--"));
    (named.map(|(_, w)| w).collect(), PathBuf::from(folder))
}

/// The rows of a JSONL file.
///
/// # Errors
/// A sentence that names the file.
pub fn read(file: &str) -> Result<Vec<Row>, String> {
    let text = std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
    let lines = text.lines().filter(|l| !l.trim().is_empty());
    lines.map(|line| serde_json::from_str(line).map_err(|e| format!("{file}: {e}"))).collect()
}
