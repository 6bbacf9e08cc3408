//! Classifies one number against the exact list and the patterns of the caller.
//!
//! The checks run in the order of certainty: an international prefix before a short code, the exact
//! list, similarity to an entry, patterns. A prefix alone decides nothing, because official and unknown
//! numbers share prefixes.

use super::parse::ParsedNumber;
use super::patterns::Patterns;
use super::{MIN_DIGITS, numbering_plan};
use yanka_types::NumberStatus;

/// Shortest number that is compared with the list by similarity, in digits.
const MIN_SIMILAR: usize = 5;

/// Fewest digits of an international number with its country code; a shorter one is a short code with a
/// prefix put before it. Empirical; no measurement recorded.
const MIN_INTERNATIONAL: usize = 7;

/// Fewest digits after the country code of China; fewer are a short code. Empirical; no measurement
/// recorded.
const MIN_AFTER_CHINA_CODE: usize = 9;
/// Most digits of an international number: ITU-T E.164.
const MAX_INTERNATIONAL: usize = 15;

/// Entries named as similar.
const MAX_SIMILAR_ENTRIES: usize = 3;
/// Longest short code, in digits.
const MAX_SHORT_CODE: usize = 8;
/// Most digits before and after a short code in a forged number.
const MAX_DIGITS_BEFORE: usize = 4;
const MAX_DIGITS_AFTER: usize = 3;
/// Longest number with letters, and longest number compared by edit distance, in digits.
const MAX_WITH_LETTERS: usize = 10;
const MAX_SIMILAR: usize = 11;

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
    /// Its status.
    pub status: NumberStatus,
    /// Id of the pattern or sentence in the rule pack that explains the status.
    pub reason: String,
    /// The parsed digits, with the plus sign, and with the extension after a hyphen.
    pub normalized: String,
    /// Indexes of the listed entries that it is, imitates or resembles.
    pub listed: Vec<usize>,
}

/// Classifies `number`; `input` is used for words such as "unknown caller" only.
pub(super) fn classify(
    number: &ParsedNumber,
    input: &str,
    listed: &[ListedNumber],
    patterns: &Patterns,
) -> Classification {
    let classifier = Classifier { number, listed, patterns };
    classifier.by_words(input).or_else(|| classifier.by_international_prefix()).unwrap_or_else(
        || {
            let domestic = numbering_plan::without_china_code(&number.digits, number.plus);
            classifier.by_digits(domestic.as_deref().unwrap_or(&number.digits))
        },
    )
}

struct Classifier<'a> {
    number: &'a ParsedNumber,
    listed: &'a [ListedNumber],
    patterns: &'a Patterns,
}

