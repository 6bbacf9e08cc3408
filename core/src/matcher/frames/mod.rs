//! Rules over the frames of a text.
//!
//! `met` decides which rules a text meets and knows no pack; `texts` brings the pack's words and
//! rules to it.

mod met;
mod texts;

pub use met::{FrameHit, FrameMatch, FrameRule, FrameRules, UnknownFrame, text};
pub use texts::Texts;
