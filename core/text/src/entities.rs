//! Recognises entities by their shape: web addresses, digit runs, contact names, amounts, accounts.
//!
//! Works on folded text. Must not decide who owns an entity or whether it is valid: links and
//! numbers have checks of their own.

use std::ops::RangeInclusive;

/// Digits of an account number: bank cards have 13 to 19 (ISO/IEC 7812-1), accounts up to 21.
/// Shorter runs are reported as other kinds.
const ACCOUNT_DIGITS: RangeInclusive<usize> = 15..=21;
/// Shortest group of digits that continues an account number after a gap.
const MIN_ACCOUNT_GROUP: usize = 3;
/// Longest gap (spaces or hyphens) between two groups of an account number.
const MAX_ACCOUNT_GAP: usize = 2;
/// Digits of [`EntityKind::Number`]: verification codes and amounts.
const NUMBER_DIGITS: RangeInclusive<usize> = 2..=6;
/// Fewest digits of [`EntityKind::Digits`].
const MIN_DIGITS: usize = 5;
/// Digits of a mainland mobile number, which begins with 1.
const MOBILE_DIGITS: usize = 11;
/// Length of [`EntityKind::Id`], in ASCII characters.
const ID_LENGTH: RangeInclusive<usize> = 4..=24;
/// Length of a top-level domain that counts as one, in letters.
const TLD_LENGTH: RangeInclusive<usize> = 2..=10;
/// Units after digits that make them an amount of money.
const MONEY_UNITS: [&str; 10] =
    ["元", "块", "万", "千元", "千块", "w", "圆", "米/", "米一", "米每"];

/// What a run of characters looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntityKind {
    /// A web address or a domain name.
    Url,
    /// Five digits or more.
    Digits,
    /// Eleven digits that begin with 1, as a mainland mobile number.
    Phone,
    /// Four to 24 letters and digits, as contact names are.
    Id,
    /// An amount of money.
    Money,
    /// Two to six digits, with or without a unit of money; or a number in Chinese numerals that
    /// has a unit such as 百.
    Number,
    /// A bank account: 15 to 21 digits, grouped or not, some of them possibly masked with `x`.
    Account,
}

impl EntityKind {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Url, Self::Digits, Self::Phone, Self::Id, Self::Money, Self::Number, Self::Account];

    /// The name that patterns use after `@`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Url => "url",
            Self::Digits => "digits",
            Self::Phone => "phone",
            Self::Id => "id",
            Self::Money => "money",
            Self::Number => "number",
            Self::Account => "account-number",
        }
    }
}

/// An entity with its bytes `start..end` in the folded text.
type Found = (EntityKind, usize, usize);

/// Entities in a folded text with their bytes `start..end`: accounts first, then entities of ASCII
/// runs, then Chinese numerals, each part ascending. One run may have several kinds: a phone
/// number is also `Digits`.
#[must_use]
pub fn find_entities(text: &str) -> Vec<Found> {
    let bytes = text.as_bytes();
    let mut found = accounts(bytes);
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let mut end = at;
        while end < bytes.len() && is_run_byte(bytes[end]) {
            end += 1;
        }
        while end > at && !bytes[end - 1].is_ascii_alphanumeric() && bytes[end - 1] != b'/' {
            end -= 1;
        }
        classify_run(text, at, end, &mut found);
        at = end.max(at + 1);
    }
    chinese_numerals(text, &mut found);
    found
}

/// Digits, or `x` for masked ones, in one run or in groups with one or two gaps between them.
fn accounts(bytes: &[u8]) -> Vec<Found> {
    let is_digit = |b: u8| b.is_ascii_digit() || b == b'x';
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let before = at.checked_sub(1).and_then(|b| bytes.get(b)).copied().unwrap_or(0);
        if !is_digit(bytes[at]) || before.is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let (mut end, mut digits, mut here) = (at, 0, at);
        loop {
            let group = bytes[here..].iter().take_while(|b| is_digit(**b)).count();
            if group < MIN_ACCOUNT_GROUP && digits > 0 || group == 0 {
                break;
            }
            digits += group;
            here += group;
            end = here;
            let gap = bytes[here..].iter().take_while(|b| matches!(b, b' ' | b'-')).count();
            if gap == 0 || gap > MAX_ACCOUNT_GAP {
                break;
            }
            here += gap;
        }
        let continues = bytes.get(end).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'.');
        if ACCOUNT_DIGITS.contains(&digits) && !continues {
            found.push((EntityKind::Account, at, end));
        }
        at = end.max(at + 1);
    }
    found
}

