//! Proposes sampling grids for three finder patterns: the sizes of the symbol, and for each size
//! homographies with different lower right corners, most likely first.
//!
//! Must not decode: timing and alignment patterns alone decide the order.

use crate::Luma;
use crate::alignment_pattern;
use crate::budget::{Budget, SAMPLE_COST};
use crate::finder_triple::FinderTriple;
use crate::function_patterns::{MAX_VERSION, symbol_side};
use crate::geometry::{Homography, Vec2, vec2};

/// Modules from a corner of the symbol to the centre of a finder pattern, and of the alignment
/// pattern nearest to the lower right corner (ISO/IEC 18004, 6.3).
const FINDER_CENTRE: f32 = 3.5;
const ALIGNMENT_CENTRE: f32 = 6.5;
/// Version 1 has no alignment pattern.
const SIDE_OF_VERSION_1: usize = 21;

// Empirical; no measurement recorded.
/// Largest |ln| of the ratio between a size and the estimated one: constant, per |ln| of the ratio
/// between the triple's width and height, and at least so many modules.
const SIZE_TOLERANCE: f32 = 0.1;
const SIZE_TOLERANCE_PER_SKEW: f32 = 0.12;
const MIN_SIZE_TOLERANCE_MODULES: f32 = 6.0;
/// Score lost for each unit of |ln| between a size and the estimated one.
const SIZE_PENALTY: f32 = 0.8;
/// Score of the size that the version information declares: more than the timing patterns can give.
const DECLARED_VERSION_BONUS: f32 = 3.0;
/// Most sizes to propose.
const MAX_SIZES: usize = 4;
/// Weights of a finder centre and of a finder corner in a fit; of a corner where an alignment
/// pattern is known, and where the fourth corner is that of a parallelogram.
const CENTRE_WEIGHT: f32 = 4.0;
const CORNER_WEIGHT: f32 = 1.0;
const CORNER_WEIGHT_WITH_ALIGNMENT: f32 = 0.3;
const CORNER_WEIGHT_OF_PARALLELOGRAM: f32 = 0.02;
/// Weight of the parallelogram that regularises every fit: small finder patterns determine the
/// perspective badly.
const PARALLELOGRAM_WEIGHT: f32 = 0.02;
/// Weights of an alignment pattern, and of a parallelogram's fourth corner.
const ALIGNMENT_WEIGHT: f32 = 6.0;
const FOURTH_CORNER_WEIGHT: f32 = 1.0;
/// How far around its expected place an alignment pattern is searched for, in modules: constant,
/// and per module of the side.
const ALIGNMENT_REACH: f32 = 2.0;
const ALIGNMENT_REACH_PER_MODULE: f32 = 0.05;
/// Least score of an alignment pattern, and least distance between two of them in modules.
const MIN_ALIGNMENT_SCORE: f32 = 0.45;
const MIN_ALIGNMENT_DISTANCE: f32 = 0.6;
/// Most homographies with an alignment pattern, and most without exhaustive search.
const MAX_ALIGNED: usize = 3;
const MAX_QUICK: usize = 2;

/// A size in modules and the homography from modules to pixels.
#[derive(Clone, Copy)]
pub struct GridCandidate {
    pub side: usize,
    pub homography: Homography,
}

/// Sizes near the estimated one, by the contrast of their timing patterns.
pub fn sizes(luma: &Luma, triple: &FinderTriple, budget: &mut Budget<'_>) -> Vec<GridCandidate> {
    let estimate = triple.estimated_side();
    let mut out: Vec<(f32, GridCandidate)> = Vec::new();
    let skew = (triple.width / triple.height).ln().abs();
    let tolerance = SIZE_TOLERANCE + SIZE_TOLERANCE_PER_SKEW * skew;
    for version in 1..=MAX_VERSION {
        let side = symbol_side(version);
        let error = (side as f32 / estimate).ln().abs();
        let declared = triple.version == Some(version);
        if error > tolerance.max(MIN_SIZE_TOLERANCE_MODULES / estimate) && !declared {
            continue;
        }
        let Some(homography) = fit(triple, side, None, CORNER_WEIGHT) else { continue };
        budget.spend(side as u64 * 8 * SAMPLE_COST);
        let score = timing_score(luma, side, &homography) - error * SIZE_PENALTY
            + if declared { DECLARED_VERSION_BONUS } else { 0.0 };
        out.push((score, GridCandidate { side, homography }));
    }
    out.sort_by(|a, b| b.0.total_cmp(&a.0));
    out.truncate(MAX_SIZES);
    out.into_iter().map(|(_, candidate)| candidate).collect()
}

