//! Decides the order of attempts: which level of the pyramid is searched, with which binarizer, and
//! when to stop.
//!
//! Must not depend on file formats or on a clock; the budget alone ends a search.

use crate::binarizer::{Binarizer, ThresholdMap};
use crate::budget::Budget;
use crate::finder_detector;
use crate::finder_pattern::FinderPattern;
use crate::finder_triple::{self, FinderTriple};
use crate::geometry::{Vec2, diagonal_centre, polygon_contains, vec2};
use crate::grid_fit::{self, DecodedSymbol, Effort, NearMiss};
use crate::luma::Luma;
use crate::pyramid::{self, PyramidLevel};
use crate::round_code::{self, RoundCodeFamily};
use crate::row_scan::RowScanner;
use crate::unread_reason::{self, UnreadReason};
use crate::version_information;

// Empirical; no measurement recorded.
/// Least side of a picture to search, in pixels: version 1 has 21 modules.
const MIN_SIDE: usize = 15;
/// Every fourth row of a level with more pixels is scanned, else every second one.
const LARGE_LEVEL: usize = 3_000_000;
const LARGE_ROW_STEP: usize = 4;
const ROW_STEP: usize = 2;
/// Triples tried on one level.
const MAX_TRIPLES: usize = 300;
/// Sum of the triple's width and height in modules above which version information is looked for.
const MIN_EXTENT_FOR_VERSION: f32 = 60.0;
/// With this many finder patterns on one level, a pair of them is no evidence of a symbol.
const MAX_FINDERS_FOR_PAIR: usize = 60;
/// Squared distance in squared modules below which two finder patterns are the same.
const SAME_FINDER: f32 = 4.0;
/// Agreement with the function patterns above which an undecoded code is reported beside decoded
/// ones.
const MIN_AGREEMENT_BESIDE_OTHERS: f32 = 0.75;
/// Agreement from which three round finder patterns belong to a square code.
const MIN_SQUARE_AGREEMENT: f32 = 0.7;
const LOCAL_MEAN: Binarizer = Binarizer::LocalMean { radius: 2 };
const WINDOW_MEAN: Binarizer = Binarizer::WindowMean { radius: 5, percent: 95 };
const MID_RANGE: Binarizer = Binarizer::MidRange { radius: 3 };

/// One pass over all levels.
struct Pass {
    binarizer: Binarizer,
    effort: Effort,
    /// Search the negative, for light codes on a dark ground.
    inverted: bool,
    /// Accept finder patterns whose outer ring merges with something dark: no quiet zone, a line.
    allow_open: bool,
}

/// Cheap passes first. The search ends after the first pass that has decoded anything.
const PASSES: [Pass; 7] = [
    Pass { binarizer: LOCAL_MEAN, effort: Effort::Quick, inverted: false, allow_open: false },
    Pass { binarizer: WINDOW_MEAN, effort: Effort::Quick, inverted: false, allow_open: false },
    Pass { binarizer: MID_RANGE, effort: Effort::Quick, inverted: false, allow_open: false },
    Pass { binarizer: LOCAL_MEAN, effort: Effort::Quick, inverted: true, allow_open: true },
    Pass { binarizer: WINDOW_MEAN, effort: Effort::Quick, inverted: false, allow_open: true },
    Pass { binarizer: LOCAL_MEAN, effort: Effort::Full, inverted: false, allow_open: true },
    Pass { binarizer: WINDOW_MEAN, effort: Effort::Full, inverted: false, allow_open: false },
];

/// A decoded symbol in the pixels of the searched picture.
pub struct FoundSymbol {
    pub symbol: DecodedSymbol,
    /// Clockwise in the picture, from the symbol's own upper left.
    pub corners: [Vec2; 4],
    /// Light on dark.
    pub inverted: bool,
}

/// The search of one picture and what it has found so far.
pub struct Search<'a> {
    full: &'a Luma,
    /// In the order of discovery.
    pub symbols: Vec<FoundSymbol>,
    /// Family, and corners in pixels of the picture.
    pub round_codes: Vec<(RoundCodeFamily, [Vec2; 4])>,
    /// The best grid of each undecoded code, in pixels of the picture.
    near_misses: Vec<NearMiss>,
    /// Two adjacent finder patterns of one code were found.
    has_finder_pair: bool,
}

