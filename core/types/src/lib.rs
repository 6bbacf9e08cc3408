//! The vocabulary that all crates of the core share: spans, points, moments, string
//! enums and character classes.
//!
//! Plain data. Knows no rule, no disk, no clock and no foreign-function interface.

pub mod chars;
mod debug_lengths;
mod span;
mod string_enum;
mod vocabulary;

pub use serde;
pub use span::{Span, Utf16Index, Utf16Span};
pub use vocabulary::{
    Confidence, Keep, Language, NumberStatus, Opinion, Origin, Retention, Severity, Situation,
    SubjectKind, Urgency, Verdict,
};

use serde::{Deserialize, Serialize};

/// A position in the upright picture, in pixels from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

/// A moment as the person's clock showed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    pub unix_ms: i64,
    /// Minutes that the zone was ahead of UTC; 480 in China.
    pub offset_minutes: i32,
}
