//! Reads runs of digits, half-width or full-width, in groups or not, as candidate numbers.
//!
//! Knows no format; number_formats.rs does.

use yanka_types::Span;

/// Adjacent digits of one width.
pub struct DigitGroup {
    /// The group in the text, in bytes.
    pub span: Span,
    /// Its digits in half-width form; `X` may be the last character of an identity number.
    pub digits: String,
    /// Bytes of one digit in the text: 1, or 3 if full-width.
    pub digit_bytes: usize,
    /// True if exactly one space or hyphen separates this group from the one before.
    pub joined: bool,
}

/// Adjacent groups read as one number.
pub struct Number {
    /// The number in the text, in bytes.
    pub span: Span,
    /// Its digits in half-width form, without separators.
    pub digits: String,
    /// How many digits each group has.
    pub group_lengths: Vec<usize>,
    /// The byte of the text at which each digit starts.
    pub digit_starts: Vec<usize>,
}

/// Most groups of one number; a card number such as `6222 0200 0000 0000 001` has 5.
const MAX_GROUPS: usize = 6;

/// All groups of `text` that touch no Latin letter, in order.
pub fn digit_groups(text: &str) -> Vec<DigitGroup> {
    let mut groups: Vec<DigitGroup> = Vec::new();
    let mut open: Option<DigitGroup> = None;
    let mut previous: Option<char> = None;
    for (at, c) in text.char_indices() {
        let value = digit(c);
        if let (Some(group), Some(value)) = (&mut open, value)
            && group.digit_bytes == c.len_utf8()
            && (value != 'X' || group.digits.len() == 17 || group.digits.len() == 3)
        {
            group.digits.push(value);
            group.span.end = at + c.len_utf8();
        } else {
            close(&mut groups, open.take(), c);
            if value.is_some_and(|v| v != 'X')
                && !previous.is_some_and(|p| p.is_ascii_alphanumeric())
            {
                let joined = groups
                    .last()
                    .is_some_and(|g| matches!(text.get(g.span.end..at), Some(" " | "-" | "－")));
                open = Some(DigitGroup {
                    span: Span::new(at, at + c.len_utf8()),
                    digits: value.into_iter().collect(),
                    digit_bytes: c.len_utf8(),
                    joined,
                });
            }
        }
        previous = Some(c);
    }
    close(&mut groups, open, ' ');
    groups
}

/// Every way to read joined groups from index `first` on as one number, with the count of its groups;
/// the longest first.
pub fn numbers_from(groups: &[DigitGroup], first: usize) -> impl Iterator<Item = (usize, Number)> {
    let rest = groups.get(first..).unwrap_or_default();
    let joined = 1 + rest.iter().skip(1).take(MAX_GROUPS - 1).take_while(|g| g.joined).count();
    (1..=joined.min(rest.len())).rev().map(move |count| (count, join(&rest[..count])))
}

fn join(groups: &[DigitGroup]) -> Number {
    let span = Span::new(groups[0].span.start, groups[groups.len() - 1].span.end);
    let (mut digits, mut digit_starts) = (String::new(), Vec::new());
    for group in groups {
        digits.push_str(&group.digits);
        let start = |n: usize| group.span.start + n * group.digit_bytes;
        digit_starts.extend((0..group.digits.len()).map(start));
    }
    let group_lengths = groups.iter().map(|g| g.digits.len()).collect();
    Number { span, digits, group_lengths, digit_starts }
}

/// Adds `group` to `groups`, unless the character after it is a Latin letter: then it is part of a
/// word such as an order code.
fn close(groups: &mut Vec<DigitGroup>, group: Option<DigitGroup>, next: char) {
    if let Some(group) = group
        && !next.is_ascii_alphabetic()
    {
        groups.push(group);
    }
}

/// The half-width digit, or `X`; `None` for any other character.
fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(c as u32 - 0xFEE0),
        'X' | 'x' | 'Ｘ' | 'ｘ' => Some('X'),
        _ => None,
    }
}
