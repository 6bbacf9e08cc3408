//! Decides below which grey a pixel counts as dark, block by block.
//!
//! Measures a picture once in blocks of 8 × 8; each binarizer then only computes another threshold
//! map from the blocks, so a further attempt costs no further pass over the pixels. Must not depend
//! on codes.

use crate::Luma;

/// Side of a block in pixels.
pub const BLOCK: usize = 8;

// Empirical; no measurement recorded. ZXing's HybridBinarizer uses the same block side and the
// value 24 for flat blocks.
/// A block whose greys span at most this much counts as flat.
const FLAT_RANGE: u8 = 24;
/// A window whose greys span less than this much counts as flat for [`Binarizer::MidRange`].
const MIN_MID_RANGE: u8 = 16;

/// How a threshold map is computed from the blocks. All radii are in blocks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Binarizer {
    /// Mean over a window, in which flat blocks take the level of their neighbours.
    LocalMean { radius: usize },
    /// `percent` of the mean over a window.
    WindowMean { radius: usize, percent: u16 },
    /// Middle between the darkest and the lightest pixel of a window.
    MidRange { radius: usize },
}

/// Mean, minimum and maximum of each block, row-major.
pub struct BlockStatistics {
    columns: usize,
    rows: usize,
    mean: Vec<u8>,
    min: Vec<u8>,
    max: Vec<u8>,
}

/// One threshold a block: a pixel below it is dark.
pub struct ThresholdMap {
    columns: usize,
    thresholds: Vec<u8>,
}

impl BlockStatistics {
    /// Measures all blocks; those at the right and lower border may be smaller.
    pub fn measure(luma: &Luma) -> Self {
        let (w, h) = (luma.width as usize, luma.height as usize);
        let (columns, rows) = (w.div_ceil(BLOCK), h.div_ceil(BLOCK));
        let n = columns * rows;
        let mut out = Self {
            columns,
            rows,
            mean: Vec::with_capacity(n),
            min: Vec::with_capacity(n),
            max: Vec::with_capacity(n),
        };
        // Per column of pixels, over the rows of one row of blocks.
        let mut sum = vec![0_u16; w];
        let mut min = vec![0_u8; w];
        let mut max = vec![0_u8; w];
        for block_row in 0..rows {
            let first = block_row * BLOCK;
            let end = (first + BLOCK).min(h);
            for ((s, (low, high)), v) in
                sum.iter_mut().zip(min.iter_mut().zip(max.iter_mut())).zip(luma.row(first))
            {
                *s = u16::from(*v);
                *low = *v;
                *high = *v;
            }
            for y in first + 1..end {
                for ((s, (low, high)), v) in
                    sum.iter_mut().zip(min.iter_mut().zip(max.iter_mut())).zip(luma.row(y))
                {
                    *s += u16::from(*v);
                    *low = (*low).min(*v);
                    *high = (*high).max(*v);
                }
            }
            let height = (end - first) as u32;
            for ((s, low), high) in sum.chunks(BLOCK).zip(min.chunks(BLOCK)).zip(max.chunks(BLOCK))
            {
                let total: u32 = s.iter().map(|v| u32::from(*v)).sum();
                out.mean.push((total / (height * s.len() as u32)) as u8);
                out.min.push(low.iter().fold(255, |a, b| a.min(*b)));
                out.max.push(high.iter().fold(0, |a, b| a.max(*b)));
            }
        }
        out
    }

    pub fn thresholds(&self, binarizer: Binarizer) -> ThresholdMap {
        let thresholds = match binarizer {
            Binarizer::LocalMean { radius } => self.box_filter(&self.levels(), radius),
            Binarizer::WindowMean { radius, percent } => self
                .box_filter(&self.mean, radius)
                .iter()
                .map(|v| (u32::from(*v) * u32::from(percent) / 100).min(255) as u8)
                .collect(),
            Binarizer::MidRange { radius } => {
                let min = self.extremes(&self.min, radius, u8::min);
                let max = self.extremes(&self.max, radius, u8::max);
                min.iter()
                    .zip(&max)
                    .map(|(low, high)| {
                        if high - low < MIN_MID_RANGE {
                            low / 2
                        } else {
                            ((u16::from(*low) + u16::from(*high)) / 2) as u8
                        }
                    })
                    .collect()
            }
        };
        ThresholdMap { columns: self.columns, thresholds }
    }

