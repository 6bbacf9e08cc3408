//! Rectifies the card: its plane as a scanner would show it, without rotation and perspective.
//!
//! Knows only the corners of a code, not those of the card, so the picture extends several sides of
//! the code in each direction.

use crate::geometry::{Homography, Vec2, square_corners, vec2};
use crate::load::LoadedPicture;
use crate::luma::Luma;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};
use yanka_types::Point;

/// Most pixels of the picture for text recognition: enough for letters of 2 mm on a card that fills
/// it.
const MAX_PIXELS: f32 = 2_000_000.0;
/// JPEG quality, 1 to 100, that preserves the strokes of small letters. Empirical; no measurement
/// recorded.
const QUALITY: u8 = 90;
/// Longer side of the log's picture in pixels: enough to recognise the card, about 15 kB.
const THUMBNAIL_SIDE: usize = 480;
const THUMBNAIL_QUALITY: u8 = 70;
/// How far the plane extends from the code, in sides of the code: a large leaflet has a small code.
/// Empirical; no measurement recorded.
const EXTENT: f32 = 8.0;
/// Points on each side of the photo that are mapped to the plane.
const BORDER_POINTS: usize = 16;
/// Projective denominator from which a point of the photo counts as before the horizon.
const MIN_DENOMINATOR: f32 = 1e-6;
/// Least side of a rectified picture in pixels.
const MIN_SIDE: usize = 16;

/// The card as a scanner would show it. Its picture is computed on request.
#[derive(Clone, Debug, PartialEq)]
pub struct RectifiedCard {
    loaded: LoadedPicture,
    /// Corners of a code in the loaded picture, clockwise from the code's own upper left; `None`
    /// where there is no code.
    code: Option<[Vec2; 4]>,
}

impl RectifiedCard {
    /// The card in whose plane a code has the corners `code`.
    pub fn new(loaded: LoadedPicture, code: Option<[Vec2; 4]>) -> Self {
        Self { loaded, code }
    }

    /// The rectified picture in grey, at most 2 million pixels; the downscaled upright photo where
    /// no code gives the plane.
    #[must_use]
    pub fn luma(&self) -> Luma {
        self.render(MAX_PIXELS)
    }

    /// Maps a point of [`Self::luma`] to pixels of the upright photo at full size.
    #[must_use]
    pub fn to_photo(&self, point: Point) -> Point {
        let q = vec2(point.x, point.y);
        let mapped = match self.view(MAX_PIXELS) {
            Some(view) => {
                self.loaded.to_full_size(view.to_picture.map(view.origin + q * (1.0 / view.scale)))
            }
            None => {
                let (w, h) = self.loaded.upright_size();
                let n = downscaling(&self.loaded.luma, MAX_PIXELS) as f32;
                let (lw, lh) = self.loaded.upright_luma_size();
                let (lw, lh) = ((lw as f32 / n).floor(), (lh as f32 / n).floor());
                vec2(q.x * w as f32 / lw.max(1.0), q.y * h as f32 / lh.max(1.0))
            }
        };
        mapped.to_point()
    }

    /// A grey JPEG of [`Self::luma`] for text recognition, with its width and height in pixels;
    /// `None` for a picture without pixels, or with a side of more than 65,535.
    #[must_use]
    pub fn jpeg(&self) -> Option<(Vec<u8>, u32, u32)> {
        let luma = self.luma();
        encode(&luma, QUALITY).map(|bytes| (bytes, luma.width, luma.height))
    }

    /// A small grey JPEG for the log, at most 480 pixels on its longer side; `None` as for
    /// [`Self::jpeg`].
    #[must_use]
    pub fn thumbnail(&self) -> Option<Vec<u8>> {
        let luma = self.render((THUMBNAIL_SIDE * THUMBNAIL_SIDE) as f32);
        let longer = luma.width.max(luma.height) as usize;
        encode(&luma.downscaled(longer.div_ceil(THUMBNAIL_SIDE)), THUMBNAIL_QUALITY)
    }

    fn view(&self, max_pixels: f32) -> Option<PlaneView> {
        self.code.and_then(|corners| PlaneView::of(&self.loaded.luma, &corners, max_pixels))
    }

    fn render(&self, max_pixels: f32) -> Luma {
        let luma = &self.loaded.luma;
        match self.view(max_pixels) {
            Some(view) => view.render(luma),
            None => self.loaded.to_upright(luma.downscaled(downscaling(luma, max_pixels))),
        }
    }
}

