//! The way from modules to pixels: one homography, and where the paper bends, a field of shifts.
//!
//! The field is found without knowing the text: modules are crisp where the grid lies right and
//! grey where it lies across edges. From the finders to_points each node is moved to where the
//! modules around it are crispest and fixed patterns show what they must.

use super::Luma;
use super::function_patterns::expected_dark;
use super::geometry::{AffineFrame, Homography, Vec2, vec2};

/// Module coordinates (0 to side) to pixels.
#[derive(Clone)]
pub struct SamplingGrid {
    pub side: usize,
    pub plane: Homography,
    nodes: Vec<Vec2>,
    /// Cells along a side; 0 for a flat code.
    cells: usize,
}

/// Units that one sample of a pixel costs.
pub const SAMPLE: u64 = 7;

impl SamplingGrid {
    pub fn flat(side: usize, plane: Homography) -> Self {
        Self { side, plane, nodes: Vec::new(), cells: 0 }
    }

    /// A grid whose every place is shifted by so many modules.
    pub fn bent(side: usize, plane: Homography, shift: impl Fn(Vec2) -> Vec2) -> Self {
        let cells = cells(side);
        let mut out = Self { side, plane, nodes: Vec::new(), cells };
        let n = cells + 1;
        out.nodes = (0..n * n).map(|k| shift(out.node(k % n, k / n))).collect();
        out
    }

    /// The pixel of a place in the code.
    pub fn at(&self, m: Vec2) -> Vec2 {
        self.plane.map(m + self.shift(m))
    }

    /// The pixel of a place, and how a step right and one down look there.
    pub fn frame(&self, m: Vec2) -> AffineFrame {
        self.plane.local_frame(m + self.shift(m))
    }

    fn shift(&self, m: Vec2) -> Vec2 {
        if self.cells == 0 {
            return vec2(0.0, 0.0);
        }
        let k = self.cells as f32 / self.side as f32;
        let last = self.cells as f32 - 1e-3;
        let (x, y) = ((m.x * k).clamp(0.0, last), (m.y * k).clamp(0.0, last));
        let (i, j) = (x as usize, y as usize);
        let (fx, fy) = (x - i as f32, y - j as f32);
        let n = self.cells + 1;
        let at = |i: usize, j: usize| self.nodes[j * n + i];
        (at(i, j) * (1.0 - fx) + at(i + 1, j) * fx) * (1.0 - fy)
            + (at(i, j + 1) * (1.0 - fx) + at(i + 1, j + 1) * fx) * fy
    }

    /// Work of [`Self::refined`], in units.
    pub fn cost(side: usize) -> u64 {
        let n = cells(side) as u64 + 1;
        n * n * 2 * 74 * 49 * SAMPLE
    }

    /// The same code with its grid bent to the picture. `middle` is the grey between dark and light.
    pub fn refined(&self, luma: &Luma, reach: f32) -> Self {
        let cells = cells(self.side);
        let n = cells + 1;
        let mut out = Self { cells, nodes: vec![vec2(0.0, 0.0); n * n], ..self.clone() };
        if self.cells > 0 {
            for j in 0..n {
                for i in 0..n {
                    out.nodes[j * n + i] = self.shift(out.node(i, j));
                }
            }
        }
        let mut order: Vec<(usize, usize)> = (0..n * n).map(|k| (k % n, k / n)).collect();
        // Nearest to any of the three finders first: they are known to lie right.
        let far = |i: usize, j: usize| {
            let d = |a: usize, b: usize| i.abs_diff(a).pow(2) + j.abs_diff(b).pow(2);
            d(0, 0).min(d(cells, 0)).min(d(0, cells))
        };
        order.sort_by_key(|(i, j)| far(*i, *j));
        for round in 0..2 {
            let mut known = vec![round > 0; n * n];
            for (i, j) in &order {
                let (i, j) = (*i, *j);
                let prior = out.prior(i, j, &known).unwrap_or(out.nodes[j * n + i]);
                out.nodes[j * n + i] =
                    out.best(luma, i, j, prior, if round == 0 { reach } else { reach * 0.5 });
                known[j * n + i] = true;
            }
        }
        out
    }

