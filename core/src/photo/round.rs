//! Recognises round mini-program and Douyin codes, which no QR reader can read, by their shape.
//!
//! Both have three ring finders like a QR code's; between them lie marks on rays or on rings. In a
//! square code marks are as long one way as the other, so the two lengths tell all three apart.

use super::Luma;
use super::geometry::{Frame, P};
use super::group::Triple;
use crate::report::Point;
use std::f32::consts::TAU;

/// Whose round code it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RoundFamily {
    /// Rays of dots around a middle: a WeChat mini program.
    MiniProgram,
    /// Rings of arcs around a middle: Douyin.
    Douyin,
}

/// A round code in the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Round {
    /// Whose it looks like.
    pub family: RoundFamily,
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
/// Units of work that one look costs.
pub const COST: u64 = (STEPS * (2 * WIDE + 1) * 4) as u64 * 12;

/// The family and the corners in pixels of `luma`; `None` where three finders are no round code.
pub fn look(luma: &Luma, triple: &Triple) -> Option<(RoundFamily, [P; 4])> {
    let [first, right, low] = triple.frames.map(|f| f.centre);
    let across = (right - first) * 0.5;
    let down = (low - first) * 0.5;
    let frame = Frame { centre: (right + low) * 0.5, u: across, v: down };
    let polar: Vec<[[f32; 2 * WIDE + 1]; STEPS]> =
        (0..4).map(|quarter| sector(luma, &frame, quarter)).collect();
    let (low, high) = polar
        .iter()
        .flatten()
        .flatten()
        .fold((f32::MAX, f32::MIN), |(a, b), v| (a.min(*v), b.max(*v)));
    if high - low < 30.0 {
        return None;
    }
    let middle = (low + high) * 0.5;
    let (mut dark, mut rays, mut rings) = (0, 0, 0);
    for part in &polar {
        let (mut here, mut begun) = (0, 0);
        for y in 0..STEPS {
            for x in 0..=2 * WIDE {
                if part[y][x] >= middle {
                    continue;
                }
                here += 1;
                // A mark begins where the place before it is light.
                rays += u32::from(y > 0 && part[y - 1][x] >= middle);
                begun += u32::from(x > 0 && part[y][x - 1] >= middle);
            }
        }
        // Something of the code lies on each of its four sides.
        if begun < STEPS as u32 {
            return None;
        }
        dark += here;
        rings += begun;
    }
    let share = dark as f32 / (4 * STEPS * (2 * WIDE + 1)) as f32;
    if !(0.08..0.7).contains(&share) || rays == 0 {
        return None;
    }
    // Many beginnings along one way are short marks along that way.
    let slender = rings as f32 / rays as f32;
    let (family, reach) = if slender > 1.6 {
        (RoundFamily::MiniProgram, 1.6)
    } else if slender < 0.62 {
        (RoundFamily::Douyin, 1.85)
    } else {
        return None;
    };
    let corners = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
        .map(|(a, b)| frame.at(a * reach, b * reach));
    Some((family, corners))
}

/// Greys by radius and angle on one side of the middle.
fn sector(luma: &Luma, frame: &Frame, quarter: usize) -> [[f32; 2 * WIDE + 1]; STEPS] {
    std::array::from_fn(|y| {
        let r = RADII[0] + (RADII[1] - RADII[0]) * y as f32 / (STEPS - 1) as f32;
        std::array::from_fn(|x| {
            let degrees = (quarter * 90 + x) as f32 - WIDE as f32;
            let (sin, cos) = (degrees / 360.0 * TAU).sin_cos();
            let q = frame.at(cos * r, sin * r);
            luma.between(q.x, q.y)
        })
    })
}
