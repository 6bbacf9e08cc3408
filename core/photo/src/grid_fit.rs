//! Fits a sampling grid to three finder patterns and decodes the symbol.
//!
//! Tries the candidate grids in order, each with several module binarizers; refines a grid, which
//! is expensive, only where the function patterns show that there is a symbol.

use crate::Luma;
use crate::alignment_lattice;
use crate::budget::{Budget, SAMPLE_COST};
use crate::decode::{Decoded, decode};
use crate::finder_triple::FinderTriple;
use crate::geometry::{Vec2, vec2};
use crate::grid_candidates::{self, GridCandidate};
use crate::module_sampling::{MODULE_BINARIZERS, SampledModules};
use crate::sampling_grid::SamplingGrid;

// Empirical; no measurement recorded.
/// Sizes tried with each effort.
const QUICK_SIZES: usize = 1;
const FULL_SIZES: usize = 3;
/// Module binarizers tried with [`Effort::Quick`].
const QUICK_BINARIZERS: usize = 3;
/// Modules a side from which the grid is fitted to the alignment patterns: version 16.
const LARGE_SIDE: usize = 81;
/// Agreement of the function patterns from which a grid is refined. In a large symbol the flat grid
/// drifts between the corners, and chance agreement is rarer, so less is enough; none is needed
/// where the version information was read.
const MIN_AGREEMENT_QUICK: f32 = 0.6;
const MIN_AGREEMENT_FULL: f32 = 0.35;
const MIN_AGREEMENT_LARGE: f32 = 0.15;
const MIN_AGREEMENT_DECLARED_VERSION: f32 = -1.0;
/// Largest displacement of a refinement in modules, in order of attempts.
const REFINEMENT_REACHES: [f32; 2] = [0.45, 0.8];
/// Agreement from which a grid is decoded, and above which erasures are allowed.
const MIN_AGREEMENT_TO_DECODE: f32 = 0.3;
const MIN_AGREEMENT_FOR_ERASURES: f32 = 0.6;
/// Modules of more pixels are sampled at five points, this far from the centre, in modules.
const MIN_MODULE_FOR_SPREAD: f32 = 2.2;
const SPREAD: f32 = 0.22;

/// Work units a module: besides its five samples, and for each decoding.
const SAMPLING_COST: u64 = 40;
const DECODING_COST: u64 = 60;

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub enum Effort {
    /// The most likely size and corners, three module binarizers, no erasures.
    Quick,
    /// More sizes, corners and binarizers, and erasures.
    Full,
}

/// A decoded symbol, and its grid in pixels of the picture it was decoded from.
pub struct DecodedSymbol {
    pub decoded: Decoded,
    pub grid: SamplingGrid,
}

/// The best grid of a symbol that was not decoded.
#[derive(Clone, Copy, Debug, Default)]
pub struct NearMiss {
    /// Agreement with the function patterns, -1 to 1.
    pub agreement: f32,
    /// Corners of the grid in pixels, clockwise in the picture, from the symbol's own upper left.
    pub corners: [Vec2; 4],
    /// Pixels a module.
    pub module: f32,
    /// Modules a side.
    pub side: usize,
}

/// Decodes the symbol of `triple`, whose frames are in pixels of `luma`.
pub fn decode_triple(
    luma: &Luma,
    triple: &FinderTriple,
    effort: Effort,
    budget: &mut Budget<'_>,
) -> Result<DecodedSymbol, NearMiss> {
    let mut near_miss = NearMiss { agreement: -1.0, ..NearMiss::default() };
    let sizes = grid_candidates::sizes(luma, triple, budget);
    let limit = if effort == Effort::Quick { QUICK_SIZES } else { FULL_SIZES };
    for candidate in sizes.into_iter().take(limit) {
        let exhaustive = effort == Effort::Full;
        let homographies =
            grid_candidates::homographies(luma, candidate, triple, exhaustive, budget);
        for homography in homographies {
            let candidate = GridCandidate { homography, ..candidate };
            match decode_candidate(luma, candidate, triple, effort, budget, &mut near_miss) {
                Attempt::Decoded(symbol) => return Ok(symbol),
                Attempt::OutOfBudget => return Err(near_miss),
                Attempt::Failed => {}
            }
        }
    }
    Err(near_miss)
}

