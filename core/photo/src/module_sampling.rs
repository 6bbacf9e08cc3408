//! Pixels to modules: takes the grey of each module and decides dark or light, and how surely.
//!
//! Several ways of deciding, from plain to sharpened; the caller tries them in turn. Knows the
//! fixed patterns of a code, which show whether a grid lies right before any text is read.

use super::Luma;
use super::function_patterns;
use super::geometry::vec2;
use super::module_grid::ModuleGrid;
use super::sampling_grid::SamplingGrid;

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
        for (v, fixed) in modules.darkness.iter().zip(function_patterns::all(self.side)) {
            if let Some(dark) = fixed {
                sum += if *dark == (*v > 0.0) { 1.0 } else { -1.0 };
                n += 1.0;
            }
        }
        sum / f32::max(n, 1.0)
    }

    pub fn modules(&self, way: Way) -> ModuleGrid {
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
        ModuleGrid { side: self.side, darkness: dark }
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
