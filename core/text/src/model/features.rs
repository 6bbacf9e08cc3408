//! Features of the learned model: character n-grams over symbols of the normalised text.
//!
//! A run that is an entity (an address, a sum, a telephone number) is one symbol, so that the model
//! learns that a sum is named and not which. Training and scoring share this file: a change here
//! needs new weights.

use crate::entities::{EntityKind, find_entities};

/// Longest n-gram, in symbols.
pub const MAX_ORDER: usize = 4;

/// First code of the classes: above every Unicode scalar value.
const CLASS: u32 = 0x11_0000;

/// One symbol of a text: a character of the normalised text, or the class of a whole run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// The character's scalar value, or a class code above all of them.
    pub code: u32,
    /// First byte in the normalised text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// An n-gram of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NGram {
    /// Hash of its symbols and of its length.
    pub hash: u32,
    /// Index of its first symbol.
    pub first: u32,
    /// Number of its symbols, 1 to [`MAX_ORDER`].
    pub order: u8,
}

/// The symbols of `normalized`, in order.
///
/// Digits that belong to no entity are one class per run. Line breaks are kept: an n-gram never spans
/// one.
#[must_use]
pub fn symbols(normalized: &str) -> Vec<Symbol> {
    symbols_of(normalized, &find_entities(normalized))
}

/// The symbols of `normalized`, whose entities are known.
#[must_use]
pub fn symbols_of(normalized: &str, entities: &[(EntityKind, usize, usize)]) -> Vec<Symbol> {
    let run = |(kind, start, end): &(EntityKind, usize, usize)| {
        Some((*start, *end, class(*kind, normalized.get(*start..*end)?)))
    };
    let mut runs: Vec<(usize, usize, u32)> = entities.iter().filter_map(run).collect();
    // Of overlapping entities the longest first one counts; of equal ones the most specific.
    runs.sort_by_key(|(start, end, code)| (*start, std::cmp::Reverse(*end), *code));
    let mut runs = runs.into_iter().peekable();
    let mut out: Vec<Symbol> = Vec::with_capacity(normalized.len() / 3);
    let mut at = 0;
    while at < normalized.len() {
        while runs.next_if(|(start, ..)| *start < at).is_some() {}
        let (code, end) = match runs.next_if(|(start, ..)| *start == at) {
            Some((_, end, code)) => (code, end),
            None => {
                let Some(c) = normalized.get(at..).and_then(|rest| rest.chars().next()) else {
                    break;
                };
                let code = if c.is_ascii_digit() { CLASS } else { u32::from(c) };
                (code, at + c.len_utf8())
            }
        };
        let (start, stop) = (narrow(at), narrow(end));
        match out.last_mut() {
            Some(last) if code == CLASS && last.code == CLASS => last.end = stop,
            _ => out.push(Symbol { code, start, end: stop }),
        }
        at = end;
    }
    out
}

/// The n-grams of `symbols`, by first symbol and then by order.
pub fn ngrams(symbols: &[Symbol]) -> impl Iterator<Item = NGram> {
    (0..symbols.len()).flat_map(move |first| {
        let mut hash = SEED;
        let within = symbols[first..].iter().take(MAX_ORDER);
        let within = within.take_while(|s| s.code != u32::from('\n'));
        within.zip(1_u8..).map(move |(symbol, order)| {
            hash = step(hash, symbol.code);
            NGram { hash: finish(hash, order), first: narrow(first), order }
        })
    })
}

/// Least length by which a vector is divided. A text of a few symbols has few n-grams; divided by its
/// own length, each of them would weigh as much as a whole sentence.
pub const MIN_NORM: f32 = 25.0;

/// Weight of a term that occurs `count` times: 1 + ln(count), up to 8 occurrences.
///
/// Constants, so that every platform computes the same sum.
#[must_use]
pub fn term_weight(count: u32) -> f32 {
    const TABLE: [f32; 9] = [
        0.0,
        1.0,
        1.693_147_2,
        2.098_612_3,
        2.386_294_4,
        2.609_438,
        2.791_759_5,
        2.945_910_2,
        3.079_441_5,
    ];
    TABLE[(count as usize).min(8)]
}

fn class(kind: EntityKind, run: &str) -> u32 {
    CLASS
        + match kind {
            EntityKind::Url => address_class(run),
            EntityKind::Account => 2,
            EntityKind::Phone => 3,
            EntityKind::Money => 4,
            EntityKind::Digits => 5,
            EntityKind::Id => 6,
            EntityKind::Number => 7,
        }
}

/// Class of an address, by the top-level domain of its host: who may register under it, and at what
/// price, tells more than the name.
fn address_class(address: &str) -> u32 {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or(rest);
    match host.rsplit('.').next().unwrap_or(host) {
        _ if host.ends_with(".gov.cn") || host.ends_with(".edu.cn") => 8,
        "cn" | "hk" | "tw" | "mo" => 9,
        "com" | "net" | "org" => 1,
        _ => 10,
    }
}

const SEED: u32 = 0x811c_9dc5;

/// FNV-1a over the three bytes of a code.
const fn step(hash: u32, code: u32) -> u32 {
    let mut hash = hash;
    let mut shift = 0;
    while shift < 24 {
        hash = (hash ^ ((code >> shift) & 0xff)).wrapping_mul(0x0100_0193);
        shift += 8;
    }
    hash
}

/// Mixes the length in and spreads the bits (the finalizer of MurmurHash3, Appleby 2011).
const fn finish(hash: u32, order: u8) -> u32 {
    let mut h = hash ^ ((order as u32) << 28);
    h = (h ^ (h >> 16)).wrapping_mul(0x85eb_ca6b);
    h = (h ^ (h >> 13)).wrapping_mul(0xc2b2_ae35);
    h ^ (h >> 16)
}

/// Texts are at most 1 MB: every position fits.
fn narrow(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<u32> {
        symbols(text).into_iter().map(|s| s.code).collect()
    }

    #[test]
    fn an_entity_is_one_symbol() {
        assert_eq!(codes("转5000元"), codes("转38元"));
        assert_eq!(codes("点a.example.com看"), codes("点b.example.net/x看"));
        assert_eq!(codes("第3期"), codes("第7期"));
        assert_ne!(codes("转5000元"), codes("转元"));
    }

    #[test]
    fn spans_cover_the_text_without_gaps() {
        let text = "请转5000元到a.example.com，尾号1234\n第3期";
        let all = symbols(text);
        let mut at = 0;
        for symbol in &all {
            assert_eq!(symbol.start as usize, at);
            assert!(text.is_char_boundary(symbol.end as usize));
            at = symbol.end as usize;
        }
        assert_eq!(at, text.len());
    }

    #[test]
    fn an_n_gram_spans_no_line_break() {
        let all = symbols("转账\n给我");
        assert!(ngrams(&all).all(|n| {
            let part = &all[n.first as usize..n.first as usize + usize::from(n.order)];
            part.iter().all(|s| s.code != u32::from('\n'))
        }));
        assert_eq!(ngrams(&symbols("转账给我")).count(), 4 + 3 + 2 + 1);
    }

    #[test]
    fn equal_n_grams_hash_equally_and_lengths_differ() {
        let hash = |text: &str, order: u8| {
            ngrams(&symbols(text)).find(|n| n.order == order).map(|n| n.hash)
        };
        assert_eq!(hash("转账", 2), hash("转账吧", 2));
        assert_ne!(hash("转转", 1), hash("转转", 2));
    }
}
