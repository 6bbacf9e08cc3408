//! Fits the centre and orientation of a finder pattern to its edges, found along rays.
//!
//! The second moments of the light gap's outline give a first frame; least squares on all edges
//! refine it. Must not know how the candidate was found or which symbol the pattern belongs to.

use crate::Luma;
use crate::geometry::{AffineFrame, Vec2, solve_linear, vec2};

/// Distances of the edges from the centre, in modules (ISO/IEC 18004, 6.3.3).
const EDGES: [f32; 3] = [1.5, 2.5, 3.5];

// Empirical; no measurement recorded.
const RAYS: usize = 24;
/// Length of a ray: modules, and pixels.
const RAY_MODULES: f32 = 6.5;
const RAY_PIXELS: f32 = 1.0;
/// Step along a ray: modules, and at least so many pixels.
const STEP_MODULES: f32 = 0.15;
const MIN_STEP_PIXELS: f32 = 0.5;
/// Largest plausible distance of the second edge, in modules; 2.5 √2 is the corner's.
const MAX_SECOND_EDGE: f32 = 4.6;
/// Fourth harmonic of the outline's radius below which a pattern counts as round: a square has
/// 0.08, a circle 0.
const MIN_SQUARENESS: f32 = 0.035;
/// Steps of least squares.
const REFINEMENTS: usize = 3;
/// Edges counted to one side of the square only where that coordinate is larger by this factor.
const SIDE_DOMINANCE: f32 = 1.15;
/// Largest distance in modules of an edge from its nominal place. It is smaller for the outermost
/// edge, which may have run into something dark beside the pattern.
const MAX_EDGE_ERROR: f32 = 0.8;
const MAX_OUTER_EDGE_ERROR: f32 = 0.55;
/// Least number of edges for a fit.
const MIN_EDGES: f32 = 20.0;
/// Error of a round pattern, which has no sides to measure.
const ROUND_ERROR: f32 = 0.5;
/// A fitted frame is accepted with at least this module in pixels,
const MIN_MODULE: f32 = 0.7;
/// a centre moved by at most this many modules,
const MAX_SHIFT: f32 = 1.5;
/// a module changed by less than this factor,
const MAX_SCALE_CHANGE: f32 = 2.0;
/// and a mean edge error below this many modules.
const MAX_MEAN_ERROR: f32 = 0.75;

/// One finder pattern.
#[derive(Clone, Copy, Debug)]
pub struct FinderPattern {
    /// The centre, and one module along each of two sides. Which sides is not known yet.
    pub frame: AffineFrame,
    /// Side of a module in pixels: the root of the frame's area.
    pub module: f32,
    /// Rounder than a square: the orientation of the frame means nothing.
    pub round: bool,
    /// Mean distance of the edges from those of a square pattern, in modules.
    pub error: f32,
}

/// Edge distances in pixels in [`RAYS`] directions; 0 where an edge was not found.
pub struct EdgeRays {
    from: Vec2,
    module: f32,
    edges: [[f32; 3]; RAYS],
}

fn direction(ray: usize) -> Vec2 {
    let (sin, cos) = (ray as f32 * std::f32::consts::TAU / RAYS as f32).sin_cos();
    vec2(cos, sin)
}

impl EdgeRays {
    /// `None` where fewer than two thirds of the rays meet the first two edges.
    pub fn cast(luma: &Luma, from: Vec2, module: f32, threshold: f32) -> Option<Self> {
        let mut edges = [[0.0; 3]; RAYS];
        let step = (module * STEP_MODULES).max(MIN_STEP_PIXELS);
        let mut complete = 0;
        for (i, out) in edges.iter_mut().enumerate() {
            let direction = direction(i);
            let reach = module * RAY_MODULES + RAY_PIXELS;
            let mut found = 0;
            let mut previous = luma.bilinear(from.x, from.y);
            let mut distance = 0.0;
            while distance < reach && found < 3 {
                distance += step;
                let q = from + direction * distance;
                let v = luma.bilinear(q.x, q.y);
                // From the centre outwards: dark, light, dark, light.
                if (v < threshold) == (found % 2 == 1) {
                    let part = if (v - previous).abs() < 0.5 {
                        0.5
                    } else {
                        (threshold - previous) / (v - previous)
                    };
                    out[found] = distance - step * (1.0 - part.clamp(0.0, 1.0));
                    found += 1;
                }
                previous = v;
            }
            complete += usize::from(found >= 2 && out[1] < module * MAX_SECOND_EDGE);
        }
        (complete >= RAYS * 2 / 3).then_some(Self { from, module, edges })
    }

    /// The centre of the outline halfway through the gap; `None` where too few rays have an
    /// opposite one.
    pub fn centre(&self) -> Option<Vec2> {
        let (mut sum, mut n) = (vec2(0.0, 0.0), 0.0);
        for i in 0..RAYS / 2 {
            let (a, b) = (self.edges[i], self.edges[i + RAYS / 2]);
            if a[1] > 0.0 && b[1] > 0.0 {
                sum = sum + direction(i) * (a[0] + a[1] - b[0] - b[1]);
                n += 1.0;
            }
        }
        // Over half a turn, the mean of the projections is half the shift.
        (n >= RAYS as f32 / 3.0).then(|| self.from + sum * (0.5 / n))
    }

