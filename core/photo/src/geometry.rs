//! Points, affine frames and homographies, in f32 with linear systems solved in f64.
//!
//! Must not depend on pixels, pictures or codes.

use std::ops::{Add, Mul, Sub};
use yanka_types::Point;

/// Smallest determinant or projective denominator that counts as non-zero in f32.
const EPSILON: f32 = 1e-6;
/// Smallest pivot, variance or scale that counts as non-zero in f64.
const EPSILON_F64: f64 = 1e-12;

/// A point or a vector.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vec2 {
    pub x: f32,
    pub y: f32,
}

/// Short constructor of [`Vec2`].
pub const fn vec2(x: f32, y: f32) -> Vec2 {
    Vec2 { x, y }
}

impl Add for Vec2 {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        vec2(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Vec2 {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        vec2(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f32> for Vec2 {
    type Output = Self;
    fn mul(self, factor: f32) -> Self {
        vec2(self.x * factor, self.y * factor)
    }
}

impl Vec2 {
    pub fn dot(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y
    }

    pub fn cross(self, other: Self) -> f32 {
        self.x * other.y - self.y * other.x
    }

    pub fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    /// The public type of the same point.
    pub fn to_point(self) -> Point {
        Point { x: self.x, y: self.y }
    }
}

/// Whether the convex polygon `corners`, of either orientation, contains `point`.
pub fn polygon_contains(corners: &[Vec2], point: Vec2) -> bool {
    let (mut left, mut right) = (false, false);
    for i in 0..corners.len() {
        let (a, b) = (corners[i], corners[(i + 1) % corners.len()]);
        let side = (b - a).cross(point - a);
        left |= side > 0.0;
        right |= side < 0.0;
    }
    !(left && right)
}

/// Centre of a quadrilateral: the middle of its first diagonal.
pub fn diagonal_centre(corners: &[Vec2; 4]) -> Vec2 {
    (corners[0] + corners[2]) * 0.5
}

/// The corners of the square from the origin to (`side`, `side`), clockwise from the upper left.
pub const fn square_corners(side: f32) -> [Vec2; 4] {
    [vec2(0.0, 0.0), vec2(side, 0.0), vec2(side, side), vec2(0.0, side)]
}

/// An affine coordinate system: (a, b) ↦ `centre + u·a + v·b`.
///
/// Approximates a homography around one point.
#[derive(Clone, Copy, Debug)]
pub struct AffineFrame {
    pub centre: Vec2,
    pub u: Vec2,
    pub v: Vec2,
}

impl AffineFrame {
    /// The point at frame coordinates (`a`, `b`).
    pub fn point(&self, a: f32, b: f32) -> Vec2 {
        self.centre + self.u * a + self.v * b
    }

    /// Frame coordinates of `point`; `None` for a degenerate frame.
    pub fn local(&self, point: Vec2) -> Option<Vec2> {
        let det = self.u.cross(self.v);
        if det.abs() < EPSILON {
            return None;
        }
        let d = point - self.centre;
        Some(vec2(d.cross(self.v) / det, self.u.cross(d) / det))
    }

    /// Side of the square whose area is that of the unit cell.
    pub fn cell_side(&self) -> f32 {
        self.u.cross(self.v).abs().sqrt()
    }

    /// The frame after `quarter_turns` rotations of u towards v.
    pub fn rotated(&self, quarter_turns: usize) -> Self {
        let (u, v) = (self.u, self.v);
        let (u, v) = match quarter_turns % 4 {
            0 => (u, v),
            1 => (v, u * -1.0),
            2 => (u * -1.0, v * -1.0),
            _ => (v * -1.0, u),
        };
        Self { centre: self.centre, u, v }
    }

    /// The frame in a picture scaled by `factor`.
    pub fn scaled(&self, factor: f32) -> Self {
        Self { centre: self.centre * factor, u: self.u * factor, v: self.v * factor }
    }
}

/// A projective map of the plane, row-major 3 × 3.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Homography {
    m: [f32; 9],
}

impl Homography {
    /// The least-squares homography of weighted correspondences (from, to, weight), by the
    /// normalised direct linear transform (Hartley, "In defense of the eight-point algorithm",
    /// 1997). `None` for fewer than four correspondences or a singular system.
    pub fn fit(correspondences: &[(Vec2, Vec2, f32)]) -> Option<Self> {
        if correspondences.len() < 4 {
            return None;
        }
        let from = Normalization::of(correspondences.iter().map(|c| c.0));
        let to = Normalization::of(correspondences.iter().map(|c| c.1));
        let mut a = [[0.0_f64; 9]; 8];
        for (source, target, weight) in correspondences {
            let ((x, y), (u, v)) = (from.apply(*source), to.apply(*target));
            let w = f64::from(*weight);
            let r1 = [x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y, u];
            let r2 = [0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y, v];
            for r in [r1, r2] {
                for i in 0..8 {
                    for j in 0..9 {
                        a[i][j] += w * r[i] * r[j];
                    }
                }
            }
        }
        let h = solve_linear(&mut a)?;
        let h = [h[0], h[1], h[2], h[3], h[4], h[5], h[6], h[7], 1.0];
        let m = multiply(&to.inverse_matrix(), &multiply(&h, &from.matrix()));
        let s = if m[8].abs() > EPSILON_F64 { 1.0 / m[8] } else { 1.0 };
        let m = m.map(|v| (v * s) as f32);
        m.iter().all(|v| v.is_finite()).then_some(Self { m })
    }

    /// The homography that maps four points to four points.
    pub fn from_corners(from: [Vec2; 4], to: [Vec2; 4]) -> Option<Self> {
        let correspondences: [_; 4] = std::array::from_fn(|i| (from[i], to[i], 1.0));
        Self::fit(&correspondences)
    }

    /// The image of `q`; a large finite point near the horizon.
    pub fn map(&self, q: Vec2) -> Vec2 {
        let m = &self.m;
        let w = self.denominator(q);
        let w = if w.abs() < EPSILON { EPSILON } else { w };
        vec2((m[0] * q.x + m[1] * q.y + m[2]) / w, (m[3] * q.x + m[4] * q.y + m[5]) / w)
    }

    /// The projective denominator: 0 on the horizon, of opposite signs on its two sides.
    pub fn denominator(&self, q: Vec2) -> f32 {
        self.m[6] * q.x + self.m[7] * q.y + self.m[8]
    }

    /// Evaluates `sample` at the images of a `width` × `height` grid whose upper left corner is
    /// `origin` and whose cells have side `step`; row-major.
    pub fn sample_raster(
        &self,
        origin: Vec2,
        step: f32,
        (width, height): (usize, usize),
        sample: impl Fn(Vec2) -> u8,
    ) -> Vec<u8> {
        let m = &self.m;
        let mut out = Vec::with_capacity(width * height);
        for j in 0..height {
            let y = origin.y + (j as f32 + 0.5) * step;
            let row = [m[1] * y + m[2], m[4] * y + m[5], m[7] * y + m[8]];
            out.extend((0..width).map(|i| {
                let x = origin.x + (i as f32 + 0.5) * step;
                let k = 1.0 / (m[6] * x + row[2]);
                sample(vec2((m[0] * x + row[0]) * k, (m[3] * x + row[1]) * k))
            }));
        }
        out
    }

    /// The affine approximation around `q`: the image of `q` and the partial derivatives there.
    pub fn local_frame(&self, q: Vec2) -> AffineFrame {
        let m = &self.m;
        let w = self.denominator(q);
        let k = 1.0 / if w.abs() < EPSILON { EPSILON } else { w };
        let c = vec2((m[0] * q.x + m[1] * q.y + m[2]) * k, (m[3] * q.x + m[4] * q.y + m[5]) * k);
        let derivative = |a: f32, b: f32, d: f32| vec2((a - c.x * d) * k, (b - c.y * d) * k);
        AffineFrame { centre: c, u: derivative(m[0], m[3], m[6]), v: derivative(m[1], m[4], m[7]) }
    }
}

/// Shifts points to mean 0 and scales them to variance 1.
///
/// Without it the normal equations lose most of their precision.
struct Normalization {
    mean_x: f64,
    mean_y: f64,
    scale: f64,
}

impl Normalization {
    fn of(points: impl Iterator<Item = Vec2> + Clone) -> Self {
        let n = points.clone().count().max(1) as f64;
        let x = points.clone().map(|q| f64::from(q.x)).sum::<f64>() / n;
        let y = points.clone().map(|q| f64::from(q.y)).sum::<f64>() / n;
        let variance = points
            .map(|q| (f64::from(q.x) - x).powi(2) + (f64::from(q.y) - y).powi(2))
            .sum::<f64>()
            / n;
        let scale = if variance > EPSILON_F64 { 1.0 / variance.sqrt() } else { 1.0 };
        Self { mean_x: x, mean_y: y, scale }
    }

    fn apply(&self, q: Vec2) -> (f64, f64) {
        ((f64::from(q.x) - self.mean_x) * self.scale, (f64::from(q.y) - self.mean_y) * self.scale)
    }

    fn matrix(&self) -> [f64; 9] {
        let s = self.scale;
        [s, 0.0, -self.mean_x * s, 0.0, s, -self.mean_y * s, 0.0, 0.0, 1.0]
    }

    fn inverse_matrix(&self) -> [f64; 9] {
        let s = 1.0 / self.scale;
        [s, 0.0, self.mean_x, 0.0, s, self.mean_y, 0.0, 0.0, 1.0]
    }
}

fn multiply(a: &[f64; 9], b: &[f64; 9]) -> [f64; 9] {
    std::array::from_fn(|i| (0..3).map(|k| a[i / 3 * 3 + k] * b[k * 3 + i % 3]).sum())
}

/// Solves the augmented system `[A | b]` by Gauss–Jordan elimination with partial pivoting; `None`
/// where A is singular.
pub fn solve_linear<const N: usize, const M: usize>(a: &mut [[f64; M]; N]) -> Option<[f64; N]> {
    for i in 0..N {
        let best = (i..N).max_by(|r, s| a[*r][i].abs().total_cmp(&a[*s][i].abs()))?;
        a.swap(i, best);
        if a[i][i].abs() < EPSILON_F64 {
            return None;
        }
        for r in 0..N {
            if r == i {
                continue;
            }
            let k = a[r][i] / a[i][i];
            let pivot = a[i];
            for (v, by) in a[r].iter_mut().zip(pivot).skip(i) {
                *v -= k * by;
            }
        }
    }
    Some(std::array::from_fn(|i| a[i][M - 1] / a[i][i]))
}