impl<'a> Search<'a> {
    pub fn new(full: &'a Luma) -> Self {
        Self {
            full,
            symbols: Vec::new(),
            round_codes: Vec::new(),
            near_misses: Vec::new(),
            has_finder_pair: false,
        }
    }

    pub fn run(&mut self, budget: &mut Budget<'_>) {
        let (w, h) = (self.full.width as usize, self.full.height as usize);
        if w >= MIN_SIDE && h >= MIN_SIDE {
            self.run_passes(budget);
        }
        // Report completion whatever ended the search.
        budget.report_stage(1, 1);
        self.round_codes.retain(|(_, corners)| {
            let centre = diagonal_centre(corners);
            !self.symbols.iter().any(|s| polygon_contains(&s.corners, centre))
        });
    }

    /// Why an undecoded code was not read, or that there is no code; `None` where everything that
    /// was found was decoded.
    pub fn unread_reason(&self) -> Option<UnreadReason> {
        let is_elsewhere = |n: &&NearMiss| {
            let centre = diagonal_centre(&n.corners);
            !self.symbols.iter().any(|s| {
                polygon_contains(&s.corners, centre)
                    || polygon_contains(&n.corners, diagonal_centre(&s.corners))
            })
        };
        let best = self
            .near_misses
            .iter()
            .filter(is_elsewhere)
            .max_by(|a, b| a.agreement.total_cmp(&b.agreement));
        let nothing = self.symbols.is_empty() && self.round_codes.is_empty();
        match best {
            Some(n) if nothing || n.agreement > MIN_AGREEMENT_BESIDE_OTHERS => {
                Some(unread_reason::diagnose(self.full, n))
            }
            _ if !nothing => None,
            _ if self.has_finder_pair => Some(UnreadReason::Partial),
            _ => Some(UnreadReason::NoCode),
        }
    }

    fn run_passes(&mut self, budget: &mut Budget<'_>) {
        let mut levels = pyramid::build(self.full);
        let mut inverted = false;
        let stages = (PASSES.len() * levels.len()) as u32;
        for (n, pass) in PASSES.iter().enumerate() {
            if !self.round_codes.is_empty() && pass.effort == Effort::Full {
                return;
            }
            if pass.inverted != inverted {
                inverted = pass.inverted;
                levels.iter_mut().for_each(PyramidLevel::invert);
            }
            for i in (0..levels.len()).rev() {
                let done = n * levels.len() + levels.len() - 1 - i;
                if !budget.report_stage(done as u32, stages) {
                    return;
                }
                self.search_level(&levels[i], &levels, pass, budget);
            }
            if !self.symbols.is_empty() {
                return;
            }
        }
    }

    fn search_level(
        &mut self,
        level: &PyramidLevel,
        levels: &[PyramidLevel],
        pass: &Pass,
        budget: &mut Budget<'_>,
    ) {
        let thresholds = level.blocks.thresholds(pass.binarizer);
        let finders = self.find_finder_patterns(level, &thresholds, pass.allow_open, budget);
        let mut used = vec![false; finders.len()];
        for triple in find_triples(level, &finders, budget) {
            if triple.indices.iter().any(|i| used[*i]) || !budget.has_remaining() {
                continue;
            }
            let round = triple.indices.iter().all(|i| finders[*i].round);
            let indices = triple.indices;
            let (level, triple) = pyramid::level_for_decoding(level, levels, triple);
            match grid_fit::decode_triple(&level.luma, &triple, pass.effort, budget) {
                Ok(symbol) => {
                    for i in indices {
                        used[i] = true;
                    }
                    self.add_symbol(symbol, level.scale, pass.inverted);
                }
                Err(near_miss) => {
                    if round && near_miss.agreement < MIN_SQUARE_AGREEMENT {
                        self.add_round_code(&triple, level, budget);
                    }
                    self.add_near_miss(near_miss, level.scale);
                }
            }
        }
        self.has_finder_pair |=
            finders.len() < MAX_FINDERS_FOR_PAIR && finder_triple::has_adjacent_pair(&finders);
    }