    /// The finder pattern that fits the edges; `None` where none does.
    pub fn fit(&self) -> Option<FinderPattern> {
        let outline = self.outline()?;
        let (mut frame, squareness) = frame_from_moments(self.from, &outline)?;
        let round = squareness < MIN_SQUARENESS;
        let mut error = ROUND_ERROR;
        if !round {
            for _ in 0..REFINEMENTS {
                let (next, next_error) = self.refine(&frame)?;
                frame = next;
                error = next_error;
            }
        }
        let module = frame.cell_side();
        let accepted = module > MIN_MODULE
            && (frame.centre - self.from).length() < MAX_SHIFT * self.module
            && module / self.module < MAX_SCALE_CHANGE
            && self.module / module < MAX_SCALE_CHANGE
            && error < MAX_MEAN_ERROR;
        accepted.then_some(FinderPattern { frame, module, round, error })
    }

    /// The outer outline of the gap (2.5 modules from the centre), relative to `from`. A missing
    /// point takes the distance of its neighbours or the mean.
    fn outline(&self) -> Option<[Vec2; RAYS]> {
        let mut out = [vec2(0.0, 0.0); RAYS];
        let limit = self.module * MAX_SECOND_EDGE;
        let found = |e: &[f32; 3]| e[1] > 0.0 && e[1] < limit;
        let mut sum = 0.0;
        let mut n = 0.0;
        for e in &self.edges {
            if found(e) {
                sum += e[1];
                n += 1.0;
            }
        }
        if n == 0.0 {
            return None;
        }
        for (i, e) in self.edges.iter().enumerate() {
            let radius = if found(e) {
                e[1]
            } else {
                let a = &self.edges[(i + RAYS - 1) % RAYS];
                let b = &self.edges[(i + 1) % RAYS];
                match (found(a), found(b)) {
                    (true, true) => (a[1] + b[1]) * 0.5,
                    (true, false) => a[1],
                    (false, true) => b[1],
                    _ => sum / n,
                }
            };
            out[i] = direction(i) * radius;
        }
        Some(out)
    }

    /// One step of least squares that moves the edges onto the sides of three nested squares.
    /// Returns the frame and the mean error before the step, in modules.
    fn refine(&self, frame: &AffineFrame) -> Option<(AffineFrame, f32)> {
        let mut equations = [[[0.0_f64; 4]; 3]; 2];
        let (mut error, mut n) = (0.0, 0.0);
        for (i, edges) in self.edges.iter().enumerate() {
            for (nominal, distance) in EDGES.iter().zip(edges) {
                if *distance <= 0.0 {
                    continue;
                }
                let offset = direction(i) * *distance;
                let q = frame.local(self.from + offset)?;
                let (axis, value) = if q.x.abs() > q.y.abs() * SIDE_DOMINANCE {
                    (0, q.x)
                } else if q.y.abs() > q.x.abs() * SIDE_DOMINANCE {
                    (1, q.y)
                } else {
                    continue;
                };
                let off = value.abs() - nominal;
                let outermost = *nominal > 3.0;
                if off.abs() > if outermost { MAX_OUTER_EDGE_ERROR } else { MAX_EDGE_ERROR } {
                    continue;
                }
                error += off.abs();
                n += 1.0;
                let target = f64::from(nominal * value.signum());
                let r = [f64::from(offset.x), f64::from(offset.y), 1.0, target];
                for a in 0..3 {
                    for b in 0..4 {
                        equations[axis][a][b] += r[a] * r[b];
                    }
                }
            }
        }
        if n < MIN_EDGES {
            return None;
        }
        let [mut first, mut second] = equations;
        // (a, b) maps an offset to frame coordinates; its inverse is the frame.
        let (a, b) = (solve_linear(&mut first)?, solve_linear(&mut second)?);
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

/// The frame of the square whose affine image has the second moments of `outline`, and the fourth
/// harmonic of the outline's radius in that frame (a square 0.08, a circle 0).
fn frame_from_moments(centre: Vec2, outline: &[Vec2; RAYS]) -> Option<(AffineFrame, f32)> {
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
    // The square root of the symmetric covariance matrix maps an isotropic shape to this one.
    let det = xx * yy - xy * xy;
    if det <= 1e-6 {
        return None;
    }
    let s = det.sqrt();
    let t = (xx + yy + 2.0 * s).sqrt();
    let root = [(xx + s) / t, xy / t, xy / t, (yy + s) / t];
    let isotropic =
        |q: Vec2| vec2((root[3] * q.x - root[1] * q.y) / s, (root[0] * q.y - root[2] * q.x) / s);
    let (mut cos4, mut sin4, mut mean) = (0.0, 0.0, 0.0);
    for q in outline {
        let q = isotropic(*q);
        let r = q.length();
        let angle = q.y.atan2(q.x);
        cos4 += r * (4.0 * angle).cos();
        sin4 += r * (4.0 * angle).sin();
        mean += r;
    }
    let squareness = (cos4 * cos4 + sin4 * sin4).sqrt() / mean.max(1e-6);
    // The radius is largest at the corners, an eighth of a turn from the sides.
    let angle = (sin4.atan2(cos4) + std::f32::consts::PI) / 4.0;
    // A square of half side 2.5 modules has the variance (5 modules)² / 12.
    let k = 12.0_f32.sqrt() / 5.0;
    let to_picture =
        |q: Vec2| vec2(root[0] * q.x + root[1] * q.y, root[2] * q.x + root[3] * q.y) * k;
    let (sin, cos) = angle.sin_cos();
    let frame =
        AffineFrame { centre, u: to_picture(vec2(cos, sin)), v: to_picture(vec2(-sin, cos)) };
    Some((frame, squareness))
}
