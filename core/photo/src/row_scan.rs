//! Cuts rows into dark and light runs and reports where the middle of a finder pattern may be.
//!
//! Considers one row at a time; `finder_detector` confirms or rejects a candidate.

use crate::Luma;
use crate::binarizer::{BLOCK, ThresholdMap};

// The nominal ratio 1:1:3:1:1 is that of ISO/IEC 18004, 6.3.3. The tolerances are empirical; no
// measurement recorded.
/// Range of the middle run in modules.
const MIDDLE_RUN: std::ops::Range<f32> = 1.6..4.6;
/// Tolerance in modules of the sum of two adjacent runs of together n modules: constant, and per n.
const PAIR_TOLERANCE: f32 = 0.35;
const PAIR_TOLERANCE_PER_MODULE: f32 = 0.2;
/// Least outer run in modules.
const MIN_OUTER_RUN: f32 = 0.25;
/// Outer run, in modules of the inner three runs, from which a candidate counts as open.
const OPEN_RUN: f32 = 1.9;
/// Tolerances in modules of the inner three runs of an open candidate.
const OPEN_MIDDLE_TOLERANCE: f32 = 0.6;
const OPEN_SIDE_TOLERANCE: f32 = 0.45;
/// Least outer run in modules, and least module in pixels, of an open candidate.
const OPEN_MIN_OUTER_RUN: f32 = 0.5;
const OPEN_MIN_MODULE: f32 = 1.0;

/// Five runs along a row in the proportion 1:1:3:1:1.
#[derive(Clone, Copy, Debug)]
pub struct FinderCandidate {
    /// Middle of the three dark modules, in pixels.
    pub x: f32,
    /// Middle of the row, in pixels.
    pub y: f32,
    /// Width of one module along the row, in pixels.
    pub module: f32,
    /// An outer run merges with something dark beside the pattern; only the inner three runs fit.
    pub open: bool,
}

/// Buffers for one row, reused for the next.
pub struct RowScanner {
    thresholds: Vec<u8>,
    /// The row of blocks that `thresholds` belongs to.
    block_row: usize,
    /// 1 for a dark pixel; padded for reading eight at a time.
    dark: Vec<u8>,
    edges: Vec<f32>,
}

impl RowScanner {
    pub fn new(luma: &Luma) -> Self {
        let w = luma.width as usize;
        Self {
            thresholds: vec![0; w],
            block_row: usize::MAX,
            dark: vec![0; w + 8],
            edges: Vec::new(),
        }
    }

    /// Calls `each` with every candidate in row `y`; `allow_open` permits open ones.
    pub fn candidates(
        &mut self,
        luma: &Luma,
        thresholds: &ThresholdMap,
        y: usize,
        allow_open: bool,
        mut each: impl FnMut(FinderCandidate),
    ) {
        self.find_edges(luma, thresholds, y);
        // The first edge goes from light to dark, so dark runs begin at even indices.
        let e = &self.edges;
        let mut i = 0;
        while i + 5 < e.len() {
            let total = e[i + 5] - e[i];
            let m = total / 7.0;
            let a = e[i + 1] - e[i];
            let b = e[i + 2] - e[i + 1];
            let c = e[i + 3] - e[i + 2];
            let d = e[i + 4] - e[i + 3];
            let f = e[i + 5] - e[i + 4];
            // A wrong threshold moves both edges of a pair alike, so the sum of a dark and a light
            // run is more reliable than either run.
            let is_near = |sum: f32, want: f32| {
                (sum - want * m).abs() < m * (PAIR_TOLERANCE + PAIR_TOLERANCE_PER_MODULE * want)
            };
            if c > MIDDLE_RUN.start * m
                && c < MIDDLE_RUN.end * m
                && is_near(a + b, 2.0)
                && is_near(d + f, 2.0)
                && is_near(b + c, 4.0)
                && is_near(c + d, 4.0)
                && a.min(b).min(d).min(f) > MIN_OUTER_RUN * m
                && a.max(b).max(d).max(f) < c
            {
                let x = (e[i + 2] + e[i + 3]) * 0.5;
                each(FinderCandidate { x, y: y as f32 + 0.5, module: m, open: false });
            } else if allow_open
                && a.max(f) > OPEN_RUN * (b + c + d) / 5.0
                && is_open_pattern([a, b, c, d, f])
            {
                let x = (e[i + 2] + e[i + 3]) * 0.5;
                let module = (b + c + d) / 5.0;
                each(FinderCandidate { x, y: y as f32 + 0.5, module, open: true });
            }
            i += 2;
        }
    }

    /// Finds the edges of row `y`, between pixels where the grey crosses the threshold. The outside
    /// counts as light, so that a symbol at the border still opens and closes its runs.
    fn find_edges(&mut self, luma: &Luma, thresholds: &ThresholdMap, y: usize) {
        let row = luma.row(y);
        let w = row.len();
        if self.block_row != y / BLOCK {
            self.block_row = y / BLOCK;
            thresholds.expand_row(y / BLOCK, &mut self.thresholds);
        }
        for ((d, v), t) in self.dark[..w].iter_mut().zip(row).zip(&self.thresholds) {
            *d = u8::from(*v < *t);
        }
        self.edges.clear();
        if w == 0 {
            return;
        }
        if self.dark[0] == 1 {
            self.edges.push(0.0);
        }
        let mut x = 1;
        while x < w {
            let n = (w - x).min(8);
            if n == 8 {
                // Compares eight pixels with their left neighbours at once: equal ones cancel.
                let here = u64::from_le_bytes(std::array::from_fn(|i| self.dark[x + i]));
                let left = u64::from_le_bytes(std::array::from_fn(|i| self.dark[x - 1 + i]));
                let mut differing = here ^ left;
                while differing != 0 {
                    let i = differing.trailing_zeros() as usize / 8;
                    self.edges.push(crossing(row, &self.thresholds, x + i));
                    differing &= differing - 1;
                }
            } else {
                for i in x..x + n {
                    if self.dark[i] != self.dark[i - 1] {
                        self.edges.push(crossing(row, &self.thresholds, i));
                    }
                }
            }
            x += n;
        }
        if self.dark[w - 1] == 1 {
            self.edges.push(w as f32);
        }
    }
}

/// Whether the inner three of five runs fit 1:3:1 and the outer ones are long enough.
fn is_open_pattern([a, b, c, d, f]: [f32; 5]) -> bool {
    let m = (b + c + d) / 5.0;
    (c - 3.0 * m).abs() < OPEN_MIDDLE_TOLERANCE * m
        && (b - m).abs().max((d - m).abs()) < OPEN_SIDE_TOLERANCE * m
        && a.min(f) > OPEN_MIN_OUTER_RUN * m
        && m > OPEN_MIN_MODULE
}

/// Where between the centres of pixels `x - 1` and `x` the grey crosses the threshold.
fn crossing(row: &[u8], thresholds: &[u8], x: usize) -> f32 {
    let (a, b) = (f32::from(row[x - 1]), f32::from(row[x]));
    let t = (f32::from(thresholds[x - 1]) + f32::from(thresholds[x])) * 0.5 - 0.5;
    let step = b - a;
    let part = if step.abs() < 0.5 { 0.5 } else { ((t - a) / step).clamp(0.0, 1.0) };
    x as f32 - 0.5 + part
}
