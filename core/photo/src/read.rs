//! The order of attempts: which plane is looked at, how its dark is decided, and when to stop.

use super::binarizer::{Binarizer, ThresholdMap};
use super::budget::Budget;
use super::finder_pattern::{self, FinderPattern};
use super::finder_triple::{self, FinderTriple};
use super::geometry::{Vec2, polygon_contains, vec2};
use super::grid_fit::{self, Effort, NearMiss, ReadCode};
use super::load::{self, LoadedPicture, Picture, ReadError};
use super::luma::Luma;
use super::pyramid::{PyramidLevel, planes, sharper};
use super::round_code::{self, RoundCodeFamily};
use super::row_scan::RowScanner;
use super::{
    RectifiedCard, RoundCode, Symbol, UnreadReason, decode, unread_reason, version_information,
};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// What was seen in a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Width of the upright picture before any reduction, in pixels.
    pub width: u32,
    /// Height of the same.
    pub height: u32,
    /// Codes that were read, in reading order.
    pub symbols: Vec<Symbol>,
    /// Round codes, which cannot be read.
    pub round_codes: Vec<RoundCode>,
    /// Why a code that is plainly there was not read, or that there is none; `None` where all that
    /// was seen was read.
    pub unread_reason: Option<UnreadReason>,
    /// The card made straight by its largest code, or the upright picture.
    pub card: RectifiedCard,
    /// Units of work that finding and decoding cost, at most [`WORK_LIMIT`]; the same everywhere.
    pub work: u64,
    /// Milliseconds from bytes to grey.
    pub load_ms: f64,
    /// Milliseconds from grey to codes.
    pub read_ms: f64,
}

/// How a shell follows a reading and stops it.
pub trait Observer {
    /// `done` of `of` stages are over.
    fn stage(&mut self, _done: u32, _of: u32) {}
    /// Whether the person wants no answer any more.
    fn cancelled(&self) -> bool {
        false
    }
}

/// Nobody watches.
impl Observer for () {}

/// Units that a picture may cost; measured to stay well under 1.5 s.
pub const WORK_LIMIT: u64 = 400_000_000;

/// Units that are left for a picture however dear it was to load.
const MIN_WORK_LIMIT: u64 = 60_000_000;

/// The upright picture in grey, at most 12.6 million pixels: what a reading looks at.
///
/// # Errors
/// Where it is no picture, or too large.
pub fn load_upright(picture: &Picture<'_>) -> Result<Luma, ReadError> {
    let mut loaded = load::load(picture)?;
    let luma = std::mem::take(&mut loaded.luma);
    Ok(loaded.to_upright(luma))
}

/// Pictures that [`read`] decoded and searched in this process.
static READ: AtomicU64 = AtomicU64::new(0);

/// How many pictures were decoded and searched in this process: a test asserts that no path of the
/// API reads one twice.
#[must_use]
pub fn pictures_read() -> u64 {
    READ.load(Ordering::Relaxed)
}

/// Decodes a picture and searches it for codes.
///
/// # Errors
/// Where it is no readable picture, or `watch` says to stop.
pub fn read(picture: Picture<'_>, watch: &mut dyn Observer) -> Result<Reading, ReadError> {
    READ.fetch_add(1, Ordering::Relaxed);
    let begin = Instant::now();
    let loaded = load::load(&picture)?;
    let load_ms = begin.elapsed().as_secs_f64() * 1000.0;
    let begin = Instant::now();
    // What was dear to load is looked at less long; the cheap attempts are always made.
    let limit = WORK_LIMIT - loaded.excess_cost().min(WORK_LIMIT - MIN_WORK_LIMIT);
    let mut budget = Budget::new(limit, watch);
    let mut search = Search::new(&loaded.luma);
    search.run(&mut budget);
    if budget.poll_cancelled() {
        return Err(ReadError::Cancelled);
    }
    let work = budget.spent();
    let read_ms = begin.elapsed().as_secs_f64() * 1000.0;
    let (width, height) = loaded.upright_size();
    let symbols: Vec<Symbol> = search.read.iter().map(|s| symbol(&loaded, s)).collect();
    let round_codes = search
        .rounds
        .iter()
        .map(|(family, corners)| RoundCode {
            family: *family,
            corners: clockwise(corners.map(|q| loaded.to_full_size(q)), loaded.mirrors())
                .map(Vec2::to_point),
        })
        .collect();
    let unread_reason = search.unread_reason();
    let plane = plane_of(&search);
    let card = RectifiedCard::new(loaded, plane);
    Ok(Reading { width, height, symbols, round_codes, unread_reason, card, work, load_ms, read_ms })
}

