//! Decides whether a label consists of known words only: names, lures, digits and fillers.
//!
//! Dynamic programming over the label: each position keeps all segmentations up to it, at most
//! [`MAX_PER_POSITION`]. Knows no public suffix.

use super::distinctiveness::Distinctiveness;
use super::index::{BrandIndex, Match, Word};
use super::lures::{ADDRESS_WORDS, ANY, Lure, OFFICIAL_CLAIMS, OWN_TRADE, STRONG};

/// Segmentations kept at one position. Empirical; no measurement recorded.
const MAX_PER_POSITION: usize = 12;
/// Longest label that is segmented, in bytes: 63 characters (RFC 1035 2.3.4) in UTF-8.
const MAX_LABEL: usize = 63 * 4;
/// Longest unknown part between hyphens, in bytes. Empirical; no measurement recorded.
const MAX_UNKNOWN: usize = 12;

/// One segmentation of a label into known words, with one brand name at most.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Segmentation {
    /// Index of the brand name.
    pub name: Option<usize>,
    /// Bits of lures that count beside any name.
    pub lures: u16,
    /// Bits of lures that form an ordinary company name with a short name.
    pub company: u16,
    /// Whether a part between hyphens is no known word.
    pub has_unknown: bool,
    /// Whether the label has more than the name.
    pub has_more: bool,
    /// Whether a word only makes the label look like an address.
    pub has_address_word: bool,
    /// Whether a word claims to be official, which a brand's own site need not do.
    pub claims_official: bool,
}

/// All segmentations of `label`; `matches` are those of [`BrandIndex::find_all`] in it. Empty where
/// the label has other letters besides known words.
pub(super) fn segment(label: &str, matches: &[Match], index: &BrandIndex) -> Vec<Segmentation> {
    let len = label.len();
    if len > MAX_LABEL {
        return Vec::new();
    }
    let bytes = label.as_bytes();
    let mut ending_at: Vec<Vec<Segmentation>> = vec![Vec::new(); len + 1];
    ending_at[0].push(Segmentation::default());
    for at in 0..len {
        if ending_at[at].is_empty() || !label.is_char_boundary(at) {
            continue;
        }
        let here = std::mem::take(&mut ending_at[at]);
        if matches!(bytes[at], b'-' | b'_') || bytes[at].is_ascii_digit() {
            for segmentation in &here {
                let has_more = segmentation.has_more || bytes[at].is_ascii_digit();
                insert(&mut ending_at[at + 1], Segmentation { has_more, ..*segmentation });
            }
        }
        if at == 0 || bytes[at - 1] == b'-' {
            let end = label[at..].find('-').map_or(len, |i| at + i);
            if end > at && end - at <= MAX_UNKNOWN {
                for segmentation in &here {
                    let (has_unknown, has_more) = (true, true);
                    insert(
                        &mut ending_at[end],
                        Segmentation { has_unknown, has_more, ..*segmentation },
                    );
                }
            }
        }
        // A single letter is a word only where no letter is next to it.
        let is_letter = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphabetic);
        let is_single = is_letter(bytes.get(at))
            && !is_letter(at.checked_sub(1).map(|i| &bytes[i]))
            && !is_letter(bytes.get(at + 1));
        if is_single && let Some(word) = index.word(&label[at..=at]) {
            let text = &label[at..=at];
            here.iter().for_each(|s| extend(*s, &word, text, index, &mut ending_at[at + 1]));
        }
        for Match { end, word, .. } in matches.iter().filter(|m| m.start == at) {
            let Some(word) = word else { continue };
            let text = &label[at..*end];
            here.iter().for_each(|s| extend(*s, word, text, index, &mut ending_at[*end]));
        }
    }
    std::mem::take(&mut ending_at[len])
}

