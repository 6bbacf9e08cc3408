//! Decides whether there is a finder pattern at a hint, where its middle is and how it lies.
//!
//! Looks along rays from the middle for the three edges at 1.5, 2.5 and 3.5 modules; their shape
//! gives the frame: two vectors of one module each. Refuses to know which finders belong together.

use super::Luma;
use super::geometry::{AffineFrame, Vec2, solve_linear, vec2};
use super::row_scan::FinderCandidate;

/// One finder pattern.
#[derive(Clone, Copy, Debug)]
pub struct FinderPattern {
    /// Middle, and one module along each of two sides (which two is not known yet).
    pub frame: AffineFrame,
    /// Side of a module in pixels: the root of the frame's area.
    pub module: f32,
    /// Rounder than a square: the turn of the frame means nothing.
    pub round: bool,
    /// Mean distance of the edges from where a square would have them, in modules.
    pub error: f32,
}

const RAYS: usize = 24;
/// Edges from the middle to_points, in modules (ISO/IEC 18004, 6.3.3).
const EDGES: [f32; 3] = [1.5, 2.5, 3.5];

/// Units of work that one look costs.
pub const COST: u64 = 9_000;

/// Looks at one hint.
pub fn look(luma: &Luma, hint: &FinderCandidate, threshold: f32) -> Option<FinderPattern> {
    let (centre, module) = upright(luma, hint, threshold)?;
    let middle = levels(luma, centre, module)?;
    let rays = Rays::cast(luma, centre, module, middle)?;
    let rays = match rays.centred(centre) {
        // Once more from the better middle.
        Some(better) if (better - centre).length() > 0.15 * module => {
            Rays::cast(luma, better, module, middle)?
        }
        _ => rays,
    };
    rays.frame()
}

/// Goes up and down from the hint: the same five runs must be there.
fn upright(luma: &Luma, hint: &FinderCandidate, t: f32) -> Option<(Vec2, f32)> {
    let reach = hint.module * 9.0 + 4.0;
    let mut y = hint.y;
    let mut x = hint.x;
    let mut tall = hint.module;
    let mut wide = hint.module;
    for _ in 0..2 {
        let go = |way: Vec2| walk(luma, vec2(x, y), way, reach, t, hint.loose);
        let (up, down) = (go(vec2(0.0, -1.0))?, go(vec2(0.0, 1.0))?);
        tall = proportion(&up, &down, hint.loose)?;
        y += (down[0] - up[0] + down[1] - up[1]) * 0.25;
        let go = |way: Vec2| walk(luma, vec2(x, y), way, reach, t, hint.loose);
        let (left, right) = (go(vec2(-1.0, 0.0))?, go(vec2(1.0, 0.0))?);
        wide = proportion(&left, &right, hint.loose)?;
        x += (right[0] - left[0] + right[1] - left[1]) * 0.25;
    }
    let ratio = tall / wide;
    // Steeper than this no code is read.
    (ratio > 0.3 && ratio < 3.3).then_some((vec2(x, y), (tall * wide).sqrt()))
}

/// Distances of the first three changes along a line of whole steps. Where `open`, the third one
/// need not come.
fn walk(luma: &Luma, from: Vec2, way: Vec2, reach: f32, t: f32, open: bool) -> Option<[f32; 3]> {
    let (w, h) = (luma.width as i32, luma.height as i32);
    let (mut x, mut y) = (from.x as i32, from.y as i32);
    let (dx, dy) = (way.x as i32, way.y as i32);
    let start = if dx != 0 { from.x - x as f32 - 0.5 } else { from.y - y as f32 - 0.5 };
    let start = start * (dx + dy) as f32;
    let mut out = [0.0; 3];
    let mut found = 0;
    let mut last = f32::from(*luma.data.get((y * w + x) as usize)?);
    if last >= t {
        return None;
    }
    let mut n = 0;
    while (n as f32) < reach {
        x += dx;
        y += dy;
        n += 1;
        if x < 0 || y < 0 || x >= w || y >= h {
            // The rim of the picture may stand for the outermost edge.
            if found == 2 {
                out[2] = n as f32 - 0.5 - start;
                return Some(out);
            }
            return None;
        }
        let v = f32::from(luma.data[(y * w + x) as usize]);
        if (v < t) != (last < t) {
            let part = if (v - last).abs() < 0.5 { 0.5 } else { (t - last) / (v - last) };
            out[found] = n as f32 - 1.0 + part - start;
            found += 1;
            if found == 3 {
                return Some(out);
            }
        }
        last = v;
    }
    out[2] = reach;
    (open && found == 2).then_some(out)
}