/// Where the largest code lies: it gives the card's plane best.
fn plane_of(search: &Search<'_>) -> Option<[Vec2; 4]> {
    let size = |q: &[Vec2; 4]| (q[2] - q[0]).cross(q[3] - q[1]).abs();
    let codes = search.read.iter().map(|r| clockwise(r.corners, r.found.decoded.mirrored));
    let rounds = search.rounds.iter().map(|r| r.1);
    codes.chain(rounds).max_by(|a, b| size(a).total_cmp(&size(b)))
}

/// Its own upper left stays; in a mirrored code right and down change places.
fn clockwise(mut corners: [Vec2; 4], mirrored: bool) -> [Vec2; 4] {
    if mirrored {
        corners.swap(1, 3);
    }
    corners
}

/// A code in the pixels of the loaded picture.
struct Read {
    found: ReadCode,
    corners: [Vec2; 4],
    inverted: bool,
}

fn symbol(loaded: &LoadedPicture, s: &Read) -> Symbol {
    let (bytes, text) = decode::payload(&s.found.decoded.message);
    let mirrored = s.found.decoded.mirrored;
    let corners = clockwise(s.corners.map(|q| loaded.to_full_size(q)), mirrored);
    Symbol {
        bytes,
        text,
        corners: corners.map(Vec2::to_point),
        version: ((s.found.warp.side - 17) / 4) as u8,
        mirrored: mirrored != loaded.mirrors(),
        inverted: s.inverted,
        structured_append: s.found.decoded.message.structured_append,
    }
}

/// One round of attempts over all planes.
struct Step {
    binarizer: Binarizer,
    effort: Effort,
    inverted: bool,
    /// Finders count even where their outer ring runs into something dark: no quiet zone, a line.
    loose: bool,
}

/// Cheap ones first; the first that reads anything is the last.
const STEPS: [Step; 7] = [
    Step { binarizer: LOCAL, effort: Effort::Quick, inverted: false, loose: false },
    Step { binarizer: WIDE, effort: Effort::Quick, inverted: false, loose: false },
    Step { binarizer: MIDDLE, effort: Effort::Quick, inverted: false, loose: false },
    Step { binarizer: LOCAL, effort: Effort::Quick, inverted: true, loose: true },
    Step { binarizer: WIDE, effort: Effort::Quick, inverted: false, loose: true },
    Step { binarizer: LOCAL, effort: Effort::Full, inverted: false, loose: true },
    Step { binarizer: WIDE, effort: Effort::Full, inverted: false, loose: false },
];
const MIDDLE: Binarizer = Binarizer::Middle { radius: 3 };
const LOCAL: Binarizer = Binarizer::Local { radius: 2 };
const WIDE: Binarizer = Binarizer::Wide { radius: 5, percent: 95 };

/// Agreement of the fixed patterns above which another code beside those read is worth a word.
const CERTAIN: f32 = 0.75;

/// Agreement above which three ring finders belong to a square code.
const SQUARE: f32 = 0.7;

