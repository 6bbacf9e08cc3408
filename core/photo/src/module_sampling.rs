//! Pixels to modules: takes the grey of each module and decides dark or light, and how surely.
//!
//! Several ways of deciding, from plain to sharpened; the caller tries them in turn. Knows the
//! fixed patterns of a code, which show whether a grid lies right before any text is read.

use super::Luma;
use super::codeword_placement::alignment;
use super::decode::Modules;
use super::geometry::vec2;
use super::sampling_grid::SamplingGrid;
use std::sync::OnceLock;

/// Greys of all modules, row by row.
pub struct Greys {
    pub side: usize,
    pub value: Vec<f32>,
}

/// How a module's grey becomes dark or light.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    /// Part of the neighbours' mean that is taken away, against blur.
    pub sharpen: f32,
    /// Half width in modules of the window whose mean is the threshold; 0 takes one for all.
    pub window: usize,
}

/// The ways in order of how often they are the right one.
pub const WAYS: [Way; 6] = [
    Way { sharpen: 0.0, window: 4 },
    Way { sharpen: 0.0, window: 0 },
    Way { sharpen: 0.6, window: 4 },
    Way { sharpen: 0.3, window: 2 },
    Way { sharpen: 1.2, window: 6 },
    Way { sharpen: 0.3, window: 8 },
];

/// What a module must be, if it is part of a fixed pattern: true is dark.
pub fn expected(side: usize, x: usize, y: usize) -> Option<bool> {
    fixed(side).get(y * side + x).copied().flatten()
}

/// All modules of a side, row by row; made once for each.
fn fixed(side: usize) -> &'static [Option<bool>] {
    static ALL: [OnceLock<Vec<Option<bool>>>; 41] = [const { OnceLock::new() }; 41];
    let version = (side.saturating_sub(17) / 4).min(40);
    let make = || (0..side * side).map(|i| pattern(side, i % side, i / side)).collect();
    ALL[version].get_or_init(make)
}

fn pattern(side: usize, x: usize, y: usize) -> Option<bool> {
    let ring = |x: usize, y: usize| {
        let d = x.abs_diff(3).max(y.abs_diff(3));
        d != 2 && d != 4
    };
    match (x < 8, y < 8, x + 8 >= side, y + 8 >= side) {
        (true, true, ..) => return Some(ring(x, y)),
        (_, true, true, _) => return Some(ring(side - 1 - x.min(side - 1), y)),
        (true, _, _, true) => return Some(ring(x, side - 1 - y.min(side - 1))),
        _ => {}
    }
    if x == 6 {
        return Some(y.is_multiple_of(2));
    }
    if y == 6 {
        return Some(x.is_multiple_of(2));
    }
    let version = (side - 17) / 4;
    if version < 2 {
        return None;
    }
    if version < 7 {
        let c = side - 7;
        return (x.abs_diff(c) < 3 && y.abs_diff(c) < 3)
            .then(|| x.abs_diff(c).max(y.abs_diff(c)) != 1);
    }
    let lines = alignment(version);
    let near = |v: usize| lines.iter().copied().find(|c| v.abs_diff(*c) < 3);
    let (a, b) = (near(x)?, near(y)?);
    // Those on the timing rows were answered above, apart from their outer rings.
    Some(x.abs_diff(a).max(y.abs_diff(b)) != 1)
}

