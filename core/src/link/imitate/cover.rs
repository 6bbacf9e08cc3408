//! Decides whether a label is made of known words only: names, lures, digits, fillers.
//!
//! All ways of cutting are followed at once; states are few and bounded.

use super::index::{Class, Index, Met, Word};

/// One way in which a label is made of known words.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Cover {
    /// Place of the name in it.
    pub name: Option<usize>,
    /// Lures that count beside any name.
    pub lures: u8,
    /// Lures that, beside a short name, make an ordinary company's name.
    pub company: u8,
    /// A part between hyphens is no known word.
    pub unknown: bool,
    /// It has more than the name.
    pub more: bool,
}

/// Ways kept at one place.
const MOST: usize = 12;

/// All ways in which `label`, with the words `met` in it, is made of known words; at most one name
/// in each.
pub(super) fn covers(label: &str, met: &[Met], index: &Index) -> Vec<Cover> {
    let len = label.len();
    if len > 63 * 4 {
        return Vec::new();
    }
    let bytes = label.as_bytes();
    let mut ways: Vec<Vec<Cover>> = vec![Vec::new(); len + 1];
    ways[0].push(Cover::default());
    for at in 0..len {
        if ways[at].is_empty() || !label.is_char_boundary(at) {
            continue;
        }
        let here = std::mem::take(&mut ways[at]);
        if matches!(bytes[at], b'-' | b'_') || bytes[at].is_ascii_digit() {
            for way in &here {
                let more = way.more || bytes[at].is_ascii_digit();
                keep(&mut ways[at + 1], Cover { more, ..*way });
            }
        }
        if at == 0 || bytes[at - 1] == b'-' {
            let end = label[at..].find('-').map_or(len, |i| at + i);
            if end > at && end - at <= 12 {
                for way in &here {
                    keep(&mut ways[end], Cover { unknown: true, more: true, ..*way });
                }
            }
        }
        // A single letter is a word only where it stands alone.
        let letter = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphabetic);
        let alone = letter(bytes.get(at))
            && !letter(at.checked_sub(1).map(|i| &bytes[i]))
            && !letter(bytes.get(at + 1));
        if alone && let Some(word) = index.word(&label[at..=at]) {
            here.iter().for_each(|way| go_on(*way, &word, &mut ways[at + 1]));
        }
        for Met { end, word, .. } in met.iter().filter(|m| m.start == at) {
            let Some(word) = word else { continue };
            here.iter().for_each(|way| go_on(*way, word, &mut ways[*end]));
        }
    }
    std::mem::take(&mut ways[len])
}

/// What `way` becomes with `word` after it.
fn go_on(way: Cover, word: &Word, kept: &mut Vec<Cover>) {
    if let Some(name) = word.name.filter(|_| way.name.is_none()) {
        keep(kept, Cover { name: Some(name), ..way });
    }
    if word.lures != 0 {
        let mut next = Cover { more: true, ..way };
        match word.company {
            true => next.company |= word.lures,
            false => next.lures |= word.lures,
        }
        keep(kept, next);
    }
}

fn keep(ways: &mut Vec<Cover>, way: Cover) {
    if ways.len() < MOST && !ways.contains(&way) {
        ways.push(way);
    }
}

impl Cover {
    /// Whether this cut shows an imitation, on a suffix that is `cheap` or not.
    pub fn imitates(&self, label: &str, index: &Index, cheap: bool) -> bool {
        use super::lexicon::{ANY, STRONG};
        let Some(name) = self.name.map(|i| &index.names[i]) else { return false };
        let all = self.lures | self.company;
        match name.class {
            Class::Coined => all & ANY != 0 || (cheap && self.more && !self.unknown),
            Class::House => {
                let official = super::lexicon::Lure::Official.bit();
                self.lures & ANY & !official != 0 || (cheap && self.more && !self.unknown)
            }
            Class::Middling => {
                !self.unknown && (self.lures & ANY != 0 || (cheap && all & ANY != 0))
            }
            Class::Chinese => !self.unknown && all & ANY != 0,
            Class::Digits => {
                !self.unknown && (self.lures & STRONG != 0 || (cheap && all & STRONG != 0))
            }
            Class::Weak => {
                // `serviceapple` is somebody's name, `apple-service` is not.
                let company = cheap && label.contains('-') && all & STRONG != 0;
                !self.unknown && (self.lures & STRONG != 0 || company)
            }
            Class::Domain => false,
        }
    }

    /// Whether this cut is lures and nothing else: any lures, or only the scam's own words.
    pub fn is_lure(&self, strong: bool) -> bool {
        use super::lexicon::{ANY, STRONG};
        let fits = match strong {
            true => self.lures & STRONG != 0,
            false => (self.lures | self.company) & ANY != 0,
        };
        self.name.is_none() && !self.unknown && fits
    }
}