    /// The finder patterns of one level, except those inside decoded symbols.
    fn find_finder_patterns(
        &self,
        level: &PyramidLevel,
        thresholds: &ThresholdMap,
        allow_open: bool,
        budget: &mut Budget<'_>,
    ) -> Vec<FinderPattern> {
        let luma = &level.luma;
        let step = if luma.data.len() > LARGE_LEVEL { LARGE_ROW_STEP } else { ROW_STEP };
        let mut scanner = RowScanner::new(luma);
        let mut candidates = Vec::new();
        let mut out: Vec<FinderPattern> = Vec::new();
        let is_at = |f: &FinderPattern, point: Vec2| {
            let d = point - f.frame.centre;
            d.dot(d) < f.module * f.module * SAME_FINDER
        };
        for y in (step / 2..luma.height as usize).step_by(step) {
            if !budget.spend(u64::from(luma.width) * 2) {
                break;
            }
            candidates.clear();
            scanner.candidates(luma, thresholds, y, allow_open, |c| candidates.push(c));
            for candidate in &candidates {
                // The candidate is compared with every finder pattern so far.
                if !budget.spend(out.len() as u64) {
                    return out;
                }
                let point = vec2(candidate.x, candidate.y);
                if self.symbols.iter().any(|s| polygon_contains(&s.corners, point * level.scale)) {
                    continue;
                }
                let known = out.iter().rev().any(|f| is_at(f, point));
                if known || !budget.spend(finder_detector::COST) {
                    continue;
                }
                let threshold =
                    f32::from(thresholds.at(candidate.x as usize, candidate.y as usize)) - 0.5;
                if let Some(f) = finder_detector::detect(luma, candidate, threshold) {
                    // The scale is that of the new pattern here, of the known one above.
                    let duplicate = out.iter().any(|o| is_at(&f, o.frame.centre));
                    if !duplicate {
                        out.push(f);
                    }
                }
            }
        }
        out
    }

    fn add_symbol(&mut self, symbol: DecodedSymbol, scale: f32, inverted: bool) {
        let corners = symbol.grid.corners().map(|q| q * scale);
        let middle = symbol.grid.side as f32 * 0.5;
        let centre = symbol.grid.map(vec2(middle, middle)) * scale;
        if self.symbols.iter().any(|s| polygon_contains(&s.corners, centre)) {
            return;
        }
        self.symbols.push(FoundSymbol { symbol, corners, inverted });
    }

    fn add_round_code(
        &mut self,
        triple: &FinderTriple,
        level: &PyramidLevel,
        budget: &mut Budget<'_>,
    ) {
        if !budget.spend(round_code::COST) {
            return;
        }
        if let Some((family, corners)) = round_code::classify(&level.luma, triple) {
            let corners = corners.map(|q| q * level.scale);
            let centre = diagonal_centre(&corners);
            if !self.round_codes.iter().any(|(_, c)| polygon_contains(c, centre)) {
                self.round_codes.push((family, corners));
            }
        }
    }

    /// Keeps the best near miss of each code.
    fn add_near_miss(&mut self, near_miss: NearMiss, scale: f32) {
        if near_miss.agreement < unread_reason::MIN_CODE_AGREEMENT {
            return;
        }
        let near_miss = NearMiss {
            corners: near_miss.corners.map(|q| q * scale),
            module: near_miss.module * scale,
            ..near_miss
        };
        let centre = diagonal_centre(&near_miss.corners);
        match self.near_misses.iter_mut().find(|n| polygon_contains(&n.corners, centre)) {
            Some(known) if known.agreement < near_miss.agreement => *known = near_miss,
            Some(_) => {}
            None => self.near_misses.push(near_miss),
        }
    }
}

/// The most likely triples; those with version information come first.
fn find_triples(
    level: &PyramidLevel,
    finders: &[FinderPattern],
    budget: &mut Budget<'_>,
) -> Vec<FinderTriple> {
    let pairs = (finders.len() * finders.len()) as u64;
    if !budget.spend(pairs * finder_triple::PAIR_COST) {
        return Vec::new();
    }
    let mut all = finder_triple::find_triples(finders, MAX_TRIPLES);
    for triple in &mut all {
        if triple.width + triple.height > MIN_EXTENT_FOR_VERSION
            && budget.spend(version_information::COST)
        {
            triple.version = version_information::read_version(&level.luma, triple);
        }
    }
    all.sort_by_key(|t| t.version.is_none());
    all
}