struct Search<'a> {
    full: &'a Luma,
    read: Vec<Read>,
    rounds: Vec<(RoundCodeFamily, [Vec2; 4])>,
    /// The nearest misses, one a place, in pixels of the full plane.
    near: Vec<NearMiss>,
    /// Two finders of one code were seen.
    pair: bool,
}

impl<'a> Search<'a> {
    fn new(full: &'a Luma) -> Self {
        Self { full, read: Vec::new(), rounds: Vec::new(), near: Vec::new(), pair: false }
    }

    fn run(&mut self, budget: &mut Budget<'_>) {
        let (w, h) = (self.full.width as usize, self.full.height as usize);
        if w >= 15 && h >= 15 {
            self.steps(budget);
        }
        // However it ended, the watcher hears that it did.
        budget.report_stage(1, 1);
        self.rounds.retain(|(_, corners)| {
            let middle = (corners[0] + corners[2]) * 0.5;
            !self.read.iter().any(|r| polygon_contains(&r.corners, middle))
        });
    }

    fn steps(&mut self, budget: &mut Budget<'_>) {
        let mut planes = planes(self.full);
        let mut inverted = false;
        let of = (STEPS.len() * planes.len()) as u32;
        for (n, step) in STEPS.iter().enumerate() {
            if !self.rounds.is_empty() && step.effort == Effort::Full {
                return;
            }
            if step.inverted != inverted {
                inverted = step.inverted;
                planes.iter_mut().for_each(PyramidLevel::turn_over);
            }
            for i in (0..planes.len()).rev() {
                let done = n * planes.len() + planes.len() - 1 - i;
                if !budget.report_stage(done as u32, of) {
                    return;
                }
                self.plane(&planes[i], &planes, step, budget);
            }
            if !self.read.is_empty() {
                return;
            }
        }
    }

    fn plane(
        &mut self,
        plane: &PyramidLevel,
        planes: &[PyramidLevel],
        step: &Step,
        budget: &mut Budget<'_>,
    ) {
        let t = plane.blocks.thresholds(step.binarizer);
        let skip = if plane.luma.data.len() > 3_000_000 { 4 } else { 2 };
        let finders = self.finders(plane, &t, (skip, step.loose), budget);
        let mut used = vec![false; finders.len()];
        for triple in self.triples(plane, &finders, budget) {
            if triple.of.iter().any(|i| used[*i]) || !budget.has_remaining() {
                continue;
            }
            let rings = triple.of.iter().filter(|i| finders[**i].round).count();
            let (plane, triple) = sharper(plane, planes, triple);
            match grid_fit::read(&plane.luma, &triple, step.effort, budget) {
                Ok(found) => {
                    for i in triple.of {
                        used[i] = true;
                    }
                    self.keep(found, plane.scale, step.inverted);
                }
                Err(near) => {
                    if rings == 3 && near.agreement < SQUARE {
                        self.round(&triple, plane, budget);
                    }
                    self.miss(near, plane.scale);
                }
            }
        }
        self.pair |= finders.len() < 60 && finder_triple::pair(&finders);
    }

    /// The likeliest groups of three; first of all those that say their version.
    fn triples(
        &self,
        plane: &PyramidLevel,
        finders: &[FinderPattern],
        budget: &mut Budget<'_>,
    ) -> Vec<FinderTriple> {
        let pairs = (finders.len() * finders.len()) as u64;
        if !budget.spend(pairs * finder_triple::PAIR_COST) {
            return Vec::new();
        }
        let mut all = finder_triple::triples(finders, 300);
        for triple in &mut all {
            if triple.across + triple.down > 60.0 && budget.spend(version_information::COST) {
                triple.version = version_information::read_version(&plane.luma, triple);
            }
        }
        all.sort_by_key(|t| t.version.is_none());
        all
    }

