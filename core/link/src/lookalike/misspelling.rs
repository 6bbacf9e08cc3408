//! Decides whether the registrable label is a brand name at edit distance 1.
//!
//! Considers names of six letters and more. Valid pinyin and ordinary words count only beside a
//! strong lure.

use super::deletion_index::PrefixHashes;
use super::distinctiveness::{Distinctiveness, is_ordinary_neighbor, stem_len};
use super::host::{Host, Label};
use super::index::{BrandIndex, BrandName};
use super::segmentation::segment;
use super::syllables::is_pinyin;
use crate::suffixes::TldTier;

/// Shortest stem on a legacy suffix, on another suffix, and on a low-cost suffix, in bytes.
/// Empirical; no measurement recorded.
const MIN_STEM_LEGACY: usize = 7;
const MIN_STEM: usize = 5;
const MIN_STEM_LOW_COST: usize = 3;
/// From this length on, in bytes, a misspelled name counts although it is valid pinyin.
const LONG_NAME: usize = 9;
/// Longest label, in bytes, that is cut into a misspelled name and a lure.
const MAX_CUT_LABEL: usize = 40;

/// Index of the platform whose name the registrable label misspells.
pub(super) fn detect(host: &Host, index: &BrandIndex) -> Option<usize> {
    if host.tier == TldTier::Other {
        return None;
    }
    let own = host.labels.last()?;
    let label = own.text.as_ref();
    if !label.is_ascii() {
        return None;
    }
    let is_split = label.contains('-');
    if is_split
        && let Some(name) = index.name(&label.replace('-', ""))
        && name.distinctiveness == Distinctiveness::Distinctive
        && host.tier != TldTier::Legacy
    {
        return Some(name.platform);
    }
    let prefixes = PrefixHashes::of(label);
    let whole = misspelled(label, &prefixes, (0, label.len()), host, index);
    let parts = || {
        let mut at = 0;
        label.split('-').find_map(|part| {
            let start = at;
            at += part.len() + 1;
            misspelled(label, &prefixes, (start, start + part.len()), host, index)
        })
    };
    whole
        .or_else(|| is_split.then(parts).flatten())
        .or_else(|| misspelled_beside_lure(own, &prefixes, index))
}

fn misspelled(
    label: &str,
    prefixes: &PrefixHashes,
    (start, end): (usize, usize),
    host: &Host,
    index: &BrandIndex,
) -> Option<usize> {
    let part = &label[start..end];
    let counts = |name: &&BrandName| {
        if name.distinctiveness == Distinctiveness::Generic {
            return false;
        }
        let stem = stem_len(&name.text, part);
        // On a legacy suffix many names of six letters are one edit away, except for those in which
        // letters of the name are only doubled or swapped.
        let same_letters = part.bytes().all(|b| name.text.as_bytes().contains(&b))
            && part.len() >= name.text.len();
        let is_long = stem >= MIN_STEM_LEGACY
            || (stem >= MIN_STEM && (host.tier != TldTier::Legacy || same_letters))
            || (stem >= MIN_STEM_LOW_COST && host.is_low_cost());
        is_long && (name.text.len() >= LONG_NAME || !is_pinyin(part))
    };
    let found = index.find_misspelled(label, prefixes, (start, end)).find(counts)?;
    let is_word = is_ordinary_neighbor(part) || index.word(part).is_some();
    (!is_word).then_some(found.platform)
}

/// `taobo-kefu`, `kefu-taobo`, `taobokefu`: a misspelled name beside a lure. Valid pinyin and
/// ordinary words need a strong lure.
fn misspelled_beside_lure(
    own: &Label,
    prefixes: &PrefixHashes,
    index: &BrandIndex,
) -> Option<usize> {
    let label = own.text.as_ref();
    // A label that contains the name itself misspells nothing.
    let has_name = || own.names(index).any(|(n, _)| n.distinctiveness.is_specific());
    if label.len() > MAX_CUT_LABEL || !own.has_lure() || has_name() {
        return None;
    }
    let misspelled = |range: (usize, usize), lure: &str| {
        let text = &label[range.0..range.1];
        let name = index.find_misspelled(label, prefixes, range).find(|n| {
            n.distinctiveness != Distinctiveness::Generic
                && stem_len(&n.text, text) >= MIN_STEM_LOW_COST
        })?;
        let needs_strong = is_pinyin(text) || is_ordinary_neighbor(text);
        let lure = lure.trim_matches('-');
        let is_lure =
            segment(lure, &index.find_all(lure), index).iter().any(|s| s.is_lure(needs_strong));
        is_lure.then_some(name.platform)
    };
    (5..label.len().saturating_sub(2)).find_map(|cut| {
        let (left, right) = (&label[..cut], &label[cut..]);
        let left_end = left.trim_end_matches('-').len();
        let right_start = label.len() - right.trim_start_matches('-').len();
        misspelled((0, left_end), right).or_else(|| misspelled((right_start, label.len()), left))
    })
}
