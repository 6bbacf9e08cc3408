//! Cuts rows into dark and light runs and points at what could be the middle of a finder pattern.
//!
//! Only looks at one row at a time; `finder` decides whether there is a finder.

use super::Luma;
use super::binarizer::{BLOCK, ThresholdMap};

/// Five runs in the proportion 1:1:3:1:1, along a row.
#[derive(Clone, Copy, Debug)]
pub struct FinderCandidate {
    /// Middle of the three dark modules, in pixels.
    pub x: f32,
    /// Middle of the row.
    pub y: f32,
    /// Width of one module along the row.
    pub module: f32,
    /// An outer run goes on into something else: only the inner three fit.
    pub loose: bool,
}

/// Room for one row, used again for the next.
pub struct RowScanner {
    spread: Vec<u8>,
    spread_of: usize,
    dark: Vec<u8>,
    edges: Vec<f32>,
}

impl RowScanner {
    pub fn new(luma: &Luma) -> Self {
        let w = luma.width as usize;
        Self { spread: vec![0; w], spread_of: usize::MAX, dark: vec![0; w + 8], edges: Vec::new() }
    }

    /// Gives each hint of row `y`.
    pub fn hints(
        &mut self,
        luma: &Luma,
        t: &ThresholdMap,
        y: usize,
        loose: bool,
        mut each: impl FnMut(FinderCandidate),
    ) {
        self.cut(luma, t, y);
        // The first edge goes from light to dark, so dark runs begin at even places.
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
            // Sums over a dark and a light run do not change when the threshold is off.
            let near = |sum: f32, want: f32| (sum - want * m).abs() < m * (0.35 + 0.2 * want);
            if c > 1.6 * m
                && c < 4.6 * m
                && near(a + b, 2.0)
                && near(d + f, 2.0)
                && near(b + c, 4.0)
                && near(c + d, 4.0)
                && a.min(b).min(d).min(f) > 0.25 * m
                && a.max(b).max(d).max(f) < c
            {
                let x = (e[i + 2] + e[i + 3]) * 0.5;
                each(FinderCandidate { x, y: y as f32 + 0.5, module: m, loose: false });
            } else if loose && a.max(f) > 1.9 * (b + c + d) / 5.0 && inner([a, b, c, d, f]) {
                let x = (e[i + 2] + e[i + 3]) * 0.5;
                each(FinderCandidate {
                    x,
                    y: y as f32 + 0.5,
                    module: (b + c + d) / 5.0,
                    loose: true,
                });
            }
            i += 2;
        }
    }

    /// Finds the edges of row `y`, between pixels where the grey crosses the threshold.
    fn cut(&mut self, luma: &Luma, t: &ThresholdMap, y: usize) {
        let row = luma.row(y);
        let w = row.len();
        if self.spread_of != y / BLOCK {
            self.spread_of = y / BLOCK;
            t.spread(y / BLOCK, &mut self.spread);
        }
        // The border counts as light, so that a code at the rim still opens and closes its runs.
        for ((d, v), t) in self.dark[..w].iter_mut().zip(row).zip(&self.spread) {
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
                // Eight neighbours at once: equal ones cancel.
                let here = u64::from_le_bytes(std::array::from_fn(|i| self.dark[x + i]));
                let back = u64::from_le_bytes(std::array::from_fn(|i| self.dark[x - 1 + i]));
                let mut differ = here ^ back;
                while differ != 0 {
                    let i = differ.trailing_zeros() as usize / 8;
                    self.edges.push(crossing(row, &self.spread, x + i));
                    differ &= differ - 1;
                }
            } else {
                for i in x..x + n {
                    if self.dark[i] != self.dark[i - 1] {
                        self.edges.push(crossing(row, &self.spread, i));
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

/// Whether the inner three of five runs fit 1:3:1, and the outer ones are at least there.
fn inner([a, b, c, d, f]: [f32; 5]) -> bool {
    let m = (b + c + d) / 5.0;
    (c - 3.0 * m).abs() < 0.6 * m
        && (b - m).abs().max((d - m).abs()) < 0.45 * m
        && a.min(f) > 0.5 * m
        && m > 1.0
}

/// Where between the centres of pixels `x - 1` and `x` the grey crosses the threshold.
fn crossing(row: &[u8], t: &[u8], x: usize) -> f32 {
    let (a, b) = (f32::from(row[x - 1]), f32::from(row[x]));
    let t = (f32::from(t[x - 1]) + f32::from(t[x])) * 0.5 - 0.5;
    let step = b - a;
    let part = if step.abs() < 0.5 { 0.5 } else { ((t - a) / step).clamp(0.0, 1.0) };
    x as f32 - 0.5 + part
}
