//! Decides why a visible code was not read, from the best grid that failed to decode.

use crate::function_patterns::expected_dark;
use crate::geometry::{Homography, square_corners, vec2};
use crate::grid_fit::NearMiss;
use crate::luma::Luma;

/// Why a code was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnreadReason {
    /// Nothing in the picture looks like a code.
    NoCode,
    /// The code is out of focus, or the camera moved.
    Blurred,
    /// Light is reflected from it.
    Glare,
    /// It is too small in the picture.
    TooSmall,
    /// The paper is folded or curled.
    Folded,
    /// A corner is covered or outside the picture.
    Partial,
    /// Its modules or finder patterns are drawn too freely, or something covers them.
    Stylised,
}

// Empirical; no measurement recorded.
/// Agreement with the function patterns from which a grid counts as a code; chance gives about 0.2.
pub const MIN_CODE_AGREEMENT: f32 = 0.5;
/// Pixels a module below which a photo resolves too little of a code.
const MIN_MODULE: f32 = 2.2;
/// Share of overexposed modules above which the reason is glare.
const MAX_GLARE: f32 = 0.05;
/// Grey of 255 above which a module counts as overexposed, and the side of the square of such
/// modules that no code contains.
const OVEREXPOSED: f32 = 248.0;
const GLARE_SQUARE: usize = 5;
/// Share of grey modules above which the reason is blur.
const MAX_GREY_SHARE: f32 = 0.5;
/// A module is grey within this share of the contrast around the middle grey.
const GREY_RANGE: f32 = 0.25;
/// Difference of agreement between two quarters above which the paper counts as folded.
const MAX_AGREEMENT_DIFFERENCE: f32 = 0.6;
/// Least modules of function patterns in a quarter to compare.
const MIN_QUARTER_MODULES: f32 = 12.0;
/// The darkest and the lightest 1/20 of the modules do not count for the contrast.
const OUTLIER_DIVISOR: usize = 20;

/// The reason that `near_miss` shows. Its corners and module size are in pixels of `luma`.
pub fn diagnose(luma: &Luma, near_miss: &NearMiss) -> UnreadReason {
    if near_miss.module < MIN_MODULE {
        return UnreadReason::TooSmall;
    }
    let evidence = Evidence::measure(luma, near_miss);
    if evidence.glare > MAX_GLARE {
        UnreadReason::Glare
    } else if evidence.outside {
        UnreadReason::Partial
    } else if evidence.grey > MAX_GREY_SHARE {
        UnreadReason::Blurred
    } else if evidence.best_quarter - evidence.worst_quarter > MAX_AGREEMENT_DIFFERENCE {
        UnreadReason::Folded
    } else {
        UnreadReason::Stylised
    }
}

struct Evidence {
    /// Overexposed squares of 5 × 5 modules, as a share of all modules.
    glare: f32,
    /// Share of modules nearer to the middle grey than to black or white.
    grey: f32,
    /// Agreement with the function patterns in the best and in the worst quarter, -1 to 1.
    best_quarter: f32,
    worst_quarter: f32,
    /// A corner lies outside the picture by more than a module.
    outside: bool,
}

impl Evidence {
    fn measure(luma: &Luma, near_miss: &NearMiss) -> Self {
        let side = near_miss.side;
        let module = near_miss.module;
        let (w, h) = (luma.width as f32, luma.height as f32);
        let outside = near_miss
            .corners
            .iter()
            .any(|q| q.x < -module || q.y < -module || q.x > w + module || q.y > h + module);
        let mut evidence =
            Self { glare: 0.0, grey: 0.0, best_quarter: -1.0, worst_quarter: 1.0, outside };
        let square = square_corners(side as f32);
        let Some(homography) = Homography::from_corners(square, near_miss.corners) else {
            return evidence;
        };
        let grey_at = |x: usize, y: usize| {
            let q = homography.map(vec2(x as f32 + 0.5, y as f32 + 0.5));
            luma.bilinear(q.x, q.y)
        };
        let greys: Vec<f32> = (0..side * side).map(|i| grey_at(i % side, i / side)).collect();
        let mut sorted = greys.clone();
        sorted.sort_by(f32::total_cmp);
        let low = sorted[sorted.len() / OUTLIER_DIVISOR];
        let high = sorted[sorted.len() * (OUTLIER_DIVISOR - 1) / OUTLIER_DIVISOR];
        let middle = (low + high) * 0.5;
        let is_grey = |v: &&f32| (**v - middle).abs() < (high - low) * GREY_RANGE;
        evidence.grey = greys.iter().filter(is_grey).count() as f32 / (side * side) as f32;
        evidence.glare = glare(&greys, side);
        for agreement in quarter_agreements(&greys, side, middle) {
            evidence.best_quarter = evidence.best_quarter.max(agreement);
            evidence.worst_quarter = evidence.worst_quarter.min(agreement);
        }
        evidence
    }
}

/// Overexposed squares, as a share of all modules.
fn glare(greys: &[f32], side: usize) -> f32 {
    const N: usize = GLARE_SQUARE;
    let positions = side - (N - 1);
    let is_overexposed = |x: usize, y: usize| {
        (0..N * N).all(|i| greys[(y + i / N) * side + x + i % N] > OVEREXPOSED)
    };
    let count =
        (0..positions * positions).filter(|i| is_overexposed(i % positions, i / positions)).count();
    count as f32 / (side * side) as f32
}

/// Agreement with the function patterns in each quarter that holds enough of them.
fn quarter_agreements(greys: &[f32], side: usize, threshold: f32) -> impl Iterator<Item = f32> {
    let mut quarters = [(0.0_f32, 0.0_f32); 4];
    for y in 0..side {
        for x in 0..side {
            if let Some(dark) = expected_dark(side, x, y) {
                let i = usize::from(2 * x >= side) + 2 * usize::from(2 * y >= side);
                let (sum, n) = &mut quarters[i];
                *sum += if dark == (greys[y * side + x] < threshold) { 1.0 } else { -1.0 };
                *n += 1.0;
            }
        }
    }
    quarters.into_iter().filter(|(_, n)| *n >= MIN_QUARTER_MODULES).map(|(sum, n)| sum / n)
}