/// Module side from distances on both sides, where they fit 1:1:3:1:1; where `open`, the outer
/// runs may be longer.
fn proportion(a: &[f32; 3], b: &[f32; 3], open: bool) -> Option<f32> {
    let m = (a[1] + b[1]) / 5.0;
    let core = a[0] + b[0];
    let ring = [a[2] - a[1], b[2] - b[1]];
    let gap = [a[1] - a[0], b[1] - b[0]];
    let good = core > 1.5 * m
        && core < 4.6 * m
        && gap.iter().all(|v| *v > 0.2 * m && *v < 2.6 * m)
        && ring.iter().all(|v| *v > 0.2 * m && (open || *v < 2.6 * m))
        && (open || ring.iter().any(|v| *v < 1.9 * m));
    good.then_some(m)
}

/// Grey halfway between the core and the gap around it, where they are apart.
fn levels(luma: &Luma, c: Vec2, m: f32) -> Option<f32> {
    let mut dark = luma.bilinear(c.x, c.y);
    let mut light = 0.0_f32;
    for i in 0..8 {
        let (s, k) = (i as f32 * std::f32::consts::FRAC_PI_4).sin_cos();
        dark = dark.min(luma.bilinear(c.x + 0.7 * m * k, c.y + 0.7 * m * s));
        light += luma.bilinear(c.x + 2.1 * m * k, c.y + 2.1 * m * s) / 8.0;
    }
    (light - dark > 8.0).then_some((light + dark) * 0.5)
}

/// Edge distances in all directions; 0 where an edge was not found.
struct Rays {
    from: Vec2,
    module: f32,
    edge: [[f32; 3]; RAYS],
}

fn direction(i: usize) -> Vec2 {
    let (s, c) = (i as f32 * std::f32::consts::TAU / RAYS as f32).sin_cos();
    vec2(c, s)
}

impl Rays {
    fn cast(luma: &Luma, from: Vec2, module: f32, t: f32) -> Option<Self> {
        let mut edge = [[0.0; 3]; RAYS];
        let step = (module * 0.15).max(0.5);
        let mut whole = 0;
        for (i, out) in edge.iter_mut().enumerate() {
            let way = direction(i);
            let reach = module * 6.5 + 1.0;
            let mut found = 0;
            let mut last = luma.bilinear(from.x, from.y);
            let mut at = 0.0;
            while at < reach && found < 3 {
                at += step;
                let q = from + way * at;
                let v = luma.bilinear(q.x, q.y);
                // Dark inside, light, dark, light outside.
                if (v < t) == (found % 2 == 1) {
                    let part = if (v - last).abs() < 0.5 { 0.5 } else { (t - last) / (v - last) };
                    out[found] = at - step * (1.0 - part.clamp(0.0, 1.0));
                    found += 1;
                }
                last = v;
            }
            whole += usize::from(found >= 2 && out[1] < module * 4.6);
        }
        (whole >= RAYS * 2 / 3).then_some(Self { from, module, edge })
    }

    /// The middle of the outline halfway through the gap.
    fn centred(&self, _: Vec2) -> Option<Vec2> {
        let (mut sum, mut n) = (vec2(0.0, 0.0), 0.0);
        for i in 0..RAYS / 2 {
            let (a, b) = (self.edge[i], self.edge[i + RAYS / 2]);
            if a[1] > 0.0 && b[1] > 0.0 {
                sum = sum + direction(i) * (a[0] + a[1] - b[0] - b[1]);
                n += 1.0;
            }
        }
        // Over half a turn, the mean of projections is half the shift.
        (n >= RAYS as f32 / 3.0).then(|| self.from + sum * (0.5 / n))
    }

    fn frame(&self) -> Option<FinderPattern> {
        let outline = self.outline()?;
        let (mut frame, corner) = lying(self.from, &outline)?;
        let round = corner < 0.035;
        let mut error = 0.5;
        if !round {
            for _ in 0..3 {
                let (next, e) = self.settle(&frame)?;
                frame = next;
                error = e;
            }
        }
        let module = frame.u.cross(frame.v).abs().sqrt();
        let good = module > 0.7
            && (frame.centre - self.from).length() < 1.5 * self.module
            && module / self.module < 2.0
            && self.module / module < 2.0
            && error < 0.75;
        good.then_some(FinderPattern { frame, module, round, error })
    }

    /// Points of the hole's outline (2.5 modules out); a missing one is bridged.
    fn outline(&self) -> Option<[Vec2; RAYS]> {
        let mut out = [vec2(0.0, 0.0); RAYS];
        let limit = self.module * 4.6;
        let good = |e: &[f32; 3]| e[1] > 0.0 && e[1] < limit;
        let mut mean = 0.0;
        let mut n = 0.0;
        for e in &self.edge {
            if good(e) {
                mean += e[1];
                n += 1.0;
            }
        }
        if n == 0.0 {
            return None;
        }
        for (i, e) in self.edge.iter().enumerate() {
            let r = if good(e) {
                e[1]
            } else {
                let (a, b) = (&self.edge[(i + RAYS - 1) % RAYS], &self.edge[(i + 1) % RAYS]);
                match (good(a), good(b)) {
                    (true, true) => (a[1] + b[1]) * 0.5,
                    (true, false) => a[1],
                    (false, true) => b[1],
                    _ => mean / n,
                }
            };
            out[i] = direction(i) * r;
        }
        Some(out)
    }

