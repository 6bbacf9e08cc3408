//! Finds candidate names at edit distance 1 from a part of a label.
//!
//! A symmetric deletion index: a name and its misspelling become equal once one letter is deleted
//! from either or both. The index keeps the hashes of every name's deletions. The hashes of any
//! part of a label follow from its prefix hashes, without copying. A hit is only a candidate; the
//! caller compares the texts.

use crate::FastMap;

/// Bits of the filter before the table; most labels miss it.
const FILTER_BITS: u64 = 1 << 17;
/// Multiplier of the rolling hash: 2^64 divided by the golden ratio, made odd.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
/// Longest label that is hashed, in bytes; RFC 1035 2.3.4 allows 63.
const MAX_LABEL: usize = 64;

/// `BASE` to each power.
const POWERS: [u64; MAX_LABEL + 1] = {
    let mut powers = [1_u64; MAX_LABEL + 1];
    let mut i = 1;
    while i <= MAX_LABEL {
        powers[i] = powers[i - 1].wrapping_mul(BASE);
        i += 1;
    }
    powers
};

/// Rolling hashes of all prefixes of a label.
pub(crate) struct PrefixHashes([u64; MAX_LABEL + 1]);

impl PrefixHashes {
    /// Hashes the first 64 bytes of `label`.
    pub fn of(label: &str) -> Self {
        let mut hashes = [0_u64; MAX_LABEL + 1];
        for (i, byte) in label.bytes().take(MAX_LABEL).enumerate() {
            hashes[i + 1] = hashes[i].wrapping_mul(BASE).wrapping_add(u64::from(byte) + 1);
        }
        Self(hashes)
    }

    const fn of_range(&self, start: usize, end: usize) -> u64 {
        self.0[end].wrapping_sub(self.0[start].wrapping_mul(POWERS[end - start]))
    }

    /// Hashes of `start..end` itself and with each of its bytes deleted.
    fn deletions(&self, start: usize, end: usize) -> impl Iterator<Item = u64> + '_ {
        let without = move |i: usize| {
            let left = self.of_range(start, i).wrapping_mul(POWERS[end - i - 1]);
            left.wrapping_add(self.of_range(i + 1, end))
        };
        std::iter::once(self.of_range(start, end)).chain((start..end).map(without))
    }
}

/// Names by the hashes of their deletions.
#[derive(Clone, Default)]
pub(crate) struct DeletionIndex {
    filter: Vec<u64>,
    names: FastMap<u64, Vec<usize>>,
}

impl DeletionIndex {
    /// Adds the name `text` under the index `name`; a name over 64 bytes is skipped.
    pub fn add(&mut self, text: &str, name: usize) {
        if text.len() > MAX_LABEL {
            return;
        }
        self.filter.resize((FILTER_BITS / 64) as usize, 0);
        for hash in PrefixHashes::of(text).deletions(0, text.len()) {
            let (word, bit) = filter_slot(hash);
            self.filter[word] |= bit;
            self.names.entry(hash).or_default().push(name);
        }
    }

    /// Indexes of names that may be at edit distance 0 or 1 from `start..end` of the label; a name
    /// may occur more than once.
    pub fn candidates<'a>(
        &'a self,
        prefixes: &'a PrefixHashes,
        start: usize,
        end: usize,
    ) -> impl Iterator<Item = usize> + 'a {
        // Only the first bytes of an over-long label are hashed: the rest has no candidates.
        let end = end.min(MAX_LABEL);
        let start = start.min(end);
        let passes = |hash: &u64| {
            let (word, bit) = filter_slot(*hash);
            self.filter.get(word).is_some_and(|w| w & bit != 0)
        };
        let names = |hash: u64| self.names.get(&hash).into_iter().flatten().copied();
        prefixes.deletions(start, end).filter(passes).flat_map(names)
    }
}

/// Word and bit of `hash` in the filter.
const fn filter_slot(hash: u64) -> (usize, u64) {
    let mixed = (hash ^ (hash >> 29)).wrapping_mul(BASE) >> (64 - FILTER_BITS.trailing_zeros());
    ((mixed / 64) as usize, 1 << (mixed % 64))
}

#[cfg(test)]
mod tests {
    use super::{DeletionIndex, PrefixHashes};

    #[test]
    fn an_inserted_deleted_replaced_or_swapped_letter_gives_a_candidate() {
        let mut index = DeletionIndex::default();
        index.add("taobao", 7);
        for label in ["taobao", "tobao", "taobbao", "taovao", "toabao", "x-taoba", "xtaobaoo"] {
            let start = label.find('t').unwrap_or(0);
            let prefixes = PrefixHashes::of(label);
            assert_eq!(index.candidates(&prefixes, start, label.len()).next(), Some(7), "{label}");
        }
        let prefixes = PrefixHashes::of("motor-steel");
        assert_eq!(index.candidates(&prefixes, 0, 11).next(), None);
    }
}
