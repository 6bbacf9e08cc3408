//! One picture in several sizes: large codes are found in the small ones, and cheaper.

use super::binarizer::BlockStatistics;
use super::finder_triple::FinderTriple;
use super::geometry::AffineFrame;
use super::luma::Luma;

/// One size of the picture.
pub struct PyramidLevel {
    pub luma: Luma,
    pub blocks: BlockStatistics,
    /// Pixels of the loaded picture in one of this plane.
    pub scale: f32,
}

impl PyramidLevel {
    fn of(luma: Luma, scale: f32) -> Self {
        Self { blocks: BlockStatistics::measure(&luma), luma, scale }
    }

    /// Dark becomes light.
    pub fn turn_over(&mut self) {
        *self = Self::of(self.luma.inverted(), self.scale);
    }
}

/// The picture at full size, half, a quarter and so on; the last one is the smallest.
pub fn planes(full: &Luma) -> Vec<PyramidLevel> {
    let mut planes = vec![PyramidLevel::of(full.clone(), 1.0)];
    while let Some(last) = planes.last().filter(|p| p.luma.width.min(p.luma.height) >= 240) {
        let luma = last.luma.downscaled(2);
        let scale = full.width as f32 / luma.width as f32;
        planes.push(PyramidLevel::of(luma, scale));
    }
    planes
}

/// The plane on which the modules have about four pixels, and the triple as it lies there.
pub fn sharper<'p>(
    plane: &'p PyramidLevel,
    planes: &'p [PyramidLevel],
    t: FinderTriple,
) -> (&'p PyramidLevel, FinderTriple) {
    let module = t.frames[0].u.cross(t.frames[0].v).abs().sqrt() * plane.scale;
    let best = planes.iter().rev().find(|q| module / q.scale >= 4.0).unwrap_or(&planes[0]);
    let k = plane.scale / best.scale;
    let frames = t.frames.map(|f| AffineFrame { centre: f.centre * k, u: f.u * k, v: f.v * k });
    (best, FinderTriple { frames, ..t })
}
