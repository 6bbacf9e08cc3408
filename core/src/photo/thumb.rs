//! Makes the small upright picture that the log shows.

use super::Luma;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};

/// Longest side in pixels: large enough to know the card again, about 15 kB.
const SIDE: usize = 480;

/// JPEG quality, 1 to 100.
const QUALITY: u8 = 70;

/// A grey JPEG of `luma`, at most 480 pixels on its longer side; `None` for a picture without pixels.
#[must_use]
pub fn thumbnail(luma: &Luma) -> Option<Vec<u8>> {
    let longest = luma.width.max(luma.height) as usize;
    let small = luma.reduced(longest.div_ceil(SIDE));
    if small.width == 0 || small.height == 0 {
        return None;
    }
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, QUALITY)
        .write_image(&small.data, small.width, small.height, ExtendedColorType::L8)
        .ok()?;
    Some(file)
}
