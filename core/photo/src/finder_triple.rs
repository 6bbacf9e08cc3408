//! Decides which three finder patterns may belong to one code, likeliest first.
//!
//! By geometry only: each finder's own frame says in which directions its partners lie and how far
//! away, in modules. The grid itself is fitted elsewhere.

use super::finder_pattern::FinderPattern;
use super::geometry::{AffineFrame, Vec2};

/// Three finders in the corners of a code; frames turned so that u goes right and v goes down.
#[derive(Clone, Copy, Debug)]
pub struct FinderTriple {
    /// Places in the list of finders: upper left, upper right, lower left.
    pub of: [usize; 3],
    pub frames: [AffineFrame; 3],
    /// Modules between the middles of the upper two, and of the left two.
    pub across: f32,
    pub down: f32,
    /// How badly they fit; 0 is perfect.
    pub cost: f32,
    /// What the code says of itself beside its finders.
    pub version: Option<usize>,
}

/// One finder as seen from another.
#[derive(Clone, Copy)]
struct Partner {
    to: usize,
    /// How often the frame is turned until u points at the partner; 4 for a round finder.
    quarter: usize,
    /// Modules to it.
    far: f32,
    cost: f32,
}

/// Middle to middle: version 1 has 14 modules, version 40 has 170.
const NEAREST: f32 = 9.5;
const FARTHEST: f32 = 200.0;
/// Partners kept for each finder and direction.
const KEPT: usize = 4;

/// Units of work that looking at one finder from another costs.
pub const PAIR_COST: u64 = 8;

impl FinderTriple {
    /// Estimated modules on a side of the symbol: 3.5 modules lie beyond each finder centre.
    pub fn estimated_side(&self) -> f32 {
        (self.across + self.down) * 0.5 + 7.0
    }
}

/// All plausible triples, likeliest first, at most `most`.
pub fn triples(finders: &[FinderPattern], most: usize) -> Vec<FinderTriple> {
    let mut out = Vec::new();
    for (i, f) in finders.iter().enumerate() {
        let near = partners(finders, i);
        for (n, a) in near.iter().enumerate() {
            for b in &near[n + 1..] {
                out.extend(triple(finders, i, f, a, b));
            }
        }
    }
    out.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    out.truncate(most);
    out
}

/// Whether two finders look like neighbours in one code: each has the other in line.
pub fn pair(finders: &[FinderPattern]) -> bool {
    (0..finders.len()).any(|i| {
        let sharp = |f: &FinderPattern| !f.round && f.error < 0.2 && f.module > 2.0;
        sharp(&finders[i])
            && partners(finders, i).iter().any(|q| sharp(&finders[q.to]) && q.cost < 0.2)
    })
}

fn partners(finders: &[FinderPattern], i: usize) -> Vec<Partner> {
    let f = &finders[i];
    let mut out: Vec<Partner> = Vec::new();
    for (to, other) in finders.iter().enumerate() {
        let ratio = other.module / f.module;
        if to == i || !(0.4..2.5).contains(&ratio) {
            continue;
        }
        let way = other.frame.centre - f.frame.centre;
        let rough = way.length() / (f.module * other.module).sqrt();
        if !(NEAREST * 0.6..FARTHEST * 1.6).contains(&rough) {
            continue;
        }
        let (quarter, mine, lean) = seen(f, other.frame.centre);
        let (_, theirs, back) = seen(other, f.frame.centre);
        let far = (mine * theirs).sqrt();
        if !(NEAREST..FARTHEST).contains(&far) || lean > 0.5 || back > 0.7 {
            continue;
        }
        let cost = lean
            + back * 0.7
            + 0.4 * ratio.ln().abs()
            + other.error * 0.4
            + 0.05 * (far / NEAREST).ln();
        out.push(Partner { to, quarter, far, cost });
    }
    out.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    let mut count = [0; 5];
    out.retain(|q| {
        count[q.quarter] += 1;
        count[q.quarter] <= if q.quarter == 4 { 3 * KEPT } else { KEPT }
    });
    out
}

/// Direction (as quarter turns), distance in own modules, and how far off the axis.
fn seen(f: &FinderPattern, at: Vec2) -> (usize, f32, f32) {
    let way = at - f.frame.centre;
    if f.round {
        return (4, way.length() / f.module, 0.15);
    }
    let Some(q) = f.frame.local(at) else { return (4, 0.0, 9.0) };
    let (quarter, along, off) = if q.x.abs() >= q.y.abs() {
        (if q.x > 0.0 { 0 } else { 2 }, q.x.abs(), q.y.abs())
    } else {
        (if q.y > 0.0 { 1 } else { 3 }, q.y.abs(), q.x.abs())
    };
    (quarter, (along * along + off * off).sqrt(), off / along.max(1e-3))
}

fn triple(
    finders: &[FinderPattern],
    i: usize,
    f: &FinderPattern,
    a: &Partner,
    b: &Partner,
) -> Option<FinderTriple> {
    let centre = f.frame.centre;
    let (pa, pb) = (finders[a.to].frame.centre - centre, finders[b.to].frame.centre - centre);
    let sine = pa.cross(pb) / (pa.length() * pb.length()).max(1e-3);
    if sine.abs() < 0.35 {
        return None;
    }
    // Right and down, as the picture shows it; a mirrored code is turned over after sampling.
    let (right, low) = if sine > 0.0 { (a, b) } else { (b, a) };
    if right.quarter < 4 && low.quarter < 4 && (right.quarter + 1) % 4 != low.quarter {
        return None;
    }
    let even = (right.far / low.far).ln().abs();
    if even > 0.5 {
        return None;
    }
    let across = finders[right.to].frame.centre - centre;
    let down = finders[low.to].frame.centre - centre;
    let quarter = match (right.quarter, low.quarter) {
        (4, 4) => None,
        (4, q) => Some((q + 3) % 4),
        (q, _) => Some(q),
    };
    let guess = AffineFrame { centre, u: across * (1.0 / right.far), v: down * (1.0 / low.far) };
    let first = match quarter {
        Some(q) if !f.round => f.frame.rotated(q),
        _ => guess,
    };
    let frames = [first, aligned(&finders[right.to], &guess), aligned(&finders[low.to], &guess)];
    let cost = right.cost + low.cost + even + (1.0 - sine.abs()) * 0.5 + f.error * 0.4;
    Some(FinderTriple {
        of: [i, right.to, low.to],
        frames,
        across: right.far,
        down: low.far,
        cost,
        version: None,
    })
}

/// The frame of `f` in the turn that is nearest to `like`.
fn aligned(f: &FinderPattern, like: &AffineFrame) -> AffineFrame {
    if f.round {
        return AffineFrame { centre: f.frame.centre, ..*like };
    }
    let fit = |q: &AffineFrame| {
        q.u.dot(like.u) / (q.u.length() * like.u.length()).max(1e-6)
            + q.v.dot(like.v) / (q.v.length() * like.v.length()).max(1e-6)
    };
    (0..4).map(|q| f.frame.rotated(q)).max_by(|a, b| fit(a).total_cmp(&fit(b))).unwrap_or(f.frame)
}
