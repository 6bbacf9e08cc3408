//! Pixels as the camera of a shell hands them over, with a claimed shape that may be wrong.
#![no_main]

use libfuzzer_sys::fuzz_target;
use yanka_photo::{Picture, PixelLayout};

/// Bytes before the pixels: flags, width, height, bytes between two rows.
const HEADER: usize = 6;

/// Set: four bytes a pixel, otherwise one.
const RGBA: u8 = 1;
/// Set: the height is as claimed, otherwise as the pixels allow.
const CLAIMED_HEIGHT: u8 = 2;
/// Set: width, height and stride are multiplied, up to where sums overflow.
const HUGE: u8 = 4;

fuzz_target!(|input: &[u8]| {
    let Some((header, data)) = input.split_at_checked(HEADER) else { return };
    let flags = header[0];
    let layout = if flags & RGBA == 0 { PixelLayout::Luma8 } else { PixelLayout::Rgba8 };
    let factor = if flags & HUGE == 0 { 1 } else { 0x1_0001 };
    let width = u32::from(u16::from_le_bytes([header[1], header[2]])) * factor;
    let bytes_per_pixel = if layout == PixelLayout::Luma8 { 1 } else { 4 };
    let stride = width.wrapping_mul(bytes_per_pixel).wrapping_add(u32::from(header[5]));
    let height = match flags & CLAIMED_HEIGHT {
        0 => data.len() as u32 / stride.max(1),
        _ => u32::from(u16::from_le_bytes([header[3], header[4]])) * factor,
    };
    yanka_fuzz::pictures::check(Picture::Pixels { layout, width, height, stride, data });
});