    /// The black level of each block: its mean, or for a flat block half its minimum, so that it
    /// counts as light, unless its neighbours to the left and above show that it continues a dark
    /// area (as in ZXing's HybridBinarizer).
    fn levels(&self) -> Vec<u8> {
        let columns = self.columns;
        let mut out = vec![0_u8; self.mean.len()];
        for y in 0..self.rows {
            for x in 0..columns {
                let i = y * columns + x;
                out[i] = if self.max[i] - self.min[i] > FLAT_RANGE {
                    self.mean[i]
                } else {
                    let mut level = self.min[i] / 2;
                    if x > 0 && y > 0 {
                        let neighbours = (u16::from(out[i - 1])
                            + 2 * u16::from(out[i - columns])
                            + u16::from(out[i - columns - 1]))
                            / 4;
                        if u16::from(self.min[i]) < neighbours {
                            level = neighbours as u8;
                        }
                    }
                    level
                };
            }
        }
        out
    }

    /// Mean over (2 radius + 1)² blocks, by running sums along rows and then along columns.
    fn box_filter(&self, values: &[u8], radius: usize) -> Vec<u8> {
        let (columns, rows) = (self.columns, self.rows);
        // Row means in 1/256.
        let mut row_means = vec![0_u32; values.len()];
        for y in 0..rows {
            sliding_sums(&values[y * columns..(y + 1) * columns], radius, |x, sum, n| {
                row_means[y * columns + x] = sum * 256 / n;
            });
        }
        let mut out = vec![0; values.len()];
        let mut sums = vec![0_u32; columns];
        let (mut from, mut to) = (0, 0);
        for y in 0..rows {
            while to < (y + radius + 1).min(rows) {
                for (s, v) in sums.iter_mut().zip(&row_means[to * columns..]) {
                    *s += v;
                }
                to += 1;
            }
            while from + radius < y {
                for (s, v) in sums.iter_mut().zip(&row_means[from * columns..]) {
                    *s -= v;
                }
                from += 1;
            }
            let n = ((to - from) * 256) as u32;
            for (o, s) in out[y * columns..].iter_mut().zip(&sums) {
                *o = ((s + n / 2) / n).min(255) as u8;
            }
        }
        out
    }

    /// Minimum or maximum over (2 radius + 1)² blocks.
    fn extremes(&self, values: &[u8], radius: usize, pick: fn(u8, u8) -> u8) -> Vec<u8> {
        let (columns, rows) = (self.columns, self.rows);
        let mut row_extremes = values.to_vec();
        for y in 0..rows {
            for x in 0..columns {
                let (from, to) = (x.saturating_sub(radius), (x + radius + 1).min(columns));
                row_extremes[y * columns + x] = values[y * columns + from..y * columns + to]
                    .iter()
                    .copied()
                    .reduce(pick)
                    .unwrap_or_default();
            }
        }
        let mut out = row_extremes.clone();
        for y in 0..rows {
            for v in y.saturating_sub(radius)..(y + radius + 1).min(rows) {
                for x in 0..columns {
                    let i = y * columns + x;
                    out[i] = pick(out[i], row_extremes[v * columns + x]);
                }
            }
        }
        out
    }
}

/// Calls `each` with every index, and the sum and count of the values within `radius` of it.
fn sliding_sums(values: &[u8], radius: usize, mut each: impl FnMut(usize, u32, u32)) {
    let (mut sum, mut from, mut to) = (0_u32, 0, 0);
    for x in 0..values.len() {
        while to < (x + radius + 1).min(values.len()) {
            sum += u32::from(values[to]);
            to += 1;
        }
        while from + radius < x {
            sum -= u32::from(values[from]);
            from += 1;
        }
        each(x, sum, (to - from) as u32);
    }
}

impl ThresholdMap {
    /// The threshold at a pixel; 0 outside the picture.
    pub fn at(&self, x: usize, y: usize) -> u8 {
        self.thresholds.get(y / BLOCK * self.columns + x / BLOCK).copied().unwrap_or(0)
    }

    /// Writes the threshold of each pixel in a row of blocks `block_row` to `out`.
    pub fn expand_row(&self, block_row: usize, out: &mut [u8]) {
        let row = &self.thresholds[block_row * self.columns..(block_row + 1) * self.columns];
        for (pixels, threshold) in out.chunks_mut(BLOCK).zip(row) {
            pixels.fill(*threshold);
        }
    }
}