/// Adds to `extended` what `segmentation` becomes with `word`, written `text`, after it.
fn extend(
    segmentation: Segmentation,
    word: &Word,
    text: &str,
    index: &BrandIndex,
    extended: &mut Vec<Segmentation>,
) {
    if let Some(name) = word.name.filter(|_| segmentation.name.is_none()) {
        insert(extended, Segmentation { name: Some(name), ..segmentation });
    }
    // Two names of one brand, or one name twice, count more than one: `95588-icbc`. Two names of
    // different brands do not; either of them may be the imitated one.
    let platform = |i: usize| index.names[i].platform;
    let is_generic = |i: usize| index.names[i].distinctiveness == Distinctiveness::Generic;
    let repeats_generic = |i: usize| segmentation.name == Some(i) && is_generic(i);
    if let (Some(first), Some(second)) =
        (segmentation.name, word.name.filter(|i| !repeats_generic(*i)))
    {
        let lures = segmentation.lures | Lure::SecondName.bit();
        let has_more = true;
        match platform(first) == platform(second) {
            true => insert(extended, Segmentation { lures, has_more, ..segmentation }),
            false => [first, second].into_iter().for_each(|name| {
                insert(extended, Segmentation { name: Some(name), has_more, ..segmentation });
            }),
        }
    }
    if word.lures != 0 {
        let mut next = Segmentation {
            has_more: true,
            claims_official: segmentation.claims_official || OFFICIAL_CLAIMS.contains(&text),
            has_address_word: segmentation.has_address_word || ADDRESS_WORDS.contains(&text),
            ..segmentation
        };
        match word.company {
            true => next.company |= word.lures,
            false => next.lures |= word.lures,
        }
        insert(extended, next);
    }
}

fn insert(kept: &mut Vec<Segmentation>, segmentation: Segmentation) {
    if kept.len() < MAX_PER_POSITION && !kept.contains(&segmentation) {
        kept.push(segmentation);
    }
}

impl Segmentation {
    /// Whether this segmentation of `label` shows an imitation; `low_cost` is
    /// whether the suffix is a low-cost one.
    pub fn is_imitation(&self, label: &str, index: &BrandIndex, low_cost: bool) -> bool {
        use Distinctiveness as D;
        let Some(name) = self.name.map(|i| &index.names[i]) else { return false };
        let all = self.lures | self.company;
        let is_split = label.contains('-');
        let has = |lure: Lure| all & lure.bit() != 0;
        // Initials count beside a name of more letters, or on a low-cost suffix.
        let abbreviation = has(Lure::Abbreviation);
        match name.distinctiveness {
            D::Distinctive => {
                all & ANY != 0 || abbreviation || (low_cost && self.has_more && !self.has_unknown)
            }
            D::CorporateFamily | D::PublicOffice => {
                self.lures & ANY & !Lure::Official.bit() != 0
                    || (low_cost && self.has_more && !self.has_unknown)
            }
            D::Short => {
                !self.has_unknown
                    && (self.lures & ANY != 0
                        || (low_cost && all & ANY != 0)
                        || (abbreviation && (is_split || low_cost)))
            }
            D::Chinese => !self.has_unknown && all & ANY != 0,
            D::Digits => {
                !self.has_unknown
                    && (self.lures & STRONG != 0
                        || (low_cost && all & STRONG != 0)
                        || (name.text.len() >= 5 && (abbreviation || has(Lure::SecondName))))
            }
            D::Generic => {
                // `serviceapple` is some company's name, `apple-service` is not.
                let trade =
                    STRONG | Lure::Courier.bit() | Lure::Finance.bit() | Lure::Abbreviation.bit();
                let company = low_cost && is_split && all & (trade | Lure::SecondName.bit()) != 0;
                !self.has_unknown && (self.lures & STRONG != 0 || company)
            }
            D::DomainLabel => false,
        }
    }

    /// Whether the imitation is certain. The name of a public office needs a strong lure: private
    /// agents who help people with the office use its name too.
    pub fn is_certain(&self, index: &BrandIndex) -> bool {
        let is_office = self
            .name
            .is_some_and(|i| index.names[i].distinctiveness == Distinctiveness::PublicOffice);
        !is_office || self.lures & STRONG != 0
    }

    /// Whether the label, on a suffix that is not low-cost, may be the brand's own second domain:
    /// its name and a trade, without an official claim or another lure.
    pub fn may_be_own(&self) -> bool {
        let counted = ANY | Lure::Abbreviation.bit() | Lure::SecondName.bit();
        !self.claims_official && (self.lures | self.company) & counted & !OWN_TRADE == 0
    }

    /// Whether this segmentation has lures and no name; where `needs_strong`, a strong lure or an
    /// abbreviation.
    pub fn is_lure(&self, needs_strong: bool) -> bool {
        let has_lure = match needs_strong {
            true => self.lures & (STRONG | Lure::Abbreviation.bit()) != 0,
            false => (self.lures | self.company) & ANY != 0,
        };
        self.name.is_none() && !self.has_unknown && has_lure
    }
}
