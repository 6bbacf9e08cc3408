//! Decides by its digits whether a number is a bank card, a resident identity or a telephone number.
//!
//! Pure, except for the plus sign before a number. Does not decide who owns it; numbers.rs does.

use super::detail::DetailKind;
use super::digit_groups::Number;
use yanka_types::identity_number::is_identity_number;

/// What `number` of `text` is, by digits and grouping; `None` if it has none of the formats.
pub fn kind_of(text: &str, number: &Number) -> Option<DetailKind> {
    let digits = number.digits.as_str();
    let grouped = |groupings: &[&[usize]]| {
        number.group_lengths.len() == 1 || groupings.iter().any(|g| number.group_lengths == *g)
    };
    if is_identity_number(digits)
        && grouped(&[&[6, 8, 4], &[6, 4, 4, 4], &[3, 3, 4, 4, 4], &[6, 8, 3]])
    {
        return Some(DetailKind::Identity);
    }
    if is_card(digits) && number.group_lengths.iter().all(|n| *n >= 3) {
        return Some(DetailKind::Card);
    }
    let phone = mobile_start(digits).is_some()
        && grouped(&[
            &[3, 4, 4],
            &[3, 3, 5],
            &[4, 4, 3],
            &[2, 11],
            &[2, 3, 4, 4],
            &[4, 11],
            &[4, 3, 4, 4],
        ])
        || is_overseas_mobile(text, number)
        || is_landline(number);
    phone.then_some(DetailKind::Phone)
}

/// True for the number of a bank card: 15 to 19 digits, not all equal, a first digit that cards in
/// China have, and a valid Luhn check digit.
fn is_card(digits: &str) -> bool {
    matches!(digits.len(), 15..=19)
        && matches!(digits.as_bytes()[0], b'3'..=b'6' | b'9')
        && digits.bytes().all(|d| d.is_ascii_digit())
        && !digits.bytes().all(|d| d == digits.as_bytes()[0])
        && has_luhn_check_digit(digits)
}

/// True if the last digit is the Luhn check digit of the others, ISO/IEC 7812-1 annex B.
fn has_luhn_check_digit(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(position, digit)| match (position % 2, u32::from(digit - b'0')) {
            (0, d) => d,
            (_, d) if d > 4 => d * 2 - 9,
            (_, d) => d * 2,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Index of the first digit of a mainland mobile number after its country code, 86, 0086 or none;
/// `None` for any other number. By the numbering plan of 2017 it has eleven digits: 1, then 3 to 9.
pub fn mobile_start(digits: &str) -> Option<usize> {
    let start = match digits.len() {
        11 => 0,
        13 if digits.starts_with("86") => 2,
        15 if digits.starts_with("0086") => 4,
        _ => return None,
    };
    let mobile = &digits.as_bytes()[start..];
    (mobile[0] == b'1' && matches!(mobile[1], b'3'..=b'9')).then_some(start)
}

/// True for a mobile number of Hong Kong, Macao or Taiwan with its country code and a plus sign.
fn is_overseas_mobile(text: &str, number: &Number) -> bool {
    let plus = text.get(..number.span.start).is_some_and(|t| t.ends_with(['+', '＋']));
    let digits = number.digits.as_str();
    plus && match digits.len() {
        11 => {
            digits.starts_with("8529") || digits.starts_with("8526") || digits.starts_with("8536")
        }
        12 => digits.starts_with("8869"),
        _ => false,
    }
}

/// True for a mainland landline number with its area code: `0571-12345678`.
fn is_landline(number: &Number) -> bool {
    let digits = number.digits.as_str();
    digits.starts_with('0')
        && !digits.starts_with("00")
        && matches!(digits.len(), 11 | 12)
        && matches!(number.group_lengths[..], [3, 8] | [4, 7] | [4, 8] | [3, 4, 4] | [4, 4, 4])
}
