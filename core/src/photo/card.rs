//! The card made straight: the plane of a code, without turn and perspective.
//!
//! Knows only where the code lies; where the card ends it does not know, so the picture goes on
//! for several sides of the code in each direction.

use super::geometry::{Homography, P, p};
use super::luma::Luma;
use crate::report::Point;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};

/// The card as it would lie under a scanner.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// At most 2 million pixels.
    pub luma: Luma,
    /// From its pixels to those of the upright photo at full size.
    outward: Homography,
}

/// JPEG quality, 1 to 100, at which small letters keep their strokes.
const QUALITY: u8 = 90;

impl Card {
    /// The place in the upright photo, at full size, of a place on the card's picture.
    #[must_use]
    pub fn place(&self, at: Point) -> Point {
        self.outward.at(p(at.x, at.y)).outward()
    }

    /// A grey JPEG for text recognition; `None` for a picture without pixels or too long for one.
    #[must_use]
    pub fn jpeg(&self) -> Option<Vec<u8>> {
        encoded(&self.luma, QUALITY)
    }

    /// The upright photo itself, `full` pixels wide and high, with `luma` a reduced copy of it.
    pub fn upright(luma: Luma, full: (u32, u32)) -> Self {
        let outward = Homography::scaling(
            full.0 as f32 / luma.width.max(1) as f32,
            full.1 as f32 / luma.height.max(1) as f32,
        );
        Self { luma, outward }
    }
}

/// A grey JPEG; `None` for a picture without pixels or too long for one.
pub fn encoded(luma: &Luma, quality: u8) -> Option<Vec<u8>> {
    if luma.width == 0 || luma.height == 0 {
        return None;
    }
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, quality)
        .write_image(&luma.data, luma.width, luma.height, ExtendedColorType::L8)
        .ok()?;
    Some(file)
}

/// Most pixels of the picture that is handed out: enough for 2 mm letters on a card that fills it.
const MOST: f32 = 2_000_000.0;
/// How far the plane is followed, in sides of the code: the small codes of large leaflets.
const REACH: f32 = 8.0;
/// Points on each side of the picture whose place in the plane is asked.
const RIM: usize = 16;

/// `luma` at a sensible size.
pub fn reduced(luma: &Luma) -> Luma {
    let area = luma.width as f32 * luma.height as f32;
    luma.reduced((area / MOST).sqrt().ceil().max(1.0) as usize)
}

/// The plane in which a code has these corners (clockwise from its own upper left), the code
/// upright; `None` where the corners make no plane that can be followed. `place` takes a pixel of
/// `luma` to the upright photo.
pub fn straight(luma: &Luma, corners: &[P; 4], place: impl Fn(P) -> P) -> Option<Card> {
    let unit = [p(0.0, 0.0), p(1.0, 0.0), p(1.0, 1.0), p(0.0, 1.0)];
    let there = Homography::square(unit, *corners)?;
    let back = Homography::square(*corners, unit)?;
    let (from, to) = extent(luma, &back, corners)?;
    let size = to - from;
    let side = (0..4).map(|i| (corners[(i + 1) % 4] - corners[i]).length()).sum::<f32>() * 0.25;
    let scale = side.min((MOST / (size.x * size.y)).sqrt());
    let (w, h) = ((size.x * scale) as usize, (size.y * scale) as usize);
    if w < 16 || h < 16 {
        return None;
    }
    // Where the picture is made smaller, its pixels are joined before they are looked up.
    let n = ((side / scale) as usize).max(1);
    let small = luma.reduced(n);
    let data =
        there.rows(from, 1.0 / scale, (w, h), |q| small.inside(q.x / n as f32, q.y / n as f32));
    let outward = Homography::square(unit.map(|q| (q - from) * scale), corners.map(place))?;
    Some(Card { luma: Luma { width: w as u32, height: h as u32, data }, outward })
}

/// The part of the plane that the picture shows, in sides of the code.
fn extent(luma: &Luma, back: &Homography, corners: &[P; 4]) -> Option<(P, P)> {
    let (w, h) = (luma.width as f32, luma.height as f32);
    let inner = (corners[0] + corners[1] + corners[2] + corners[3]) * 0.25;
    let ahead = back.depth(inner).signum();
    let (mut from, mut to) = (p(0.0, 0.0), p(1.0, 1.0));
    for i in 0..RIM {
        let k = i as f32 / RIM as f32;
        for q in [p(k * w, 0.0), p(w, k * h), p(w - k * w, h), p(0.0, h - k * h)] {
            // What lies beyond the horizon would come out turned over.
            if back.depth(q) * ahead <= 1e-6 {
                continue;
            }
            let m = back.at(q);
            from = p(from.x.min(m.x.max(-REACH)), from.y.min(m.y.max(-REACH)));
            to = p(to.x.max(m.x.min(1.0 + REACH)), to.y.max(m.y.min(1.0 + REACH)));
        }
    }
    let good = [from.x, from.y, to.x, to.y].iter().all(|v| v.is_finite());
    good.then_some((from, to))
}
