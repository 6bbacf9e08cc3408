//! Converts rows of pixels to grey (ITU-R BT.601), blending transparency with white.

/// Converts one row with 1 (grey), 2 (grey, alpha), 3 (RGB) or 4 (RGBA) channels of 8 bits.
pub fn convert_row(row: &[u8], channels: usize, out: &mut [u8]) {
    match channels {
        1 => out.copy_from_slice(&row[..out.len()]),
        2 => {
            for (o, c) in out.iter_mut().zip(row.chunks_exact(2)) {
                *o = blend_with_white(c[0], c[1]);
            }
        }
        3 => {
            for (o, c) in out.iter_mut().zip(row.chunks_exact(3)) {
                *o = luma(c[0], c[1], c[2]);
            }
        }
        _ => {
            for (o, c) in out.iter_mut().zip(row.chunks_exact(4)) {
                let grey = luma(c[0], c[1], c[2]);
                *o = if c[3] == 255 { grey } else { blend_with_white(grey, c[3]) };
            }
        }
    }
}

/// The BT.601 weights 0.299, 0.587 and 0.114 in 1/256.
fn luma(r: u8, g: u8, b: u8) -> u8 {
    ((77 * u32::from(r) + 150 * u32::from(g) + 29 * u32::from(b) + 128) >> 8) as u8
}

fn blend_with_white(grey: u8, alpha: u8) -> u8 {
    let a = u32::from(alpha);
    ((u32::from(grey) * a + 255 * (255 - a) + 127) / 255) as u8
}
