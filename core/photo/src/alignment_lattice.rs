//! The grid of a large code, followed from alignment pattern to alignment pattern.
//!
//! One plane through three finders drifts by many modules over a code of 177. From the finders
//! to_points each pattern is looked for where its neighbours say it lies, so the drift between two
//! of them stays below one module.

use super::Luma;
use super::budget::Budget;
use super::finder_triple::FinderTriple;
use super::function_patterns::alignment_positions;
use super::geometry::{Homography, Vec2, vec2};
use super::grid_fit::pattern;
use super::sampling_grid::SamplingGrid;

/// How far a pattern is looked for around its expected place, in modules.
const REACH: f32 = 3.0;
/// Likeness, -1 to 1, from which a pattern is believed.
const LIKE: f32 = 0.55;

/// Patterns of one code: `lines` × `lines`, with how far each lies from the plane, in modules.
struct Lattice<'a> {
    lines: Vec<usize>,
    plane: &'a Homography,
    shift: Vec<Option<Vec2>>,
}

/// The grid bent to its alignment patterns; `None` where too few were found.
pub fn follow(
    luma: &Luma,
    side: usize,
    plane: &Homography,
    t: &FinderTriple,
    budget: &mut Budget<'_>,
) -> Option<SamplingGrid> {
    let lines = alignment_positions((side - 17) / 4);
    let n = lines.len();
    if n < 3 {
        return None;
    }
    let mut out = Lattice { shift: vec![None; n * n], lines, plane };
    let corners = [(0, 0, 0, 3.0, 3.0), (n - 1, 0, 1, -3.0, 3.0), (0, n - 1, 2, 3.0, -3.0)];
    for (i, j, frame, a, b) in corners {
        out.shift[j * n + i] = out.off(i, j, t.frames[frame].point(a, b));
    }
    let mut order: Vec<(usize, usize)> = (0..n * n).map(|k| (k % n, k / n)).collect();
    let far = |i: usize, j: usize| (i + j).min(n - 1 - i + j).min(i + n - 1 - j);
    order.sort_by_key(|(i, j)| far(*i, *j));
    let mut found = 0;
    // The second time round, those that were missed are seen from all sides.
    for _ in 0..2 {
        for (i, j) in &order {
            let (i, j) = (*i, *j);
            if out.shift[j * n + i].is_some() {
                continue;
            }
            let Some(prior) = out.prior(i, j) else { continue };
            let m = out.node(i, j);
            let frame = plane.local_frame(m + prior);
            let seen = pattern(luma, &frame, frame.centre, REACH, budget);
            let module = frame.u.cross(frame.v).abs().sqrt().max(1e-3);
            let worth = |s: &(Vec2, f32)| s.1 - 0.06 * (s.0 - frame.centre).length() / module;
            let best = seen.into_iter().max_by(|a, b| worth(a).total_cmp(&worth(b)));
            if let Some((spot, _)) = best.filter(|b| b.1 > LIKE) {
                out.shift[j * n + i] = frame.local(spot).map(|d| prior + d);
                found += 1;
            }
        }
    }
    (found * 2 > n * n).then(|| out.warp(side))
}

impl Lattice<'_> {
    fn node(&self, i: usize, j: usize) -> Vec2 {
        vec2(self.lines[i] as f32 + 0.5, self.lines[j] as f32 + 0.5)
    }

    /// How far a pixel lies from where the plane has the node.
    fn off(&self, i: usize, j: usize, at: Vec2) -> Option<Vec2> {
        self.plane.local_frame(self.node(i, j)).local(at)
    }

    fn get(&self, i: i32, j: i32) -> Option<Vec2> {
        let n = self.lines.len() as i32;
        let there = i >= 0 && j >= 0 && i < n && j < n;
        there.then(|| self.shift[(j * n + i) as usize]).flatten()
    }

    /// What the neighbours say: three of a square, or two in line, or the nearest.
    fn prior(&self, i: usize, j: usize) -> Option<Vec2> {
        let (i, j) = (i as i32, j as i32);
        let (mut sum, mut weight) = (vec2(0.0, 0.0), 0.0);
        let mut add = |guess: Vec2, w: f32| {
            sum = sum + guess * w;
            weight += w;
        };
        for (dx, dy) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
            let Some(near) = self.get(i + dx, j + dy) else { continue };
            match (self.get(i + 2 * dx, j + 2 * dy), self.get(i - dx, j - dy)) {
                (_, Some(beyond)) => add((near + beyond) * 0.5, 4.0),
                (Some(next), _) => add(near + (near - next) * 0.8, 1.5),
                _ => add(near, 0.5),
            }
            // The fourth of a square.
            for (ex, ey) in [(dy, dx), (-dy, -dx)] {
                if let (Some(side), Some(across)) =
                    (self.get(i + ex, j + ey), self.get(i + dx + ex, j + dy + ey))
                {
                    add(near + side - across, 2.0);
                }
            }
        }
        (weight > 0.0).then(|| sum * (1.0 / weight))
    }

    fn warp(&self, side: usize) -> SamplingGrid {
        let n = self.lines.len();
        let shift: Vec<Vec2> = (0..n * n)
            .map(|k| {
                let known = self.shift[k].or_else(|| self.prior(k % n, k / n));
                known.unwrap_or_default()
            })
            .collect();
        let place = |v: f32| {
            let i = (1..n - 1).rev().find(|i| self.lines[*i] as f32 + 0.5 <= v).unwrap_or(0);
            let (a, b) = (self.lines[i] as f32 + 0.5, self.lines[i + 1] as f32 + 0.5);
            // A little beyond the outermost lines the slope goes on.
            (i, ((v - a) / (b - a)).clamp(-0.35, 1.35))
        };
        SamplingGrid::bent(side, *self.plane, |m| {
            let ((i, x), (j, y)) = (place(m.x), place(m.y));
            let at = |i: usize, j: usize| shift[j * n + i];
            (at(i, j) * (1.0 - x) + at(i + 1, j) * x) * (1.0 - y)
                + (at(i, j + 1) * (1.0 - x) + at(i + 1, j + 1) * x) * y
        })
    }
}
