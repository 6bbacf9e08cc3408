//! Kinds of imitation written by an author who had seen neither the look-alike detectors nor their
//! words, lists and cases: what is found of them at their first meeting is what is found of a kind
//! that was left out of the tuning.

mod altered;
mod around;
mod disguised;
mod words;

use super::imitations::{Imitation, Maker, Original, of_kinds};
use altered::{
    CUT_LURE, DATED, DATED_LURE, DOUBLED, FRONT, HOTLINE, HOTLINE_LETTERS, PARTED_LURE, PLURAL,
    SWAPPED_LURE, TRIPLED, TWO_SLIPS,
};
use around::{CITY_DIGITS, COUNTRY, ENGLISH, INITIALS, LURE_LABELS, RELATION, TWO_BRANDS};
use disguised::{
    BETWEEN_LURES, FREE_HOST, HALF_CHINESE, HYPHEN_AFTER, HYPHENS_FOR_DOTS, IN_CHINESE, LURE_FIRST,
    NUMBERED, SMALL_WORD, TIED_GOV, TIED_SUFFIX,
};

/// The kinds: name, maker, the percent that was found at the first meeting, before anything was
/// changed for any of them (the figure of a kind that is left out of the tuning), and the percent
/// below which a test fails: two to five points under what `measure imitations 20261125` found on
/// 2026-11-28.
pub const UNSEEN: &[(&str, Maker, f64, f64)] = &[
    ("doubled name", DOUBLED, 52.0, 78.0),
    ("plural", PLURAL, 74.9, 87.0),
    ("phone page mark", FRONT, 72.9, 91.0),
    ("year or festival", DATED, 58.9, 72.0),
    ("year between name and lure", DATED_LURE, 92.6, 88.0),
    ("hotline beside letters", HOTLINE, 85.7, 96.0),
    ("hotline with marks", HOTLINE_LETTERS, 50.8, 82.0),
    ("two slips", TWO_SLIPS, 0.0, 28.0),
    ("tripled letter", TRIPLED, 7.5, 90.0),
    ("parted name and lure", PARTED_LURE, 55.5, 83.0),
    ("cut name and lure", CUT_LURE, 77.4, 86.0),
    ("swapped letters and lure", SWAPPED_LURE, 60.8, 73.0),
    ("initials of a lure", INITIALS, 62.3, 91.0),
    ("city and digits", CITY_DIGITS, 45.3, 52.0),
    ("country", COUNTRY, 56.4, 80.0),
    ("english run together", ENGLISH, 77.6, 80.0),
    ("two brands", TWO_BRANDS, 85.6, 94.0),
    ("relation word", RELATION, 61.0, 79.0),
    ("lure labels", LURE_LABELS, 29.5, 84.0),
    ("tied suffix", TIED_SUFFIX, 91.9, 96.0),
    ("hyphen after the official domain", HYPHEN_AFTER, 98.3, 95.0),
    ("hyphens for dots", HYPHENS_FOR_DOTS, 97.9, 95.0),
    ("tied gov", TIED_GOV, 85.5, 96.0),
    ("in chinese", IN_CHINESE, 1.4, 96.0),
    ("half chinese", HALF_CHINESE, 76.1, 92.0),
    ("lure glued before", LURE_FIRST, 92.7, 90.0),
    ("numbered series", NUMBERED, 94.3, 89.0),
    ("free hosting", FREE_HOST, 86.4, 83.0),
    ("small word before", SMALL_WORD, 75.0, 88.0),
    ("between two lures", BETWEEN_LURES, 95.1, 92.0),
];

/// As [`hosts`](super::imitations::hosts), of the unseen kinds.
#[must_use]
pub fn unseen(seed: u64, tries: usize, originals: &[Original]) -> Vec<Imitation> {
    let kinds: Vec<(&str, Maker)> = UNSEEN.iter().map(|(kind, make, ..)| (*kind, *make)).collect();
    of_kinds(&kinds, seed, tries, originals)
}
