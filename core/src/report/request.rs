//! API records that a caller passes to a check or gets before one: options, photo, straight card.
//!
//! Plain public data, no behaviour and no I/O.

use super::{Language, Origin, Situation};

/// The options of a check.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Options {
    /// Where the subject came from.
    pub origin: Origin,
    /// The language of the report.
    pub language: Language,
    /// The person's situations; empty if they named none.
    pub situations: Vec<Situation>,
    /// Keep the check in the log, if a journal is open.
    pub keep: bool,
    /// Minutes by which the person's time zone is ahead of UTC; 480 in China.
    pub offset_minutes: i32,
}

/// A photo as a platform app has it.
#[derive(Clone, uniffi::Enum)]
pub enum Photo {
    /// An image file: JPEG, PNG, WebP, GIF or BMP.
    Encoded {
        /// The whole file.
        bytes: Vec<u8>,
    },
    /// Pixels of brightness, one byte each, 0 is black.
    Luma {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
        /// Bytes from the start of one row to the start of the next.
        stride: u32,
        /// Row-major, top row first.
        bytes: Vec<u8>,
    },
    /// Pixels of red, green, blue and alpha, one byte each.
    Rgba {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
        /// Bytes from the start of one row to the start of the next.
        stride: u32,
        /// Row-major, top row first.
        bytes: Vec<u8>,
    },
}

/// The card on a photo with rotation and perspective removed, for text recognition.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct StraightCard {
    /// A grayscale JPEG file.
    pub bytes: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Prints the size only: the pixels are the person's photo.
impl std::fmt::Debug for StraightCard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "StraightCard({} x {})", self.width, self.height)
    }
}