    fn node(&self, i: usize, j: usize) -> Vec2 {
        let k = self.side as f32 / self.cells as f32;
        vec2(i as f32 * k, j as f32 * k)
    }

    /// Mean of the known neighbours' shifts, with their slope carried on where two are in line.
    fn prior(&self, i: usize, j: usize, known: &[bool]) -> Option<Vec2> {
        let n = self.cells as i32 + 1;
        let get = |i: i32, j: i32| {
            (i >= 0 && j >= 0 && i < n && j < n && known[(j * n + i) as usize])
                .then(|| self.nodes[(j * n + i) as usize])
        };
        let (i, j) = (i as i32, j as i32);
        let (mut sum, mut weight) = (vec2(0.0, 0.0), 0.0);
        for (dx, dy) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
            if let Some(a) = get(i + dx, j + dy) {
                let (guess, w) = match get(i + 2 * dx, j + 2 * dy) {
                    Some(b) => (a + (a - b) * 0.7, 1.5),
                    None => (a, 1.0),
                };
                sum = sum + guess * w;
                weight += w;
            }
        }
        (weight > 0.0).then(|| sum * (1.0 / weight))
    }

    /// The shift near `prior` at which the modules around a node are crispest.
    fn best(&self, luma: &Luma, i: usize, j: usize, prior: Vec2, reach: f32) -> Vec2 {
        const HALF: i32 = 3;
        let side = self.side as f32;
        let node = self.node(i, j);
        let spot = vec2(
            node.x.floor().clamp(3.0, side - 4.0) + 0.5,
            node.y.floor().clamp(3.0, side - 4.0) + 0.5,
        );
        let mut wants = [0.0_f32; 49];
        for (k, w) in wants.iter_mut().enumerate() {
            let x = spot.x as i32 + k as i32 % 7 - HALF;
            let y = spot.y as i32 + k as i32 / 7 - HALF;
            *w = match expected_dark(self.side, x as usize, y as usize) {
                Some(true) => -1.0,
                Some(false) => 1.0,
                None => 0.0,
            };
        }
        let frame = self.plane.local_frame(spot + prior);
        let look = |d: Vec2| {
            let mut values = [0.0_f32; 49];
            let mut mean = 0.0;
            for (k, v) in values.iter_mut().enumerate() {
                let q = frame
                    .point((k as i32 % 7 - HALF) as f32 + d.x, (k as i32 / 7 - HALF) as f32 + d.y);
                *v = luma.bilinear(q.x, q.y);
                mean += *v / 49.0;
            }
            let mut sum = 0.0;
            for (v, w) in values.iter().zip(&wants) {
                let off = v - mean;
                sum += if *w == 0.0 { off.abs() } else { 1.5 * off * w };
            }
            sum / 49.0
        };
        let score = |d: Vec2, base: f32| look(d) - base * 0.12 * (d.dot(d) / (reach * reach));
        let start = look(vec2(0.0, 0.0)).abs().max(2.0);
        let (mut best, mut top) = (vec2(0.0, 0.0), score(vec2(0.0, 0.0), start));
        let coarse = reach / 3.0;
        for a in -3..=3 {
            for b in -3..=3 {
                let d = vec2(a as f32 * coarse, b as f32 * coarse);
                let s = score(d, start);
                if s > top {
                    (best, top) = (d, s);
                }
            }
        }
        let centre = best;
        for a in -2..=2 {
            for b in -2..=2 {
                let d = centre + vec2(a as f32, b as f32) * (coarse / 3.0);
                let s = score(d, start);
                if s > top {
                    (best, top) = (d, s);
                }
            }
        }
        prior + best
    }
}

/// Cells of about six modules.
fn cells(side: usize) -> usize {
    (side as f32 / 6.5).round().max(3.0) as usize
}