/// Homographies for `candidate` with different lower right corners: through alignment patterns,
/// then without one. Without `exhaustive`, at most two.
pub fn homographies(
    luma: &Luma,
    candidate: GridCandidate,
    triple: &FinderTriple,
    exhaustive: bool,
    budget: &mut Budget<'_>,
) -> Vec<Homography> {
    let mut out = aligned(luma, candidate, triple, budget);
    if !exhaustive {
        out.truncate(1);
    }
    let side = candidate.side;
    if exhaustive || out.is_empty() {
        out.push(candidate.homography);
        // Without the perspective of the finder patterns themselves.
        let far = side as f32 - FINDER_CENTRE;
        let corner = (vec2(far, far), fourth_corner(triple), FOURTH_CORNER_WEIGHT);
        out.extend(fit(triple, side, Some(corner), CORNER_WEIGHT_OF_PARALLELOGRAM));
    }
    if out.len() > 1 && !exhaustive {
        out.truncate(MAX_QUICK);
    }
    out
}

/// Homographies through what looks like the alignment pattern of the lower right corner.
fn aligned(
    luma: &Luma,
    GridCandidate { side, homography }: GridCandidate,
    triple: &FinderTriple,
    budget: &mut Budget<'_>,
) -> Vec<Homography> {
    if side <= SIDE_OF_VERSION_1 {
        return Vec::new();
    }
    let n = side as f32;
    let centre = vec2(n - ALIGNMENT_CENTRE, n - ALIGNMENT_CENTRE);
    let [a, b, c] = triple.centres();
    // The pattern's place in the parallelogram of the finder centres.
    let share = (n - ALIGNMENT_CENTRE - FINDER_CENTRE) / (n - 2.0 * FINDER_CENTRE);
    let in_parallelogram = a + (b + c - a - a) * share;
    let frame = homography.local_frame(centre);
    let reach = ALIGNMENT_REACH + n * ALIGNMENT_REACH_PER_MODULE;
    let mut matches = Vec::new();
    for expected in [homography.map(centre), in_parallelogram] {
        matches.extend(alignment_pattern::find(luma, &frame, expected, reach, budget));
    }
    matches.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut out: Vec<(Vec2, Homography)> = Vec::new();
    for found in matches {
        let is_new = out.iter().all(|(other, _)| {
            (*other - found.centre).length() > triple.frames[0].u.length() * MIN_ALIGNMENT_DISTANCE
        });
        if is_new
            && found.score > MIN_ALIGNMENT_SCORE
            && out.len() < MAX_ALIGNED
            && let Some(homography) = fit(
                triple,
                side,
                Some((centre, found.centre, ALIGNMENT_WEIGHT)),
                CORNER_WEIGHT_WITH_ALIGNMENT,
            )
        {
            out.push((found.centre, homography));
        }
    }
    out.into_iter().map(|(_, homography)| homography).collect()
}

/// The homography through the centres and corners of three finder patterns, and a fourth
/// correspondence where one is known.
fn fit(
    triple: &FinderTriple,
    side: usize,
    fourth: Option<(Vec2, Vec2, f32)>,
    corner_weight: f32,
) -> Option<Homography> {
    let far = side as f32 - FINDER_CENTRE;
    let centres =
        [vec2(FINDER_CENTRE, FINDER_CENTRE), vec2(far, FINDER_CENTRE), vec2(FINDER_CENTRE, far)];
    let mut correspondences = Vec::with_capacity(17);
    for (m, f) in centres.iter().zip(&triple.frames) {
        correspondences.push((*m, f.centre, CENTRE_WEIGHT));
        for (a, b) in [(-3.5, -3.5), (3.5, -3.5), (3.5, 3.5), (-3.5, 3.5)] {
            correspondences.push((*m + vec2(a, b), f.point(a, b), corner_weight));
        }
    }
    correspondences.push((vec2(far, far), fourth_corner(triple), PARALLELOGRAM_WEIGHT));
    correspondences.extend(fourth);
    Homography::fit(&correspondences)
}

/// The pixel that completes the three finder centres to a parallelogram.
fn fourth_corner(triple: &FinderTriple) -> Vec2 {
    let [a, b, c] = triple.centres();
    b + c - a
}

/// How well the two timing patterns alternate, -1 to 1.
fn timing_score(luma: &Luma, side: usize, homography: &Homography) -> f32 {
    let mut sum = 0.0;
    for vertical in [false, true] {
        let grey = |i: usize| {
            let (x, y) = (i as f32 + 0.5, 6.5);
            let q = homography.map(if vertical { vec2(y, x) } else { vec2(x, y) });
            luma.bilinear(q.x, q.y)
        };
        let values: Vec<f32> = (6..side - 6).map(grey).collect();
        let (mut score, mut total) = (0.0, 1e-3);
        for (i, w) in values.windows(3).enumerate() {
            let off = (w[0] + w[2]) * 0.5 - w[1];
            // The first value is dark, so the middle of the first window is light.
            score += if i % 2 == 0 { -off } else { off };
            total += off.abs();
        }
        sum += score / total;
    }
    sum * 0.5
}
