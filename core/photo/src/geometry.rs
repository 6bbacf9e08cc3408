//! Points, affine frames and homographies, in f32 with the solving in f64.
//!
//! Plain plane geometry; knows nothing of pixels or codes.

use std::ops::{Add, Mul, Sub};
use yanka_types::Point;

/// A point or a vector.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct P {
    pub x: f32,
    pub y: f32,
}

/// Shorthand for a point.
pub const fn p(x: f32, y: f32) -> P {
    P { x, y }
}

impl Add for P {
    type Output = P;
    fn add(self, o: P) -> P {
        p(self.x + o.x, self.y + o.y)
    }
}

impl Sub for P {
    type Output = P;
    fn sub(self, o: P) -> P {
        p(self.x - o.x, self.y - o.y)
    }
}

impl Mul<f32> for P {
    type Output = P;
    fn mul(self, k: f32) -> P {
        p(self.x * k, self.y * k)
    }
}

impl P {
    pub fn dot(self, o: P) -> f32 {
        self.x * o.x + self.y * o.y
    }

    pub fn cross(self, o: P) -> f32 {
        self.x * o.y - self.y * o.x
    }

    pub fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    pub fn outward(self) -> Point {
        Point { x: self.x, y: self.y }
    }
}

/// Whether `at` lies in the convex polygon `corners`, whichever way round it goes.
pub fn inside(corners: &[P], at: P) -> bool {
    let (mut left, mut right) = (false, false);
    for i in 0..corners.len() {
        let (a, b) = (corners[i], corners[(i + 1) % corners.len()]);
        let side = (b - a).cross(at - a);
        left |= side > 0.0;
        right |= side < 0.0;
    }
    !(left && right)
}

/// `centre + u·a + v·b`: a small square seen from afar.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    pub centre: P,
    pub u: P,
    pub v: P,
}

impl Frame {
    pub fn at(&self, a: f32, b: f32) -> P {
        self.centre + self.u * a + self.v * b
    }

    /// Where `at` lies, counted in the frame's vectors; `None` for a flat frame.
    pub fn of(&self, at: P) -> Option<P> {
        let det = self.u.cross(self.v);
        if det.abs() < 1e-6 {
            return None;
        }
        let d = at - self.centre;
        Some(p(d.cross(self.v) / det, self.u.cross(d) / det))
    }

    /// The same square after `quarter` turns from u towards v.
    pub fn turned(&self, quarter: usize) -> Frame {
        let (u, v) = (self.u, self.v);
        let (u, v) = match quarter % 4 {
            0 => (u, v),
            1 => (v, u * -1.0),
            2 => (u * -1.0, v * -1.0),
            _ => (v * -1.0, u),
        };
        Frame { centre: self.centre, u, v }
    }
}

/// A plane seen in perspective.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Homography {
    m: [f32; 9],
}

