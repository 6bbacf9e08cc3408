//! Reads one picture: loads it, searches it for codes within a work limit and collects the result.
//!
//! `search` decides the order of attempts; this file alone uses a clock, and only to report times.

use crate::budget::Budget;
use crate::geometry::Vec2;
use crate::load::{self, LoadedPicture, Picture, ReadError};
use crate::luma::Luma;
use crate::search::{FoundSymbol, Search};
use crate::{RectifiedCard, RoundCode, Symbol, UnreadReason, decode, function_patterns};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// Work units that one picture may cost. Chosen so that a reading stays well under 1.5 s on the
/// machine where the units were measured; no measurement recorded.
pub const WORK_LIMIT: u64 = 400_000_000;

/// Work units left for a picture however expensive its decoding was: the cheap passes are always
/// made. Empirical; no measurement recorded.
const MIN_WORK_LIMIT: u64 = 60_000_000;

/// What [`read`] found in a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Width of the upright picture before any downscaling, in pixels.
    pub width: u32,
    /// Height of the same.
    pub height: u32,
    /// Decoded codes, in the order of discovery.
    pub symbols: Vec<Symbol>,
    /// Round codes, which cannot be decoded.
    pub round_codes: Vec<RoundCode>,
    /// Why a visible code was not decoded, or that there is none; `None` where everything found was
    /// decoded.
    pub unread_reason: Option<UnreadReason>,
    /// The card rectified by its largest code, or the upright picture.
    pub card: RectifiedCard,
    /// Work units spent on finding and decoding, at most [`WORK_LIMIT`]; the same on every machine.
    pub work: u64,
    /// Milliseconds from the file's bytes to grey pixels.
    pub load_ms: f64,
    /// Milliseconds from grey pixels to codes.
    pub read_ms: f64,
}

/// Follows the progress of a reading and cancels it.
pub trait Observer {
    /// Called after `done` of `total` stages.
    fn stage(&mut self, _done: u32, _total: u32) {}
    /// Whether to stop; polled before every stage.
    fn cancelled(&self) -> bool {
        false
    }
}

/// Ignores the progress and never cancels.
impl Observer for () {}

/// The upright picture in grey, at most 12.6 million pixels.
///
/// # Errors
/// A file that is no picture, is damaged or is too large.
pub fn load_upright(picture: &Picture<'_>) -> Result<Luma, ReadError> {
    let mut loaded = load::load(picture)?;
    let luma = std::mem::take(&mut loaded.luma);
    Ok(loaded.to_upright(luma))
}

/// Calls of [`read`] in this process.
static PICTURES_READ: AtomicU64 = AtomicU64::new(0);

/// How many pictures [`read`] has decoded and searched in this process. A test asserts that no path
/// of the API reads a picture twice.
#[must_use]
pub fn pictures_read() -> u64 {
    PICTURES_READ.load(Ordering::Relaxed)
}

/// Decodes a picture file and searches it for codes.
///
/// ```
/// use yanka_photo::{Picture, read};
///
/// let file = std::fs::read("../../tests/photos/after-sales-wechat.jpg").expect("a picture");
/// let reading = read(Picture::Encoded(&file), &mut ()).expect("a readable picture");
/// assert_eq!((reading.width, reading.height), (1600, 1200));
/// let text = reading.symbols[0].text.as_deref();
/// assert_eq!(text, Some("https://u.wechat.com/EXAMPLEyankaEXAMPLE0001"));
/// ```
///
/// # Errors
/// A file that is no picture, is damaged or is too large; [`ReadError::Cancelled`] where `observer`
/// cancels.
pub fn read(picture: Picture<'_>, observer: &mut dyn Observer) -> Result<Reading, ReadError> {
    PICTURES_READ.fetch_add(1, Ordering::Relaxed);
    let started = Instant::now();
    let loaded = load::load(&picture)?;
    let load_ms = started.elapsed().as_secs_f64() * 1000.0;
    let started = Instant::now();
    // Expensive decodes reduce the search budget.
    let limit = WORK_LIMIT - loaded.excess_cost().min(WORK_LIMIT - MIN_WORK_LIMIT);
    let mut budget = Budget::new(limit, observer);
    let mut search = Search::new(&loaded.luma);
    search.run(&mut budget);
    if budget.poll_cancelled() {
        return Err(ReadError::Cancelled);
    }
    let work = budget.spent();
    let read_ms = started.elapsed().as_secs_f64() * 1000.0;
    let (width, height) = loaded.upright_size();
    let symbols: Vec<Symbol> = search.symbols.iter().map(|s| symbol(&loaded, s)).collect();
    let round_codes = search
        .round_codes
        .iter()
        .map(|(family, corners)| RoundCode {
            family: *family,
            corners: reversed_if(loaded.mirrors(), corners.map(|q| loaded.to_full_size(q)))
                .map(Vec2::to_point),
        })
        .collect();
    let unread_reason = search.unread_reason();
    let corners = largest_code(&search);
    let card = RectifiedCard::new(loaded, corners);
    Ok(Reading { width, height, symbols, round_codes, unread_reason, card, work, load_ms, read_ms })
}

/// Corners of the largest code, which determines the card's plane best; `None` without a code.
fn largest_code(search: &Search<'_>) -> Option<[Vec2; 4]> {
    let area = |q: &[Vec2; 4]| (q[2] - q[0]).cross(q[3] - q[1]).abs();
    let symbols = search.symbols.iter().map(|s| reversed_if(s.symbol.decoded.mirrored, s.corners));
    let round_codes = search.round_codes.iter().map(|(_, corners)| *corners);
    symbols.chain(round_codes).max_by(|a, b| area(a).total_cmp(&area(b)))
}

/// Where `reversed`, the corners in the opposite orientation, from the same first one.
fn reversed_if(reversed: bool, mut corners: [Vec2; 4]) -> [Vec2; 4] {
    if reversed {
        corners.swap(1, 3);
    }
    corners
}

fn symbol(loaded: &LoadedPicture, found: &FoundSymbol) -> Symbol {
    let decoded = &found.symbol.decoded;
    let (bytes, text) = decode::payload(&decoded.message);
    let corners = reversed_if(decoded.mirrored, found.corners.map(|q| loaded.to_full_size(q)));
    Symbol {
        bytes,
        text,
        corners: corners.map(Vec2::to_point),
        version: function_patterns::version_of_side(found.symbol.grid.side) as u8,
        mirrored: decoded.mirrored != loaded.mirrors(),
        inverted: found.inverted,
        structured_append: decoded.message.structured_append,
    }
}
