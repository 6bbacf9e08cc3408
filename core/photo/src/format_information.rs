//! Decides the error correction level and data mask of a symbol, and whether it is mirrored.
//!
//! Soft decision over both copies of the format information (ISO/IEC 18004, 7.9 and annex C). Must
//! not depend on pixels or on the rest of the symbol.

use crate::module_grid::ModuleGrid;

/// XOR mask of the format information (ISO/IEC 18004, 7.9.1), which is also the masked word of data
/// bits 00000.
pub const FORMAT_MASK: u16 = 0x5412;

/// Generator polynomial of the (15, 5) BCH code (ISO/IEC 18004, annex C).
const GENERATOR: u16 = 0x537;
/// Error correction level L, M, Q, H as 0 to 3, by the two level bits (ISO/IEC 18004, 7.9.1).
const LEVEL_OF_BITS: [usize; 4] = [1, 0, 3, 2];

// Empirical; no measurement recorded.
/// Weights of the better copy and of each copy in the score of a candidate.
const BETTER_COPY_WEIGHT: f32 = 0.6;
const EACH_COPY_WEIGHT: f32 = 0.2;
/// Candidates this far below the best score are dropped.
const SCORE_MARGIN: f32 = 0.3;
/// Most candidates to decode with.
const MAX_CANDIDATES: usize = 3;

/// All 32 format words, before masking.
const FORMAT_WORDS: [u16; 32] = format_words();

const fn format_words() -> [u16; 32] {
    let mut out = [0; 32];
    let mut i = 0;
    while i < 32 {
        let mut remainder = (i as u16) << 10;
        let mut bit = 14;
        while bit >= 10 {
            if remainder >> bit & 1 == 1 {
                remainder ^= GENERATOR << (bit - 10);
            }
            bit -= 1;
        }
        out[i] = (i as u16) << 10 | remainder;
        i += 1;
    }
    out
}

/// One reading of the format information.
pub struct FormatCandidate {
    /// 0 to 3 for L, M, Q, H.
    pub level: usize,
    /// Data mask pattern reference, 0 to 7.
    pub mask: u8,
    pub mirrored: bool,
    /// Agreement with the sampled modules, -1 to 1.
    pub score: f32,
}

/// The best candidates, best first; at least one.
pub fn candidates(grid: &ModuleGrid) -> Vec<FormatCandidate> {
    let mut all = Vec::with_capacity(2 * FORMAT_WORDS.len());
    for mirrored in [false, true] {
        let mut copies = [[0.0_f32; 15]; 2];
        let side = grid.side;
        let mut take = |x: usize, y: usize| {
            if let Some(bit) = bit_index(side, x, y) {
                let copy = usize::from(x + 8 >= side || y + 8 >= side);
                copies[copy][bit] = grid.darkness(x, y, mirrored);
            }
        };
        for i in 0..side {
            take(i, 8);
            take(8, i);
        }
        for (i, word) in FORMAT_WORDS.iter().enumerate() {
            let word = word ^ FORMAT_MASK;
            let mut scores = [0.0_f32; 2];
            for (score, copy) in scores.iter_mut().zip(&copies) {
                for (bit, v) in copy.iter().enumerate() {
                    *score += v.signum()
                        * v.abs().sqrt().min(1.0)
                        * if word >> bit & 1 == 1 { 1.0 } else { -1.0 };
                }
                *score /= copy.iter().map(|v| v.abs().sqrt().min(1.0)).sum::<f32>().max(1e-3);
            }
            let score = scores[0].max(scores[1]) * BETTER_COPY_WEIGHT
                + (scores[0] + scores[1]) * EACH_COPY_WEIGHT;
            let level = LEVEL_OF_BITS[i >> 3];
            all.push(FormatCandidate { level, mask: (i & 7) as u8, mirrored, score });
        }
    }
    all.sort_by(|a, b| b.score.total_cmp(&a.score));
    let best = all[0].score;
    all.retain(|c| c.score > best - SCORE_MARGIN);
    all.truncate(MAX_CANDIDATES);
    all
}

/// The bit (0 is the least significant) of the format information at a module, in either copy;
/// `None` elsewhere (ISO/IEC 18004, 7.9).
pub fn bit_index(side: usize, x: usize, y: usize) -> Option<usize> {
    match (x, y) {
        (8, 0..=5) => Some(y),
        (8, 7..=8) => Some(y - 1),
        (7, 8) => Some(8),
        (0..=5, 8) => Some(14 - x),
        (_, 8) if x + 8 >= side => Some(side - 1 - x),
        (8, _) if y + 7 >= side => Some(y + 15 - side),
        _ => None,
    }
}

/// Whether a data mask inverts the module in column `x` and row `y` (ISO/IEC 18004, table 10).
pub fn mask_inverts(mask: u8, x: usize, y: usize) -> bool {
    match mask {
        0 => (x + y).is_multiple_of(2),
        1 => y.is_multiple_of(2),
        2 => x.is_multiple_of(3),
        3 => (x + y).is_multiple_of(3),
        4 => (y / 2 + x / 3).is_multiple_of(2),
        5 => x * y % 2 + x * y % 3 == 0,
        6 => (x * y % 2 + x * y % 3).is_multiple_of(2),
        _ => ((x + y) % 2 + x * y % 3).is_multiple_of(2),
    }
}
