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
    pub lures: u16,
    /// Lures that, beside a short name, make an ordinary company's name.
    pub company: u16,
    /// A part between hyphens is no known word.
    pub unknown: bool,
    /// It has more than the name.
    pub more: bool,
    /// It holds a word that only dresses it up as an address.
    pub web: bool,
    /// It holds a claim that a brand's own site need not make.
    pub claims: bool,
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
            let letter = &label[at..=at];
            here.iter().for_each(|way| go_on(*way, &word, letter, index, &mut ways[at + 1]));
        }
        for Met { end, word, .. } in met.iter().filter(|m| m.start == at) {
            let Some(word) = word else { continue };
            let text = &label[at..*end];
            here.iter().for_each(|way| go_on(*way, word, text, index, &mut ways[*end]));
        }
    }
    std::mem::take(&mut ways[len])
}

/// What `way` becomes with `word` after it.
fn go_on(way: Cover, word: &Word, text: &str, index: &Index, kept: &mut Vec<Cover>) {
    if let Some(name) = word.name.filter(|_| way.name.is_none()) {
        keep(kept, Cover { name: Some(name), ..way });
    }
    // Two names of one house, or one twice: `95588-icbc`. Names of two houses are a shop for both,
    // or one that nobody would open: either may be the one that counts.
    let platform = |i: usize| index.names[i].platform;
    let twice = |i: usize| way.name == Some(i) && index.names[i].class == Class::Weak;
    if let (Some(first), Some(second)) = (way.name, word.name.filter(|i| !twice(*i))) {
        let lures = way.lures | super::lexicon::Lure::Second.bit();
        match platform(first) == platform(second) {
            true => keep(kept, Cover { lures, more: true, ..way }),
            false => [first, second]
                .into_iter()
                .for_each(|one| keep(kept, Cover { name: Some(one), more: true, ..way })),
        }
    }
    if word.lures != 0 {
        let claims = way.claims || super::lexicon::CLAIMS.contains(&text);
        let web = way.web || super::lexicon::WEB.contains(&text);
        let mut next = Cover { more: true, claims, web, ..way };
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
        use super::lexicon::{ANY, Lure, STRONG};
        let Some(name) = self.name.map(|i| &index.names[i]) else { return false };
        let all = self.lures | self.company;
        let split = label.contains('-');
        let has = |lure: Lure| all & lure.bit() != 0;
        // Initials say something beside a name that says much, or on a suffix that says it too.
        let short = has(Lure::Short);
        match name.class {
            Class::Coined => all & ANY != 0 || short || (cheap && self.more && !self.unknown),
            Class::House | Class::Office => {
                self.lures & ANY & !Lure::Official.bit() != 0
                    || (cheap && self.more && !self.unknown)
            }
            Class::Middling => {
                let near = split || cheap;
                !self.unknown
                    && (self.lures & ANY != 0 || (cheap && all & ANY != 0) || (short && near))
            }
            Class::Chinese => !self.unknown && all & ANY != 0,
            Class::Digits => {
                !self.unknown
                    && (self.lures & STRONG != 0
                        || (cheap && all & STRONG != 0)
                        || (name.text.len() >= 5 && (short || has(Lure::Second))))
            }
            Class::Weak => {
                // `serviceapple` is somebody's name, `apple-service` is not.
                let trade = STRONG | Lure::Courier.bit() | Lure::Finance.bit() | Lure::Short.bit();
                let company = cheap && split && all & (trade | Lure::Second.bit()) != 0;
                !self.unknown && (self.lures & STRONG != 0 || company)
            }
            Class::Domain => false,
        }
    }

    /// Whether more than an office's name tells it from the many sites that help people with the
    /// office: one of the scam's own words.
    pub fn is_sure(&self, index: &Index) -> bool {
        let office = self.name.is_some_and(|i| index.names[i].class == Class::Office);
        !office || self.lures & super::lexicon::STRONG != 0
    }

    /// Whether, on a suffix that is not cheap, it may just as well be the brand's own second domain:
    /// its name and the name of a trade, and neither a claim nor the scam's own words.
    pub fn may_be_own(&self) -> bool {
        use super::lexicon::{ANY, Lure, OWN_TRADE};
        let told = ANY | Lure::Short.bit() | Lure::Second.bit();
        !self.claims && (self.lures | self.company) & told & !OWN_TRADE == 0
    }

    /// Whether this cut is lures and nothing else: any lures, or only the scam's own words.
    pub fn is_lure(&self, strong: bool) -> bool {
        use super::lexicon::{ANY, Lure, STRONG};
        let fits = match strong {
            true => self.lures & (STRONG | Lure::Short.bit()) != 0,
            false => (self.lures | self.company) & ANY != 0,
        };
        self.name.is_none() && !self.unknown && fits
    }
}
