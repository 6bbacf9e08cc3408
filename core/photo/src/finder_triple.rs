//! Decides which three finder patterns may belong to one symbol, most likely first.
//!
//! By geometry only: the frame of each finder pattern gives the directions of the others and their
//! distances in modules. The sampling grid is fitted elsewhere.

use crate::finder_pattern::FinderPattern;
use crate::geometry::{AffineFrame, Vec2};

/// Range of the distance between two adjacent finder centres, in modules, with a margin for
/// measurement: version 1 has 14, version 40 has 170 (ISO/IEC 18004, 6.3).
const DISTANCE: std::ops::Range<f32> = 9.5..200.0;

// Empirical; no measurement recorded.
/// The distance is first estimated from the module sizes alone, and may then be this much smaller
/// or larger.
const ROUGH_DISTANCE: std::ops::Range<f32> = 9.5 * 0.6..200.0 * 1.6;
/// Range of the ratio of two module sizes.
const MODULE_RATIO: std::ops::Range<f32> = 0.4..2.5;
/// Largest deviation from the axis, as a tangent: from the first pattern to the second, and back.
const MAX_DEVIATION: f32 = 0.5;
const MAX_REVERSE_DEVIATION: f32 = 0.7;
/// Deviation assumed for a round pattern, which has no axes, and for a degenerate frame.
const ROUND_DEVIATION: f32 = 0.15;
const DEGENERATE_DEVIATION: f32 = 9.0;
/// Neighbours kept for each pattern and direction, and for a round one.
const KEPT_PER_DIRECTION: usize = 4;
const KEPT_ROUND: usize = 3 * KEPT_PER_DIRECTION;
/// Least sine of the angle between the two sides.
const MIN_SINE: f32 = 0.35;
/// Largest |ln| of the ratio of the two sides' lengths in modules.
const MAX_LOG_SIDE_RATIO: f32 = 0.5;
/// Weights of the parts of a cost; that of a deviation is 1.
const REVERSE_DEVIATION_WEIGHT: f32 = 0.7;
const MODULE_RATIO_WEIGHT: f32 = 0.4;
const ERROR_WEIGHT: f32 = 0.4;
const DISTANCE_WEIGHT: f32 = 0.05;
const ANGLE_WEIGHT: f32 = 0.5;
/// What makes two patterns certain enough to suggest a symbol whose third one is hidden: edge error
/// in modules, module in pixels, cost.
const MAX_PAIR_ERROR: f32 = 0.2;
const MIN_PAIR_MODULE: f32 = 2.0;
const MAX_PAIR_COST: f32 = 0.2;

/// Quarter turns of a round pattern: unknown.
const ANY_DIRECTION: usize = 4;

/// Work units of comparing two finder patterns.
pub const PAIR_COST: u64 = 8;

/// Three finder patterns in the corners of a symbol: upper left, upper right, lower left. "Right"
/// and "down" are those of the picture, so a mirrored symbol is detected after sampling.
#[derive(Clone, Copy, Debug)]
pub struct FinderTriple {
    /// Indices in the list of finder patterns.
    pub indices: [usize; 3],
    /// Rotated so that u points right and v points down, along the sides of the symbol.
    pub frames: [AffineFrame; 3],
    /// Modules between the centres of the upper two.
    pub width: f32,
    /// Modules between the centres of the left two.
    pub height: f32,
    /// 0 is a perfect fit.
    pub cost: f32,
    /// The version from the version information; `None` until it is read, or where there is none.
    pub version: Option<usize>,
}

impl FinderTriple {
    /// Estimated modules on a side of the symbol: 3.5 modules lie beyond each finder centre.
    pub fn estimated_side(&self) -> f32 {
        (self.width + self.height) * 0.5 + 7.0
    }

    /// Centres of the three patterns.
    pub fn centres(&self) -> [Vec2; 3] {
        self.frames.map(|f| f.centre)
    }
}

/// Another finder pattern as seen from one.
#[derive(Clone, Copy)]
struct Neighbour {
    index: usize,
    /// Quarter turns of the frame until u points at the neighbour, or [`ANY_DIRECTION`].
    quarter_turns: usize,
    /// In modules.
    distance: f32,
    cost: f32,
}

/// All plausible triples, most likely first, at most `limit`.
pub fn find_triples(finders: &[FinderPattern], limit: usize) -> Vec<FinderTriple> {
    let mut out = Vec::new();
    for corner in 0..finders.len() {
        let neighbours = neighbours(finders, corner);
        for (n, a) in neighbours.iter().enumerate() {
            for b in &neighbours[n + 1..] {
                out.extend(triple(finders, corner, a, b));
            }
        }
    }
    out.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    out.truncate(limit);
    out
}

/// Whether two finder patterns are certainly adjacent corners of one symbol.
pub fn has_adjacent_pair(finders: &[FinderPattern]) -> bool {
    (0..finders.len()).any(|i| {
        let is_certain =
            |f: &FinderPattern| !f.round && f.error < MAX_PAIR_ERROR && f.module > MIN_PAIR_MODULE;
        is_certain(&finders[i])
            && neighbours(finders, i)
                .iter()
                .any(|n| is_certain(&finders[n.index]) && n.cost < MAX_PAIR_COST)
    })
}

