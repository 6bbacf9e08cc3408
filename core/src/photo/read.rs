//! The order of attempts: which plane is looked at, how its dark is decided, and when to stop.

use super::budget::Budget;
use super::finder::{self, Finder};
use super::fit::{self, Effort, Found, Near};
use super::geometry::{Frame, P, inside, p};
use super::group::{self, Triple};
use super::load::{self, Loaded, Picture, Refusal};
use super::luma::Luma;
use super::runs::Rows;
use super::threshold::{Blocks, Rung, Thresholds};
use super::{Round, Symbol, Trouble, decode};
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
    pub rounds: Vec<Round>,
    /// Why a code that is plainly there was not read, or that there is none; `None` where all that
    /// was seen was read.
    pub trouble: Option<Trouble>,
    /// The card made straight by its codes, or the upright picture; at most 3 million pixels.
    pub card: Luma,
    /// Milliseconds from bytes to grey.
    pub load_ms: f64,
    /// Milliseconds from grey to codes.
    pub read_ms: f64,
}

/// How a shell follows a reading and stops it.
pub trait Watch {
    /// `done` of `of` stages are over.
    fn stage(&mut self, _done: u32, _of: u32) {}
    /// Whether the person wants no answer any more.
    fn cancelled(&self) -> bool {
        false
    }
}

/// Nobody watches.
impl Watch for () {}

/// Units that a picture may cost; measured to stay well under 1.5 s.
const PURSE: u64 = 500_000_000;

/// Reads a picture.
pub fn read(picture: Picture<'_>, watch: &mut dyn Watch) -> Result<Reading, Refusal> {
    let begin = Instant::now();
    let loaded = load::load(&picture)?;
    let load_ms = begin.elapsed().as_secs_f64() * 1000.0;
    let begin = Instant::now();
    let mut budget = Budget::new(PURSE, watch);
    let mut search = Search::new(&loaded.luma);
    search.run(&mut budget);
    if budget.cancelled() {
        return Err(Refusal::Cancelled);
    }
    let (width, height) = loaded.size();
    let symbols = search.read.iter().map(|s| symbol(&loaded, s)).collect();
    Ok(Reading {
        width,
        height,
        symbols,
        rounds: Vec::new(),
        trouble: None,
        card: super::card::upright(&Luma::default()),
        load_ms,
        read_ms: begin.elapsed().as_secs_f64() * 1000.0,
    })
}

/// A code in the pixels of the loaded picture.
struct Read {
    found: Found,
    corners: [P; 4],
    inverted: bool,
}

fn symbol(loaded: &Loaded, s: &Read) -> Symbol {
    let (bytes, text) = decode::content(&s.found.decoded.message);
    let mut corners = s.corners.map(|q| loaded.place(q));
    let mirrored = s.found.decoded.mirrored;
    if mirrored {
        // Its own upper left stays; right and down change places.
        corners.swap(1, 3);
    }
    Symbol {
        bytes,
        text,
        corners: corners.map(P::outward),
        version: ((s.found.warp.side - 17) / 4) as u8,
        mirrored: mirrored != loaded.flips(),
        inverted: s.inverted,
        part: s.found.decoded.message.part,
    }
}

/// One size of the picture.
struct Plane {
    luma: Luma,
    blocks: Blocks,
    /// Pixels of the loaded picture in one of this plane.
    scale: f32,
}

struct Search<'a> {
    full: &'a Luma,
    read: Vec<Read>,
    near: Vec<Near>,
}

impl<'a> Search<'a> {
    fn new(full: &'a Luma) -> Self {
        Self { full, read: Vec::new(), near: Vec::new() }
    }

