//! Decodes a grid of modules to its message: format information, codewords, error correction, bit
//! stream.
//!
//! Retries a block with its least certain codewords as erasures, where chance is unlikely to pass
//! for a correction. Must not depend on pixels.

use crate::codeword_placement::{BlockLayout, bit_modules};
use crate::format_information::{self, FormatCandidate, mask_inverts};
use crate::function_patterns::version_of_side;
use crate::module_grid::ModuleGrid;
use crate::segments::{self, Message};
use crate::{charset, reed_solomon};

/// Least score of format information to decode with, -1 to 1. Empirical; no measurement recorded.
const MIN_FORMAT_SCORE: f32 = 0.35;
/// Share of the error correction codewords spent on erasures, as divisors, in order of attempts.
/// Empirical; no measurement recorded.
const ERASURE_DIVISORS: [usize; 2] = [4, 2];
/// log₂ of the largest accepted chance that random codewords pass as a corrected block
/// (docs/decisions/0004: nothing was misread on the development photographs).
const MAX_LOG2_FALSE_CORRECTION: f32 = -26.0;

/// A decoded symbol.
pub struct Decoded {
    pub message: Message,
    pub mirrored: bool,
}

/// Decodes `grid`; `None` where it carries no message. `allow_erasures` permits treating uncertain
/// codewords as erasures.
pub fn decode(grid: &ModuleGrid, allow_erasures: bool) -> Option<Decoded> {
    let version = version_of_side(grid.side);
    for format in &format_information::candidates(grid) {
        if format.score < MIN_FORMAT_SCORE {
            break;
        }
        let codewords = Codewords::read(grid, version, format);
        if let Some(data) = codewords.corrected(version, format.level, allow_erasures)
            && let Some(message) = segments::read(&data, version)
            && message.runs.iter().any(|(_, bytes)| !bytes.is_empty())
        {
            return Some(Decoded { message, mirrored: format.mirrored });
        }
    }
    None
}

/// All bytes of a message, and its text; `None` where the bytes are text in no character set.
pub fn payload(message: &Message) -> (Vec<u8>, Option<String>) {
    let bytes = message.runs.iter().flat_map(|(_, b)| b.iter().copied()).collect();
    (bytes, charset::decode_text(&message.runs))
}

/// The interleaved codewords, each with the confidence of its least certain module.
struct Codewords {
    values: Vec<u8>,
    confidence: Vec<f32>,
}

impl Codewords {
    fn read(grid: &ModuleGrid, version: usize, format: &FormatCandidate) -> Self {
        let modules = bit_modules(version);
        let side = grid.side;
        let n = modules.len() / 8;
        let mut out = Self { values: Vec::with_capacity(n), confidence: Vec::with_capacity(n) };
        for bits in modules.chunks_exact(8) {
            let (mut value, mut confidence) = (0, f32::MAX);
            for module in bits {
                let (x, y) = (usize::from(*module) % side, usize::from(*module) / side);
                let v = grid.darkness(x, y, format.mirrored);
                value = value << 1 | u8::from((v > 0.0) != mask_inverts(format.mask, x, y));
                confidence = confidence.min(v.abs());
            }
            out.values.push(value);
            out.confidence.push(confidence);
        }
        out
    }

    /// All data codewords, deinterleaved and corrected; `None` where a block cannot be corrected.
    fn corrected(&self, version: usize, level: usize, allow_erasures: bool) -> Option<Vec<u8>> {
        let layout = BlockLayout::of(version, level);
        if self.values.len() != layout.total {
            return None;
        }
        let mut out = Vec::with_capacity(layout.total);
        for i in 0..layout.count {
            let indices = layout.codeword_indices(i);
            let block = self.corrected_block(&indices, &layout, allow_erasures)?;
            out.extend_from_slice(&block[..layout.data_codewords(i)]);
        }
        Some(out)
    }

    fn corrected_block(
        &self,
        indices: &[usize],
        layout: &BlockLayout,
        allow_erasures: bool,
    ) -> Option<Vec<u8>> {
        let ec_codewords = layout.ec_codewords;
        let sampled: Vec<u8> = indices.iter().map(|i| self.values[*i]).collect();
        let mut block = sampled.clone();
        if reed_solomon::correct(&mut block, ec_codewords, &[], layout.max_errors).is_some() {
            return Some(block);
        }
        if !allow_erasures {
            return None;
        }
        let mut least_certain: Vec<usize> = (0..indices.len()).collect();
        least_certain
            .sort_by(|a, b| self.confidence[indices[*a]].total_cmp(&self.confidence[indices[*b]]));
        for divisor in ERASURE_DIVISORS {
            let erasures = ec_codewords / divisor;
            let max_errors = (ec_codewords - erasures) / 2;
            if !is_reliable(indices.len(), ec_codewords, erasures, max_errors) {
                break;
            }
            block.copy_from_slice(&sampled);
            let erasures = &least_certain[..erasures];
            if reed_solomon::correct(&mut block, ec_codewords, erasures, max_errors).is_some() {
                return Some(block);
            }
        }
        None
    }
}

/// Whether a random block of `length` codewords passes as corrected with a chance of at most
/// 2^[`MAX_LOG2_FALSE_CORRECTION`].
fn is_reliable(length: usize, ec_codewords: usize, erasures: usize, errors: usize) -> bool {
    let n = length - erasures;
    let log2_positions: f32 = (0..errors).map(|i| ((n - i) as f32 / (i + 1) as f32).log2()).sum();
    log2_positions + 8.0 * errors as f32 - 8.0 * (ec_codewords - erasures) as f32
        <= MAX_LOG2_FALSE_CORRECTION
}
