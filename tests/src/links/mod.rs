//! Generates hosts for measuring yanka-link: imitations of brands, and ordinary domains.
//!
//! The same seed gives the same hosts. Does not depend on the detectors.

pub mod fuzz;
pub mod imitations;
pub mod letters;
pub mod lists;
pub mod ordinary;
pub mod unseen;
pub mod untuned;
pub mod words;

use yanka::link::{Brand, Brands};

/// The brands of the embedded rules, prepared.
///
/// # Panics
/// Where the embedded rules cannot be read.
#[must_use]
pub fn brands() -> Brands {
    Brands::new(brand_list())
}

/// The brands of the embedded rules.
///
/// # Panics
/// Where the embedded rules cannot be read.
#[must_use]
pub fn brand_list() -> Vec<Brand> {
    let pack = yanka::pack::Pack::embedded().expect("the embedded rules");
    yanka::check::brands(&pack).expect("the embedded brands")
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, seeded, good enough to choose with.
pub struct Random(u64);

impl Random {
    /// A generator that starts from `seed`.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number under `limit`; 0 where `limit` is 0.
    pub fn under(&mut self, limit: usize) -> usize {
        usize::try_from(self.bits() % (limit.max(1) as u64)).unwrap_or(0)
    }

    /// True in `part` of `of` cases.
    pub fn chance(&mut self, part: usize, of: usize) -> bool {
        self.under(of) < part
    }

    /// One of `list`.
    ///
    /// # Panics
    /// Where `list` is empty.
    pub fn one<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.under(list.len())]
    }
}
