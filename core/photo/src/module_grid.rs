//! The modules of one symbol with their confidence: what sampling produces and decoding consumes.

/// A square of modules; the sign is the colour, the magnitude the confidence in it.
pub struct ModuleGrid {
    /// Modules on a side.
    pub side: usize,
    /// Row-major, from -1.0 (certainly light) to 1.0 (certainly dark).
    pub darkness: Vec<f32>,
}

impl ModuleGrid {
    /// Darkness of column `x`, row `y`; of a mirrored symbol, read across its main diagonal.
    pub fn darkness(&self, x: usize, y: usize, mirrored: bool) -> f32 {
        self.darkness[if mirrored { x * self.side + y } else { y * self.side + x }]
    }
}
