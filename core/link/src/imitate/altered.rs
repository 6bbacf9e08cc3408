//! Decides whether the letters of a host's own label are a brand's name that was altered.
//!
//! Letters hidden behind digits and foreign signs, parted by hyphens, written twice or thrice, or
//! off by a slip of the hand. How much that says, the caller weighs with the other words.

use super::cover::covers;
use super::host::Host;
use super::index::{Class, Index};
use super::lexicon::STRONG;
use super::look::single_letters;
use super::pinyin;
use super::slips::Prefixes;
use super::spelling::{NOT_MISSPELT, stem};

/// A name found in altered letters.
pub(super) struct Altered {
    /// Its place.
    pub name: usize,
    /// How much it says.
    pub says: i8,
    /// It was parted by hyphens.
    pub is_joined: bool,
    /// Bits of the lures that were joined with it.
    pub lures: u16,
}

impl Altered {
    const fn new(name: usize, says: i8) -> Self {
        Self { name, says, is_joined: false, lures: 0 }
    }
}

/// A long name in which a letter or two are a digit or a sign of another script, whatever they look
/// like: `dou9in`.
pub(super) fn filled_in(host: &Host, index: &Index) -> Option<Altered> {
    let own = host.labels.len().saturating_sub(1);
    host.labels.iter().enumerate().filter(|(_, l)| hides_letters(&l.text)).find_map(
        |(at, label)| {
            label.text.split('-').filter(|w| hides_letters(w)).take(6).find_map(|word| {
                let (place, _) = index.long_names().find(|(_, name)| fills(word, &name.text))?;
                let foreign = i8::from(!word.is_ascii());
                Some(Altered::new(place, 3 + foreign - i8::from(at != own)))
            })
        },
    )
}

/// A name parted by hyphens, by itself or grown together with a lure: `tao-bao`, `zhi-fu-bao`,
/// `tao-baokefu`. Of an ordinary word or a short name only beside one of the scam's own words.
pub(super) fn joined(label: &str, strong: bool, index: &Index) -> Option<Altered> {
    let parts: Vec<&str> = label.split('-').take(8).collect();
    let spans = (0..parts.len())
        .flat_map(|start| (start + 2..=parts.len().min(start + 4)).map(move |end| (start, end)));
    spans
        .filter_map(|(start, end)| {
            let joined = parts[start..end].concat();
            let met = index.meet(&joined);
            let cover =
                covers(&joined, &met, index).into_iter().filter(|c| !c.unknown).max_by_key(
                    |c| (c.name.map_or(0, |i| index.names[i].strength()), c.lures & STRONG),
                )?;
            let place = cover.name?;
            let name = &index.names[place];
            let says = match name.class {
                Class::Weak | Class::Digits | Class::Middling | Class::Office => {
                    name.strength() - 1
                }
                _ => name.strength(),
            };
            let told = says >= 3 || strong || cover.lures & STRONG != 0;
            told.then_some(Altered { name: place, says, is_joined: true, lures: cover.lures })
        })
        .max_by_key(|a| a.says)
}

/// A long name in which letters stand twice or thrice, or that is off by a slip of the hand beside
/// one of the scam's own words.
pub(super) fn misspelt(label: &str, strong: bool, index: &Index) -> Option<Altered> {
    let is_word = |w: &str| index.word(w).is_some();
    label.split('-').filter(|w| (4..=24).contains(&w.len()) && !is_word(w)).take(6).find_map(
        |word| {
            let near = |text: &str| {
                let prefixes = Prefixes::of(text);
                let name =
                    index.near(text, &prefixes, (0, text.len())).find(|n| n.text.len() >= 6)?;
                index.place(&name.text)
            };
            let slip = || {
                let place = near(word)?;
                let pinyin = pinyin::reads(word);
                let own_word = pinyin || NOT_MISSPELT.contains(&word);
                let told = strong || (!own_word && stem(&index.names[place], word) >= 3);
                told.then(|| Altered::new(place, 2 - i8::from(pinyin)))
            };
            let (single, repeated) = single_letters(word);
            let long = |place: &usize| index.names[*place].text.len() >= 6;
            if let Some(place) = index.same_strokes(word) {
                return Some(Altered::new(place, index.names[place].strength()));
            }
            // Of a short name any letter too many is one too many: `iicbc`.
            if let Some(place) = index.squeezed(&single)
                && let name = &index.names[place]
                && name.text.len() < 6.min(word.len())
            {
                return Some(Altered::new(place, name.strength()));
            }
            match repeated {
                // Once doubled is a slip of the hand; more often, or thrice, is none.
                0 | 1 => slip(),
                _ => match index.squeezed(&single).filter(long) {
                    Some(place) => Some(Altered::new(place, 4)),
                    None => near(&single).map(|place| Altered::new(place, 2)),
                },
            }
        },
    )
}

/// Whether two letters more than usual stand beside their like.
pub(super) fn repeats_letters(text: &str) -> bool {
    let pairs = text.as_bytes().windows(2);
    pairs.filter(|w| w[0] == w[1] && w[0].is_ascii_alphabetic()).take(2).count() == 2
}

/// Whether a digit stands between letters, or a sign of another script beside Latin letters.
pub(super) fn hides_letters(text: &str) -> bool {
    let bytes = text.as_bytes();
    match text.is_ascii() {
        true => bytes.windows(3).any(|w| {
            w[1].is_ascii_digit() && w[0].is_ascii_alphabetic() && w[2].is_ascii_alphabetic()
        }),
        false => bytes.iter().any(u8::is_ascii_alphabetic),
    }
}

/// Whether `word` is `name` with one or two of its letters hidden, and four at least to be seen.
fn fills(word: &str, name: &str) -> bool {
    let (mut hidden, mut seen) = (0, 0);
    let mut letters = name.chars();
    for c in word.chars() {
        match letters.next() {
            Some(letter) if letter == c => seen += 1,
            Some(_) if !c.is_ascii_alphabetic() && c != '-' => hidden += 1,
            _ => return false,
        }
    }
    letters.next().is_none() && (1..=2).contains(&hidden) && seen >= 4
}
