//! What was read of a text before any rule is matched. Plain data.

use crate::text::{Facts, Script};
use yanka_types::Span;

/// How much a text resembles the scam texts of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Resemblance {
    /// Log-odds that it is one.
    pub score: f32,
    /// The words that add most to the score, in bytes of the text, the largest sum first; empty where
    /// the score is no finding whatever is asked for.
    pub marks: Vec<Span>,
    /// Id of the scenario that it resembles most; `None` where that is not sure enough to be said.
    pub scenario: Option<String>,
    /// What is asked for by the model, such as `ask/code`, if it is a scam text.
    pub requests: Vec<String>,
}

/// What a text says, and what it resembles.
pub struct ReadText {
    /// Its facts.
    pub facts: Facts,
    /// How much it resembles scam texts; `None` where the pack has no model or the text no words.
    pub resemblance: Option<Resemblance>,
    /// Length of the text in characters, as it is matched.
    pub characters: usize,
    /// Its script.
    pub script: Script,
}
