//! Three finders to a grid: how many modules, where the fourth corner is, and then to its bytes.
//!
//! Several sizes and fourth corners are tried, likeliest first, each with several ways of deciding
//! dark from light; the dearer ones only where the fixed patterns say that there is a code.

use super::Luma;
use super::alignment_lattice;
use super::budget::Budget;
use super::decode::{Decoded, decode};
use super::finder_triple::FinderTriple;
use super::function_patterns::symbol_side;
use super::geometry::{AffineFrame, Homography, Vec2, vec2};
use super::module_sampling::{Greys, WAYS};
use super::sampling_grid::{SAMPLE, SamplingGrid};

/// A code that was read, and its grid in pixels of the plane it was read from.
pub struct ReadCode {
    pub decoded: Decoded,
    pub warp: SamplingGrid,
}

/// How near three finders came to a code.
#[derive(Clone, Copy, Debug, Default)]
pub struct NearMiss {
    /// Best agreement of the fixed patterns, -1 to 1.
    pub agreement: f32,
    /// Best fit of the format information, 0 to 1.
    pub format: f32,
    /// Corners of the best grid, clockwise from its own upper left.
    pub corners: [Vec2; 4],
    /// Pixels a module, on the plane it was looked for.
    pub module: f32,
    pub side: usize,
}

/// Modules a side from which a code is followed from pattern to pattern: version 16.
const LARGE: usize = 81;

/// How much may be tried.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub enum Effort {
    /// The first size, the best corner, the plain ways.
    Quick,
    /// Everything.
    Full,
}

/// Reads the code of `triple`, whose frames are in pixels of `luma`.
pub fn read(
    luma: &Luma,
    triple: &FinderTriple,
    effort: Effort,
    budget: &mut Budget<'_>,
) -> Result<ReadCode, NearMiss> {
    let mut near = NearMiss { agreement: -1.0, ..NearMiss::default() };
    let sizes = sizes(luma, triple, budget);
    let most = if effort == Effort::Quick { 1 } else { 3 };
    for (n, plane) in sizes.into_iter().take(most) {
        for plane in corners(luma, n, plane, triple, effort, budget) {
            let flat = SamplingGrid::flat(n, plane);
            if let Some(found) = attempt(luma, flat.clone(), effort, budget, &mut near) {
                return Ok(found);
            }
            if !budget.has_remaining() {
                return Err(near);
            }
            // In a large code the flat grid drifts off between the corners, and chance agreement
            // is rarer, so less of it is enough to go on.
            let large = n >= LARGE;
            let enough = match (effort, large) {
                (_, true) if triple.version.is_some() => -1.0,
                (_, true) => 0.15,
                (Effort::Quick, _) => 0.6,
                (Effort::Full, _) => 0.35,
            };
            if near.agreement < enough {
                continue;
            }
            let mut bent = flat;
            if large
                && let Some(followed) = alignment_lattice::follow(luma, n, &plane, triple, budget)
            {
                if let Some(found) = attempt(luma, followed.clone(), effort, budget, &mut near) {
                    return Ok(found);
                }
                bent = followed;
            }
            for reach in [0.45, 0.8] {
                if !budget.spend(SamplingGrid::cost(n)) {
                    return Err(near);
                }
                let bent = bent.refined(luma, reach);
                if let Some(found) = attempt(luma, bent, effort, budget, &mut near) {
                    return Ok(found);
                }
                if effort == Effort::Quick {
                    break;
                }
            }
        }
    }
    Err(near)
}

