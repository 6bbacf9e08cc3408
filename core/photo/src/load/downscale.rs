//! Reduces a picture row by row while it is decoded, so that the large one never exists.
//!
//! Each new pixel is the mean of the area it covers: rows are summed first, at full width, and the
//! sum is narrowed once for each row that is kept.

use super::FULL_PIXELS;
use crate::Luma;

/// Takes rows of the full picture and keeps a picture of at most [`FULL_PIXELS`].
pub struct Downscaler {
    width: usize,
    height: usize,
    /// Full pixels per kept pixel; 1.0 keeps all.
    factor: f32,
    kept: Luma,
    sums: Vec<f32>,
    weight: f32,
    row: usize,
}

impl Downscaler {
    pub fn new(width: u32, height: u32) -> Self {
        let area = u64::from(width) * u64::from(height);
        let factor = (area as f32 / FULL_PIXELS as f32).sqrt().max(1.0);
        let (w, h) = if area <= FULL_PIXELS {
            (width, height)
        } else {
            (((width as f32 / factor) as u32).max(1), ((height as f32 / factor) as u32).max(1))
        };
        let data = Vec::with_capacity(w as usize * h as usize);
        Self {
            width: width as usize,
            height: height as usize,
            factor: if area <= FULL_PIXELS { 1.0 } else { factor },
            kept: Luma { width: w, height: h, data },
            sums: if area <= FULL_PIXELS { Vec::new() } else { vec![0.0; width as usize] },
            weight: 0.0,
            row: 0,
        }
    }

    /// The next row; rows past the last one are dropped.
    pub fn push(&mut self, line: &[u8]) {
        if self.row >= self.height || line.len() < self.width {
            return;
        }
        if self.factor <= 1.0 {
            self.kept.data.extend_from_slice(&line[..self.width]);
            self.row += 1;
            return;
        }
        let step = self.height as f32 / self.kept.height as f32;
        let end = step * (self.kept.data.len() / self.kept.width as usize + 1) as f32;
        let here = (end - self.row as f32).clamp(0.0, 1.0);
        self.add(line, here);
        if self.row as f32 + 1.0 >= end - 1e-3 {
            self.close();
            self.add(line, 1.0 - here);
        }
        self.row += 1;
    }

    fn add(&mut self, line: &[u8], weight: f32) {
        if weight <= 0.0 {
            return;
        }
        for (sum, v) in self.sums.iter_mut().zip(line) {
            *sum += f32::from(*v) * weight;
        }
        self.weight += weight;
    }

    fn close(&mut self) {
        if self.kept.data.len() >= self.kept.width as usize * self.kept.height as usize {
            return;
        }
        let step = self.width as f32 / self.kept.width as f32;
        let scale = 1.0 / (step * self.weight.max(1e-3));
        let (sums, last) = (&self.sums, self.width - 1);
        let mean = |i: u32| {
            let (from, to) = (i as f32 * step, (i + 1) as f32 * step);
            let (a, b) = ((from as usize).min(last), (to as usize).min(last));
            let mut s = sums[a] * (1.0 - (from - a as f32));
            s += sums[a + 1..b.max(a + 1)].iter().sum::<f32>();
            if b > a {
                s += sums[b] * (to - b as f32).clamp(0.0, 1.0);
            }
            (s * scale + 0.5).min(255.0) as u8
        };
        self.kept.data.extend((0..self.kept.width).map(mean));
        self.sums.fill(0.0);
        self.weight = 0.0;
    }

    /// The picture; what never came is white.
    pub fn finish(mut self) -> Luma {
        let want = self.kept.width as usize * self.kept.height as usize;
        if self.factor > 1.0 && self.weight > 0.5 {
            self.close();
        }
        self.kept.data.resize(want, 255);
        self.kept
    }
}