impl Classifier<'_> {
    fn result(&self, status: NumberStatus, reason: &str, listed: Vec<usize>) -> Classification {
        let normalized = self.number.normalized();
        Classification { status, reason: reason.to_owned(), normalized, listed }
    }

    fn spoof(&self, reason: &str, listed: Vec<usize>) -> Classification {
        self.result(NumberStatus::SpoofForm, reason, listed)
    }

    /// The result for a network code and for an input that is no number.
    fn by_words(&self, input: &str) -> Option<Classification> {
        if self.number.network_code {
            return Some(self.spoof("number-forwards-calls", Vec::new()));
        }
        if self.number.digits.len() >= MIN_DIGITS {
            return None;
        }
        let words = input.trim().to_lowercase();
        let reason = self.patterns.first("words", &words).unwrap_or("number-is-none");
        Some(self.result(NumberStatus::NotListed, reason, Vec::new()))
    }

    /// The result for `+` or `00`, except for the code of China before a full domestic number.
    fn by_international_prefix(&self) -> Option<Classification> {
        let digits = &self.number.digits;
        if numbering_plan::without_china_code(digits, self.number.plus).is_some() {
            return None;
        }
        let Some(rest) = numbering_plan::without_international_prefix(digits, self.number.plus)
        else {
            // Without + or 00, `86` counts as a prefix only directly before an official code.
            let official = self.exact(digits.strip_prefix("86")?);
            let listed = self.exact(digits);
            return (!official.is_empty() && listed.is_empty())
                .then(|| self.spoof("number-foreign-before-official", official));
        };
        let official = self.ending_in_code(rest, |_| true);
        if !official.is_empty() {
            return Some(self.spoof("number-foreign-before-official", official));
        }
        let after_china_code = rest.strip_prefix("86");
        Some(match (rest.len(), after_china_code.map(str::len)) {
            (..MIN_INTERNATIONAL, _) | (_, Some(..MIN_AFTER_CHINA_CODE)) => {
                self.spoof("number-foreign-before-short", Vec::new())
            }
            (MIN_INTERNATIONAL..=MAX_INTERNATIONAL, None) => {
                self.result(NumberStatus::Overseas, "number-overseas", Vec::new())
            }
            _ => self.result(NumberStatus::NotListed, "number-is-none", Vec::new()),
        })
    }

    fn by_digits(&self, digits: &str) -> Classification {
        let mut official = self.exact(digits);
        let mut reason = "number-official";
        if official.is_empty()
            && let Some((_, code)) = numbering_plan::split_area(digits)
            && !numbering_plan::is_fixed_line(code)
        {
            official = self.exact(code);
            reason = "number-official-behind-area";
        }
        if !official.is_empty() {
            return if self.number.letters {
                self.spoof("number-with-letters", official)
            } else if self.number.marks {
                self.spoof("number-with-marks", official)
            } else if self.number.extension.is_empty() {
                self.result(NumberStatus::Official, reason, official)
            } else {
                self.result(NumberStatus::Official, "number-official-extension", official)
            };
        }
        self.by_similarity(digits).unwrap_or_else(|| self.by_pattern(digits))
    }

    /// The result for an entry with digits before or after it, and for a short code with letters.
    fn by_similarity(&self, digits: &str) -> Option<Classification> {
        let is_ordinary =
            numbering_plan::is_fixed_line(digits) || numbering_plan::is_mobile(digits);
        let is_state =
            |l: &ListedNumber| matches!(l.class.as_str(), "emergency" | "police" | "state");
        let before = if is_ordinary { Vec::new() } else { self.ending_in_code(digits, is_state) };
        if !before.is_empty() {
            return Some(self.spoof("number-digits-before-official", before));
        }
        let may_be_longer = self.patterns.first("grown", digits).is_some();
        let after = if may_be_longer { self.starting_with_code(digits) } else { Vec::new() };
        if !after.is_empty() {
            return Some(self.spoof("number-digits-behind-official", after));
        }
        (self.number.letters && (MIN_SIMILAR..=MAX_WITH_LETTERS).contains(&digits.len()))
            .then(|| self.spoof("number-with-letters", self.similar(digits)))
    }

    fn by_pattern(&self, digits: &str) -> Classification {
        for (class, status) in [
            ("mobile", NumberStatus::Mobile),
            ("spoof", NumberStatus::SpoofForm),
            ("shape", NumberStatus::NotListed),
        ] {
            if let Some(reason) = self.patterns.first(class, digits) {
                let similar = if class == "shape" { self.similar(digits) } else { Vec::new() };
                return self.result(status, reason, similar);
            }
        }
        self.result(NumberStatus::NotListed, "number-not-listed", self.similar(digits))
    }

    /// Indexes of the entries with a number that `matches` accepts.
    fn entries(&self, matches: impl Fn(&ListedNumber, &str) -> bool) -> Vec<usize> {
        (self.listed.iter().enumerate())
            .filter(|(_, entry)| entry.digits.iter().any(|d| matches(entry, d)))
            .map(|(i, _)| i)
            .collect()
    }

    fn exact(&self, digits: &str) -> Vec<usize> {
        self.entries(|_, d| d == digits)
    }

    /// Entries with the longest short code at the end of `digits`, after at most four digits.
    ///
    /// A code of three digits such as 110 counts after an international prefix only, because many
    /// numbers end in it.
    fn ending_in_code(&self, digits: &str, counts: impl Fn(&ListedNumber) -> bool) -> Vec<usize> {
        let shortest = if self.is_domestic() { MIN_SIMILAR } else { MIN_DIGITS };
        let matches = |entry: &ListedNumber, code: &str| {
            let before = digits.strip_suffix(code).map(str::len);
            (shortest..=MAX_SHORT_CODE).contains(&code.len())
                && counts(entry)
                && before.is_some_and(|b| b <= MAX_DIGITS_BEFORE)
        };
        let codes = self.listed.iter().flat_map(|l| l.digits.iter().filter(move |d| matches(l, d)));
        let length = codes.map(String::len).max().unwrap_or(0);
        self.entries(|entry, code| code.len() == length && matches(entry, code))
    }

    /// Whether the number has no international prefix.
    fn is_domestic(&self) -> bool {
        let number = self.number;
        numbering_plan::without_international_prefix(&number.digits, number.plus).is_none()
    }

    /// Entries with a short code at the start of `digits`, before one to three more.
    fn starting_with_code(&self, digits: &str) -> Vec<usize> {
        self.entries(|_, code| {
            let after = digits.strip_prefix(code).map(str::len);
            (MIN_SIMILAR..=MAX_SHORT_CODE).contains(&code.len())
                && after.is_some_and(|a| (1..=MAX_DIGITS_AFTER).contains(&a))
        })
    }

    /// Entries at edit distance 1 from `digits`, at most three.
    fn similar(&self, digits: &str) -> Vec<usize> {
        if !(MIN_SIMILAR..=MAX_SIMILAR).contains(&digits.len()) {
            return Vec::new();
        }
        let mut similar = self.entries(|_, code| {
            code.len() >= MIN_SIMILAR && strsim::osa_distance(code, digits) == 1
        });
        similar.truncate(MAX_SIMILAR_ENTRIES);
        similar
    }
}
