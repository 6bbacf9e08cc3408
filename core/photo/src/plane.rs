//! One picture in several sizes: large codes are found in the small ones, and cheaper.

use super::geometry::Frame;
use super::group::Triple;
use super::luma::Luma;
use super::threshold::BlockStatistics;

/// One size of the picture.
pub struct Plane {
    pub luma: Luma,
    pub blocks: BlockStatistics,
    /// Pixels of the loaded picture in one of this plane.
    pub scale: f32,
}

impl Plane {
    fn of(luma: Luma, scale: f32) -> Self {
        Self { blocks: BlockStatistics::measure(&luma), luma, scale }
    }

    /// Dark becomes light.
    pub fn turn_over(&mut self) {
        *self = Self::of(self.luma.inverted(), self.scale);
    }
}

/// The picture at full size, half, a quarter and so on; the last one is the smallest.
pub fn planes(full: &Luma) -> Vec<Plane> {
    let mut planes = vec![Plane::of(full.clone(), 1.0)];
    while let Some(last) = planes.last().filter(|p| p.luma.width.min(p.luma.height) >= 240) {
        let luma = last.luma.downscaled(2);
        let scale = full.width as f32 / luma.width as f32;
        planes.push(Plane::of(luma, scale));
    }
    planes
}

/// The plane on which the modules have about four pixels, and the triple as it lies there.
pub fn sharper<'p>(plane: &'p Plane, planes: &'p [Plane], t: Triple) -> (&'p Plane, Triple) {
    let module = t.frames[0].u.cross(t.frames[0].v).abs().sqrt() * plane.scale;
    let best = planes.iter().rev().find(|q| module / q.scale >= 4.0).unwrap_or(&planes[0]);
    let k = plane.scale / best.scale;
    let frames = t.frames.map(|f| Frame { centre: f.centre * k, u: f.u * k, v: f.v * k });
    (best, Triple { frames, ..t })
}
