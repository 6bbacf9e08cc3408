//! The lines of labels.jsonl: what each photograph shows, for tests and measures.
//!
//! Corners are pixels of the upright picture. A round code has `text` null and its `shape`.

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
