//! The card made straight: the plane of a code, without turn and perspective.
//!
//! Knows only where the code lies; where the card ends it does not know, so the picture goes on
//! for several sides of the code in each direction.

use super::geometry::{Homography, Vec2, vec2};
use super::load::Loaded;
use super::luma::Luma;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};
use yanka_types::Point;

/// The card as it would lie under a scanner; its picture is made when it is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct RectifiedCard {
    loaded: Loaded,
    /// Where a code lies in the loaded picture, clockwise from its own upper left.
    code: Option<[Vec2; 4]>,
}

/// Most pixels of the picture that is handed out: enough for 2 mm letters on a card that fills it.
const MOST: f32 = 2_000_000.0;
/// JPEG quality, 1 to 100, at which small letters keep their strokes.
const QUALITY: u8 = 90;
/// Longest side of the log's picture in pixels: enough to know the card again, about 15 kB.
const THUMB: usize = 480;
const THUMB_QUALITY: u8 = 70;
/// How far the plane is followed, in sides of the code: the small codes of large leaflets.
const REACH: f32 = 8.0;
/// Points on each side of the picture whose place in the plane is asked.
const RIM: usize = 16;

impl RectifiedCard {
    /// The card in whose plane a code has these corners.
    pub fn new(loaded: Loaded, code: Option<[Vec2; 4]>) -> Self {
        Self { loaded, code }
    }

    /// Its grey pixels, at most 2 million; those of the upright photo where no code gives a plane.
    #[must_use]
    pub fn luma(&self) -> Luma {
        self.shown(MOST)
    }

    /// The place in the upright photo, at full size, of a place on [`Self::luma`].
    #[must_use]
    pub fn to_photo(&self, at: Point) -> Point {
        let at = vec2(at.x, at.y);
        let there = match self.sheet(MOST) {
            Some(sheet) => {
                self.loaded.place(sheet.there.map(sheet.from + at * (1.0 / sheet.scale)))
            }
            None => {
                let (w, h) = self.loaded.size();
                let n = step(&self.loaded.luma, MOST) as f32;
                let (sw, sh) = self.loaded.sides();
                let (sw, sh) = ((sw as f32 / n).floor(), (sh as f32 / n).floor());
                vec2(at.x * w as f32 / sw.max(1.0), at.y * h as f32 / sh.max(1.0))
            }
        };
        there.to_point()
    }

    /// A grey JPEG of [`Self::luma`] for text recognition; `None` where it has no pixels.
    #[must_use]
    pub fn jpeg(&self) -> Option<(Vec<u8>, u32, u32)> {
        let luma = self.luma();
        encoded(&luma, QUALITY).map(|bytes| (bytes, luma.width, luma.height))
    }

    /// The small grey JPEG that the log shows, at most 480 pixels on its longer side.
    #[must_use]
    pub fn thumbnail(&self) -> Option<Vec<u8>> {
        let luma = self.shown((THUMB * THUMB) as f32);
        let longest = luma.width.max(luma.height) as usize;
        encoded(&luma.downscaled(longest.div_ceil(THUMB)), THUMB_QUALITY)
    }

    fn sheet(&self, most: f32) -> Option<Sheet> {
        self.code.and_then(|corners| Sheet::of(&self.loaded.luma, &corners, most))
    }

    fn shown(&self, most: f32) -> Luma {
        let luma = &self.loaded.luma;
        match self.sheet(most) {
            Some(sheet) => sheet.drawn(luma),
            None => self.loaded.turned(luma.downscaled(step(luma, most))),
        }
    }
}

/// Pixels a side that become one so that at most `most` are left, of a strip too.
fn step(luma: &Luma, most: f32) -> usize {
    let (w, h) = (luma.width as f32, luma.height as f32);
    let even = (w * h / most).sqrt();
    // A strip narrower than that can only become shorter.
    let n = if even > w.min(h) { w.max(h) / most } else { even };
    n.max(even).ceil().max(1.0) as usize
}

/// A grey JPEG; `None` for a picture without pixels or too long for one.
fn encoded(luma: &Luma, quality: u8) -> Option<Vec<u8>> {
    if luma.width == 0 || luma.height == 0 {
        return None;
    }
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, quality)
        .write_image(&luma.data, luma.width, luma.height, ExtendedColorType::L8)
        .ok()?;
    Some(file)
}

/// A part of the plane, in sides of the code, and how large it is drawn.
struct Sheet {
    there: Homography,
    from: Vec2,
    /// Drawn pixels in a side of the code.
    scale: f32,
    /// Pixels of the photo in a side of the code.
    side: f32,
    width: usize,
    height: usize,
}

impl Sheet {
    /// `None` where the corners make no plane that can be followed.
    fn of(luma: &Luma, corners: &[Vec2; 4], most: f32) -> Option<Self> {
        let unit = [vec2(0.0, 0.0), vec2(1.0, 0.0), vec2(1.0, 1.0), vec2(0.0, 1.0)];
        let there = Homography::from_corners(unit, *corners)?;
        let back = Homography::from_corners(*corners, unit)?;
        let (from, to) = extent(luma, &back, corners)?;
        let size = to - from;
        let side = (0..4).map(|i| (corners[(i + 1) % 4] - corners[i]).length()).sum::<f32>() * 0.25;
        let scale = side.min((most / (size.x * size.y)).sqrt());
        let (width, height) = ((size.x * scale) as usize, (size.y * scale) as usize);
        let good = width >= 16 && height >= 16;
        good.then_some(Self { there, from, scale, side, width, height })
    }

    fn drawn(&self, luma: &Luma) -> Luma {
        // Where the picture is made smaller, its pixels are joined before they are looked up.
        let n = ((self.side / self.scale) as usize).max(1);
        let small = luma.downscaled(n);
        let k = 1.0 / n as f32;
        let size = (self.width, self.height);
        let look = |q: Vec2| small.bilinear_or_white(q.x * k, q.y * k);
        let data = self.there.sample_raster(self.from, 1.0 / self.scale, size, look);
        Luma { width: self.width as u32, height: self.height as u32, data }
    }
}

/// The part of the plane that the picture shows, in sides of the code.
fn extent(luma: &Luma, back: &Homography, corners: &[Vec2; 4]) -> Option<(Vec2, Vec2)> {
    let (w, h) = (luma.width as f32, luma.height as f32);
    let inner = (corners[0] + corners[1] + corners[2] + corners[3]) * 0.25;
    let ahead = back.denominator(inner).signum();
    let (mut from, mut to) = (vec2(0.0, 0.0), vec2(1.0, 1.0));
    for i in 0..RIM {
        let k = i as f32 / RIM as f32;
        for q in [vec2(k * w, 0.0), vec2(w, k * h), vec2(w - k * w, h), vec2(0.0, h - k * h)] {
            // What lies beyond the horizon would come out turned over.
            if back.denominator(q) * ahead <= 1e-6 {
                continue;
            }
            let m = back.map(q);
            from = vec2(from.x.min(m.x.max(-REACH)), from.y.min(m.y.max(-REACH)));
            to = vec2(to.x.max(m.x.min(1.0 + REACH)), to.y.max(m.y.min(1.0 + REACH)));
        }
    }
    let good = [from.x, from.y, to.x, to.y].iter().all(|v| v.is_finite());
    good.then_some((from, to))
}
