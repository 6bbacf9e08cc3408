//! Recognises round mini-program and Douyin codes, which no QR reader can read, by their shape.
//!
//! Both have three ring finders like a QR code's; between them lie marks on rays or on rings. In a
//! square code marks are as long one way as the other, so the two lengths tell all three apart.

use super::Luma;
use super::finder_triple::FinderTriple;
use super::geometry::{AffineFrame, Vec2};
use std::f32::consts::TAU;
use yanka_types::Point;

/// Whose round code it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoundCodeFamily {
    /// Rays of dots around a middle: a WeChat mini program.
    MiniProgram,
    /// Rings of arcs around a middle: Douyin.
    Douyin,
}

/// A round code in the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoundCode {
    /// Whose it looks like.
    pub family: RoundCodeFamily,
    /// Corners of the square around it, clockwise from the upper left, in pixels of the upright
    /// picture at full size.
    pub corners: [Point; 4],
}

/// Radii that are looked at, counted in half the way from finder to finder: outside the picture in
/// the middle and inside the rim.
const RADII: [f32; 2] = [0.95, 1.45];
const STEPS: usize = 24;
/// Degrees on either side of up, down, left and right; the finders lie in between.
const WIDE: usize = 25;
const ANGLES: usize = 2 * WIDE + 1;

/// Something at each radius and angle on one side.
type Polar<T> = [[T; ANGLES]; STEPS];

/// Units of work that one look costs.
pub const COST: u64 = (STEPS * ANGLES * 4) as u64 * 60;

/// The family and the corners in pixels of `luma`; `None` where three finders are no round code.
pub fn look(luma: &Luma, triple: &FinderTriple) -> Option<(RoundCodeFamily, [Vec2; 4])> {
    let [first, right, low] = triple.frames.map(|f| f.centre);
    let across = (right - first) * 0.5;
    let down = (low - first) * 0.5;
    let frame = AffineFrame { centre: (right + low) * 0.5, u: across, v: down };
    // Three of the four finders of two codes side by side make a leaning frame.
    let (wide, tall) = (across.length(), down.length());
    if across.dot(down).abs() > 0.5 * wide * tall || wide > 1.9 * tall || tall > 1.9 * wide {
        return None;
    }
    let (mut dark, mut rays, mut rings, mut empty) = (0, 0, 0, 0);
    for quarter in 0..4 {
        let part = marks(&sector(luma, &frame, quarter));
        let (mut here, mut begun) = (0, 0);
        for y in 0..STEPS {
            for x in 0..ANGLES {
                if !part[y][x] {
                    continue;
                }
                here += 1;
                // A mark begins where the place before it is light.
                rays += u32::from(y > 0 && !part[y - 1][x]);
                begun += u32::from(x > 0 && !part[y][x - 1]);
            }
        }
        // Something of the code lies on each of its four sides; a glare may hide one.
        empty += u32::from(begun < STEPS as u32 / 2);
        dark += here;
        rings += begun;
    }
    let share = dark as f32 / (4 * STEPS * ANGLES) as f32;
    if empty > 1 || !(0.06..0.7).contains(&share) || rays == 0 {
        return None;
    }
    // Many beginnings along one way are short marks along that way.
    let slender = rings as f32 / rays as f32;
    let (family, reach) = if slender > 1.5 {
        (RoundCodeFamily::MiniProgram, 1.6)
    } else if slender < 0.75 {
        (RoundCodeFamily::Douyin, 1.85)
    } else {
        return None;
    };
    let corners = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
        .map(|(a, b)| frame.point(a * reach, b * reach));
    Some((family, corners))
}

/// Greys by radius and angle on one side of the middle.
fn sector(luma: &Luma, frame: &AffineFrame, quarter: usize) -> Polar<f32> {
    std::array::from_fn(|y| {
        let r = RADII[0] + (RADII[1] - RADII[0]) * y as f32 / (STEPS - 1) as f32;
        std::array::from_fn(|x| {
            let degrees = (quarter * 90 + x) as f32 - WIDE as f32;
            let (sin, cos) = (degrees / 360.0 * TAU).sin_cos();
            let q = frame.point(cos * r, sin * r);
            luma.bilinear(q.x, q.y)
        })
    })
}

/// Where it is darker than the lightest place around, which a shadow or a glare changes with it.
fn marks(grey: &Polar<f32>) -> Polar<bool> {
    const HIGH: usize = 3;
    const BROAD: usize = 7;
    let mut tops = [[0.0_f32; ANGLES]; STEPS];
    for (row, top) in grey.iter().zip(&mut tops) {
        for (x, t) in top.iter_mut().enumerate() {
            let (a, b) = (x.saturating_sub(BROAD), (x + BROAD + 1).min(ANGLES));
            *t = row[a..b].iter().copied().fold(0.0, f32::max);
        }
    }
    std::array::from_fn(|y| {
        let (a, b) = (y.saturating_sub(HIGH), (y + HIGH + 1).min(STEPS));
        std::array::from_fn(|x| {
            let light = tops[a..b].iter().map(|t| t[x]).fold(0.0, f32::max);
            grey[y][x] < light * 0.75 && light - grey[y][x] > 18.0
        })
    })
}