/// The factor by which to downscale so that at most `max_pixels` are left.
fn downscaling(luma: &Luma, max_pixels: f32) -> usize {
    let (w, h) = (luma.width as f32, luma.height as f32);
    let square = (w * h / max_pixels).sqrt();
    // A strip narrower than the factor loses length only.
    let n = if square > w.min(h) { w.max(h) / max_pixels } else { square };
    n.max(square).ceil().max(1.0) as usize
}

/// A grey JPEG; `None` for a picture without pixels or too large for the format.
fn encode(luma: &Luma, quality: u8) -> Option<Vec<u8>> {
    if luma.width == 0 || luma.height == 0 {
        return None;
    }
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, quality)
        .write_image(&luma.data, luma.width, luma.height, ExtendedColorType::L8)
        .ok()?;
    Some(file)
}

/// A rectangle of the card's plane and the scale at which it is rendered. The unit of the plane is
/// the side of the code.
struct PlaneView {
    /// From the plane to the loaded picture.
    to_picture: Homography,
    /// Upper left corner in the plane.
    origin: Vec2,
    /// Rendered pixels in a side of the code.
    scale: f32,
    /// Pixels of the loaded picture in a side of the code.
    code_side: f32,
    width: usize,
    height: usize,
}

impl PlaneView {
    /// `None` where the corners determine no plane, or one that is too small.
    fn of(luma: &Luma, corners: &[Vec2; 4], max_pixels: f32) -> Option<Self> {
        let unit = square_corners(1.0);
        let to_picture = Homography::from_corners(unit, *corners)?;
        let to_plane = Homography::from_corners(*corners, unit)?;
        let (from, to) = visible_extent(luma, &to_plane, corners)?;
        let size = to - from;
        let code_side =
            (0..4).map(|i| (corners[(i + 1) % 4] - corners[i]).length()).sum::<f32>() * 0.25;
        let scale = code_side.min((max_pixels / (size.x * size.y)).sqrt());
        let (width, height) = ((size.x * scale) as usize, (size.y * scale) as usize);
        let large_enough = width >= MIN_SIDE && height >= MIN_SIDE;
        large_enough.then_some(Self { to_picture, origin: from, scale, code_side, width, height })
    }

    fn render(&self, luma: &Luma) -> Luma {
        // Downscale before sampling, which would otherwise alias.
        let n = ((self.code_side / self.scale) as usize).max(1);
        let small = luma.downscaled(n);
        let k = 1.0 / n as f32;
        let size = (self.width, self.height);
        let sample = |q: Vec2| small.bilinear_or_white(q.x * k, q.y * k);
        let data = self.to_picture.sample_raster(self.origin, 1.0 / self.scale, size, sample);
        Luma { width: self.width as u32, height: self.height as u32, data }
    }
}

/// The rectangle of the plane that the photo shows, in sides of the code: at least the code itself
/// and at most [`EXTENT`] beyond it.
fn visible_extent(luma: &Luma, to_plane: &Homography, corners: &[Vec2; 4]) -> Option<(Vec2, Vec2)> {
    let (w, h) = (luma.width as f32, luma.height as f32);
    let centre = (corners[0] + corners[1] + corners[2] + corners[3]) * 0.25;
    let side_of_horizon = to_plane.denominator(centre).signum();
    let (mut from, mut to) = (vec2(0.0, 0.0), vec2(1.0, 1.0));
    for i in 0..BORDER_POINTS {
        let k = i as f32 / BORDER_POINTS as f32;
        let border = [vec2(k * w, 0.0), vec2(w, k * h), vec2(w - k * w, h), vec2(0.0, h - k * h)];
        for q in border {
            // A point beyond the horizon would be mapped to the opposite side.
            if to_plane.denominator(q) * side_of_horizon <= MIN_DENOMINATOR {
                continue;
            }
            let m = to_plane.map(q);
            from = vec2(from.x.min(m.x.max(-EXTENT)), from.y.min(m.y.max(-EXTENT)));
            to = vec2(to.x.max(m.x.min(1.0 + EXTENT)), to.y.max(m.y.min(1.0 + EXTENT)));
        }
    }
    let is_finite = [from.x, from.y, to.x, to.y].iter().all(|v| v.is_finite());
    is_finite.then_some((from, to))
}