fn attempt(
    luma: &Luma,
    warp: SamplingGrid,
    effort: Effort,
    budget: &mut Budget<'_>,
    near: &mut NearMiss,
) -> Option<ReadCode> {
    let n = warp.side;
    let area = (n * n) as u64;
    let frame = warp.plane.local_frame(vec2(n as f32 * 0.5, n as f32 * 0.5));
    let module = frame.u.cross(frame.v).abs().sqrt();
    let spread = if module > 2.2 { 0.22 } else { 0.0 };
    if !budget.spend(area * 5 * SAMPLE + area * 40) {
        return None;
    }
    let greys = Greys::take(luma, &warp, spread);
    let agreement = greys.agreement();
    if agreement > near.agreement {
        let s = n as f32;
        near.agreement = agreement;
        near.corners = [vec2(0.0, 0.0), vec2(s, 0.0), vec2(s, s), vec2(0.0, s)].map(|q| warp.at(q));
        near.module = module;
        near.side = n;
    }
    if agreement < 0.3 {
        return None;
    }
    let ways = if effort == Effort::Quick { 3 } else { WAYS.len() };
    for way in &WAYS[..ways] {
        if !budget.spend(area * 60) {
            return None;
        }
        match decode(&greys.modules(*way), effort == Effort::Full && agreement > 0.6) {
            Ok(decoded) => return Some(ReadCode { decoded, warp }),
            Err(failed) => near.format = near.format.max(failed.format_score),
        }
    }
    None
}

/// Sizes and their planes, likeliest first.
fn sizes(luma: &Luma, t: &FinderTriple, budget: &mut Budget<'_>) -> Vec<(usize, Homography)> {
    let guess = t.estimated_side();
    let mut out: Vec<(f32, usize, Homography)> = Vec::new();
    let slack = 0.1 + 0.12 * (t.across / t.down).ln().abs();
    for version in 1..=40 {
        let n = symbol_side(version);
        let off = (n as f32 / guess).ln().abs();
        let told = t.version == Some(version);
        if off > slack.max(6.0 / guess) && !told {
            continue;
        }
        let Some(plane) = plane(t, n, None, 1.0) else { continue };
        budget.spend(n as u64 * 8 * SAMPLE);
        // What a code says of itself outweighs what its timing rows look like.
        let score = timing(luma, n, &plane) - off * 0.8 + if told { 3.0 } else { 0.0 };
        out.push((score, n, plane));
    }
    out.sort_by(|a, b| b.0.total_cmp(&a.0));
    out.truncate(4);
    out.into_iter().map(|(_, n, h)| (n, h)).collect()
}

/// The plane through three finders, and a fourth point where one is known.
fn plane(
    t: &FinderTriple,
    n: usize,
    fourth: Option<(Vec2, Vec2, f32)>,
    corner: f32,
) -> Option<Homography> {
    let far = n as f32 - 3.5;
    let middles = [vec2(3.5, 3.5), vec2(far, 3.5), vec2(3.5, far)];
    let mut pairs = Vec::with_capacity(16);
    for (m, f) in middles.iter().zip(&t.frames) {
        pairs.push((*m, f.centre, 4.0));
        for (a, b) in [(-3.5, -3.5), (3.5, -3.5), (3.5, 3.5), (-3.5, 3.5)] {
            pairs.push((*m + vec2(a, b), f.point(a, b), corner));
        }
    }
    // Held lightly to a parallelogram: small finders say little about perspective.
    let [a, b, c] = t.frames.map(|f: AffineFrame| f.centre);
    pairs.push((vec2(far, far), b + c - a, 0.02));
    pairs.extend(fourth);
    Homography::fit(&pairs)
}

/// How well the two timing rows alternate, -1 to 1.
fn timing(luma: &Luma, n: usize, plane: &Homography) -> f32 {
    let mut sum = 0.0;
    for down in [false, true] {
        let look = |i: usize| {
            let (x, y) = (i as f32 + 0.5, 6.5);
            let q = plane.map(if down { vec2(y, x) } else { vec2(x, y) });
            luma.bilinear(q.x, q.y)
        };
        let values: Vec<f32> = (6..n - 6).map(look).collect();
        let (mut score, mut all) = (0.0, 1e-3);
        for (i, w) in values.windows(3).enumerate() {
            let off = (w[0] + w[2]) * 0.5 - w[1];
            // Values begin with a dark module, so odd middles are light.
            score += if i % 2 == 0 { -off } else { off };
            all += off.abs();
        }
        sum += score / all;
    }
    sum * 0.5
}

