//! Samples the grey of each module and decides dark or light, with a confidence.
//!
//! Offers several module binarizers, which the caller tries in turn, and compares the result with
//! the function patterns: their agreement shows whether a grid lies right before it is decoded.

use crate::Luma;
use crate::function_patterns;
use crate::geometry::vec2;
use crate::module_grid::ModuleGrid;
use crate::sampling_grid::SamplingGrid;

/// How the grey of a module becomes dark or light.
#[derive(Clone, Copy, Debug)]
pub struct ModuleBinarizer {
    /// Strength of the unsharp mask over the four neighbours, against blur; 0 for none.
    sharpening: f32,
    /// Half width in modules of the window whose mean is the threshold; 0 for one threshold over
    /// the whole symbol (Otsu's method).
    window: usize,
}

/// All module binarizers, by how often they succeed. Empirical; no measurement recorded.
pub const MODULE_BINARIZERS: [ModuleBinarizer; 6] = [
    ModuleBinarizer { sharpening: 0.0, window: 4 },
    ModuleBinarizer { sharpening: 0.0, window: 0 },
    ModuleBinarizer { sharpening: 0.6, window: 4 },
    ModuleBinarizer { sharpening: 0.3, window: 2 },
    ModuleBinarizer { sharpening: 1.2, window: 6 },
    ModuleBinarizer { sharpening: 0.3, window: 8 },
];

// Empirical; no measurement recorded.
/// Deviation from the threshold, in mean deviations, that counts as certain.
const CERTAIN_DEVIATION: f32 = 1.5;
/// Least mean deviation, in greys of 255.
const MIN_DEVIATION: f32 = 0.5;
/// Bins of the histogram for Otsu's method.
const OTSU_BINS: usize = 64;

/// The grey of every module, row-major.
pub struct SampledModules {
    side: usize,
    greys: Vec<f32>,
}

impl SampledModules {
    /// Samples the centre of each module and, where `spread` is not 0, four points that many
    /// modules to the sides of it.
    pub fn sample(luma: &Luma, grid: &SamplingGrid, spread: f32) -> Self {
        let side = grid.side;
        let mut greys = Vec::with_capacity(side * side);
        for y in 0..side {
            for x in 0..side {
                let f = grid.local_frame(vec2(x as f32 + 0.5, y as f32 + 0.5));
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
                greys.push(v);
            }
        }
        Self { side, greys }
    }

    /// Agreement with the function patterns, from -1 (all modules wrong) to 1 (all right).
    pub fn function_pattern_agreement(&self) -> f32 {
        let modules = self.binarize(MODULE_BINARIZERS[0]);
        let (mut sum, mut n) = (0.0, 0.0);
        for (v, expected) in modules.darkness.iter().zip(function_patterns::all(self.side)) {
            if let Some(dark) = expected {
                sum += if *dark == (*v > 0.0) { 1.0 } else { -1.0 };
                n += 1.0;
            }
        }
        sum / f32::max(n, 1.0)
    }

    pub fn binarize(&self, binarizer: ModuleBinarizer) -> ModuleGrid {
        let greys = if binarizer.sharpening > 0.0 {
            self.sharpened(binarizer.sharpening)
        } else {
            self.greys.clone()
        };
        let thresholds = if binarizer.window == 0 {
            vec![otsu_threshold(&greys); greys.len()]
        } else {
            window_means(&greys, self.side, binarizer.window)
        };
        let deviation = {
            let sum: f32 = greys.iter().zip(&thresholds).map(|(v, t)| (v - t).abs()).sum();
            (sum / greys.len() as f32).max(MIN_DEVIATION)
        };
        let darkness = greys
            .iter()
            .zip(&thresholds)
            .map(|(v, t)| ((t - v) / (CERTAIN_DEVIATION * deviation)).clamp(-1.0, 1.0))
            .collect();
        ModuleGrid { side: self.side, darkness }
    }

    fn sharpened(&self, strength: f32) -> Vec<f32> {
        let n = self.side;
        let v = &self.greys;
        let mut out = Vec::with_capacity(v.len());
        for y in 0..n {
            for x in 0..n {
                let i = y * n + x;
                let left = v[if x > 0 { i - 1 } else { i }];
                let right = v[if x + 1 < n { i + 1 } else { i }];
                let above = v[if y > 0 { i - n } else { i }];
                let below = v[if y + 1 < n { i + n } else { i }];
                out.push(v[i] + strength * (v[i] - (left + right + above + below) * 0.25));
            }
        }
        out
    }
}

/// The threshold with the largest variance between dark and light (Otsu, 1979).
fn otsu_threshold(values: &[f32]) -> f32 {
    let (low, high) = values.iter().fold((f32::MAX, f32::MIN), |(a, b), v| (a.min(*v), b.max(*v)));
    let step = ((high - low) / OTSU_BINS as f32).max(1e-3);
    let mut histogram = [0.0_f32; OTSU_BINS];
    for v in values {
        histogram[(((v - low) / step) as usize).min(OTSU_BINS - 1)] += 1.0;
    }
    let total: f32 = histogram.iter().sum();
    let total_weight: f32 = histogram.iter().enumerate().map(|(i, c)| i as f32 * c).sum();
    let (mut n, mut weight, mut best_variance, mut best) = (0.0, 0.0, -1.0, OTSU_BINS / 2);
    for (i, c) in histogram.iter().enumerate().take(OTSU_BINS - 1) {
        n += c;
        weight += i as f32 * c;
        if n == 0.0 || n == total {
            continue;
        }
        let difference = weight / n - (total_weight - weight) / (total - n);
        let variance = n * (total - n) * difference * difference;
        if variance > best_variance {
            (best_variance, best) = (variance, i);
        }
    }
    low + (best as f32 + 1.0) * step
}

/// Mean over a window around each module, by a summed-area table.
fn window_means(v: &[f32], n: usize, radius: usize) -> Vec<f32> {
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
        let (top, bottom) = (y.saturating_sub(radius), (y + radius + 1).min(n));
        for x in 0..n {
            let (left, right) = (x.saturating_sub(radius), (x + radius + 1).min(n));
            let sum = sums[bottom * (n + 1) + right]
                - sums[top * (n + 1) + right]
                - sums[bottom * (n + 1) + left]
                + sums[top * (n + 1) + left];
            out.push((sum / ((bottom - top) * (right - left)) as f64) as f32);
        }
    }
    out
}
