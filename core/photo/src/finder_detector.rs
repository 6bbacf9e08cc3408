//! Decides whether a candidate of the row scan is a finder pattern.
//!
//! Cross-checks the run lengths of the candidate's column and row, then has a frame fitted to the
//! edges around it. Must not know which finder patterns belong to one symbol.

use crate::Luma;
use crate::finder_pattern::{EdgeRays, FinderPattern};
use crate::geometry::{Vec2, vec2};
use crate::row_scan::FinderCandidate;

// Empirical; no measurement recorded.
/// Length of a cross-check scan: modules of the candidate, and pixels.
const SCAN_REACH_MODULES: f32 = 9.0;
const SCAN_REACH_PIXELS: f32 = 4.0;
/// Range of the module's height divided by its width; a steeper view is not decodable.
const ASPECT: std::ops::Range<f32> = 0.3..3.3;
/// Range of the core in modules; 3 is nominal.
const CORE: std::ops::Range<f32> = 1.5..4.6;
/// Range of the light gap and of the outer ring in modules; 1 is nominal.
const RING: std::ops::Range<f32> = 0.2..2.6;
/// At least one of the two outer rings is narrower than this many modules.
const NARROWER_RING: f32 = 1.9;
/// Least difference of grey between gap and core, of 255.
const MIN_CONTRAST: f32 = 8.0;
/// Distances from the centre, in modules, at which the core and the gap are sampled.
const CORE_SAMPLE: f32 = 0.7;
const GAP_SAMPLE: f32 = 2.1;
/// Shift of the centre, in modules, from which the rays are cast again.
const RECAST_SHIFT: f32 = 0.15;

/// Work units of [`detect`].
pub const COST: u64 = 9_000;

/// Confirms one candidate; `threshold` is the grey below which a pixel is dark.
pub fn detect(luma: &Luma, candidate: &FinderCandidate, threshold: f32) -> Option<FinderPattern> {
    let (centre, module) = cross_check(luma, candidate, threshold)?;
    let threshold = local_threshold(luma, centre, module)?;
    let rays = EdgeRays::cast(luma, centre, module, threshold)?;
    let rays = match rays.centre() {
        Some(better) if (better - centre).length() > RECAST_SHIFT * module => {
            EdgeRays::cast(luma, better, module, threshold)?
        }
        _ => rays,
    };
    rays.fit()
}

/// Looks for the same five runs in the candidate's column and row, twice; returns the centre and
/// the side of a module in pixels.
fn cross_check(luma: &Luma, candidate: &FinderCandidate, threshold: f32) -> Option<(Vec2, f32)> {
    let open = candidate.open;
    let reach = candidate.module * SCAN_REACH_MODULES + SCAN_REACH_PIXELS;
    let mut y = candidate.y;
    let mut x = candidate.x;
    let mut height = candidate.module;
    let mut width = candidate.module;
    for _ in 0..2 {
        let scan = |step: Vec2| scan_edges(luma, vec2(x, y), step, reach, threshold, open);
        let (up, down) = (scan(vec2(0.0, -1.0))?, scan(vec2(0.0, 1.0))?);
        height = module_size(&up, &down, open)?;
        y += (down[0] - up[0] + down[1] - up[1]) * 0.25;
        let scan = |step: Vec2| scan_edges(luma, vec2(x, y), step, reach, threshold, open);
        let (left, right) = (scan(vec2(-1.0, 0.0))?, scan(vec2(1.0, 0.0))?);
        width = module_size(&left, &right, open)?;
        x += (right[0] - left[0] + right[1] - left[1]) * 0.25;
    }
    let ratio = height / width;
    (ratio > ASPECT.start && ratio < ASPECT.end).then_some((vec2(x, y), (height * width).sqrt()))
}

/// Distances of the first three edges from `from` along `step`, which is one pixel in a row or a
/// column. Where `open`, the third edge may be missing; it then counts at `reach`.
fn scan_edges(
    luma: &Luma,
    from: Vec2,
    step: Vec2,
    reach: f32,
    threshold: f32,
    open: bool,
) -> Option<[f32; 3]> {
    let (w, h) = (luma.width as i32, luma.height as i32);
    let (mut x, mut y) = (from.x as i32, from.y as i32);
    let (dx, dy) = (step.x as i32, step.y as i32);
    let start = if dx != 0 { from.x - x as f32 - 0.5 } else { from.y - y as f32 - 0.5 };
    let start = start * (dx + dy) as f32;
    let mut edges = [0.0; 3];
    let mut found = 0;
    let mut previous = f32::from(*luma.data.get((y * w + x) as usize)?);
    if previous >= threshold {
        return None;
    }
    let mut n = 0;
    while (n as f32) < reach {
        x += dx;
        y += dy;
        n += 1;
        if x < 0 || y < 0 || x >= w || y >= h {
            // The border of the picture may stand for the outermost edge.
            if found == 2 {
                edges[2] = n as f32 - 0.5 - start;
                return Some(edges);
            }
            return None;
        }
        let v = f32::from(luma.data[(y * w + x) as usize]);
        if (v < threshold) != (previous < threshold) {
            let part = if (v - previous).abs() < 0.5 {
                0.5
            } else {
                (threshold - previous) / (v - previous)
            };
            edges[found] = n as f32 - 1.0 + part - start;
            found += 1;
            if found == 3 {
                return Some(edges);
            }
        }
        previous = v;
    }
    edges[2] = reach;
    (open && found == 2).then_some(edges)
}

/// Side of a module from the edges on both sides of the centre; `None` where they do not fit
/// 1:1:3:1:1. Where `open`, the outer runs may be longer.
fn module_size(a: &[f32; 3], b: &[f32; 3], open: bool) -> Option<f32> {
    let m = (a[1] + b[1]) / 5.0;
    let core = a[0] + b[0];
    let ring = [a[2] - a[1], b[2] - b[1]];
    let gap = [a[1] - a[0], b[1] - b[0]];
    let fits = core > CORE.start * m
        && core < CORE.end * m
        && gap.iter().all(|v| *v > RING.start * m && *v < RING.end * m)
        && ring.iter().all(|v| *v > RING.start * m && (open || *v < RING.end * m))
        && (open || ring.iter().any(|v| *v < NARROWER_RING * m));
    fits.then_some(m)
}

/// The grey halfway between the core and the gap around it; `None` without contrast.
fn local_threshold(luma: &Luma, centre: Vec2, module: f32) -> Option<f32> {
    let mut dark = luma.bilinear(centre.x, centre.y);
    let mut light = 0.0_f32;
    for i in 0..8 {
        let (sin, cos) = (i as f32 * std::f32::consts::FRAC_PI_4).sin_cos();
        dark = dark.min(luma.bilinear(
            centre.x + CORE_SAMPLE * module * cos,
            centre.y + CORE_SAMPLE * module * sin,
        ));
        light += luma
            .bilinear(centre.x + GAP_SAMPLE * module * cos, centre.y + GAP_SAMPLE * module * sin)
            / 8.0;
    }
    (light - dark > MIN_CONTRAST).then_some((light + dark) * 0.5)
}