    fn run(&mut self, budget: &mut Budget<'_>) {
        let (w, h) = (self.full.width as usize, self.full.height as usize);
        if w < 15 || h < 15 {
            return;
        }
        let first =
            Plane { luma: self.full.clone(), blocks: Blocks::measure(self.full), scale: 1.0 };
        let mut planes = vec![first];
        while planes[planes.len() - 1].luma.width.min(planes[planes.len() - 1].luma.height) >= 240 {
            let last = &planes[planes.len() - 1];
            let luma = last.luma.reduced(2);
            let scale = self.full.width as f32 / luma.width as f32;
            let blocks = Blocks::measure(&luma);
            planes.push(Plane { luma, blocks, scale });
        }
        for rung in [
            Rung::Local { radius: 2 },
            Rung::Wide { radius: 5, percent: 95 },
            Rung::Middle { radius: 3 },
        ] {
            for plane in planes.iter().rev() {
                self.plane(plane, &planes, rung, Effort::Quick, false, budget);
            }
            if !self.read.is_empty() {
                return;
            }
        }
        for rung in [Rung::Local { radius: 2 }, Rung::Wide { radius: 5, percent: 95 }] {
            for plane in planes.iter().rev() {
                self.plane(plane, &planes, rung, Effort::Full, false, budget);
            }
            if !self.read.is_empty() {
                return;
            }
        }
    }

    fn plane(
        &mut self,
        plane: &Plane,
        planes: &[Plane],
        rung: Rung,
        effort: Effort,
        inverted: bool,
        budget: &mut Budget<'_>,
    ) {
        let t = plane.blocks.thresholds(rung);
        let finders =
            self.finders(plane, &t, if plane.luma.data.len() > 3_000_000 { 4 } else { 2 }, budget);
        let mut used = vec![false; finders.len()];
        for triple in group::triples(&finders, 300) {
            if triple.of.iter().any(|i| used[*i]) || !budget.open() {
                continue;
            }
            let (plane, triple) = sharper(plane, planes, triple);
            match fit::read(&plane.luma, &triple, effort, budget) {
                Ok(found) => {
                    for i in triple.of {
                        used[i] = true;
                    }
                    self.keep(found, plane.scale, inverted);
                }
                Err(near) => self.near.push(near),
            }
        }
    }

    fn keep(&mut self, found: Found, scale: f32, inverted: bool) {
        let s = found.warp.side as f32;
        let corners =
            [p(0.0, 0.0), p(s, 0.0), p(s, s), p(0.0, s)].map(|q| found.warp.at(q) * scale);
        let middle = found.warp.at(p(s * 0.5, s * 0.5)) * scale;
        if self.read.iter().any(|r| inside(&r.corners, middle)) {
            return;
        }
        self.read.push(Read { found, corners, inverted });
    }

    fn finders(
        &self,
        plane: &Plane,
        t: &Thresholds,
        step: usize,
        budget: &mut Budget<'_>,
    ) -> Vec<Finder> {
        let luma = &plane.luma;
        let mut rows = Rows::new(luma);
        let mut hints = Vec::new();
        let mut out: Vec<Finder> = Vec::new();
        for y in (step / 2..luma.height as usize).step_by(step) {
            if !budget.spend(u64::from(luma.width) * 2) {
                break;
            }
            hints.clear();
            rows.hints(luma, t, y, |h| hints.push(h));
            for h in &hints {
                let at = p(h.x, h.y);
                if self.read.iter().any(|r| inside(&r.corners, at * plane.scale)) {
                    continue;
                }
                let seen = out.iter().rev().any(|f| {
                    let d = at - f.frame.centre;
                    d.dot(d) < f.module * f.module * 4.0
                });
                if seen || !budget.spend(finder::COST) {
                    continue;
                }
                let threshold = f32::from(t.at(h.x as usize, h.y as usize)) - 0.5;
                if let Some(f) = finder::look(luma, h, threshold) {
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

/// The plane on which the modules have about four pixels, and the triple as it lies there.
fn sharper<'p>(plane: &'p Plane, planes: &'p [Plane], t: Triple) -> (&'p Plane, Triple) {
    let module = t.frames[0].u.cross(t.frames[0].v).abs().sqrt() * plane.scale;
    let best = planes.iter().rev().find(|q| module / q.scale >= 4.0).unwrap_or(&planes[0]);
    let k = plane.scale / best.scale;
    let frames = t.frames.map(|f| Frame { centre: f.centre * k, u: f.u * k, v: f.v * k });
    (best, Triple { frames, ..t })
}