    /// One step of least squares: the edges onto the sides of squares.
    fn settle(&self, frame: &AffineFrame) -> Option<(AffineFrame, f32)> {
        let mut rows = [[[0.0_f64; 4]; 3]; 2];
        let (mut error, mut n) = (0.0, 0.0);
        for (i, edges) in self.edge.iter().enumerate() {
            for (k, e) in EDGES.iter().zip(edges) {
                if *e <= 0.0 {
                    continue;
                }
                let at = direction(i) * *e;
                let q = frame.local(self.from + at)?;
                let (axis, value) = if q.x.abs() > q.y.abs() * 1.15 {
                    (0, q.x)
                } else if q.y.abs() > q.x.abs() * 1.15 {
                    (1, q.y)
                } else {
                    continue;
                };
                let off = value.abs() - k;
                // The outermost edge may have run into something else.
                if off.abs() > if *k > 3.0 { 0.55 } else { 0.8 } {
                    continue;
                }
                error += off.abs();
                n += 1.0;
                let r = [f64::from(at.x), f64::from(at.y), 1.0, f64::from(k * value.signum())];
                for a in 0..3 {
                    for b in 0..4 {
                        rows[axis][a][b] += r[a] * r[b];
                    }
                }
            }
        }
        if n < 20.0 {
            return None;
        }
        let [mut first, mut second] = rows;
        let (a, b) = (solve_linear(&mut first)?, solve_linear(&mut second)?);
        // (a, b) take a point to the frame; turn them round.
        let det = a[0] * b[1] - a[1] * b[0];
        if det.abs() < 1e-9 {
            return None;
        }
        let u = vec2((b[1] / det) as f32, (-b[0] / det) as f32);
        let v = vec2((-a[1] / det) as f32, (a[0] / det) as f32);
        let centre = self.from - u * a[2] as f32 - v * b[2] as f32;
        Some((AffineFrame { centre, u, v }, error / n))
    }
}

/// The square that an outline is an affine picture of, from its second moments, and how much of a
/// corner it has (the fourth harmonic of its radius: a square 0.08, a circle 0).
fn lying(from: Vec2, outline: &[Vec2; RAYS]) -> Option<(AffineFrame, f32)> {
    let (mut xx, mut xy, mut yy, mut area) = (0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32);
    for i in 0..RAYS {
        let (a, b) = (outline[i], outline[(i + 1) % RAYS]);
        let s = a.cross(b) * 0.5;
        area += s;
        xx += s / 6.0 * (a.x * a.x + a.x * b.x + b.x * b.x);
        yy += s / 6.0 * (a.y * a.y + a.y * b.y + b.y * b.y);
        xy += s / 12.0 * (2.0 * a.x * a.y + a.x * b.y + b.x * a.y + 2.0 * b.x * b.y);
    }
    if area < 1.0 {
        return None;
    }
    let (xx, xy, yy) = (xx / area, xy / area, yy / area);
    // The root of a symmetric matrix takes a round thing to this one.
    let det = xx * yy - xy * xy;
    if det <= 1e-6 {
        return None;
    }
    let s = det.sqrt();
    let t = (xx + yy + 2.0 * s).sqrt();
    let root = [(xx + s) / t, xy / t, xy / t, (yy + s) / t];
    let inverse = s;
    let back = |q: Vec2| {
        vec2((root[3] * q.x - root[1] * q.y) / inverse, (root[0] * q.y - root[2] * q.x) / inverse)
    };
    // In the round frame a square of half side 2.5 modules has variance (5 modules)² / 12.
    let (mut c4, mut s4, mut mean) = (0.0, 0.0, 0.0);
    for q in outline {
        let q = back(*q);
        let r = q.length();
        let angle = q.y.atan2(q.x);
        c4 += r * (4.0 * angle).cos();
        s4 += r * (4.0 * angle).sin();
        mean += r;
    }
    let corner = (c4 * c4 + s4 * s4).sqrt() / mean.max(1e-6);
    // The radius is largest at the corners, an eighth of a turn from the sides.
    let turn = (s4.atan2(c4) + std::f32::consts::PI) / 4.0;
    let k = 12.0_f32.sqrt() / 5.0;
    let forth = |q: Vec2| vec2(root[0] * q.x + root[1] * q.y, root[2] * q.x + root[3] * q.y) * k;
    let (sin, cos) = turn.sin_cos();
    Some((
        AffineFrame { centre: from, u: forth(vec2(cos, sin)), v: forth(vec2(-sin, cos)) },
        corner,
    ))
}
