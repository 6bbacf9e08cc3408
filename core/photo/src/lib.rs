//! Decides which codes a picture holds, where they are and which bytes they carry.
//!
//! Pixels in, symbols out. Refuses to know what a payload means, what a rule is and what time it
//! is (but for how long it took). Hostile input everywhere: the work is bounded by a budget counted
//! in operations, so the same picture gives the same answer on every machine; nothing panics.

mod alignment_lattice;
mod binarizer;
mod budget;
mod charset;
mod codeword_placement;
mod decode;
mod finder_pattern;
mod finder_triple;
mod format_information;
mod function_patterns;
mod geometry;
mod grid_fit;
mod load;
mod luma;
mod module_grid;
mod module_sampling;
mod pyramid;
mod read;
mod rectified_card;
mod reed_solomon;
mod round_code;
mod row_scan;
mod sampling_grid;
mod segments;
mod unread_reason;
mod version_information;

pub use load::{Picture, PixelLayout, ReadError};
pub use luma::Luma;
pub use read::{Observer, Reading, WORK_LIMIT, load_upright, pictures_read, read};
pub use rectified_card::RectifiedCard;
pub use round_code::{RoundCode, RoundCodeFamily};
pub use unread_reason::UnreadReason;

use yanka_types::Point;

/// One QR code that was read.
#[derive(Clone, PartialEq)]
pub struct Symbol {
    /// What it carries, exactly; of a code in several character sets, the bytes of each as they are.
    pub bytes: Vec<u8>,
    /// The same as text; `None` where the bytes are no text in any set that was declared or fits.
    pub text: Option<String>,
    /// Clockwise from its own upper left, in pixels of the upright picture at full size.
    pub corners: [Point; 4],
    /// 1 to 40 (ISO/IEC 18004, 7.1): a side has 17 + 4 × version modules.
    pub version: u8,
    /// Seen from behind, as through glass.
    pub mirrored: bool,
    /// Light on dark.
    pub inverted: bool,
    /// Its place in a message split over several codes; `None` where it stands alone.
    pub structured_append: Option<StructuredAppend>,
}

/// Place of a symbol in a message split over several codes (ISO/IEC 18004, 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StructuredAppend {
    /// From 0.
    pub index: u8,
    /// How many there are, 1 to 16.
    pub total: u8,
    /// The same in all parts of one message.
    pub parity: u8,
}

/// Lengths only: a payload cannot print itself.
impl std::fmt::Debug for Symbol {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Symbol")
            .field("bytes", &self.bytes.len())
            .field("corners", &self.corners)
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}
