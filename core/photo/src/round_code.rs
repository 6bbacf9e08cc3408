//! Recognises round WeChat mini-program and Douyin codes, which no QR reader can decode, by shape.
//!
//! Both have three round finder patterns. Between these lie marks along rays (mini program) or
//! along rings (Douyin). In a square code marks are as long in one direction as in the other, so
//! the ratio of the two lengths distinguishes all three. Must not decode.

use crate::Luma;
use crate::finder_triple::FinderTriple;
use crate::geometry::{AffineFrame, Vec2};
use std::f32::consts::TAU;
use yanka_types::Point;

/// The platform whose round code it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoundCodeFamily {
    /// Rays of dots around the middle: a WeChat mini program.
    MiniProgram,
    /// Rings of arcs around the middle: Douyin.
    Douyin,
}

/// A round code in the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoundCode {
    /// The platform it looks like.
    pub family: RoundCodeFamily,
    /// Corners of the square around it, clockwise from the upper left, in pixels of the upright
    /// picture at full size.
    pub corners: [Point; 4],
}

// Empirical; no measurement recorded. Radii count in half the distance between two finder patterns.
/// Radii that are sampled: outside the logo in the middle and inside the border.
const RADII: [f32; 2] = [0.95, 1.45];
const RADIUS_STEPS: usize = 24;
/// Degrees sampled on either side of up, down, left and right, where no finder pattern lies.
const HALF_SECTOR: usize = 25;
const ANGLES: usize = 2 * HALF_SECTOR + 1;
/// Largest cosine between the two sides of the triple, and largest ratio of their lengths. Three of
/// the four finder patterns of two codes side by side exceed them.
const MAX_COSINE: f32 = 0.5;
const MAX_SIDE_RATIO: f32 = 1.9;
/// A sector with fewer mark beginnings counts as empty; glare may hide one sector.
const MIN_SECTOR_MARKS: u32 = RADIUS_STEPS as u32 / 2;
const MAX_EMPTY_SECTORS: u32 = 1;
/// Range of the share of marks in all samples.
const MARK_SHARE: std::ops::Range<f32> = 0.06..0.7;
/// Beginnings of marks along the angle divided by those along the radius: above the first value for
/// a mini program, below the second for Douyin.
const MIN_RATIO_MINI_PROGRAM: f32 = 1.5;
const MAX_RATIO_DOUYIN: f32 = 0.75;
/// Radius of the whole code.
const REACH_MINI_PROGRAM: f32 = 1.6;
const REACH_DOUYIN: f32 = 1.85;
/// Half size of the window whose lightest sample a mark is compared with: radius steps, degrees.
const WINDOW_RADII: usize = 3;
const WINDOW_ANGLES: usize = 7;
/// A mark is darker than this share of the lightest sample, and by more than this many greys.
const MARK_LEVEL: f32 = 0.75;
const MARK_CONTRAST: f32 = 18.0;

/// Work units of [`classify`].
pub const COST: u64 = (RADIUS_STEPS * ANGLES * 4) as u64 * 60;

/// One value for each radius and angle of a sector.
type Sector<T> = [[T; ANGLES]; RADIUS_STEPS];

/// The family and the corners in pixels of `luma`; `None` where the triple is no round code.
pub fn classify(luma: &Luma, triple: &FinderTriple) -> Option<(RoundCodeFamily, [Vec2; 4])> {
    let [corner, right, below] = triple.centres();
    let u = (right - corner) * 0.5;
    let v = (below - corner) * 0.5;
    let frame = AffineFrame { centre: (right + below) * 0.5, u, v };
    let (width, height) = (u.length(), v.length());
    if u.dot(v).abs() > MAX_COSINE * width * height
        || width > MAX_SIDE_RATIO * height
        || height > MAX_SIDE_RATIO * width
    {
        return None;
    }
    let (mut dark, mut along_radius, mut along_angle, mut empty_sectors) = (0, 0, 0, 0);
    for quarter in 0..4 {
        let marks = marks(&sample_sector(luma, &frame, quarter));
        let mut beginnings = 0;
        for y in 0..RADIUS_STEPS {
            for x in 0..ANGLES {
                if !marks[y][x] {
                    continue;
                }
                dark += 1;
                // A mark begins where the sample before it is light.
                along_radius += u32::from(y > 0 && !marks[y - 1][x]);
                beginnings += u32::from(x > 0 && !marks[y][x - 1]);
            }
        }
        empty_sectors += u32::from(beginnings < MIN_SECTOR_MARKS);
        along_angle += beginnings;
    }
    let share = dark as f32 / (4 * RADIUS_STEPS * ANGLES) as f32;
    if empty_sectors > MAX_EMPTY_SECTORS || !MARK_SHARE.contains(&share) || along_radius == 0 {
        return None;
    }
    // Many beginnings along a direction mean short marks along it.
    let ratio = along_angle as f32 / along_radius as f32;
    let (family, reach) = if ratio > MIN_RATIO_MINI_PROGRAM {
        (RoundCodeFamily::MiniProgram, REACH_MINI_PROGRAM)
    } else if ratio < MAX_RATIO_DOUYIN {
        (RoundCodeFamily::Douyin, REACH_DOUYIN)
    } else {
        return None;
    };
    let corners = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
        .map(|(a, b)| frame.point(a * reach, b * reach));
    Some((family, corners))
}

/// Greys by radius and angle on one side of the middle.
fn sample_sector(luma: &Luma, frame: &AffineFrame, quarter: usize) -> Sector<f32> {
    std::array::from_fn(|y| {
        let r = RADII[0] + (RADII[1] - RADII[0]) * y as f32 / (RADIUS_STEPS - 1) as f32;
        std::array::from_fn(|x| {
            let degrees = (quarter * 90 + x) as f32 - HALF_SECTOR as f32;
            let (sin, cos) = (degrees / 360.0 * TAU).sin_cos();
            let q = frame.point(cos * r, sin * r);
            luma.bilinear(q.x, q.y)
        })
    })
}

/// Where a sample is darker than the lightest one around it; a shadow or glare changes both.
fn marks(greys: &Sector<f32>) -> Sector<bool> {
    let mut row_maxima = [[0.0_f32; ANGLES]; RADIUS_STEPS];
    for (row, maxima) in greys.iter().zip(&mut row_maxima) {
        for (x, maximum) in maxima.iter_mut().enumerate() {
            let (from, to) = (x.saturating_sub(WINDOW_ANGLES), (x + WINDOW_ANGLES + 1).min(ANGLES));
            *maximum = row[from..to].iter().copied().fold(0.0, f32::max);
        }
    }
    std::array::from_fn(|y| {
        let (from, to) = (y.saturating_sub(WINDOW_RADII), (y + WINDOW_RADII + 1).min(RADIUS_STEPS));
        std::array::from_fn(|x| {
            let light = row_maxima[from..to].iter().map(|t| t[x]).fold(0.0, f32::max);
            greys[y][x] < light * MARK_LEVEL && light - greys[y][x] > MARK_CONTRAST
        })
    })
}
