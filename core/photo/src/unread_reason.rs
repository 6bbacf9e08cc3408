//! Why a code that is plainly there could not be read, as the reader saw it.

use super::function_patterns::expected_dark;
use super::geometry::{Homography, Vec2, vec2};
use super::grid_fit::NearMiss;
use super::luma::Luma;

/// What was in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnreadReason {
    /// There is no sign of a code.
    NoCode,
    /// The code is out of focus or shaken.
    Blurred,
    /// Light is reflected from it.
    Glare,
    /// It is too small in the picture.
    TooSmall,
    /// The paper is folded or curled.
    Folded,
    /// A corner is covered or outside the picture.
    Partial,
    /// Its modules or finders are drawn too freely, or something lies on them.
    Stylised,
}

/// Agreement of the fixed patterns from which a grid counts as a code: chance gives about 0.2.
pub const PLAIN: f32 = 0.5;
/// Pixels a module below which a photo holds too little of a code.
const SMALL: f32 = 2.2;

/// What the nearest miss shows. Its corners and module size are in pixels of `luma`.
pub fn of(luma: &Luma, near: &NearMiss) -> UnreadReason {
    if near.module < SMALL {
        return UnreadReason::TooSmall;
    }
    let seen = Seen::take(luma, near);
    if seen.white > 0.05 {
        UnreadReason::Glare
    } else if seen.outside {
        UnreadReason::Partial
    } else if seen.grey > 0.5 {
        UnreadReason::Blurred
    } else if seen.best - seen.worst > 0.6 {
        UnreadReason::Folded
    } else {
        UnreadReason::Stylised
    }
}

struct Seen {
    /// Share of modules in squares of 5 × 5 that are all burnt out; codes have no such square.
    white: f32,
    /// Share of modules nearer to the middle grey than to black or white.
    grey: f32,
    /// Agreement of the fixed patterns in the best and in the worst quarter.
    best: f32,
    worst: f32,
    /// A corner lies outside the picture.
    outside: bool,
}

impl Seen {
    fn take(luma: &Luma, near: &NearMiss) -> Self {
        let n = near.side;
        let s = n as f32;
        let (w, h) = (luma.width as f32, luma.height as f32);
        let out = |q: &Vec2| {
            q.x < -near.module
                || q.y < -near.module
                || q.x > w + near.module
                || q.y > h + near.module
        };
        let mut seen = Self {
            white: 0.0,
            grey: 0.0,
            best: -1.0,
            worst: 1.0,
            outside: near.corners.iter().any(out),
        };
        let square = [vec2(0.0, 0.0), vec2(s, 0.0), vec2(s, s), vec2(0.0, s)];
        let Some(plane) = Homography::from_corners(square, near.corners) else { return seen };
        let look = |x: usize, y: usize| {
            let q = plane.map(vec2(x as f32 + 0.5, y as f32 + 0.5));
            luma.bilinear(q.x, q.y)
        };
        let greys: Vec<f32> = (0..n * n).map(|i| look(i % n, i / n)).collect();
        let mut sorted = greys.clone();
        sorted.sort_by(f32::total_cmp);
        let (low, high) = (sorted[sorted.len() / 20], sorted[sorted.len() * 19 / 20]);
        let middle = (low + high) * 0.5;
        let area = (n * n) as f32;
        seen.grey = greys.iter().filter(|v| (*v - middle).abs() < (high - low) * 0.25).count()
            as f32
            / area;
        let burnt =
            |x: usize, y: usize| (0..25).all(|i| greys[(y + i / 5) * n + x + i % 5] > 248.0);
        let count = (0..(n - 4) * (n - 4)).filter(|i| burnt(i % (n - 4), i / (n - 4))).count();
        seen.white = count as f32 / area;
        let mut quarter = [(0.0_f32, 0.0_f32); 4];
        for y in 0..n {
            for x in 0..n {
                if let Some(dark) = expected_dark(n, x, y) {
                    let q = &mut quarter[usize::from(2 * x >= n) + 2 * usize::from(2 * y >= n)];
                    q.0 += if dark == (greys[y * n + x] < middle) { 1.0 } else { -1.0 };
                    q.1 += 1.0;
                }
            }
        }
        for (sum, all) in quarter.iter().filter(|q| q.1 >= 12.0) {
            seen.best = seen.best.max(sum / all);
            seen.worst = seen.worst.min(sum / all);
        }
        seen
    }
}
