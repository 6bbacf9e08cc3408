//! Fits the sampling grid of a large symbol to its alignment patterns, one after another.
//!
//! A homography through three finder patterns drifts by many modules over a symbol of 177. From the
//! finder patterns outwards, each alignment pattern is searched for where its neighbours suggest,
//! so the drift between two of them stays below one module.

use crate::Luma;
use crate::alignment_pattern;
use crate::budget::Budget;
use crate::finder_triple::FinderTriple;
use crate::function_patterns::{alignment_positions, version_of_side};
use crate::geometry::{Homography, Vec2, vec2};
use crate::sampling_grid::SamplingGrid;

/// Least number of alignment positions on a side, as from version 7 on.
const MIN_LINES: usize = 3;

// Empirical; no measurement recorded.
/// How far around its expected place a pattern is searched for, in modules.
const REACH: f32 = 3.0;
/// Least score of an alignment pattern to accept.
const MIN_SCORE: f32 = 0.55;
/// Score lost for each module of distance from the expected place.
const DISTANCE_PENALTY: f32 = 0.06;
/// Passes over the lattice: in the second one a missed pattern has neighbours on all sides.
const PASSES: usize = 2;
/// Weights of what the neighbours suggest: the mean of two opposite ones, the continuation of two
/// in line (by a share of their slope), a copy, and the fourth corner of a parallelogram.
const OPPOSITE_WEIGHT: f32 = 4.0;
const IN_LINE_WEIGHT: f32 = 1.5;
const IN_LINE_SLOPE: f32 = 0.8;
const COPY_WEIGHT: f32 = 0.5;
const PARALLELOGRAM_WEIGHT: f32 = 2.0;
/// Extrapolation beyond the outermost lines, as a share of the distance between two lines.
const EXTRAPOLATION: f32 = 0.35;

/// The alignment patterns of one symbol.
struct Lattice<'a> {
    /// Module index of each line, the same in x and y.
    lines: Vec<usize>,
    homography: &'a Homography,
    /// Displacement from the homography in modules, row-major; `None` where none was found.
    displacements: Vec<Option<Vec2>>,
}

/// The sampling grid through the alignment patterns; `None` where too few were found.
pub fn fit(
    luma: &Luma,
    side: usize,
    homography: &Homography,
    triple: &FinderTriple,
    budget: &mut Budget<'_>,
) -> Option<SamplingGrid> {
    let lines = alignment_positions(version_of_side(side));
    let n = lines.len();
    if n < MIN_LINES {
        return None;
    }
    let mut lattice = Lattice { displacements: vec![None; n * n], lines, homography };
    // The three corners of the lattice lie in the inner corners of the finder patterns.
    let corners = [(0, 0, 0, 3.0, 3.0), (n - 1, 0, 1, -3.0, 3.0), (0, n - 1, 2, 3.0, -3.0)];
    for (i, j, finder, a, b) in corners {
        lattice.displacements[j * n + i] =
            lattice.displacement_of(i, j, triple.frames[finder].point(a, b));
    }
    let distance_to_finder = |i: usize, j: usize| (i + j).min(n - 1 - i + j).min(i + n - 1 - j);
    let mut order: Vec<(usize, usize)> = (0..n * n).map(|k| (k % n, k / n)).collect();
    order.sort_by_key(|(i, j)| distance_to_finder(*i, *j));
    let mut found = 0;
    for _ in 0..PASSES {
        for (i, j) in &order {
            let (i, j) = (*i, *j);
            if lattice.displacements[j * n + i].is_some() {
                continue;
            }
            let Some(expected) = lattice.expected(i, j) else { continue };
            let frame = homography.local_frame(lattice.node(i, j) + expected);
            let matches = alignment_pattern::find(luma, &frame, frame.centre, REACH, budget);
            let module = frame.cell_side().max(1e-3);
            let best = matches
                .into_iter()
                .map(|m| {
                    let distance = (m.centre - frame.centre).length();
                    (m.score - DISTANCE_PENALTY * distance / module, m)
                })
                .max_by(|a, b| a.0.total_cmp(&b.0));
            if let Some((_, m)) = best.filter(|(_, m)| m.score > MIN_SCORE) {
                lattice.displacements[j * n + i] = frame.local(m.centre).map(|d| expected + d);
                found += 1;
            }
        }
    }
    (found * 2 > n * n).then(|| lattice.sampling_grid(side))
}