impl Greys {
    /// Takes all modules. `spread` is how far around its middle a module is looked at, in modules.
    pub fn take(luma: &Luma, warp: &SamplingGrid, spread: f32) -> Self {
        let side = warp.side;
        let mut value = Vec::with_capacity(side * side);
        for y in 0..side {
            for x in 0..side {
                let f = warp.frame(vec2(x as f32 + 0.5, y as f32 + 0.5));
                let q = f.centre;
                let mut v = luma.bilinear(q.x, q.y);
                if spread > 0.0 {
                    v *= 2.0;
                    for (a, b) in [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)] {
                        let s = q + f.u * (a * spread) + f.v * (b * spread);
                        v += luma.bilinear(s.x, s.y);
                    }
                    v /= 6.0;
                }
                value.push(v);
            }
        }
        Self { side, value }
    }

    /// How well the fixed patterns are there, from -1 to 1.
    pub fn agreement(&self) -> f32 {
        let modules = self.modules(WAYS[0]);
        let (mut sum, mut n) = (0.0, 0.0);
        for (v, fixed) in modules.dark.iter().zip(fixed(self.side)) {
            if let Some(dark) = fixed {
                sum += if *dark == (*v > 0.0) { 1.0 } else { -1.0 };
                n += 1.0;
            }
        }
        sum / f32::max(n, 1.0)
    }

    pub fn modules(&self, way: Way) -> Modules {
        let sharp =
            if way.sharpen > 0.0 { self.sharpened(way.sharpen) } else { self.value.clone() };
        let threshold = if way.window == 0 {
            vec![middle(&sharp); sharp.len()]
        } else {
            windowed(&sharp, self.side, way.window)
        };
        let spread = {
            let sum: f32 = sharp.iter().zip(&threshold).map(|(v, t)| (v - t).abs()).sum();
            (sum / sharp.len() as f32).max(0.5)
        };
        let dark = sharp
            .iter()
            .zip(&threshold)
            .map(|(v, t)| ((t - v) / (1.5 * spread)).clamp(-1.0, 1.0))
            .collect();
        Modules { side: self.side, dark }
    }

    fn sharpened(&self, k: f32) -> Vec<f32> {
        let n = self.side;
        let v = &self.value;
        let mut out = Vec::with_capacity(v.len());
        for y in 0..n {
            for x in 0..n {
                let at = y * n + x;
                let left = v[if x > 0 { at - 1 } else { at }];
                let right = v[if x + 1 < n { at + 1 } else { at }];
                let up = v[if y > 0 { at - n } else { at }];
                let down = v[if y + 1 < n { at + n } else { at }];
                out.push(v[at] + k * (v[at] - (left + right + up + down) * 0.25));
            }
        }
        out
    }
}

/// The grey that parts dark from light best (Otsu's criterion), on 64 steps.
fn middle(values: &[f32]) -> f32 {
    let (low, high) = values.iter().fold((f32::MAX, f32::MIN), |(a, b), v| (a.min(*v), b.max(*v)));
    let step = ((high - low) / 64.0).max(1e-3);
    let mut count = [0.0_f32; 64];
    for v in values {
        count[(((v - low) / step) as usize).min(63)] += 1.0;
    }
    let all: f32 = count.iter().sum();
    let weight: f32 = count.iter().enumerate().map(|(i, c)| i as f32 * c).sum();
    let (mut n, mut w, mut best, mut at) = (0.0, 0.0, -1.0, 32);
    for (i, c) in count.iter().enumerate().take(63) {
        n += c;
        w += i as f32 * c;
        if n == 0.0 || n == all {
            continue;
        }
        let gap = w / n - (weight - w) / (all - n);
        let between = n * (all - n) * gap * gap;
        if between > best {
            (best, at) = (between, i);
        }
    }
    low + (at as f32 + 1.0) * step
}

/// Mean over a window around each module, by running sums.
fn windowed(v: &[f32], n: usize, half: usize) -> Vec<f32> {
    let mut sums = vec![0.0_f64; (n + 1) * (n + 1)];
    for y in 0..n {
        let mut row = 0.0;
        for x in 0..n {
            row += f64::from(v[y * n + x]);
            sums[(y + 1) * (n + 1) + x + 1] = sums[y * (n + 1) + x + 1] + row;
        }
    }
    let mut out = Vec::with_capacity(v.len());
    for y in 0..n {
        let (a, b) = (y.saturating_sub(half), (y + half + 1).min(n));
        for x in 0..n {
            let (c, d) = (x.saturating_sub(half), (x + half + 1).min(n));
            let s = sums[b * (n + 1) + d] - sums[a * (n + 1) + d] - sums[b * (n + 1) + c]
                + sums[a * (n + 1) + c];
            out.push((s / ((b - a) * (d - c)) as f64) as f32);
        }
    }
    out
}
