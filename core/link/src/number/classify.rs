//! One number against the exact lists and the forms that numbers take.
//!
//! Pure. The order below is the order of certainty: a foreign prefix before a short code, then the
//! exact list, then what only looks like an entry of the list, then shapes. Nothing follows from
//! a prefix alone: official and unknown numbers share them.

use super::digits::Written;
use super::patterns::Patterns;
use super::shape;
use yanka_types::NumberStatus;

/// Shorter numbers than this are not compared with the list by likeness.
const SHORTEST_LIKENESS: usize = 5;

/// A full number behind a country code has at least this many digits with it; what is shorter is
/// a short code that somebody put a prefix before.
const SHORTEST_ABROAD: usize = 7;

/// ITU-T E.164: no number is longer.
const LONGEST_ABROAD: usize = 15;

/// Most entries named as "close to".
const MOST_CLOSE: usize = 3;

/// One entry of the list of official numbers, as far as classification needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedNumber {
    /// `emergency`, `police`, `state`, `platform`, `payment`, `courier`, `bank`, `telecom` and others.
    pub class: String,
    /// Every number of the entry, digits only.
    pub digits: Vec<String>,
}

/// The classification of one number.
#[derive(Debug, PartialEq, Eq)]
pub struct Classification {
    /// What the list can say about it.
    pub status: NumberStatus,
    /// Id of the pattern or sentence in the rule pack that explains the status.
    pub form: String,
    /// The digits as understood, with a plus sign if there was one and an extension after a hyphen.
    pub normalized: String,
    /// Indexes of the listed entries that it is, imitates or is close to.
    pub listed: Vec<usize>,
}

/// Classifies `written`; `input` is used only for words such as "unknown caller".
pub(super) fn classify(
    written: &Written,
    input: &str,
    listed: &[ListedNumber],
    patterns: &Patterns,
) -> Classification {
    let asked = Asked { written, listed, patterns };
    asked.by_words(input).or_else(|| asked.by_foreign_prefix()).unwrap_or_else(|| {
        let folded = shape::without_china(&written.digits, written.plus);
        asked.by_digits(folded.as_deref().unwrap_or(&written.digits))
    })
}

struct Asked<'a> {
    written: &'a Written,
    listed: &'a [ListedNumber],
    patterns: &'a Patterns,
}