enum Attempt {
    Decoded(DecodedSymbol),
    Failed,
    OutOfBudget,
}

/// Tries the flat grid, then the grids refined by alignment patterns and by the lattice of modules.
fn decode_candidate(
    luma: &Luma,
    GridCandidate { side, homography }: GridCandidate,
    triple: &FinderTriple,
    effort: Effort,
    budget: &mut Budget<'_>,
    near_miss: &mut NearMiss,
) -> Attempt {
    let mut grid = SamplingGrid::flat(side, homography);
    if let Some(symbol) = decode_grid(luma, grid.clone(), effort, budget, near_miss) {
        return Attempt::Decoded(symbol);
    }
    if !budget.has_remaining() {
        return Attempt::OutOfBudget;
    }
    let large = side >= LARGE_SIDE;
    let min_agreement = match (effort, large) {
        (_, true) if triple.version.is_some() => MIN_AGREEMENT_DECLARED_VERSION,
        (_, true) => MIN_AGREEMENT_LARGE,
        (Effort::Quick, _) => MIN_AGREEMENT_QUICK,
        (Effort::Full, _) => MIN_AGREEMENT_FULL,
    };
    if near_miss.agreement < min_agreement {
        return Attempt::Failed;
    }
    if large && let Some(fitted) = alignment_lattice::fit(luma, side, &homography, triple, budget) {
        if let Some(symbol) = decode_grid(luma, fitted.clone(), effort, budget, near_miss) {
            return Attempt::Decoded(symbol);
        }
        grid = fitted;
    }
    for reach in REFINEMENT_REACHES {
        if !budget.spend(SamplingGrid::refinement_cost(side)) {
            return Attempt::OutOfBudget;
        }
        let refined = grid.refined(luma, reach);
        if let Some(symbol) = decode_grid(luma, refined, effort, budget, near_miss) {
            return Attempt::Decoded(symbol);
        }
        if effort == Effort::Quick {
            break;
        }
    }
    Attempt::Failed
}

/// Samples `grid` and decodes it with one module binarizer after another; notes the best failure in
/// `near_miss`.
fn decode_grid(
    luma: &Luma,
    grid: SamplingGrid,
    effort: Effort,
    budget: &mut Budget<'_>,
    near_miss: &mut NearMiss,
) -> Option<DecodedSymbol> {
    let side = grid.side;
    let modules = (side * side) as u64;
    let middle = vec2(side as f32 * 0.5, side as f32 * 0.5);
    let module = grid.homography.local_frame(middle).cell_side();
    let spread = if module > MIN_MODULE_FOR_SPREAD { SPREAD } else { 0.0 };
    if !budget.spend(modules * 5 * SAMPLE_COST + modules * SAMPLING_COST) {
        return None;
    }
    let sampled = SampledModules::sample(luma, &grid, spread);
    let agreement = sampled.function_pattern_agreement();
    if agreement > near_miss.agreement {
        *near_miss = NearMiss { agreement, corners: grid.corners(), module, side };
    }
    if agreement < MIN_AGREEMENT_TO_DECODE {
        return None;
    }
    let limit = if effort == Effort::Quick { QUICK_BINARIZERS } else { MODULE_BINARIZERS.len() };
    let allow_erasures = effort == Effort::Full && agreement > MIN_AGREEMENT_FOR_ERASURES;
    for binarizer in &MODULE_BINARIZERS[..limit] {
        if !budget.spend(modules * DECODING_COST) {
            return None;
        }
        if let Some(decoded) = decode(&sampled.binarize(*binarizer), allow_erasures) {
            return Some(DecodedSymbol { decoded, grid });
        }
    }
    None
}
