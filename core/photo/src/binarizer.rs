//! Decides what counts as dark, block by block, and turns rows into dark and light.
//!
//! A picture is measured once in blocks of 8 × 8; each binarizer of the ladder is then only another map
//! of thresholds over the blocks, so a further attempt costs no further pass over all pixels.

use super::Luma;

/// Side of a block in pixels.
pub const BLOCK: usize = 8;

/// Mean, darkest and lightest of each block.
pub struct BlockStatistics {
    pub columns: usize,
    pub rows: usize,
    mean: Vec<u8>,
    low: Vec<u8>,
    high: Vec<u8>,
}

/// One threshold a block: a pixel is dark when it is below it.
pub struct ThresholdMap {
    pub columns: usize,
    level: Vec<u8>,
}

/// How thresholds are made from blocks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Binarizer {
    /// Mean of the blocks within `radius`; flat blocks borrow from their neighbours.
    Local { radius: usize },
    /// Mean over a window of `radius` blocks, times `percent`.
    Wide { radius: usize, percent: u16 },
    /// Middle between the darkest and the lightest within `radius` blocks.
    Middle { radius: usize },
}

impl BlockStatistics {
    pub fn measure(luma: &Luma) -> Self {
        let (w, h) = (luma.width as usize, luma.height as usize);
        let (columns, rows) = (w.div_ceil(BLOCK), h.div_ceil(BLOCK));
        let n = columns * rows;
        let mut out = Self {
            columns,
            rows,
            mean: Vec::with_capacity(n),
            low: Vec::with_capacity(n),
            high: Vec::with_capacity(n),
        };
        let mut sum = vec![0_u16; w];
        let mut low = vec![0_u8; w];
        let mut high = vec![0_u8; w];
        for by in 0..rows {
            let first = by * BLOCK;
            let last = (first + BLOCK).min(h);
            for ((s, (l, g)), v) in
                sum.iter_mut().zip(low.iter_mut().zip(high.iter_mut())).zip(luma.row(first))
            {
                *s = u16::from(*v);
                *l = *v;
                *g = *v;
            }
            for y in first + 1..last {
                for ((s, (l, g)), v) in
                    sum.iter_mut().zip(low.iter_mut().zip(high.iter_mut())).zip(luma.row(y))
                {
                    *s += u16::from(*v);
                    *l = (*l).min(*v);
                    *g = (*g).max(*v);
                }
            }
            let tall = (last - first) as u32;
            for ((s, l), g) in sum.chunks(BLOCK).zip(low.chunks(BLOCK)).zip(high.chunks(BLOCK)) {
                let total: u32 = s.iter().map(|v| u32::from(*v)).sum();
                out.mean.push((total / (tall * s.len() as u32)) as u8);
                out.low.push(l.iter().fold(255, |a, b| a.min(*b)));
                out.high.push(g.iter().fold(0, |a, b| a.max(*b)));
            }
        }
        out
    }

    pub fn thresholds(&self, binarizer: Binarizer) -> ThresholdMap {
        let level = match binarizer {
            Binarizer::Local { radius } => self.average(&self.borrowed(), radius),
            Binarizer::Wide { radius, percent } => self
                .average(&self.mean, radius)
                .iter()
                .map(|v| (u32::from(*v) * u32::from(percent) / 100).min(255) as u8)
                .collect(),
            Binarizer::Middle { radius } => {
                let low = self.extreme(&self.low, radius, u8::min);
                let high = self.extreme(&self.high, radius, u8::max);
                low.iter()
                    .zip(&high)
                    .map(|(l, h)| {
                        if h - l < 16 { l / 2 } else { ((u16::from(*l) + u16::from(*h)) / 2) as u8 }
                    })
                    .collect()
            }
        };
        ThresholdMap { columns: self.columns, level }
    }

    /// Means, but where a block is nearly flat: it counts as light unless its neighbours say
    /// that a dark surface goes on here.
    fn borrowed(&self) -> Vec<u8> {
        const FLAT: u8 = 24;
        let c = self.columns;
        let mut out = vec![0_u8; self.mean.len()];
        for y in 0..self.rows {
            for x in 0..c {
                let i = y * c + x;
                out[i] = if self.high[i] - self.low[i] > FLAT {
                    self.mean[i]
                } else {
                    let mut level = self.low[i] / 2;
                    if x > 0 && y > 0 {
                        let near = (u16::from(out[i - 1])
                            + 2 * u16::from(out[i - c])
                            + u16::from(out[i - c - 1]))
                            / 4;
                        if u16::from(self.low[i]) < near {
                            level = near as u8;
                        }
                    }
                    level
                };
            }
        }
        out
    }

    /// Mean over (2 radius + 1)² blocks, by sums along rows and then columns.
    fn average(&self, of: &[u8], radius: usize) -> Vec<u8> {
        let (c, r) = (self.columns, self.rows);
        let mut wide = vec![0_u32; of.len()];
        for y in 0..r {
            slide(&of[y * c..(y + 1) * c], radius, |x, s, n| wide[y * c + x] = s * 256 / n);
        }
        let mut out = vec![0; of.len()];
        let mut sums = vec![0_u32; c];
        let (mut from, mut to) = (0, 0);
        for y in 0..r {
            while to < (y + radius + 1).min(r) {
                for (s, v) in sums.iter_mut().zip(&wide[to * c..]) {
                    *s += v;
                }
                to += 1;
            }
            while from + radius < y {
                for (s, v) in sums.iter_mut().zip(&wide[from * c..]) {
                    *s -= v;
                }
                from += 1;
            }
            let n = ((to - from) * 256) as u32;
            for (o, s) in out[y * c..].iter_mut().zip(&sums) {
                *o = ((s + n / 2) / n).min(255) as u8;
            }
        }
        out
    }

    fn extreme(&self, of: &[u8], radius: usize, pick: fn(u8, u8) -> u8) -> Vec<u8> {
        let (c, r) = (self.columns, self.rows);
        let mut wide = of.to_vec();
        for y in 0..r {
            for x in 0..c {
                let (a, b) = (x.saturating_sub(radius), (x + radius + 1).min(c));
                wide[y * c + x] =
                    of[y * c + a..y * c + b].iter().copied().reduce(pick).unwrap_or_default();
            }
        }
        let mut out = wide.clone();
        for y in 0..r {
            for v in y.saturating_sub(radius)..(y + radius + 1).min(r) {
                for x in 0..c {
                    out[y * c + x] = pick(out[y * c + x], wide[v * c + x]);
                }
            }
        }
        out
    }
}

/// Sum and count of the values within `radius` of each place.
fn slide(of: &[u8], radius: usize, mut each: impl FnMut(usize, u32, u32)) {
    let (mut sum, mut from, mut to) = (0_u32, 0, 0);
    for x in 0..of.len() {
        while to < (x + radius + 1).min(of.len()) {
            sum += u32::from(of[to]);
            to += 1;
        }
        while from + radius < x {
            sum -= u32::from(of[from]);
            from += 1;
        }
        each(x, sum, (to - from) as u32);
    }
}

impl ThresholdMap {
    /// The threshold at a pixel.
    pub fn at(&self, x: usize, y: usize) -> u8 {
        self.level.get(y / BLOCK * self.columns + x / BLOCK).copied().unwrap_or(0)
    }

    /// The thresholds of block row `by`, spread out to one a pixel.
    pub fn spread(&self, by: usize, out: &mut [u8]) {
        let row = &self.level[by * self.columns..(by + 1) * self.columns];
        for (cells, t) in out.chunks_mut(BLOCK).zip(row) {
            cells.fill(*t);
        }
    }
}
