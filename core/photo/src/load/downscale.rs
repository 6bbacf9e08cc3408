//! Downscales a picture row by row while it is decoded, so that the large one is never in memory.
//!
//! Each new pixel is the mean of the area it covers. Rows are summed at full width first; then the
//! sum is narrowed once for each row that is kept.

use super::FULL_PIXELS;
use crate::Luma;

/// Takes the rows of a picture and keeps one of at most [`FULL_PIXELS`].
pub struct Downscaler {
    width: usize,
    height: usize,
    /// The picture is small enough to be kept as it is.
    unchanged: bool,
    kept: Luma,
    /// Weighted sums of the columns since the last kept row.
    sums: Vec<f32>,
    weight: f32,
    /// Rows taken so far.
    row: usize,
}

impl Downscaler {
    pub fn new(width: u32, height: u32) -> Self {
        let area = u64::from(width) * u64::from(height);
        let factor = (area as f32 / FULL_PIXELS as f32).sqrt().max(1.0);
        let unchanged = factor <= 1.0;
        let (kept_width, kept_height) = if unchanged {
            (width, height)
        } else {
            (((width as f32 / factor) as u32).max(1), ((height as f32 / factor) as u32).max(1))
        };
        let data = Vec::with_capacity(kept_width as usize * kept_height as usize);
        Self {
            width: width as usize,
            height: height as usize,
            unchanged,
            kept: Luma { width: kept_width, height: kept_height, data },
            sums: if unchanged { Vec::new() } else { vec![0.0; width as usize] },
            weight: 0.0,
            row: 0,
        }
    }

    /// Takes the next row. Ignores rows past the last one, and rows that are too short.
    pub fn push(&mut self, row: &[u8]) {
        if self.row >= self.height || row.len() < self.width {
            return;
        }
        if self.unchanged {
            self.kept.data.extend_from_slice(&row[..self.width]);
            self.row += 1;
            return;
        }
        let step = self.height as f32 / self.kept.height as f32;
        let end = step * (self.kept.data.len() / self.kept.width as usize + 1) as f32;
        let share = (end - self.row as f32).clamp(0.0, 1.0);
        self.add(row, share);
        if self.row as f32 + 1.0 >= end - 1e-3 {
            self.keep_row();
            self.add(row, 1.0 - share);
        }
        self.row += 1;
    }

    fn add(&mut self, row: &[u8], weight: f32) {
        if weight <= 0.0 {
            return;
        }
        for (sum, v) in self.sums.iter_mut().zip(row) {
            *sum += f32::from(*v) * weight;
        }
        self.weight += weight;
    }

    /// Narrows the sums to one row of the kept picture.
    fn keep_row(&mut self) {
        if self.kept.data.len() >= self.kept.width as usize * self.kept.height as usize {
            return;
        }
        let step = self.width as f32 / self.kept.width as f32;
        let scale = 1.0 / (step * self.weight.max(1e-3));
        let (sums, last) = (&self.sums, self.width - 1);
        let mean = |i: u32| {
            let (from, to) = (i as f32 * step, (i + 1) as f32 * step);
            let (a, b) = ((from as usize).min(last), (to as usize).min(last));
            let mut sum = sums[a] * (1.0 - (from - a as f32));
            sum += sums[a + 1..b.max(a + 1)].iter().sum::<f32>();
            if b > a {
                sum += sums[b] * (to - b as f32).clamp(0.0, 1.0);
            }
            (sum * scale + 0.5).min(255.0) as u8
        };
        self.kept.data.extend((0..self.kept.width).map(mean));
        self.sums.fill(0.0);
        self.weight = 0.0;
    }

    /// The picture; missing rows are white.
    pub fn finish(mut self) -> Luma {
        let pixels = self.kept.width as usize * self.kept.height as usize;
        if !self.unchanged && self.weight > 0.5 {
            self.keep_row();
        }
        self.kept.data.resize(pixels, 255);
        self.kept
    }
}
