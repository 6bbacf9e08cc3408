//! Maps module coordinates to pixels: one homography, and where the paper bends, displacements.
//!
//! Refining the displacements needs no decoded content: modules have full contrast where the grid
//! lies right and are grey where it lies across edges. From the finder patterns outwards, each node
//! moves to where the modules around it have most contrast and the function patterns match.

use crate::Luma;
use crate::budget::SAMPLE_COST;
use crate::function_patterns::expected_dark;
use crate::geometry::{AffineFrame, Homography, Vec2, square_corners, vec2};

// Empirical; no measurement recorded.
/// Modules in a cell of the displacement lattice, about, and the least number of cells a side.
const CELL_MODULES: f32 = 6.5;
const MIN_CELLS: f32 = 3.0;
/// A node is judged by the 7 × 7 modules around it.
const PATCH_RADIUS: i32 = 3;
const PATCH_SIDE: i32 = 2 * PATCH_RADIUS + 1;
const PATCH: usize = (PATCH_SIDE * PATCH_SIDE) as usize;
/// Passes over all nodes; the second one searches half as far.
const PASSES: usize = 2;
/// Steps of the coarse search in each direction, so a step is a third of the reach.
const COARSE_STEPS: i32 = 3;
/// Steps of the fine search in each direction, each a third of a coarse step.
const FINE_STEPS: i32 = 2;
const STEP_DIVISOR: f32 = 3.0;
/// Displacements that a node tries in one pass.
const TRIES: u64 = 74;
/// Weight of a module in a function pattern, whose colour is known; any other has 1.
const FUNCTION_PATTERN_WEIGHT: f32 = 1.5;
/// Penalty of a displacement by the whole reach, as a share of the contrast without displacement.
const DISPLACEMENT_PENALTY: f32 = 0.12;
/// Least contrast for that share, in greys of 255.
const MIN_CONTRAST: f32 = 2.0;
/// Share of the slope between two neighbours that an extrapolation continues.
const EXTRAPOLATION: f32 = 0.7;
/// Weights of an extrapolated and of a copied neighbour.
const EXTRAPOLATED_WEIGHT: f32 = 1.5;
const COPIED_WEIGHT: f32 = 1.0;

/// Module coordinates (0 to `side`, x to the right, y down) to pixels.
#[derive(Clone)]
pub struct SamplingGrid {
    /// Modules on a side.
    pub side: usize,
    pub homography: Homography,
    /// Displacement of each node in modules, row-major, `cells + 1` a row; empty for a flat symbol.
    displacements: Vec<Vec2>,
    /// Cells on a side of the displacement lattice; 0 for a flat symbol.
    cells: usize,
}

impl SamplingGrid {
    /// The grid of a flat symbol.
    pub fn flat(side: usize, homography: Homography) -> Self {
        Self { side, homography, displacements: Vec::new(), cells: 0 }
    }

    /// A grid with the displacement `displacement(m)`, in modules, at module coordinates m.
    pub fn displaced(
        side: usize,
        homography: Homography,
        displacement: impl Fn(Vec2) -> Vec2,
    ) -> Self {
        let cells = cells(side);
        let mut out = Self { side, homography, displacements: Vec::new(), cells };
        let n = cells + 1;
        out.displacements = (0..n * n).map(|k| displacement(out.node(k % n, k / n))).collect();
        out
    }

    /// The pixel at module coordinates `m`.
    pub fn map(&self, m: Vec2) -> Vec2 {
        self.homography.map(m + self.displacement(m))
    }

    /// The pixel at module coordinates `m`, and one module to the right and one down there.
    pub fn local_frame(&self, m: Vec2) -> AffineFrame {
        self.homography.local_frame(m + self.displacement(m))
    }

    /// Pixels of the corners, clockwise in the picture, from the symbol's own upper left.
    pub fn corners(&self) -> [Vec2; 4] {
        square_corners(self.side as f32).map(|q| self.map(q))
    }

    /// Bilinear interpolation between the nodes.
    fn displacement(&self, m: Vec2) -> Vec2 {
        if self.cells == 0 {
            return vec2(0.0, 0.0);
        }
        let k = self.cells as f32 / self.side as f32;
        let last = self.cells as f32 - 1e-3;
        let (x, y) = ((m.x * k).clamp(0.0, last), (m.y * k).clamp(0.0, last));
        let (i, j) = (x as usize, y as usize);
        let (fx, fy) = (x - i as f32, y - j as f32);
        let n = self.cells + 1;
        let at = |i: usize, j: usize| self.displacements[j * n + i];
        (at(i, j) * (1.0 - fx) + at(i + 1, j) * fx) * (1.0 - fy)
            + (at(i, j + 1) * (1.0 - fx) + at(i + 1, j + 1) * fx) * fy
    }

    /// Work units of [`Self::refined`] for a symbol of `side` modules.
    pub fn refinement_cost(side: usize) -> u64 {
        let n = cells(side) as u64 + 1;
        n * n * PASSES as u64 * TRIES * PATCH as u64 * SAMPLE_COST
    }

