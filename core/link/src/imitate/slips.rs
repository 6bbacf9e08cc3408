//! Decides quickly whether a part of a label can be one slip of the hand away from a name.
//!
//! A name and a misspelling of it share a text once a letter is left out of either or of both. The
//! hashes of all those texts are kept; those of any part of a label follow from the hashes of its
//! beginnings, so that nothing is copied. A hash that is met is only a hint: the caller compares.

use crate::QuickMap;

/// Bits of the filter in front of the table: most labels end there.
const FILTER_BITS: u64 = 1 << 17;
/// Any odd number whose bits are well mixed.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
/// Longest label, with room to spare.
const LONGEST: usize = 64;

/// `BASE` to each power.
const POWERS: [u64; LONGEST + 1] = {
    let mut powers = [1_u64; LONGEST + 1];
    let mut i = 1;
    while i <= LONGEST {
        powers[i] = powers[i - 1].wrapping_mul(BASE);
        i += 1;
    }
    powers
};

/// Hashes of a label's beginnings.
pub(crate) struct Prefixes([u64; LONGEST + 1]);

impl Prefixes {
    /// Those of `label`; what is longer than any label is not looked at.
    pub fn of(label: &str) -> Self {
        let mut hashes = [0_u64; LONGEST + 1];
        for (i, byte) in label.bytes().take(LONGEST).enumerate() {
            hashes[i + 1] = hashes[i].wrapping_mul(BASE).wrapping_add(u64::from(byte) + 1);
        }
        Self(hashes)
    }

    const fn of_part(&self, start: usize, end: usize) -> u64 {
        self.0[end].wrapping_sub(self.0[start].wrapping_mul(POWERS[end - start]))
    }

    /// The part itself, and the part with each of its letters left out.
    fn keys(&self, start: usize, end: usize) -> impl Iterator<Item = u64> + '_ {
        let without = move |i: usize| {
            let left = self.of_part(start, i).wrapping_mul(POWERS[end - i - 1]);
            left.wrapping_add(self.of_part(i + 1, end))
        };
        std::iter::once(self.of_part(start, end)).chain((start..end).map(without))
    }
}

/// Names by the hashes of what is left of them.
#[derive(Clone, Default)]
pub(crate) struct Slips {
    filter: Vec<u64>,
    of: QuickMap<u64, Vec<usize>>,
}

impl Slips {
    /// Keeps the name `text` at `place`.
    pub fn add(&mut self, text: &str, place: usize) {
        if text.len() > LONGEST {
            return;
        }
        self.filter.resize((FILTER_BITS / 64) as usize, 0);
        for key in Prefixes::of(text).keys(0, text.len()) {
            let (word, bit) = slot(key);
            self.filter[word] |= bit;
            self.of.entry(key).or_default().push(place);
        }
    }

    /// Places of names that may be one slip away from `start..end` of the label.
    pub fn near<'a>(
        &'a self,
        prefixes: &'a Prefixes,
        start: usize,
        end: usize,
    ) -> impl Iterator<Item = usize> + 'a {
        let end = end.min(LONGEST).max(start);
        let met = |key: &u64| {
            let (word, bit) = slot(*key);
            self.filter.get(word).is_some_and(|w| w & bit != 0)
        };
        let names = |key: u64| self.of.get(&key).into_iter().flatten().copied();
        prefixes.keys(start, end).filter(met).flat_map(names)
    }
}

const fn slot(key: u64) -> (usize, u64) {
    let mixed = (key ^ (key >> 29)).wrapping_mul(BASE) >> (64 - FILTER_BITS.trailing_zeros());
    ((mixed / 64) as usize, 1 << (mixed % 64))
}

#[cfg(test)]
mod tests {
    use super::{Prefixes, Slips};

    #[test]
    fn a_letter_more_less_other_or_swapped_is_near() {
        let mut slips = Slips::default();
        slips.add("taobao", 7);
        for label in ["taobao", "tobao", "taobbao", "taovao", "toabao", "x-taoba", "xtaobaoo"] {
            let start = label.find('t').unwrap_or(0);
            let prefixes = Prefixes::of(label);
            assert_eq!(slips.near(&prefixes, start, label.len()).next(), Some(7), "{label}");
        }
        let prefixes = Prefixes::of("motor-steel");
        assert_eq!(slips.near(&prefixes, 0, 11).next(), None);
    }
}
