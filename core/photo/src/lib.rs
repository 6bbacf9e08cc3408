//! Finds the QR codes in a picture and decodes them: pixels in, symbols out.
//!
//! Must not know what a payload means, what a rule is, or the time (except to report how long a
//! reading took). All input is untrusted: a budget counted in operations bounds the work, so the
//! same picture gives the same result on every machine, and nothing panics.
//!
//! `load` → `pyramid` → `binarizer` → `row_scan` → `finder_detector` → `finder_triple` →
//! `grid_candidates` → `sampling_grid` → `module_sampling` → `decode` → `segments` → `charset`.
//! `search` decides the order of attempts.

mod alignment_lattice;
mod alignment_pattern;
mod binarizer;
mod budget;
mod charset;
mod codeword_placement;
mod decode;
mod finder_detector;
mod finder_pattern;
mod finder_triple;
mod format_information;
mod function_patterns;
mod geometry;
mod grid_candidates;
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
mod search;
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

/// One decoded QR code.
#[derive(Clone, PartialEq)]
pub struct Symbol {
    /// The payload, unchanged; never empty. Runs in several character sets follow one another, each
    /// in its own set.
    pub bytes: Vec<u8>,
    /// The payload as text; `None` where the bytes are text in no declared or plausible character
    /// set.
    pub text: Option<String>,
    /// In pixels of the upright picture at full size, in the symbol's own clockwise order from its
    /// own upper left.
    pub corners: [Point; 4],
    /// 1 to 40 (ISO/IEC 18004, 6.3): a side has 17 + 4 × version modules.
    pub version: u8,
    /// The symbol is seen from behind, as through glass.
    pub mirrored: bool,
    /// The symbol is light on dark.
    pub inverted: bool,
    /// Position in a message split over several symbols; `None` for a symbol that stands alone.
    pub structured_append: Option<StructuredAppend>,
}

/// Position of a symbol in a message split over several symbols (ISO/IEC 18004, 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StructuredAppend {
    /// From 0.
    pub index: u8,
    /// Number of symbols, 1 to 16.
    pub total: u8,
    /// The same in all symbols of one message.
    pub parity: u8,
}

/// Prints lengths only: a payload must not reach a log.
impl std::fmt::Debug for Symbol {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Symbol")
            .field("bytes", &self.bytes.len())
            .field("corners", &self.corners)
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}