    /// The grid adapted to the picture. `reach` is the largest change of a displacement in modules.
    pub fn refined(&self, luma: &Luma, reach: f32) -> Self {
        let cells = cells(self.side);
        let n = cells + 1;
        let mut out = Self { cells, displacements: vec![vec2(0.0, 0.0); n * n], ..self.clone() };
        if self.cells > 0 {
            for j in 0..n {
                for i in 0..n {
                    out.displacements[j * n + i] = self.displacement(out.node(i, j));
                }
            }
        }
        // The grid is most accurate at the three finder patterns, so the nodes nearest to one of
        // them come first.
        let distance_to_finder = |i: usize, j: usize| {
            let d = |a: usize, b: usize| i.abs_diff(a).pow(2) + j.abs_diff(b).pow(2);
            d(0, 0).min(d(cells, 0)).min(d(0, cells))
        };
        let mut order: Vec<(usize, usize)> = (0..n * n).map(|k| (k % n, k / n)).collect();
        order.sort_by_key(|(i, j)| distance_to_finder(*i, *j));
        for pass in 0..PASSES {
            let mut known = vec![pass > 0; n * n];
            for (i, j) in &order {
                let (i, j) = (*i, *j);
                let expected = out.expected(i, j, &known).unwrap_or(out.displacements[j * n + i]);
                out.displacements[j * n + i] =
                    out.best(luma, i, j, expected, if pass == 0 { reach } else { reach * 0.5 });
                known[j * n + i] = true;
            }
        }
        out
    }

    /// Module coordinates of a node.
    fn node(&self, i: usize, j: usize) -> Vec2 {
        let k = self.side as f32 / self.cells as f32;
        vec2(i as f32 * k, j as f32 * k)
    }

    /// Weighted mean of what the known neighbours suggest, each extrapolated where a second one
    /// lies beyond it; `None` without known neighbours.
    fn expected(&self, i: usize, j: usize, known: &[bool]) -> Option<Vec2> {
        let n = self.cells as i32 + 1;
        let get = |i: i32, j: i32| {
            (i >= 0 && j >= 0 && i < n && j < n && known[(j * n + i) as usize])
                .then(|| self.displacements[(j * n + i) as usize])
        };
        let (i, j) = (i as i32, j as i32);
        let (mut sum, mut weight) = (vec2(0.0, 0.0), 0.0);
        for (dx, dy) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
            if let Some(a) = get(i + dx, j + dy) {
                let (guess, w) = match get(i + 2 * dx, j + 2 * dy) {
                    Some(b) => (a + (a - b) * EXTRAPOLATION, EXTRAPOLATED_WEIGHT),
                    None => (a, COPIED_WEIGHT),
                };
                sum = sum + guess * w;
                weight += w;
            }
        }
        (weight > 0.0).then(|| sum * (1.0 / weight))
    }

    /// The displacement within `reach` of `expected` at which the modules around a node have most
    /// contrast: a coarse search, then a fine one around its result.
    fn best(&self, luma: &Luma, i: usize, j: usize, expected: Vec2, reach: f32) -> Vec2 {
        let node = self.node(i, j);
        let margin = PATCH_RADIUS as f32;
        let last = self.side as f32 - margin - 1.0;
        let centre = vec2(
            node.x.floor().clamp(margin, last) + 0.5,
            node.y.floor().clamp(margin, last) + 0.5,
        );
        let signs = self.expected_signs(centre);
        let frame = self.homography.local_frame(centre + expected);
        let contrast = |d: Vec2| patch_contrast(luma, &frame, d, &signs);
        let base = contrast(vec2(0.0, 0.0)).abs().max(MIN_CONTRAST);
        let score =
            |d: Vec2| contrast(d) - base * DISPLACEMENT_PENALTY * (d.dot(d) / (reach * reach));
        let (mut best, mut best_score) = (vec2(0.0, 0.0), score(vec2(0.0, 0.0)));
        let coarse = reach / STEP_DIVISOR;
        for (steps, step) in [(COARSE_STEPS, coarse), (FINE_STEPS, coarse / STEP_DIVISOR)] {
            let around = best;
            for a in -steps..=steps {
                for b in -steps..=steps {
                    let d = around + vec2(a as f32, b as f32) * step;
                    let s = score(d);
                    if s > best_score {
                        (best, best_score) = (d, s);
                    }
                }
            }
        }
        expected + best
    }

    /// The sign of grey minus mean that each module around `centre` must have: -1 for dark, 1 for
    /// light, 0 outside the function patterns.
    fn expected_signs(&self, centre: Vec2) -> [f32; PATCH] {
        std::array::from_fn(|k| {
            let (a, b) = patch_offset(k);
            let (x, y) = (centre.x as i32 + a, centre.y as i32 + b);
            match expected_dark(self.side, x as usize, y as usize) {
                Some(true) => -1.0,
                Some(false) => 1.0,
                None => 0.0,
            }
        })
    }
}

/// Column and row of a module of the patch, from its middle.
fn patch_offset(k: usize) -> (i32, i32) {
    (k as i32 % PATCH_SIDE - PATCH_RADIUS, k as i32 / PATCH_SIDE - PATCH_RADIUS)
}

/// Mean deviation of the modules from their mean grey; that of a module in a function pattern
/// counts against the patch where its sign is wrong.
fn patch_contrast(luma: &Luma, frame: &AffineFrame, shift: Vec2, signs: &[f32; PATCH]) -> f32 {
    let mut values = [0.0_f32; PATCH];
    let mut mean = 0.0;
    for (k, v) in values.iter_mut().enumerate() {
        let (a, b) = patch_offset(k);
        let q = frame.point(a as f32 + shift.x, b as f32 + shift.y);
        *v = luma.bilinear(q.x, q.y);
        mean += *v / PATCH as f32;
    }
    let mut sum = 0.0;
    for (v, sign) in values.iter().zip(signs) {
        let off = v - mean;
        sum += if *sign == 0.0 { off.abs() } else { FUNCTION_PATTERN_WEIGHT * off * sign };
    }
    sum / PATCH as f32
}

/// Cells on a side of the displacement lattice.
fn cells(side: usize) -> usize {
    (side as f32 / CELL_MODULES).round().max(MIN_CELLS) as usize
}