/// Planes for different places of the lower right corner, likeliest first.
fn corners(
    luma: &Luma,
    n: usize,
    first: Homography,
    t: &FinderTriple,
    effort: Effort,
    budget: &mut Budget<'_>,
) -> Vec<Homography> {
    let mut out = Vec::new();
    if n > 21 {
        let m = vec2(n as f32 - 6.5, n as f32 - 6.5);
        let [a, b, c] = t.frames.map(|f| f.centre);
        let skew = (n as f32 - 10.0) / (n as f32 - 7.0);
        let straight = a + (b + c - a - a) * skew;
        let mut spots = Vec::new();
        for from in [first.map(m), straight] {
            spots.extend(pattern(luma, &first.local_frame(m), from, 2.0 + n as f32 * 0.05, budget));
        }
        spots.sort_by(|a, b| b.1.total_cmp(&a.1));
        for (spot, score) in spots {
            let fresh = out.iter().all(|(s, _): &(Vec2, Homography)| {
                (*s - spot).length() > t.frames[0].u.length() * 0.6
            });
            if fresh
                && score > 0.45
                && out.len() < 3
                && let Some(plane) = plane(t, n, Some((m, spot, 6.0)), 0.3)
            {
                out.push((spot, plane));
            }
        }
    }
    let mut out: Vec<Homography> = out.into_iter().map(|(_, h)| h).collect();
    if effort == Effort::Quick {
        out.truncate(1);
    }
    if effort == Effort::Full || out.is_empty() {
        out.push(first);
        // Without the finders' own perspective.
        out.extend(plane(t, n, Some((vec2(n as f32 - 3.5, n as f32 - 3.5), fourth(t), 1.0)), 0.02));
    }
    if out.len() > 1 && effort == Effort::Quick {
        out.truncate(2);
    }
    out
}

fn fourth(t: &FinderTriple) -> Vec2 {
    let [a, b, c] = t.frames.map(|f| f.centre);
    b + c - a
}

/// The best places for an alignment pattern around `from`: each with its likeness, -1 to 1.
pub fn pattern(
    luma: &Luma,
    frame: &AffineFrame,
    from: Vec2,
    reach: f32,
    budget: &mut Budget<'_>,
) -> Vec<(Vec2, f32)> {
    let steps = (reach * 2.0) as i32;
    let width = (2 * steps + 1) as u64;
    if !budget.spend(width * width * 25 * SAMPLE) {
        return Vec::new();
    }
    let score = |at: Vec2| {
        let (mut dark, mut light) = (0.0, 0.0);
        let (mut low, mut high) = (255.0_f32, 0.0_f32);
        for b in -2..=2_i32 {
            for a in -2..=2_i32 {
                let q = at + frame.u * a as f32 + frame.v * b as f32;
                let v = luma.bilinear(q.x, q.y);
                low = low.min(v);
                high = high.max(v);
                if a.abs().max(b.abs()) == 1 { light += v / 8.0 } else { dark += v / 17.0 }
            }
        }
        (light - dark) / (high - low).max(12.0)
    };
    let mut all = Vec::new();
    for b in -steps..=steps {
        for a in -steps..=steps {
            let at = from + frame.u * (a as f32 * 0.5) + frame.v * (b as f32 * 0.5);
            let s = score(at);
            if s > 0.3 {
                all.push((at, s));
            }
        }
    }
    all.sort_by(|x, y| y.1.total_cmp(&x.1));
    let mut out: Vec<(Vec2, f32)> = Vec::new();
    for (at, s) in all {
        if out.iter().any(|(o, _)| (*o - at).length() < 1.5 * frame.u.length()) {
            continue;
        }
        let (mut best, mut top) = (at, s);
        for step in [0.25, 0.12] {
            let centre = best;
            for b in -1..=1 {
                for a in -1..=1 {
                    let q = centre + frame.u * (a as f32 * step) + frame.v * (b as f32 * step);
                    let s = score(q);
                    if s > top {
                        (best, top) = (q, s);
                    }
                }
            }
        }
        out.push((best, top));
        if out.len() == 3 {
            break;
        }
    }
    out
}
