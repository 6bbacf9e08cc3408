//! The learned text model: a linear classifier over character n-grams of the normalised text.
//!
//! Decides how much a window of a text resembles the scam texts that the model was trained on, and
//! which spans make it so. Knows no rule and no verdict: what a score means is decided by thresholds
//! beside the rules. Training is the rule compiler's; both use the same features.

mod features;
mod format;
mod marks;
mod score;
mod windows;

pub use features::{MAX_ORDER, MIN_NORM, NGram, Symbol, ngrams, symbols, term_weight};
pub use format::{ASK, FORMAT, Model, ModelError, Scenario};
pub use marks::{MOST_MARKS, Mark};
pub use score::{Contribution, TextScore, WindowScore};
pub use windows::{Range, blocks, windows};
