//! The vocabulary that all crates of the core share: spans, points, moments, string enums,
//! character classes, character sets, look-alike letters, readings of characters, public suffixes,
//! limits of hosts and identity numbers.
//!
//! Plain data. Depends on no rule, disk, clock or foreign-function interface.

pub mod chars;
pub mod charset;
pub mod confusables;
mod debug_lengths;
pub mod identity_number;
pub mod limits;
pub mod pinyin;
pub mod public_suffix;
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

/// A position in the upright picture, in pixels from its upper left corner (x right, y down).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Pixels to the right of the left edge.
    pub x: f32,
    /// Pixels below the upper edge.
    pub y: f32,
}

/// An instant, with the UTC offset that the person's clock had at that instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    pub unix_ms: i64,
    /// Minutes that the local time zone is ahead of UTC; 480 in China.
    pub offset_minutes: i32,
}
