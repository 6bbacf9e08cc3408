//! Searches for alignment patterns (5 × 5 modules, ISO/IEC 18004, 6.3.6) around an expected place.

use crate::Luma;
use crate::budget::{Budget, SAMPLE_COST};
use crate::geometry::{AffineFrame, Vec2};

// Empirical; no measurement recorded.
/// Steps a module of the coarse search.
const COARSE_STEPS: f32 = 2.0;
/// Steps of the fine searches, in modules.
const FINE_STEPS: [f32; 2] = [0.25, 0.12];
/// Least score of a coarse match.
const MIN_SCORE: f32 = 0.3;
/// Least range of greys to relate the contrast to, of 255.
const MIN_RANGE: f32 = 12.0;
/// Least distance between two matches, in modules.
const MIN_DISTANCE: f32 = 1.5;
/// Most matches to return.
const MAX_MATCHES: usize = 3;

/// What looks like an alignment pattern.
#[derive(Clone, Copy, Debug)]
pub struct AlignmentMatch {
    pub centre: Vec2,
    /// Contrast between its light ring and its dark modules: 1 for a perfect pattern, -1 for the
    /// negative of one.
    pub score: f32,
}

/// The best matches within `reach` modules of `expected`, best first. `frame` gives the size of a
/// module.
pub fn find(
    luma: &Luma,
    frame: &AffineFrame,
    expected: Vec2,
    reach: f32,
    budget: &mut Budget<'_>,
) -> Vec<AlignmentMatch> {
    let steps = (reach * COARSE_STEPS) as i32;
    let width = (2 * steps + 1) as u64;
    if !budget.spend(width * width * 25 * SAMPLE_COST) {
        return Vec::new();
    }
    let step = 1.0 / COARSE_STEPS;
    let mut coarse = Vec::new();
    for b in -steps..=steps {
        for a in -steps..=steps {
            let centre = expected + frame.u * (a as f32 * step) + frame.v * (b as f32 * step);
            let score = score(luma, frame, centre);
            if score > MIN_SCORE {
                coarse.push(AlignmentMatch { centre, score });
            }
        }
    }
    coarse.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut out: Vec<AlignmentMatch> = Vec::new();
    for found in coarse {
        let is_same = |o: &AlignmentMatch| {
            (o.centre - found.centre).length() < MIN_DISTANCE * frame.u.length()
        };
        if out.iter().any(is_same) {
            continue;
        }
        out.push(refined(luma, frame, found));
        if out.len() == MAX_MATCHES {
            break;
        }
    }
    out
}

/// The best match in a neighbourhood of `found`.
fn refined(luma: &Luma, frame: &AffineFrame, found: AlignmentMatch) -> AlignmentMatch {
    let mut best = found;
    for step in FINE_STEPS {
        let around = best.centre;
        for b in -1..=1 {
            for a in -1..=1 {
                let centre = around + frame.u * (a as f32 * step) + frame.v * (b as f32 * step);
                let score = score(luma, frame, centre);
                if score > best.score {
                    best = AlignmentMatch { centre, score };
                }
            }
        }
    }
    best
}

fn score(luma: &Luma, frame: &AffineFrame, centre: Vec2) -> f32 {
    let (mut dark, mut light) = (0.0, 0.0);
    let (mut low, mut high) = (255.0_f32, 0.0_f32);
    for b in -2..=2_i32 {
        for a in -2..=2_i32 {
            let q = centre + frame.u * a as f32 + frame.v * b as f32;
            let v = luma.bilinear(q.x, q.y);
            low = low.min(v);
            high = high.max(v);
            // The ring of 8 modules is light, the other 17 are dark.
            if a.abs().max(b.abs()) == 1 { light += v / 8.0 } else { dark += v / 17.0 }
        }
    }
    (light - dark) / (high - low).max(MIN_RANGE)
}
