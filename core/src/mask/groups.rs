//! Runs of digits as they are written: full width or not, in groups or not.

use yanka_types::Span;

/// Digits without a gap.
pub struct Group {
    /// Where they stand.
    pub span: Span,
    /// Their half-width form; `X` may end an identity number.
    pub digits: String,
    /// Bytes of one digit: one, or three where full width.
    pub width: usize,
    /// One space or hyphen and nothing else lies between the group before and this one.
    pub joined: bool,
}

/// Several groups read as one number.
pub struct Number {
    /// Where it stands.
    pub span: Span,
    /// Its digits.
    pub digits: String,
    /// How many digits each group has.
    pub shape: Vec<usize>,
    /// Where each digit starts.
    pub at: Vec<usize>,
}

/// Most groups of one number, as in `6222 0200 0000 0000 001`.
const GROUPS: usize = 6;

/// All groups of a text that do not touch a Latin letter.
pub fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut open: Option<Group> = None;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let value = digit(c);
        if let (Some(group), Some(value)) = (&mut open, value)
            && group.width == c.len_utf8()
            && (value != 'X' || group.digits.len() == 17 || group.digits.len() == 3)
        {
            group.digits.push(value);
            group.span.end = at + c.len_utf8();
        } else {
            close(&mut groups, open.take(), c);
            if value.is_some_and(|v| v != 'X') && !before.is_some_and(|b| b.is_ascii_alphanumeric())
            {
                let joined = groups
                    .last()
                    .is_some_and(|g| matches!(text.get(g.span.end..at), Some(" " | "-" | "－")));
                open = Some(Group {
                    span: Span::new(at, at + c.len_utf8()),
                    digits: value.into_iter().collect(),
                    width: c.len_utf8(),
                    joined,
                });
            }
        }
        before = Some(c);
    }
    close(&mut groups, open, ' ');
    groups
}

/// Every way to read groups from number `first` on as one number, the longest first.
pub fn numbers(groups: &[Group], first: usize) -> impl Iterator<Item = (usize, Number)> {
    let rest = groups.get(first..).unwrap_or_default();
    let joined = 1 + rest.iter().skip(1).take(GROUPS - 1).take_while(|g| g.joined).count();
    (1..=joined.min(rest.len())).rev().map(move |count| (count, read(&rest[..count])))
}

fn read(groups: &[Group]) -> Number {
    let span = Span::new(groups[0].span.start, groups[groups.len() - 1].span.end);
    let (mut digits, mut at) = (String::new(), Vec::new());
    for group in groups {
        digits.push_str(&group.digits);
        at.extend((0..group.digits.len()).map(|n| group.span.start + n * group.width));
    }
    Number { span, digits, shape: groups.iter().map(|g| g.digits.len()).collect(), at }
}

/// A group ends here, unless a Latin letter makes it part of a word such as an order code.
fn close(groups: &mut Vec<Group>, group: Option<Group>, next: char) {
    if let Some(group) = group
        && !next.is_ascii_alphabetic()
    {
        groups.push(group);
    }
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(c as u32 - 0xFEE0),
        'X' | 'x' | 'Ｘ' | 'ｘ' => Some('X'),
        _ => None,
    }
}
