//! Where each bit of the stream lies in the grid, and how codewords are dealt to blocks.
//!
//! The placement is asked of `rqrr` once for each version: it walks grids in which each module says
//! its own number. Block sizes are ISO/IEC 18004, table 9.

use rqrr::{Grid, SimpleGrid};
use std::sync::OnceLock;

/// Check codewords in a block, by level L, M, Q, H and version.
const PARITY: [[u8; 40]; 4] = [
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

/// Blocks, by level L, M, Q, H and version.
const BLOCKS: [[u8; 40]; 4] = [
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

/// Modules along a side.
pub const fn side(version: usize) -> usize {
    17 + 4 * version
}

/// Lines of alignment pattern middles, the same in x and y (ISO/IEC 18004, annex E).
pub fn alignment(version: usize) -> Vec<usize> {
    if version < 2 {
        return Vec::new();
    }
    let n = version / 7 + 2;
    let last = side(version) - 7;
    let step = if version == 32 { 26 } else { (version * 4 + n * 2 + 1) / (2 * n - 2) * 2 };
    let mut out: Vec<usize> = (0..n - 1).map(|i| last - i * step).collect();
    out.push(6);
    out.reverse();
    out
}

/// How the codewords of one version and level are dealt.
pub struct Blocks {
    pub parity: usize,
    pub count: usize,
    /// All codewords.
    pub total: usize,
    /// Other errors than this many in one block are not believed: the smallest codes keep some of
    /// their check codewords against misreading (ISO/IEC 18004, table 9, note b).
    pub most: usize,
}

impl Blocks {
    /// `level` is 0 to 3 for L, M, Q, H.
    pub fn of(version: usize, level: usize) -> Self {
        let parity = usize::from(PARITY[level][version - 1]);
        let kept = match (version, level) {
            (1, 0) => 3,
            (1, 1) | (2, 0) => 2,
            (1, _) | (3, 0) => 1,
            _ => 0,
        };
        Self {
            parity,
            count: usize::from(BLOCKS[level][version - 1]),
            total: order(version).len() / 8,
            most: (parity - kept) / 2,
        }
    }

    /// Data codewords of block `i`.
    pub fn data(&self, i: usize) -> usize {
        let all = self.total - self.parity * self.count;
        all / self.count + usize::from(i >= self.count - all % self.count)
    }

    /// Places of the codewords of block `i` in the stream: data, then check.
    pub fn places(&self, i: usize) -> Vec<usize> {
        let all = self.total - self.parity * self.count;
        let short = all / self.count;
        let long = all % self.count;
        let mut out: Vec<usize> = (0..short).map(|k| k * self.count + i).collect();
        if i >= self.count - long {
            out.push(short * self.count + i - (self.count - long));
        }
        out.extend((0..self.parity).map(|k| all + k * self.count + i));
        out
    }
}

/// The module (y · side + x) of each bit of the stream, whole codewords only.
pub fn order(version: usize) -> &'static [u16] {
    static ORDER: [OnceLock<Vec<u16>>; 41] = [const { OnceLock::new() }; 41];
    ORDER[version.min(40)].get_or_init(|| ask(version))
}

fn ask(version: usize) -> Vec<u16> {
    let side = side(version);
    let mut out: Vec<u16> = Vec::new();
    for bit in 0..15 {
        let grid = SimpleGrid::from_func(side, |x, y| {
            format_bit(side, x, y)
                .map_or(((y * side + x) >> bit) & 1 == 1, |i| (FORMAT_OF_NOTHING >> i) & 1 == 1)
        });
        let Ok((_, raw)) = Grid::new(grid).get_raw_data() else { return Vec::new() };
        out.resize(raw.len / 8 * 8, 0);
        for (i, o) in out.iter_mut().enumerate() {
            *o |= u16::from(raw.data[i >> 3] >> (7 - (i & 7)) & 1) << bit;
        }
    }
    out
}

/// Format information that says nothing, in its mask (ISO/IEC 18004, 7.9).
pub const FORMAT_OF_NOTHING: u16 = 0x5412;

/// Which bit (0 is the least) of the format information lies at a module, for either copy.
pub fn format_bit(side: usize, x: usize, y: usize) -> Option<usize> {
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
