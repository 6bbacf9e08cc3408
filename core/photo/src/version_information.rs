//! Reads the version that a symbol of version 7 or more prints beside two finder patterns.
//!
//! Samples in the frames of the finder patterns, before a sampling grid is known. The version gives
//! the size, and it distinguishes the finder patterns of one symbol from a chance group (ISO/IEC
//! 18004, 7.10 and annex D).

use crate::Luma;
use crate::finder_triple::FinderTriple;
use crate::function_patterns::{MAX_VERSION, symbol_side};
use crate::geometry::AffineFrame;

/// First version that prints its version information (ISO/IEC 18004, 7.10).
const FIRST_VERSION: usize = 7;
/// Bits of a version word (ISO/IEC 18004, annex D).
const WORD_BITS: u32 = 18;
/// Generator polynomial of the (18, 6) Golay code (ISO/IEC 18004, annex D).
const GENERATOR: u32 = 0x1f25;
/// Wrong bits to accept. The words differ in at least eight bits, so up to three are correctable.
const MAX_BIT_ERRORS: u32 = 2;

// Empirical; no measurement recorded.
/// Estimated sides below this share of version 7's are too small to carry version information.
const MIN_SIDE_RATIO: f32 = 0.75;
/// Largest |ln| of the ratio between the side of a version and the estimated side.
const MAX_LOG_SIDE_ERROR: f32 = 0.3;
/// Least difference of grey between the light and the dark modules of a finder pattern, of 255.
const MIN_CONTRAST: f32 = 8.0;

/// Work units of [`read_version`].
pub const COST: u64 = 1_500;

/// The version in either copy of the version information, 7 to 40; `None` for a small symbol or
/// where neither copy is valid.
pub fn read_version(luma: &Luma, triple: &FinderTriple) -> Option<usize> {
    let side = triple.estimated_side();
    if side < symbol_side(FIRST_VERSION) as f32 * MIN_SIDE_RATIO {
        return None;
    }
    let [_, upper_right, lower_left] = &triple.frames;
    let right_copy = read_word(luma, upper_right, |i| (i % 3 - 7, i / 3 - 3));
    let lower_copy = read_word(luma, lower_left, |i| (i / 3 - 3, i % 3 - 7));
    let bit_errors = |version: usize| {
        let word = version_word(version);
        let copies = [right_copy, lower_copy].into_iter().flatten();
        copies.map(|w| (w ^ word).count_ones()).min().unwrap_or(WORD_BITS)
    };
    (FIRST_VERSION..=MAX_VERSION)
        .filter(|v| (symbol_side(*v) as f32 / side).ln().abs() < MAX_LOG_SIDE_ERROR)
        .map(|v| (bit_errors(v), v))
        .min()
        .filter(|(errors, _)| *errors <= MAX_BIT_ERRORS)
        .map(|(_, version)| version)
}

/// The 18 modules at `module_of_bit`, in the frame of a finder pattern; `None` where the finder
/// pattern has no contrast.
fn read_word(
    luma: &Luma,
    frame: &AffineFrame,
    module_of_bit: impl Fn(i32) -> (i32, i32),
) -> Option<u32> {
    let grey = |x: f32, y: f32| {
        let q = frame.point(x, y);
        luma.bilinear(q.x, q.y)
    };
    let dark = grey(0.0, 0.0);
    let light = (grey(2.0, 0.0) + grey(-2.0, 0.0) + grey(0.0, 2.0) + grey(0.0, -2.0)) * 0.25;
    let threshold = (dark + light) * 0.5;
    (light - dark > MIN_CONTRAST).then(|| {
        (0..WORD_BITS as i32).fold(0, |word, i| {
            let (x, y) = module_of_bit(i);
            word | u32::from(grey(x as f32, y as f32) < threshold) << i
        })
    })
}

/// The version word: six data bits and their twelve check bits.
fn version_word(version: usize) -> u32 {
    let mut remainder = (version as u32) << 12;
    for bit in (12..WORD_BITS).rev() {
        if remainder >> bit & 1 == 1 {
            remainder ^= GENERATOR << (bit - 12);
        }
    }
    (version as u32) << 12 | remainder
}

#[cfg(test)]
mod tests {
    use super::version_word;

    #[test]
    fn version_words_match_the_standard() {
        // ISO/IEC 18004, table D.1.
        assert_eq!([7, 21, 40].map(version_word), [0x07c94, 0x15683, 0x28c69]);
    }
}
