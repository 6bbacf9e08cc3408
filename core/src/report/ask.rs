//! What a caller gives with a check: plain public data, no behaviour and no I/O.

use super::{Language, Origin, Situation};

/// What the caller says about a check.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Options {
    /// Where the subject came from.
    pub origin: Origin,
    /// The language to answer in.
    pub language: Language,
    /// How far the person has gone, as far as they said.
    pub situations: Vec<Situation>,
    /// Keep the check in the journal, where one is open.
    pub keep: bool,
    /// Minutes that the person's clock is ahead of UTC; 480 in China.
    pub offset_minutes: i32,
}

/// A picture as a shell has it.
#[derive(Clone, uniffi::Enum)]
pub enum Photo {
    /// A file's bytes: JPEG, PNG, WebP, GIF or BMP.
    Encoded {
        /// The whole file.
        bytes: Vec<u8>,
    },
    /// Brightness only, one byte a pixel, 0 is black.
    Luma {
        /// Pixels a row.
        width: u32,
        /// Rows.
        height: u32,
        /// Bytes from one row to the next.
        stride: u32,
        /// Row after row, the upper first.
        bytes: Vec<u8>,
    },
    /// Red, green, blue, alpha, one byte each.
    Rgba {
        /// Pixels a row.
        width: u32,
        /// Rows.
        height: u32,
        /// Bytes from one row to the next.
        stride: u32,
        /// Row after row, the upper first.
        bytes: Vec<u8>,
    },
}

/// The card on a photo without turn and perspective, as a picture file for text recognition.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct StraightCard {
    /// A grey JPEG.
    pub bytes: Vec<u8>,
    /// Pixels a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

/// The size only: the pixels are the person's photo.
impl std::fmt::Debug for StraightCard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "StraightCard({} x {})", self.width, self.height)
    }
}
