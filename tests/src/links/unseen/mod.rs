//! Kinds of imitation written down by a hand that had seen neither the search for imitations nor its
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

/// The kinds, each with its name.
pub const UNSEEN: &[(&str, Maker)] = &[
    ("doubled name", DOUBLED),
    ("plural", PLURAL),
    ("phone page mark", FRONT),
    ("year or festival", DATED),
    ("year between name and lure", DATED_LURE),
    ("hotline beside letters", HOTLINE),
    ("hotline with marks", HOTLINE_LETTERS),
    ("two slips", TWO_SLIPS),
    ("tripled letter", TRIPLED),
    ("parted name and lure", PARTED_LURE),
    ("cut name and lure", CUT_LURE),
    ("swapped letters and lure", SWAPPED_LURE),
    ("initials of a lure", INITIALS),
    ("city and digits", CITY_DIGITS),
    ("country", COUNTRY),
    ("english run together", ENGLISH),
    ("two brands", TWO_BRANDS),
    ("relation word", RELATION),
    ("lure labels", LURE_LABELS),
    ("tied suffix", TIED_SUFFIX),
    ("hyphen after the official domain", HYPHEN_AFTER),
    ("hyphens for dots", HYPHENS_FOR_DOTS),
    ("tied gov", TIED_GOV),
    ("in chinese", IN_CHINESE),
    ("half chinese", HALF_CHINESE),
    ("lure glued before", LURE_FIRST),
    ("numbered series", NUMBERED),
    ("free hosting", FREE_HOST),
    ("small word before", SMALL_WORD),
    ("between two lures", BETWEEN_LURES),
];

/// `each` hosts of every unseen kind.
#[must_use]
pub fn unseen(seed: u64, each: usize, originals: &[Original]) -> Vec<Imitation> {
    of_kinds(UNSEEN, seed, each, originals)
}
