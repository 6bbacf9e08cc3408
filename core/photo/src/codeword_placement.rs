//! Defines where each bit of the codeword sequence lies in a symbol, and how blocks interleave.
//!
//! `rqrr` gives the placement, once a version; the block sizes are those of ISO/IEC 18004. Must not
//! depend on pixels.

use crate::format_information::{FORMAT_MASK, bit_index};
use crate::function_patterns::{MAX_VERSION, symbol_side};
use rqrr::{Grid, SimpleGrid};
use std::sync::OnceLock;

/// Error correction codewords in a block, by level L, M, Q, H and version (ISO/IEC 18004, table 9).
const EC_CODEWORDS_PER_BLOCK: [[u8; 40]; 4] = [
    [
        7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30,
        30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
    [
        10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28,
        28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
    ],
    [
        13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30,
        30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
    [
        17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30,
        30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
];

/// Blocks, by level L, M, Q, H and version (ISO/IEC 18004, table 9).
const BLOCK_COUNTS: [[u8; 40]; 4] = [
    [
        1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13,
        14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25,
    ],
    [
        1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23,
        25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
    ],
    [
        1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29,
        34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68,
    ],
    [
        1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35,
        37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
    ],
];

/// How the codewords of one version and level are divided into blocks and interleaved.
pub struct BlockLayout {
    /// Error correction codewords in each block.
    pub ec_codewords: usize,
    /// Number of blocks.
    pub count: usize,
    /// Codewords in the symbol.
    pub total: usize,
    /// Most errors to correct in one block: the smallest symbols reserve some error correction
    /// codewords against misdecoding (ISO/IEC 18004, table 9, note b).
    pub max_errors: usize,
}

impl BlockLayout {
    /// The layout of `version` (1 to 40) and `level` (0 to 3 for L, M, Q, H).
    pub fn of(version: usize, level: usize) -> Self {
        let ec_codewords = usize::from(EC_CODEWORDS_PER_BLOCK[level][version - 1]);
        let misdecode_protection = match (version, level) {
            (1, 0) => 3,
            (1, 1) | (2, 0) => 2,
            (1, _) | (3, 0) => 1,
            _ => 0,
        };
        Self {
            ec_codewords,
            count: usize::from(BLOCK_COUNTS[level][version - 1]),
            total: bit_modules(version).len() / 8,
            max_errors: (ec_codewords - misdecode_protection) / 2,
        }
    }

    /// Data codewords in block `i`.
    pub fn data_codewords(&self, i: usize) -> usize {
        let data = self.total - self.ec_codewords * self.count;
        data / self.count + usize::from(i >= self.count - data % self.count)
    }

    /// Indices of block `i`'s codewords in the interleaved sequence: data, then error correction.
    pub fn codeword_indices(&self, i: usize) -> Vec<usize> {
        let data = self.total - self.ec_codewords * self.count;
        let short = data / self.count;
        let long_blocks = data % self.count;
        let mut out: Vec<usize> = (0..short).map(|k| k * self.count + i).collect();
        if i >= self.count - long_blocks {
            out.push(short * self.count + i - (self.count - long_blocks));
        }
        out.extend((0..self.ec_codewords).map(|k| data + k * self.count + i));
        out
    }
}

/// The module (y · side + x) of each bit of the codeword sequence; whole codewords only. Computed
/// once a version.
pub fn bit_modules(version: usize) -> &'static [u16] {
    static CACHE: [OnceLock<Vec<u16>>; MAX_VERSION + 1] =
        [const { OnceLock::new() }; MAX_VERSION + 1];
    CACHE[version.min(MAX_VERSION)].get_or_init(|| placement_from_rqrr(version))
}

/// Lets `rqrr` read 15 symbols in which each module carries one bit of its own index. Their format
/// information must be valid; its value does not matter, because raw data stays masked.
fn placement_from_rqrr(version: usize) -> Vec<u16> {
    let side = symbol_side(version);
    let mut out: Vec<u16> = Vec::new();
    for bit in 0..15 {
        let grid = SimpleGrid::from_func(side, |x, y| {
            bit_index(side, x, y)
                .map_or(((y * side + x) >> bit) & 1 == 1, |i| (FORMAT_MASK >> i) & 1 == 1)
        });
        let Ok((_, raw)) = Grid::new(grid).get_raw_data() else { return Vec::new() };
        out.resize(raw.len / 8 * 8, 0);
        for (i, module) in out.iter_mut().enumerate() {
            *module |= u16::from(raw.data[i >> 3] >> (7 - (i & 7)) & 1) << bit;
        }
    }
    out
}