fn neighbours(finders: &[FinderPattern], from: usize) -> Vec<Neighbour> {
    let f = &finders[from];
    let mut out: Vec<Neighbour> = Vec::new();
    for (index, other) in finders.iter().enumerate() {
        let ratio = other.module / f.module;
        if index == from || !MODULE_RATIO.contains(&ratio) {
            continue;
        }
        let offset = other.frame.centre - f.frame.centre;
        let rough = offset.length() / (f.module * other.module).sqrt();
        if !ROUGH_DISTANCE.contains(&rough) {
            continue;
        }
        let (quarter_turns, forward, deviation) = bearing(f, other.frame.centre);
        let (_, reverse, reverse_deviation) = bearing(other, f.frame.centre);
        let distance = (forward * reverse).sqrt();
        if !DISTANCE.contains(&distance)
            || deviation > MAX_DEVIATION
            || reverse_deviation > MAX_REVERSE_DEVIATION
        {
            continue;
        }
        let cost = deviation
            + reverse_deviation * REVERSE_DEVIATION_WEIGHT
            + MODULE_RATIO_WEIGHT * ratio.ln().abs()
            + other.error * ERROR_WEIGHT
            + DISTANCE_WEIGHT * (distance / DISTANCE.start).ln();
        out.push(Neighbour { index, quarter_turns, distance, cost });
    }
    out.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    let mut count = [0; ANY_DIRECTION + 1];
    out.retain(|n| {
        count[n.quarter_turns] += 1;
        let any = n.quarter_turns == ANY_DIRECTION;
        count[n.quarter_turns] <= if any { KEPT_ROUND } else { KEPT_PER_DIRECTION }
    });
    out
}

/// Direction of `point` in quarter turns, distance in modules of `f`, and deviation from the axis
/// as a tangent.
fn bearing(f: &FinderPattern, point: Vec2) -> (usize, f32, f32) {
    let offset = point - f.frame.centre;
    if f.round {
        return (ANY_DIRECTION, offset.length() / f.module, ROUND_DEVIATION);
    }
    let Some(q) = f.frame.local(point) else { return (ANY_DIRECTION, 0.0, DEGENERATE_DEVIATION) };
    let (quarter_turns, along, off) = if q.x.abs() >= q.y.abs() {
        (if q.x > 0.0 { 0 } else { 2 }, q.x.abs(), q.y.abs())
    } else {
        (if q.y > 0.0 { 1 } else { 3 }, q.y.abs(), q.x.abs())
    };
    (quarter_turns, (along * along + off * off).sqrt(), off / along.max(1e-3))
}

/// The triple with `corner` as its right angle; `None` where the three do not fit.
fn triple(
    finders: &[FinderPattern],
    corner: usize,
    a: &Neighbour,
    b: &Neighbour,
) -> Option<FinderTriple> {
    let f = &finders[corner];
    let centre = f.frame.centre;
    let offset = |n: &Neighbour| finders[n.index].frame.centre - centre;
    let (to_a, to_b) = (offset(a), offset(b));
    let sine = to_a.cross(to_b) / (to_a.length() * to_b.length()).max(1e-3);
    if sine.abs() < MIN_SINE {
        return None;
    }
    let (right, below) = if sine > 0.0 { (a, b) } else { (b, a) };
    if right.quarter_turns != ANY_DIRECTION
        && below.quarter_turns != ANY_DIRECTION
        && (right.quarter_turns + 1) % 4 != below.quarter_turns
    {
        return None;
    }
    let log_ratio = (right.distance / below.distance).ln().abs();
    if log_ratio > MAX_LOG_SIDE_RATIO {
        return None;
    }
    let quarter_turns = match (right.quarter_turns, below.quarter_turns) {
        (ANY_DIRECTION, ANY_DIRECTION) => None,
        (ANY_DIRECTION, q) => Some((q + 3) % 4),
        (q, _) => Some(q),
    };
    let estimate = AffineFrame {
        centre,
        u: offset(right) * (1.0 / right.distance),
        v: offset(below) * (1.0 / below.distance),
    };
    let corner_frame = match quarter_turns {
        Some(q) if !f.round => f.frame.rotated(q),
        _ => estimate,
    };
    let frames = [
        corner_frame,
        aligned_frame(&finders[right.index], &estimate),
        aligned_frame(&finders[below.index], &estimate),
    ];
    let cost = right.cost
        + below.cost
        + log_ratio
        + (1.0 - sine.abs()) * ANGLE_WEIGHT
        + f.error * ERROR_WEIGHT;
    Some(FinderTriple {
        indices: [corner, right.index, below.index],
        frames,
        width: right.distance,
        height: below.distance,
        cost,
        version: None,
    })
}

/// The frame of `f`, rotated by the quarter turns that bring it nearest to `reference`; of a round
/// pattern, `reference` at its centre.
fn aligned_frame(f: &FinderPattern, reference: &AffineFrame) -> AffineFrame {
    if f.round {
        return AffineFrame { centre: f.frame.centre, ..*reference };
    }
    let likeness = |q: &AffineFrame| {
        q.u.dot(reference.u) / (q.u.length() * reference.u.length()).max(1e-6)
            + q.v.dot(reference.v) / (q.v.length() * reference.v.length()).max(1e-6)
    };
    (0..4)
        .map(|q| f.frame.rotated(q))
        .max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
        .unwrap_or(f.frame)
}
