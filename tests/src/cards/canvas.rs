//! Rasterises flat shapes, given in millimetres, with anti-aliased edges.
//!
//! A shape is a signed distance function in millimetres, negative inside. Does not depend on fonts,
//! codes or the camera.

use super::data::Colour;

/// A printed sheet. x to the right, y down, both in millimetres from the top left corner.
#[derive(Clone, Debug)]
pub struct Canvas {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Pixels a millimetre.
    pub scale: f32,
    /// Row-major, red, green, blue of 0 to 1 as printed (not linear).
    pub pixels: Vec<[f32; 3]>,
}

/// A rectangle in millimetres: left, top, width, height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
}

impl Area {
    /// A rectangle.
    #[must_use]
    pub const fn new(x: f32, y: f32, w: f32, h: f32) -> Self {
        Self { x, y, w, h }
    }

    /// The same with `by` millimetres less on every side.
    #[must_use]
    pub fn inset(self, by: f32) -> Self {
        Self::new(self.x + by, self.y + by, self.w - 2.0 * by, self.h - 2.0 * by)
    }

    /// The middle.
    #[must_use]
    pub fn middle(self) -> (f32, f32) {
        (self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// Signed distance to this rectangle with corners of radius `round`.
    #[must_use]
    pub fn distance(self, x: f32, y: f32, round: f32) -> f32 {
        let (cx, cy) = self.middle();
        let dx = (x - cx).abs() - self.w / 2.0 + round;
        let dy = (y - cy).abs() - self.h / 2.0 + round;
        dx.max(0.0).hypot(dy.max(0.0)) + dx.max(dy).min(0.0) - round
    }
}

impl Canvas {
    /// A blank sheet of `size` millimetres.
    #[must_use]
    pub fn new(size: [f32; 2], scale: f32, paper: Colour) -> Self {
        let (width, height) = ((size[0] * scale) as usize, (size[1] * scale) as usize);
        Self { width, height, scale, pixels: vec![unit(paper); width * height] }
    }

    /// Colours one pixel by `cover` of 0 to 1.
    pub fn blend(&mut self, px: i64, py: i64, colour: Colour, cover: f32) {
        if px < 0 || py < 0 || px >= self.width as i64 || py >= self.height as i64 {
            return;
        }
        let pixel = &mut self.pixels[py as usize * self.width + px as usize];
        for (have, want) in pixel.iter_mut().zip(unit(colour)) {
            *have += (want - *have) * cover.clamp(0.0, 1.0);
        }
    }

    /// Draws every point of `within` where `distance` is negative.
    pub fn shape(&mut self, within: Area, colour: Colour, distance: impl Fn(f32, f32) -> f32) {
        self.tint(within, colour, 1.0, distance);
    }

    /// Like [`Canvas::shape`], with ink that lets `1 - strength` of what lies below shine through.
    pub fn tint(
        &mut self,
        within: Area,
        colour: Colour,
        strength: f32,
        distance: impl Fn(f32, f32) -> f32,
    ) {
        let s = self.scale;
        let (x0, y0) = ((within.x * s).floor() as i64 - 1, (within.y * s).floor() as i64 - 1);
        let x1 = ((within.x + within.w) * s).ceil() as i64 + 1;
        let y1 = ((within.y + within.h) * s).ceil() as i64 + 1;
        for py in y0.max(0)..y1.min(self.height as i64) {
            for px in x0.max(0)..x1.min(self.width as i64) {
                let d = distance((px as f32 + 0.5) / s, (py as f32 + 0.5) / s);
                let cover = (0.5 - d * s).clamp(0.0, 1.0);
                if cover > 0.0 {
                    self.blend(px, py, colour, cover * strength);
                }
            }
        }
    }

    /// A filled rectangle with rounded corners.
    pub fn fill(&mut self, area: Area, round: f32, colour: Colour) {
        self.shape(area, colour, |x, y| area.distance(x, y, round));
    }

    /// The outline of a rectangle, `line` millimetres wide.
    pub fn frame(&mut self, area: Area, round: f32, line: f32, colour: Colour) {
        self.shape(area.inset(-line), colour, |x, y| area.distance(x, y, round).abs() - line / 2.0);
    }

    /// A disc.
    pub fn disc(&mut self, x: f32, y: f32, radius: f32, colour: Colour) {
        let around = Area::new(x - radius, y - radius, 2.0 * radius, 2.0 * radius);
        self.shape(around, colour, |px, py| (px - x).hypot(py - y) - radius);
    }

    /// A ring whose line runs at `radius`.
    pub fn ring(&mut self, x: f32, y: f32, radius: f32, line: f32, colour: Colour) {
        let r = radius + line;
        let around = Area::new(x - r, y - r, 2.0 * r, 2.0 * r);
        self.shape(around, colour, |px, py| ((px - x).hypot(py - y) - radius).abs() - line / 2.0);
    }

    /// A straight line with round ends.
    pub fn line(&mut self, from: (f32, f32), to: (f32, f32), line: f32, colour: Colour) {
        let r = line / 2.0;
        let (x0, x1) = (from.0.min(to.0) - r, from.0.max(to.0) + r);
        let (y0, y1) = (from.1.min(to.1) - r, from.1.max(to.1) + r);
        self.shape(Area::new(x0, y0, x1 - x0, y1 - y0), colour, |x, y| {
            to_segment((x, y), from, to) - r
        });
    }

    /// A line of dashes along one axis.
    pub fn dashes(&mut self, from: (f32, f32), to: (f32, f32), line: f32, colour: Colour) {
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let (ux, uy) = ((to.0 - from.0) / length, (to.1 - from.1) / length);
        let mut at = 0.0;
        while at < length {
            let end = (at + 1.4).min(length);
            let start = (from.0 + ux * at, from.1 + uy * at);
            self.line(start, (from.0 + ux * end, from.1 + uy * end), line, colour);
            at += 2.4;
        }
    }
}

/// Distance of a point to a segment.
#[must_use]
pub fn to_segment(p: (f32, f32), a: (f32, f32), b: (f32, f32)) -> f32 {
    let (vx, vy) = (b.0 - a.0, b.1 - a.1);
    let square = vx * vx + vy * vy;
    let along = if square > 0.0 { ((p.0 - a.0) * vx + (p.1 - a.1) * vy) / square } else { 0.0 };
    let t = along.clamp(0.0, 1.0);
    (p.0 - a.0 - vx * t).hypot(p.1 - a.1 - vy * t)
}

fn unit(colour: Colour) -> [f32; 3] {
    colour.0.map(|c| f32::from(c) / 255.0)
}