impl Homography {
    /// The homography nearest to all pairs (from, to, weight); `None` where they do not fix one.
    pub fn fit(pairs: &[(P, P, f32)]) -> Option<Self> {
        if pairs.len() < 4 {
            return None;
        }
        let from = Norm::of(pairs.iter().map(|q| q.0));
        let to = Norm::of(pairs.iter().map(|q| q.1));
        let mut a = [[0.0_f64; 9]; 8];
        for (f, t, weight) in pairs {
            let ((x, y), (u, v)) = (from.apply(*f), to.apply(*t));
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
        let h = solve(&mut a)?;
        let h = [h[0], h[1], h[2], h[3], h[4], h[5], h[6], h[7], 1.0];
        let m = multiply(&to.back(), &multiply(&h, &from.forth()));
        let s = if m[8].abs() > 1e-12 { 1.0 / m[8] } else { 1.0 };
        let m = m.map(|v| (v * s) as f32);
        m.iter().all(|v| v.is_finite()).then_some(Self { m })
    }

    /// The homography that takes four points to four.
    pub fn square(from: [P; 4], to: [P; 4]) -> Option<Self> {
        let pairs: [_; 4] = std::array::from_fn(|i| (from[i], to[i], 1.0));
        Self::fit(&pairs)
    }

    pub fn at(&self, q: P) -> P {
        let m = &self.m;
        let w = m[6] * q.x + m[7] * q.y + m[8];
        // A point on the horizon: far away is what the callers do not look at.
        let w = if w.abs() < 1e-6 { 1e-6 } else { w };
        p((m[0] * q.x + m[1] * q.y + m[2]) / w, (m[3] * q.x + m[4] * q.y + m[5]) / w)
    }

    /// How far a point lies from the horizon; the sign says on which side.
    pub fn depth(&self, q: P) -> f32 {
        self.m[6] * q.x + self.m[7] * q.y + self.m[8]
    }

    /// What `look` says at each point of a grid that begins at `from`, row by row.
    pub fn rows(
        &self,
        from: P,
        step: f32,
        (w, h): (usize, usize),
        look: impl Fn(P) -> u8,
    ) -> Vec<u8> {
        let m = &self.m;
        let mut out = Vec::with_capacity(w * h);
        for j in 0..h {
            let y = from.y + (j as f32 + 0.5) * step;
            let row = [m[1] * y + m[2], m[4] * y + m[5], m[7] * y + m[8]];
            out.extend((0..w).map(|i| {
                let x = from.x + (i as f32 + 0.5) * step;
                let k = 1.0 / (m[6] * x + row[2]);
                look(p((m[0] * x + row[0]) * k, (m[3] * x + row[1]) * k))
            }));
        }
        out
    }

    /// The little square around `q`: how a step in x and one in y look there (the derivatives).
    pub fn frame(&self, q: P) -> Frame {
        let m = &self.m;
        let w = self.depth(q);
        let k = 1.0 / if w.abs() < 1e-6 { 1e-6 } else { w };
        let c = p((m[0] * q.x + m[1] * q.y + m[2]) * k, (m[3] * q.x + m[4] * q.y + m[5]) * k);
        let along = |a: f32, b: f32, d: f32| p((a - c.x * d) * k, (b - c.y * d) * k);
        Frame { centre: c, u: along(m[0], m[3], m[6]), v: along(m[1], m[4], m[7]) }
    }
}

/// Moves points to mean 0 and spread 1, without which the normal equations lose their digits.
struct Norm {
    x: f64,
    y: f64,
    s: f64,
}

impl Norm {
    fn of(points: impl Iterator<Item = P> + Clone) -> Self {
        let n = points.clone().count().max(1) as f64;
        let x = points.clone().map(|q| f64::from(q.x)).sum::<f64>() / n;
        let y = points.clone().map(|q| f64::from(q.y)).sum::<f64>() / n;
        let spread = points
            .map(|q| (f64::from(q.x) - x).powi(2) + (f64::from(q.y) - y).powi(2))
            .sum::<f64>()
            / n;
        Self { x, y, s: if spread > 1e-12 { 1.0 / spread.sqrt() } else { 1.0 } }
    }

    fn apply(&self, q: P) -> (f64, f64) {
        ((f64::from(q.x) - self.x) * self.s, (f64::from(q.y) - self.y) * self.s)
    }

    fn forth(&self) -> [f64; 9] {
        [self.s, 0.0, -self.x * self.s, 0.0, self.s, -self.y * self.s, 0.0, 0.0, 1.0]
    }

    fn back(&self) -> [f64; 9] {
        [1.0 / self.s, 0.0, self.x, 0.0, 1.0 / self.s, self.y, 0.0, 0.0, 1.0]
    }
}

fn multiply(a: &[f64; 9], b: &[f64; 9]) -> [f64; 9] {
    std::array::from_fn(|i| (0..3).map(|k| a[i / 3 * 3 + k] * b[k * 3 + i % 3]).sum())
}

/// Gauss with pivots on `[A | b]`; `None` where the rows do not fix an answer.
pub fn solve<const N: usize, const M: usize>(a: &mut [[f64; M]; N]) -> Option<[f64; N]> {
    for i in 0..N {
        let best = (i..N).max_by(|r, s| a[*r][i].abs().total_cmp(&a[*s][i].abs()))?;
        a.swap(i, best);
        if a[i][i].abs() < 1e-12 {
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