impl Lattice<'_> {
    /// Module coordinates of a node: the middle of its module.
    fn node(&self, i: usize, j: usize) -> Vec2 {
        vec2(self.lines[i] as f32 + 0.5, self.lines[j] as f32 + 0.5)
    }

    /// Displacement in modules of a pixel from where the homography has the node.
    fn displacement_of(&self, i: usize, j: usize, pixel: Vec2) -> Option<Vec2> {
        self.homography.local_frame(self.node(i, j)).local(pixel)
    }

    fn get(&self, i: i32, j: i32) -> Option<Vec2> {
        let n = self.lines.len() as i32;
        let exists = i >= 0 && j >= 0 && i < n && j < n;
        exists.then(|| self.displacements[(j * n + i) as usize]).flatten()
    }

    /// Weighted mean of what the known neighbours suggest; `None` without known neighbours.
    fn expected(&self, i: usize, j: usize) -> Option<Vec2> {
        let (i, j) = (i as i32, j as i32);
        let (mut sum, mut weight) = (vec2(0.0, 0.0), 0.0);
        let mut add = |guess: Vec2, w: f32| {
            sum = sum + guess * w;
            weight += w;
        };
        for (dx, dy) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
            let Some(near) = self.get(i + dx, j + dy) else { continue };
            match (self.get(i + 2 * dx, j + 2 * dy), self.get(i - dx, j - dy)) {
                (_, Some(opposite)) => add((near + opposite) * 0.5, OPPOSITE_WEIGHT),
                (Some(next), _) => add(near + (near - next) * IN_LINE_SLOPE, IN_LINE_WEIGHT),
                _ => add(near, COPY_WEIGHT),
            }
            for (ex, ey) in [(dy, dx), (-dy, -dx)] {
                if let (Some(beside), Some(diagonal)) =
                    (self.get(i + ex, j + ey), self.get(i + dx + ex, j + dy + ey))
                {
                    add(near + beside - diagonal, PARALLELOGRAM_WEIGHT);
                }
            }
        }
        (weight > 0.0).then(|| sum * (1.0 / weight))
    }

    /// Interpolates between the nodes; a missing one takes what its neighbours suggest.
    fn sampling_grid(&self, side: usize) -> SamplingGrid {
        let n = self.lines.len();
        let displacements: Vec<Vec2> = (0..n * n)
            .map(|k| {
                let known = self.displacements[k].or_else(|| self.expected(k % n, k / n));
                known.unwrap_or_default()
            })
            .collect();
        // Index of the line before `v`, and the position from it to the next line.
        let cell = |v: f32| {
            let i = (1..n - 1).rev().find(|i| self.lines[*i] as f32 + 0.5 <= v).unwrap_or(0);
            let (a, b) = (self.lines[i] as f32 + 0.5, self.lines[i + 1] as f32 + 0.5);
            (i, ((v - a) / (b - a)).clamp(-EXTRAPOLATION, 1.0 + EXTRAPOLATION))
        };
        SamplingGrid::displaced(side, *self.homography, |m| {
            let ((i, x), (j, y)) = (cell(m.x), cell(m.y));
            let at = |i: usize, j: usize| displacements[j * n + i];
            (at(i, j) * (1.0 - x) + at(i + 1, j) * x) * (1.0 - y)
                + (at(i, j + 1) * (1.0 - x) + at(i + 1, j + 1) * x) * y
        })
    }
}