/// Where the scheme of the address at `start` begins; `start` where it has none. Folding writes the
/// colon in full width.
fn scheme_start(text: &str, start: usize) -> usize {
    let before = &text[..start];
    let scheme = ["https：//", "http：//"].into_iter().find(|s| before.ends_with(s));
    start - scheme.map_or(0, str::len)
}

/// Adds the kinds of the ASCII run `start..end`.
fn classify_run(text: &str, start: usize, end: usize, found: &mut Vec<Found>) {
    let run = &text[start..end];
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    let letters = run.bytes().filter(u8::is_ascii_alphabetic).count();
    let numeric = run.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.' | b'*'));
    if is_web_address(run) {
        found.push((EntityKind::Url, scheme_start(text, start), end));
    } else if numeric {
        if NUMBER_DIGITS.contains(&digits) {
            found.push((EntityKind::Number, start, end));
        }
        let after = &text[end..];
        if MONEY_UNITS.iter().any(|u| after.starts_with(u)) || text[..start].ends_with('¥') {
            found.push((EntityKind::Money, start, end));
        } else if digits >= MIN_DIGITS {
            if digits == MOBILE_DIGITS && run.starts_with('1') {
                found.push((EntityKind::Phone, start, end));
            }
            found.push((EntityKind::Digits, start, end));
        }
    } else if letters > 0 && ID_LENGTH.contains(&run.len()) && (digits > 0 || run.contains('_')) {
        found.push((EntityKind::Id, start, end));
    }
}

/// Adds numbers in Chinese numerals: 两千八, 三万五, 六百块. A single digit counts only before 元 or
/// 块; 一块 does not count, because it also means "together".
fn chinese_numerals(text: &str, found: &mut Vec<Found>) {
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if !is_numeral_digit(first) && !is_numeral_unit(first) && first != '几' {
            continue;
        }
        let mut end = start + first.len_utf8();
        let (mut digits, mut units) = (is_numeral_digit(first), is_numeral_unit(first));
        while let Some((at, c)) =
            chars.next_if(|(_, c)| is_numeral_digit(*c) || is_numeral_unit(*c) || *c == '几')
        {
            digits |= is_numeral_digit(c);
            units |= is_numeral_unit(c);
            end = at + c.len_utf8();
        }
        let after = &text[end..];
        // 百分之二十 is a percentage; 万一 means "in case" and 千万别 "by no means".
        let percentage = after.starts_with("分之") || text[..start].ends_with("分之");
        let digits = digits && !"万千".contains(first);
        if percentage || !digits || !units && end - start > first.len_utf8() {
            continue;
        }
        let currency = ["元", "块"].iter().any(|u| after.starts_with(u));
        if units {
            found.push((EntityKind::Number, start, end));
        }
        if currency && (units || first != '一' || after.starts_with("块钱")) {
            found.push((EntityKind::Money, start, end));
        }
    }
}

const fn is_run_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric()
        || matches!(b, b'.' | b'-' | b'_' | b'/' | b'?' | b'=' | b'&' | b'%' | b'#' | b'~' | b'*')
}

const fn is_numeral_digit(c: char) -> bool {
    matches!(c, '零' | '〇' | '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
}

const fn is_numeral_unit(c: char) -> bool {
    matches!(c, '十' | '百' | '千' | '万')
}

/// Whether the host part of `run` ends with a dot and letters, as domain names do.
fn is_web_address(run: &str) -> bool {
    let host = run.split(['/', '?']).next().unwrap_or("");
    let Some((name, tld)) = host.rsplit_once('.') else { return false };
    !name.is_empty()
        && TLD_LENGTH.contains(&tld.len())
        && tld.bytes().all(|b| b.is_ascii_alphabetic())
}
