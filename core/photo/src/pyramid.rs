//! One picture in several sizes: large symbols are found in the small ones, and cheaper.

use crate::binarizer::BlockStatistics;
use crate::finder_triple::FinderTriple;
use crate::luma::Luma;

// Empirical; no measurement recorded.
/// A picture whose shorter side has fewer pixels is not halved again.
const MIN_HALVED_SIDE: u32 = 240;
/// Pixels a module that decoding prefers.
const PREFERRED_MODULE: f32 = 4.0;

/// One size of the picture.
pub struct PyramidLevel {
    pub luma: Luma,
    pub blocks: BlockStatistics,
    /// Pixels of the full-size picture in one pixel of this level.
    pub scale: f32,
}

impl PyramidLevel {
    fn of(luma: Luma, scale: f32) -> Self {
        Self { blocks: BlockStatistics::measure(&luma), luma, scale }
    }

    /// Replaces the level by its negative.
    pub fn invert(&mut self) {
        *self = Self::of(self.luma.inverted(), self.scale);
    }
}

/// The picture at full size, half, a quarter and so on; the last level is the smallest.
pub fn build(full: &Luma) -> Vec<PyramidLevel> {
    let mut levels = vec![PyramidLevel::of(full.clone(), 1.0)];
    while let Some(last) =
        levels.last().filter(|l| l.luma.width.min(l.luma.height) >= MIN_HALVED_SIDE)
    {
        let luma = last.luma.downscaled(2);
        let scale = full.width as f32 / luma.width as f32;
        levels.push(PyramidLevel::of(luma, scale));
    }
    levels
}

/// The smallest level on which the modules of `triple` have at least four pixels, or the full-size
/// one, and the triple in the pixels of that level. `triple` is in pixels of `level`.
pub fn level_for_decoding<'l>(
    level: &'l PyramidLevel,
    levels: &'l [PyramidLevel],
    triple: FinderTriple,
) -> (&'l PyramidLevel, FinderTriple) {
    let module = triple.frames[0].cell_side() * level.scale;
    let best =
        levels.iter().rev().find(|l| module / l.scale >= PREFERRED_MODULE).unwrap_or(&levels[0]);
    let k = level.scale / best.scale;
    let frames = triple.frames.map(|f| f.scaled(k));
    (best, FinderTriple { frames, ..triple })
}
