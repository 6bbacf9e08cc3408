//! The lines of labels.jsonl: what each photograph shows, for tests and measures.
//!
//! Corners are pixels of the upright picture. A round code has `text` null and its `shape`.

use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// One photograph.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Label {
    /// Path below the folder of labels.jsonl.
    pub file: String,
    /// Always `cards`.
    pub set: String,
    /// Pixels across, upright.
    pub width: usize,
    /// Pixels down, upright.
    pub height: usize,
    /// The codes.
    pub symbols: Vec<SymbolLabel>,
    /// Name of the card.
    pub card: String,
    /// Damage kinds with their strengths, as `shadow-2`.
    pub damage: Vec<String>,
}

/// One code of a photograph.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SymbolLabel {
    /// Its payload; null for a round code.
    pub text: Option<String>,
    /// x0, y0 … x3, y3: top left, top right, bottom right, bottom left of the code.
    pub corners: [f32; 8],
    /// `qr`, `mini-program` or `douyin`.
    pub shape: String,
    /// Kind of payload.
    pub kind: String,
}

/// The lines of `folder`/labels.jsonl, each as a `T`: [`Label`], or a type with fewer fields for
/// photographs that are not of our cards.
///
/// # Errors
/// A sentence that names the file, and the line which is no `T`.
pub fn read<T: DeserializeOwned>(folder: &Path) -> Result<Vec<T>, String> {
    let path = folder.join("labels.jsonl");
    let text = std::fs::read_to_string(&path)
        .map_err(|e| format!("{} cannot be read: {e}", path.display()))?;
    let line = |(i, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|e| format!("{}:{}: {e}", path.display(), i + 1))
    };
    text.lines().enumerate().map(line).collect()
}
