//! A decoded picture as stored, and its orientation: maps pixels and points to the upright picture.

use super::FULL_PIXELS;
use crate::Luma;
use crate::geometry::{Vec2, vec2};
use image::metadata::Orientation;

/// File size above which decoding counts as expensive: a photo of 12 megapixels has fewer bytes.
const USUAL_FILE_BYTES: u64 = 12_000_000;
/// Work units of decoding one pixel and one byte of a file, as measured; the measurement is not
/// recorded.
const PIXEL_COST: u64 = 3;
const BYTE_COST: u64 = 9;

/// Grey pixels in stored orientation, and how the picture becomes upright.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadedPicture {
    /// In stored orientation, perhaps downscaled.
    pub luma: Luma,
    orientation: Orientation,
    /// Width and height as stored, before downscaling and rotation.
    full_size: (u32, u32),
    /// Length of the file in bytes; 0 for decoded pixels.
    file_bytes: u64,
}

impl LoadedPicture {
    pub fn new(luma: Luma, orientation: Orientation, full_size: (u32, u32)) -> Self {
        Self { luma, orientation, full_size, file_bytes: 0 }
    }

    /// A picture that is stored upright.
    pub fn upright(luma: Luma, full_size: (u32, u32)) -> Self {
        Self::new(luma, Orientation::NoTransforms, full_size)
    }

    pub fn with_file_bytes(self, file_bytes: u64) -> Self {
        Self { file_bytes, ..self }
    }

    /// Work units of loading beyond those of a photo of 12 megapixels.
    pub fn excess_cost(&self) -> u64 {
        let pixels = u64::from(self.full_size.0) * u64::from(self.full_size.1);
        pixels.saturating_sub(FULL_PIXELS) * PIXEL_COST
            + self.file_bytes.saturating_sub(USUAL_FILE_BYTES) * BYTE_COST
    }

    /// Width and height of the upright picture at full size.
    pub fn upright_size(&self) -> (u32, u32) {
        let (w, h) = self.full_size;
        if self.swaps_axes() { (h, w) } else { (w, h) }
    }

    /// Width and height of the upright picture as it was loaded, perhaps downscaled.
    pub fn upright_luma_size(&self) -> (u32, u32) {
        let (w, h) = (self.luma.width, self.luma.height);
        if self.swaps_axes() { (h, w) } else { (w, h) }
    }

    fn swaps_axes(&self) -> bool {
        matches!(
            self.orientation,
            Orientation::Rotate90
                | Orientation::Rotate270
                | Orientation::Rotate90FlipH
                | Orientation::Rotate270FlipH
        )
    }

    /// Whether making the picture upright mirrors it.
    pub fn mirrors(&self) -> bool {
        matches!(
            self.orientation,
            Orientation::FlipHorizontal
                | Orientation::FlipVertical
                | Orientation::Rotate90FlipH
                | Orientation::Rotate270FlipH
        )
    }

    /// Maps a point of `luma` to the upright picture at full size.
    pub fn to_full_size(&self, point: Vec2) -> Vec2 {
        let (w, h) = (self.full_size.0 as f32, self.full_size.1 as f32);
        let x = point.x * w / self.luma.width.max(1) as f32;
        let y = point.y * h / self.luma.height.max(1) as f32;
        match self.orientation {
            Orientation::NoTransforms => vec2(x, y),
            Orientation::FlipHorizontal => vec2(w - x, y),
            Orientation::Rotate180 => vec2(w - x, h - y),
            Orientation::FlipVertical => vec2(x, h - y),
            Orientation::Rotate90FlipH => vec2(y, x),
            Orientation::Rotate90 => vec2(h - y, x),
            Orientation::Rotate270FlipH => vec2(h - y, w - x),
            Orientation::Rotate270 => vec2(y, w - x),
        }
    }

    /// `luma`, in stored orientation and of any scale, made upright.
    pub fn to_upright(&self, luma: Luma) -> Luma {
        let (w, h) = (luma.width as usize, luma.height as usize);
        // Index of the stored pixel for column x and row y of the upright picture.
        let stored: fn(usize, usize, usize, usize) -> usize = match self.orientation {
            Orientation::NoTransforms => return luma,
            Orientation::FlipHorizontal => |x, y, w, _| y * w + w - 1 - x,
            Orientation::Rotate180 => |x, y, w, h| (h - 1 - y) * w + w - 1 - x,
            Orientation::FlipVertical => |x, y, w, h| (h - 1 - y) * w + x,
            Orientation::Rotate90FlipH => |x, y, w, _| x * w + y,
            Orientation::Rotate90 => |x, y, w, h| (h - 1 - x) * w + y,
            Orientation::Rotate270FlipH => |x, y, w, h| (h - 1 - x) * w + w - 1 - y,
            Orientation::Rotate270 => |x, y, w, _| x * w + w - 1 - y,
        };
        let (width, height) = if self.swaps_axes() { (h, w) } else { (w, h) };
        let mut data = Vec::with_capacity(w * h);
        for y in 0..height {
            data.extend((0..width).map(|x| luma.data[stored(x, y, w, h)]));
        }
        Luma { width: width as u32, height: height as u32, data }
    }
}
