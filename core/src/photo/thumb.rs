//! Makes the small upright picture that the log shows.

use super::{Luma, card};

/// Longest side in pixels: large enough to know the card again, about 15 kB.
const SIDE: usize = 480;

/// JPEG quality, 1 to 100.
const QUALITY: u8 = 70;

/// A grey JPEG of `luma`, at most 480 pixels on its longer side; `None` for a picture without pixels.
#[must_use]
pub fn thumbnail(luma: &Luma) -> Option<Vec<u8>> {
    let longest = luma.width.max(luma.height) as usize;
    card::encoded(&luma.reduced(longest.div_ceil(SIDE)), QUALITY)
}
