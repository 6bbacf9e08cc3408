//! A square of dark and light modules, each more or less sure, to the bytes it carries.
//!
//! Chooses format information and way round (a mirrored code is read across its diagonal), deals
//! the codewords, mends the blocks with the least sure codewords as erasures where that cannot
//! invent a code, and hands the stream to `segments`.

use super::codeword_placement::{Blocks, FORMAT_OF_NOTHING, format_bit, order};
use super::segments::{self, Message};
use super::{charset, reed_solomon};

/// Modules of a grid: above 0 is dark, and the larger the surer.
pub struct Modules {
    pub side: usize,
    /// Row by row, from -1.0 (surely light) to 1.0 (surely dark).
    pub dark: Vec<f32>,
}

/// What was read.
pub struct Decoded {
    pub message: Message,
    pub mirrored: bool,
}

/// Why nothing was read, as far as the grid shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Failed {
    /// How well the better copy of the format information fits, from 0 to 1.
    pub format: f32,
}

/// Format words with their two data bits and mask (ISO/IEC 18004, 7.9 and annex C), unmasked.
const FORMATS: [u16; 32] = formats();

const fn formats() -> [u16; 32] {
    let mut out = [0; 32];
    let mut i = 0;
    while i < 32 {
        let mut rest = (i as u16) << 10;
        let mut bit = 14;
        while bit >= 10 {
            if rest >> bit & 1 == 1 {
                rest ^= 0x537 << (bit - 10);
            }
            bit -= 1;
        }
        out[i] = (i as u16) << 10 | rest;
        i += 1;
    }
    out
}

struct Format {
    /// 0 to 3 for L, M, Q, H.
    level: usize,
    mask: u8,
    mirrored: bool,
    fit: f32,
}

/// Reads the grid. `erase` allows unsure codewords to count as erased.
pub fn decode(grid: &Modules, erase: bool) -> Result<Decoded, Failed> {
    let version = (grid.side - 17) / 4;
    let formats = likely(grid);
    let fit = formats.first().map_or(0.0, |f| f.fit);
    for format in &formats {
        if format.fit < 0.35 {
            break;
        }
        let words = Words::collect(grid, version, format);
        if let Some(data) = words.mended(version, format.level, erase)
            && let Some(message) = segments::read(&data, version)
            && message.runs.iter().any(|(_, bytes)| !bytes.is_empty())
        {
            return Ok(Decoded { message, mirrored: format.mirrored });
        }
    }
    Err(Failed { format: fit })
}

/// The text of a message, and all its bytes.
pub fn content(message: &Message) -> (Vec<u8>, Option<String>) {
    let bytes = message.runs.iter().flat_map(|(_, b)| b.iter().copied()).collect();
    (bytes, charset::text(&message.runs))
}

/// Formats by how well the 15 modules of the better copy and those of both agree.
fn likely(grid: &Modules) -> Vec<Format> {
    let mut all = Vec::with_capacity(64);
    for mirrored in [false, true] {
        let mut soft = [[0.0_f32; 15]; 2];
        let side = grid.side;
        let mut take = |x: usize, y: usize| {
            if let Some(bit) = format_bit(side, x, y) {
                let copy = usize::from(x + 8 >= side || y + 8 >= side);
                let at = if mirrored { x * side + y } else { y * side + x };
                soft[copy][bit] = grid.dark[at];
            }
        };
        for i in 0..side {
            take(i, 8);
            take(8, i);
        }
        for (i, word) in FORMATS.iter().enumerate() {
            let word = word ^ FORMAT_OF_NOTHING;
            let mut fit = [0.0_f32; 2];
            for (f, copy) in fit.iter_mut().zip(&soft) {
                for (bit, v) in copy.iter().enumerate() {
                    *f += v.signum()
                        * v.abs().sqrt().min(1.0)
                        * if word >> bit & 1 == 1 { 1.0 } else { -1.0 };
                }
                *f /= copy.iter().map(|v| v.abs().sqrt().min(1.0)).sum::<f32>().max(1e-3);
            }
            let fit = fit[0].max(fit[1]) * 0.6 + (fit[0] + fit[1]) * 0.2;
            let level = [1, 0, 3, 2][i >> 3];
            all.push(Format { level, mask: (i & 7) as u8, mirrored, fit });
        }
    }
    all.sort_by(|a, b| b.fit.total_cmp(&a.fit));
    let best = all[0].fit;
    all.retain(|f| f.fit > best - 0.3);
    all.truncate(3);
    all
}

/// ISO/IEC 18004, table 10; true where the module is turned over.
fn masked(mask: u8, x: usize, y: usize) -> bool {
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

/// Codewords in the order of the stream, each with the sureness of its least sure module.
struct Words {
    value: Vec<u8>,
    sure: Vec<f32>,
}

impl Words {
    fn collect(grid: &Modules, version: usize, format: &Format) -> Self {
        let order = order(version);
        let side = grid.side;
        let n = order.len() / 8;
        let mut out = Self { value: Vec::with_capacity(n), sure: Vec::with_capacity(n) };
        for bits in order.chunks_exact(8) {
            let (mut value, mut sure) = (0, f32::MAX);
            for at in bits {
                let (x, y) = (usize::from(*at) % side, usize::from(*at) / side);
                let v = grid.dark[if format.mirrored { x * side + y } else { y * side + x }];
                value = value << 1 | u8::from((v > 0.0) != masked(format.mask, x, y));
                sure = sure.min(v.abs());
            }
            out.value.push(value);
            out.sure.push(sure);
        }
        out
    }

    /// All data codewords after correction.
    fn mended(&self, version: usize, level: usize, erase: bool) -> Option<Vec<u8>> {
        let blocks = Blocks::of(version, level);
        if self.value.len() != blocks.total {
            return None;
        }
        let mut out = Vec::with_capacity(blocks.total);
        for i in 0..blocks.count {
            let places = blocks.places(i);
            let block = self.block(&places, &blocks, erase)?;
            out.extend_from_slice(&block[..blocks.data(i)]);
        }
        Some(out)
    }

    fn block(&self, places: &[usize], blocks: &Blocks, erase: bool) -> Option<Vec<u8>> {
        let taken: Vec<u8> = places.iter().map(|p| self.value[*p]).collect();
        let mut block = taken.clone();
        if reed_solomon::correct(&mut block, blocks.parity, &[], blocks.most).is_some() {
            return Some(block);
        }
        if !erase {
            return None;
        }
        let mut weakest: Vec<usize> = (0..places.len()).collect();
        weakest.sort_by(|a, b| self.sure[places[*a]].total_cmp(&self.sure[places[*b]]));
        for part in [4, 2] {
            let erased = blocks.parity / part;
            let most = (blocks.parity - erased) / 2;
            if !believable(places.len(), blocks.parity, erased, most) {
                break;
            }
            block.copy_from_slice(&taken);
            let erased = &weakest[..erased];
            if reed_solomon::correct(&mut block, blocks.parity, erased, most).is_some() {
                return Some(block);
            }
        }
        None
    }
}

/// Whether a random block would pass less than once in 2²⁶ times.
fn believable(length: usize, parity: usize, erased: usize, errors: usize) -> bool {
    let n = length - erased;
    let ways: f32 = (0..errors).map(|i| ((n - i) as f32 / (i + 1) as f32).log2()).sum();
    ways + 8.0 * errors as f32 - 8.0 * (parity - erased) as f32 <= -26.0
}
