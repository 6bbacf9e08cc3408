//! Which runs of digits are a card, an identity or a telephone number.

use super::{Detail, Hidden};
use crate::span::Span;

/// A run of digits as it is written, with single spaces or hyphens inside.
struct Run {
    span: Span,
    digits: String,
    /// Where each digit starts.
    at: Vec<usize>,
}

/// Every card, identity and mobile number in the text.
pub fn find(text: &str) -> Vec<Hidden> {
    runs(text).iter().filter_map(hidden).collect()
}

fn hidden(run: &Run) -> Option<Hidden> {
    let detail = match run.digits.len() {
        18 if identity(&run.digits) => Detail::Identity,
        13..=19 if luhn(&run.digits) => Detail::Card,
        11 if mobile(&run.digits) => Detail::Phone,
        _ => return None,
    };
    // The ends stay, so that the person knows which of theirs it was.
    let (head, tail) = match detail {
        Detail::Phone => (3, 2),
        Detail::Card => (0, 4),
        _ => (0, 0),
    };
    let end = if tail == 0 { run.span.end } else { run.at[run.at.len() - tail] };
    Some(Hidden { detail, span: Span::new(run.at[head], end) })
}

/// Luhn's check digit, ISO/IEC 7812-1 annex B.
pub fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, digit)| match (place % 2, u32::from(digit - b'0')) {
            (0, d) => d,
            (_, d) if d > 4 => d * 2 - 9,
            (_, d) => d * 2,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// The check character of a resident identity number, GB 11643-1999 (ISO 7064 MOD 11-2).
pub fn identity(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let bytes = digits.as_bytes();
    let Some((head, [last])) = bytes.split_at_checked(17) else { return false };
    let sum: u32 = head.iter().zip(WEIGHTS).map(|(d, w)| u32::from(d - b'0') * w).sum();
    let month = &digits[10..12];
    let day = &digits[12..14];
    b"10X98765432"[(sum % 11) as usize] == last.to_ascii_uppercase()
        && ("01"..="12").contains(&month)
        && ("01"..="31").contains(&day)
}

/// A mainland mobile number, by the Telephone Numbering Plan of 2017: 1, then 3 to 9.
fn mobile(digits: &str) -> bool {
    digits.starts_with('1') && matches!(digits.as_bytes()[1], b'3'..=b'9')
}

/// Digits, with their value whether half or full width.
fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(c as u32 - 0xFEE0),
        'X' | 'x' | 'Ｘ' | 'ｘ' => Some('X'),
        _ => None,
    }
}

fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut run: Option<Run> = None;
    let mut gap = false;
    for (at, c) in text.char_indices() {
        match (digit(c), &mut run) {
            (Some('X'), Some(open)) if open.digits.len() == 17 && !gap => {
                open.push('X', at, c);
                runs.extend(run.take());
            }
            (Some('X'), _) | (None, None) => runs.extend(run.take()),
            (Some(d), Some(open)) => {
                open.push(d, at, c);
                gap = false;
            }
            (Some(d), None) => {
                let mut open =
                    Run { span: Span::new(at, at), digits: String::new(), at: Vec::new() };
                open.push(d, at, c);
                run = Some(open);
                gap = false;
            }
            (None, Some(_)) if matches!(c, ' ' | '-') && !gap => gap = true,
            (None, Some(_)) => {
                runs.extend(run.take());
                gap = false;
            }
        }
    }
    runs.extend(run);
    runs
}

impl Run {
    fn push(&mut self, digit: char, at: usize, c: char) {
        self.digits.push(digit);
        self.at.push(at);
        self.span.end = at + c.len_utf8();
    }
}