    fn round(&mut self, triple: &FinderTriple, plane: &PyramidLevel, budget: &mut Budget<'_>) {
        if !budget.spend(round_code::COST) {
            return;
        }
        if let Some((family, corners)) = round_code::look(&plane.luma, triple) {
            let corners = corners.map(|q| q * plane.scale);
            let middle = (corners[0] + corners[2]) * 0.5;
            if !self.rounds.iter().any(|(_, c)| polygon_contains(c, middle)) {
                self.rounds.push((family, corners));
            }
        }
    }

    fn miss(&mut self, near: NearMiss, scale: f32) {
        if near.agreement < unread_reason::PLAIN {
            return;
        }
        let near = NearMiss {
            corners: near.corners.map(|q| q * scale),
            module: near.module * scale,
            ..near
        };
        let middle = (near.corners[0] + near.corners[2]) * 0.5;
        match self.near.iter_mut().find(|n| polygon_contains(&n.corners, middle)) {
            Some(known) if known.agreement < near.agreement => *known = near,
            Some(_) => {}
            None => self.near.push(near),
        }
    }

    /// What to tell about codes that were seen and not read.
    fn unread_reason(&self) -> Option<UnreadReason> {
        let free = |n: &&NearMiss| {
            let middle = (n.corners[0] + n.corners[2]) * 0.5;
            !self.read.iter().any(|r| {
                polygon_contains(&r.corners, middle)
                    || polygon_contains(&n.corners, (r.corners[0] + r.corners[2]) * 0.5)
            })
        };
        let best = self.near.iter().filter(free).max_by(|a, b| a.agreement.total_cmp(&b.agreement));
        let nothing = self.read.is_empty() && self.rounds.is_empty();
        match best {
            Some(near) if nothing || near.agreement > CERTAIN => {
                Some(unread_reason::of(self.full, near))
            }
            _ if !nothing => None,
            _ if self.pair => Some(UnreadReason::Partial),
            _ => Some(UnreadReason::NoCode),
        }
    }

    fn keep(&mut self, found: ReadCode, scale: f32, inverted: bool) {
        let s = found.warp.side as f32;
        let corners = [vec2(0.0, 0.0), vec2(s, 0.0), vec2(s, s), vec2(0.0, s)]
            .map(|q| found.warp.at(q) * scale);
        let middle = found.warp.at(vec2(s * 0.5, s * 0.5)) * scale;
        if self.read.iter().any(|r| polygon_contains(&r.corners, middle)) {
            return;
        }
        self.read.push(Read { found, corners, inverted });
    }

    fn finders(
        &self,
        plane: &PyramidLevel,
        t: &ThresholdMap,
        (step, loose): (usize, bool),
        budget: &mut Budget<'_>,
    ) -> Vec<FinderPattern> {
        let luma = &plane.luma;
        let mut rows = RowScanner::new(luma);
        let mut hints = Vec::new();
        let mut out: Vec<FinderPattern> = Vec::new();
        for y in (step / 2..luma.height as usize).step_by(step) {
            if !budget.spend(u64::from(luma.width) * 2) {
                break;
            }
            hints.clear();
            rows.hints(luma, t, y, loose, |h| hints.push(h));
            for h in &hints {
                // Each is compared with all that were found.
                if !budget.spend(out.len() as u64) {
                    return out;
                }
                let at = vec2(h.x, h.y);
                if self.read.iter().any(|r| polygon_contains(&r.corners, at * plane.scale)) {
                    continue;
                }
                let seen = out.iter().rev().any(|f| {
                    let d = at - f.frame.centre;
                    d.dot(d) < f.module * f.module * 4.0
                });
                if seen || !budget.spend(finder_pattern::COST) {
                    continue;
                }
                let threshold = f32::from(t.at(h.x as usize, h.y as usize)) - 0.5;
                if let Some(f) = finder_pattern::look(luma, h, threshold) {
                    let double = out.iter().any(|o| {
                        let d = o.frame.centre - f.frame.centre;
                        d.dot(d) < f.module * f.module * 4.0
                    });
                    if !double {
                        out.push(f);
                    }
                }
            }
        }
        out
    }
}
