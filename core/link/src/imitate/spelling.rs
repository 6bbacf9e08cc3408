//! Decides whether a host's own label is a brand's name with one slip of the hand in it.
//!
//! Long names only; good pinyin and words of their own are left in peace unless a lure stands by.

use super::cover::covers;
use super::host::{Host, Label};
use super::index::{Class, Index, Met, Name};
use super::slips::Prefixes;
use super::{lexicon, pinyin};

/// Ordinary words one letter away from a brand's name.
pub(super) const NOT_MISSPELT: &[&str] = &[
    "webchat",
    "rechat",
    "wechart",
    "westchat",
    "allpay",
    "airpay",
    "epay",
    "unionplay",
    "tenplay",
    "onepay",
    "ebank",
    "cloud",
];

/// One slip of the hand away from a long name, and no word of its own.
pub(super) fn spelling(host: &Host, index: &Index) -> Option<usize> {
    if !host.cheap && !host.common {
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
        && name.class == Class::Coined
        && (host.cheap || !host.taken)
    {
        return Some(name.platform);
    }
    let prefixes = Prefixes::of(label);
    let whole = misspelt(label, &prefixes, (0, label.len()), host, index);
    let parts = || {
        let mut at = 0;
        label.split('-').find_map(|part| {
            let start = at;
            at += part.len() + 1;
            misspelt(label, &prefixes, (start, start + part.len()), host, index)
        })
    };
    whole
        .or_else(|| is_split.then(parts).flatten())
        .or_else(|| misspelt_beside_lure(own, &prefixes, index))
}

fn misspelt(
    label: &str,
    prefixes: &Prefixes,
    (start, end): (usize, usize),
    host: &Host,
    index: &Index,
) -> Option<usize> {
    let part = &label[start..end];
    let fits = |name: &&Name| {
        if name.class == Class::Weak {
            return false;
        }
        let stem = stem(name, part);
        // On the old suffixes six letters that differ by one are anybody's name, unless the same
        // letters are only doubled or swapped.
        let same_letters = part.bytes().all(|b| name.text.as_bytes().contains(&b))
            && part.len() >= name.text.len();
        let long =
            stem >= 7 || (stem >= 5 && (!host.taken || same_letters)) || (stem >= 3 && host.cheap);
        long && (name.text.len() >= 9 || !pinyin::reads(part))
    };
    let found = index.near(label, prefixes, (start, end)).find(fits)?;
    let is_word = NOT_MISSPELT.contains(&part) || index.word(part).is_some();
    (!is_word).then_some(found.platform)
}

/// Letters of `name` before an ending that many names share, if `part` has that ending too.
pub(super) fn stem(name: &Name, part: &str) -> usize {
    let same_end = |e: &&&str| name.text.ends_with(**e) && part.ends_with(**e);
    name.text.len() - lexicon::SHARED_ENDINGS.iter().find(same_end).map_or(0, |e| e.len())
}

/// `taobo-kefu`, `kefu-taobo`, `taobokefu`: beside a lure even good pinyin is a slip of the brand,
/// if the lure is the scam's own.
fn misspelt_beside_lure(own: &Label, prefixes: &Prefixes, index: &Index) -> Option<usize> {
    let label = own.text.as_ref();
    // Where the name itself stands, nothing is misspelt.
    let long =
        |(n, _): (&Name, &Met)| matches!(n.class, Class::Coined | Class::House | Class::Office);
    if label.len() > 40 || !own.has_lure() || own.names(index).any(long) {
        return None;
    }
    let near = |part: (usize, usize), lure: &str| {
        let text = &label[part.0..part.1];
        let name = index
            .near(label, prefixes, part)
            .find(|n| n.class != Class::Weak && stem(n, text) >= 3)?;
        let strong = pinyin::reads(text) || NOT_MISSPELT.contains(&text);
        let lure = lure.trim_matches('-');
        let is_lure = covers(lure, &index.meet(lure), index).iter().any(|c| c.is_lure(strong));
        is_lure.then_some(name.platform)
    };
    (5..label.len().saturating_sub(2)).find_map(|cut| {
        let (left, right) = (&label[..cut], &label[cut..]);
        let left_end = left.trim_end_matches('-').len();
        let right_start = label.len() - right.trim_start_matches('-').len();
        near((0, left_end), right).or_else(|| near((right_start, label.len()), left))
    })
}
