//! Renders a QR code from bits that no encoder would produce, module by module.
//!
//! The `qrcode` crate computes the error-correction codewords and their placement.

use super::canvas::Grey;
use qrcode::canvas::Canvas;
use qrcode::ec::construct_codewords;
use qrcode::{Color, EcLevel, Version, bits::Bits};

/// A bit stream being written.
#[derive(Default)]
pub struct Stream {
    bits: Vec<bool>,
}

impl Stream {
    /// The lowest `width` bits of `value`.
    #[must_use]
    pub fn push(mut self, value: u32, width: usize) -> Self {
        self.bits.extend((0..width).rev().map(|i| value >> i & 1 == 1));
        self
    }

    /// A byte-mode segment of a version up to 9.
    #[must_use]
    pub fn bytes(self, bytes: &[u8]) -> Self {
        let begun = self.push(4, 4).push(bytes.len() as u32, 8);
        bytes.iter().fold(begun, |s, b| s.push(u32::from(*b), 8))
    }

    /// The modules of a code, row by row, and how many a side has.
    ///
    /// # Panics
    /// Where the bits do not fit the version.
    #[must_use]
    pub fn code(&self, version: i16) -> (usize, Vec<bool>) {
        let version = Version::Normal(version);
        let capacity_bytes = Bits::new(version).max_len(EcLevel::M).expect("a version") / 8;
        let byte = |c: &[bool]| c.iter().fold(0, |v, b| v << 1 | u8::from(*b)) << (8 - c.len());
        let mut raw: Vec<u8> = self.bits.chunks(8).map(byte).collect();
        assert!(raw.len() <= capacity_bytes, "the bits do not fit");
        raw.resize(capacity_bytes, 0);
        let (data, check) = construct_codewords(&raw, version, EcLevel::M).expect("codewords");
        let mut canvas = Canvas::new(version, EcLevel::M);
        canvas.draw_all_functional_patterns();
        canvas.draw_data(&data, &check);
        let dark = canvas.apply_best_mask().into_colors();
        (version.width() as usize, dark.iter().map(|c| *c == Color::Dark).collect())
    }
}

/// A picture of `width` × `height` of one grey.
#[must_use]
pub fn paper(width: usize, height: usize, grey: u8) -> Grey {
    Grey { width, height, data: vec![grey; width * height] }
}

/// Lays a code on a picture: upper left corner and pixels a module.
pub fn lay(on: &mut Grey, (side, dark): &(usize, Vec<bool>), (x, y): (usize, usize), module: f32) {
    let end = (*side as f32 * module) as usize;
    for b in 0..end {
        for a in 0..end {
            let at = |v: usize| ((v as f32 + 0.5) / module) as usize;
            let grey = if dark[at(b) * side + at(a)] { 15 } else { 240 };
            on.data[(y + b) * on.width + x + a] = grey;
        }
    }
}

/// The picture in perspective: its right side is smaller by the fraction `by` (0 to 1, exclusive).
#[must_use]
pub fn in_perspective(of: &Grey, by: f32) -> Grey {
    let (w, h) = (of.width as f32, of.height as f32);
    let mut out = paper(of.width, of.height, 240);
    for y in 0..of.height {
        for x in 0..of.width {
            let k = 1.0 / (1.0 - by * x as f32 / w);
            let (u, v) = (x as f32 * k * (1.0 - by), (y as f32 - h * 0.5) * k + h * 0.5);
            if u < w && v >= 0.0 && v < h {
                out.data[y * of.width + x] = of.data[v as usize * of.width + u as usize];
            }
        }
    }
    out
}