impl Asked<'_> {
    fn answer(&self, status: NumberStatus, form: &str, hotlines: Vec<usize>) -> Classification {
        let normalized = self.written.shown();
        Classification { status, form: form.to_owned(), normalized, listed: hotlines }
    }

    fn spoof(&self, form: &str, hotlines: Vec<usize>) -> Classification {
        self.answer(NumberStatus::SpoofForm, form, hotlines)
    }

    /// A network code, or no number at all.
    fn by_words(&self, input: &str) -> Option<Classification> {
        if self.written.network_code {
            return Some(self.spoof("number-forwards-calls", Vec::new()));
        }
        if self.written.digits.len() >= 3 {
            return None;
        }
        let plain = input.trim().to_lowercase();
        let form = self.patterns.first("words", &plain).unwrap_or("number-is-none");
        Some(self.answer(NumberStatus::NotListed, form, Vec::new()))
    }

    /// `+` or `00`, unless it only says China before a mobile, a 400 line or a fixed line.
    fn by_foreign_prefix(&self) -> Option<Classification> {
        let digits = &self.written.digits;
        if shape::without_china(digits, self.written.plus).is_some() {
            return None;
        }
        let Some(behind) = shape::behind_foreign(digits, self.written.plus) else {
            // Without plus or 00 only "86" straight before an official code is such a prefix.
            let official = self.exact(digits.strip_prefix("86")?);
            let listed = self.exact(digits);
            return (!official.is_empty() && listed.is_empty())
                .then(|| self.spoof("number-foreign-before-official", official));
        };
        let official = self.ends_in_code(behind, |_| true);
        if !official.is_empty() {
            return Some(self.spoof("number-foreign-before-official", official));
        }
        let behind_china = behind.strip_prefix("86");
        Some(match (behind.len(), behind_china.map(str::len)) {
            (..SHORTEST_ABROAD, _) | (_, Some(..9)) => {
                self.spoof("number-foreign-before-short", Vec::new())
            }
            (SHORTEST_ABROAD..=LONGEST_ABROAD, None) => {
                self.answer(NumberStatus::Overseas, "number-overseas", Vec::new())
            }
            _ => self.answer(NumberStatus::NotListed, "number-is-none", Vec::new()),
        })
    }

    fn by_digits(&self, digits: &str) -> Classification {
        let mut official = self.exact(digits);
        let mut form = "number-official";
        if official.is_empty()
            && let Some((_, code)) = shape::split_area(digits)
            && !shape::is_line(code)
        {
            official = self.exact(code);
            form = "number-official-behind-area";
        }
        if !official.is_empty() {
            return if self.written.letters {
                self.spoof("number-with-letters", official)
            } else if self.written.marks {
                self.spoof("number-with-marks", official)
            } else if self.written.extension.is_empty() {
                self.answer(NumberStatus::Official, form, official)
            } else {
                self.answer(NumberStatus::Official, "number-official-extension", official)
            };
        }
        self.by_likeness(digits).unwrap_or_else(|| self.by_shape(digits))
    }

    /// An entry of the list with something before or behind it, or a short code with letters.
    fn by_likeness(&self, digits: &str) -> Option<Classification> {
        let like_line = shape::is_line(digits) || shape::is_mobile(digits);
        let before = if like_line {
            Vec::new()
        } else {
            self.ends_in_code(digits, |h| {
                matches!(h.class.as_str(), "emergency" | "police" | "state")
            })
        };
        if !before.is_empty() {
            return Some(self.spoof("number-digits-before-official", before));
        }
        let grown = self.patterns.first("grown", digits).is_some();
        let behind = if grown { self.begins_with_code(digits) } else { Vec::new() };
        if !behind.is_empty() {
            return Some(self.spoof("number-digits-behind-official", behind));
        }
        (self.written.letters && (SHORTEST_LIKENESS..=10).contains(&digits.len()))
            .then(|| self.spoof("number-with-letters", self.close(digits)))
    }

    fn by_shape(&self, digits: &str) -> Classification {
        for (class, status) in [
            ("mobile", NumberStatus::Mobile),
            ("spoof", NumberStatus::SpoofForm),
            ("shape", NumberStatus::NotListed),
        ] {
            if let Some(form) = self.patterns.first(class, digits) {
                let close = if class == "shape" { self.close(digits) } else { Vec::new() };
                return self.answer(status, form, close);
            }
        }
        self.answer(NumberStatus::NotListed, "number-not-listed", self.close(digits))
    }

    fn entries(&self, meets: impl Fn(&ListedNumber, &str) -> bool) -> Vec<usize> {
        let places = 0..self.listed.len();
        places
            .filter(|at| self.listed[*at].digits.iter().any(|d| meets(&self.listed[*at], d)))
            .collect()
    }

    fn exact(&self, digits: &str) -> Vec<usize> {
        self.entries(|_, d| d == digits)
    }

    /// The longest short code of an entry that has none to four digits before it.
    ///
    /// A code as short as 110 counts only behind a foreign prefix: by itself it ends many numbers.
    fn ends_in_code(&self, digits: &str, of: impl Fn(&ListedNumber) -> bool) -> Vec<usize> {
        let shortest = if self.is_plain() { SHORTEST_LIKENESS } else { 3 };
        let meets = |hotline: &ListedNumber, code: &str| {
            let before = digits.strip_suffix(code).map(str::len);
            (shortest..=8).contains(&code.len()) && of(hotline) && before.is_some_and(|b| b <= 4)
        };
        let codes = self.listed.iter().flat_map(|h| h.digits.iter().filter(move |d| meets(h, d)));
        let length = codes.map(String::len).max().unwrap_or(0);
        self.entries(|hotline, code| code.len() == length && meets(hotline, code))
    }

    fn is_plain(&self) -> bool {
        shape::behind_foreign(&self.written.digits, self.written.plus).is_none()
    }

    /// A short code of an entry with one to three digits behind it.
    fn begins_with_code(&self, digits: &str) -> Vec<usize> {
        self.entries(|_, code| {
            let behind = digits.strip_prefix(code).map(str::len);
            (SHORTEST_LIKENESS..=8).contains(&code.len())
                && behind.is_some_and(|b| (1..=3).contains(&b))
        })
    }

    /// Entries that one wrong, missing, added or swapped digit makes of `digits`.
    fn close(&self, digits: &str) -> Vec<usize> {
        if !(SHORTEST_LIKENESS..=11).contains(&digits.len()) {
            return Vec::new();
        }
        let mut close = self.entries(|_, code| {
            code.len() >= SHORTEST_LIKENESS && strsim::osa_distance(code, digits) == 1
        });
        close.truncate(MOST_CLOSE);
        close
    }
}
