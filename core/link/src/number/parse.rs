//! Parses a number as people and screens write it: its digits, and how the writing is unusual.
//!
//! Any input is accepted. Normalizes widths, Chinese and circled digits, letters that look like digits,
//! separators and extensions. Knows no list and no rule.

use super::MIN_DIGITS;
use super::digit_lookalikes::to_digit;
use yanka_types::chars::{full_width_to_ascii, is_invisible};

/// Characters of the input that are read; the rest is ignored.
const MAX_INPUT: usize = 120;
/// Most digits of an extension.
const MAX_EXTENSION: usize = 6;
/// Words and marks before an extension.
const EXTENSION_MARKS: &[&str] =
    &["转", "轉", "分机", "分機", "按键", "按鍵", "按", "ext", "x", ",", "p"];

/// A parsed number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ParsedNumber {
    /// Digits only, without a leading plus sign.
    pub digits: String,
    /// Whether a plus sign is in front.
    pub plus: bool,
    /// Whether letters stand for digits, such as `O` for 0.
    pub letters: bool,
    /// Whether quotes, stars or other marks are around or inside it.
    pub marks: bool,
    /// Whether the input is a network code such as `*21*…#`.
    pub network_code: bool,
    /// The digits after 转, `ext` and the like; empty without an extension.
    pub extension: String,
    /// Whether the input has other words: text, a name, a mail address.
    pub words: bool,
}

impl ParsedNumber {
    /// Plus sign, digits, and the extension after a hyphen.
    pub fn normalized(&self) -> String {
        let plus = if self.plus { "+" } else { "" };
        let tail = if self.extension.is_empty() { "" } else { "-" };
        format!("{plus}{}{tail}{}", self.digits, self.extension)
    }
}

/// Parses `input` as one number.
pub(crate) fn parse(input: &str) -> ParsedNumber {
    let text: String = input.trim().chars().take(MAX_INPUT).filter_map(normalize).collect();
    let mut number =
        ParsedNumber { network_code: is_network_code(&text), ..ParsedNumber::default() };
    let (digits, extension) = split_extension(&text);
    number.extension = extension.chars().filter(char::is_ascii_digit).collect();
    let has_digit_letters = has_digit_letters(digits);
    for c in digits.chars() {
        match c {
            '0'..='9' => number.digits.push(c),
            '+' if number.digits.is_empty() => number.plus = true,
            ' ' | '-' | '(' | ')' | '.' | '/' | '·' | ':' => {}
            '"' | '\'' | '*' | '#' | '+' | '_' | '~' | '!' => number.marks = true,
            c => match to_digit(c).filter(|_| has_digit_letters) {
                Some(digit) => {
                    number.digits.push(digit);
                    number.letters = true;
                }
                None => number.words = true,
            },
        }
    }
    number.marks |= !has_digit_letters && touches_latin(digits);
    number
}

/// Whether a Latin letter is next to a digit, as in `9510211x`.
fn touches_latin(digits: &str) -> bool {
    let mut pairs = digits.chars().zip(digits.chars().skip(1));
    pairs.any(|(a, b)| {
        (a.is_ascii_digit() && b.is_ascii_alphabetic())
            || (a.is_ascii_alphabetic() && b.is_ascii_digit())
    })
}

/// One character in its normalized form; `None` for invisible ones.
fn normalize(c: char) -> Option<char> {
    let normalized = match c {
        // A keycap emoji is a digit, a variation selector and this enclosing mark.
        '\u{20e3}' => return None,
        c if is_invisible(c) => return None,
        '０'..='９' => digit(u32::from(c) - u32::from('０')),
        '〇' | '零' | '○' => '0',
        '一' | '壹' | '幺' => '1',
        '二' | '贰' | '貳' | '两' => '2',
        '三' | '叁' | '參' => '3',
        '四' | '肆' => '4',
        '五' | '伍' => '5',
        '六' | '陆' | '陸' => '6',
        '七' | '柒' => '7',
        '八' | '捌' => '8',
        '九' | '玖' => '9',
        '①'..='⑨' => digit(u32::from(c) - u32::from('①') + 1),
        '⑴'..='⑼' => digit(u32::from(c) - u32::from('⑴') + 1),
        '⓪' => '0',
        '\u{1d7ce}'..='\u{1d7ff}' => digit((u32::from(c) - 0x1d7ce) % 10),
        '٠'..='٩' => digit(u32::from(c) - u32::from('٠')),
        '۰'..='۹' => digit(u32::from(c) - u32::from('۰')),
        '＋' | '➕' | '﹢' => '+',
        '—' | '–' | '－' | '‐' | '‑' | '―' | '−' | 'ー' | '﹣' => '-',
        '（' | '【' | '[' | '<' | '《' => '(',
        '）' | '】' | ']' | '>' | '》' => ')',
        '。' | '．' | '•' | '・' | '、' => '.',
        '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '＂' | '＇' | '`' => '"',
        '，' | '；' | ';' => ',',
        '：' => ':',
        '＊' => '*',
        '＃' => '#',
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => full_width_to_ascii(c)?,
        c if c.is_whitespace() => ' ',
        c => c,
    };
    Some(normalized)
}

fn digit(value: u32) -> char {
    char::from_digit(value % 10, 10).unwrap_or('0')
}

/// Whether the letters among the digits stand for digits: every letter looks like one, and there are
/// at least as many digits.
fn has_digit_letters(number: &str) -> bool {
    let letters: Vec<char> = number.chars().filter(|c| c.is_alphabetic() || *c == '|').collect();
    let digits = number.chars().filter(char::is_ascii_digit).count();
    !letters.is_empty() && digits >= letters.len() && letters.iter().all(|c| to_digit(*c).is_some())
}

/// Whether `text` is a code such as `*21*…#` or `**62*…#`, which forwards calls (3GPP TS 22.030).
fn is_network_code(text: &str) -> bool {
    let tight: String = text.chars().filter(|c| *c != ' ').collect();
    tight.starts_with(['*', '#'])
        && tight.ends_with('#')
        && tight.contains(|c: char| c.is_ascii_digit())
}

/// Splits at the first of [`EXTENSION_MARKS`] that follows at least three digits.
fn split_extension(text: &str) -> (&str, &str) {
    let lower = text.to_ascii_lowercase();
    let cut = EXTENSION_MARKS
        .iter()
        .filter_map(|word| lower.find(word).map(|at| (at, word.len())))
        .filter(|(at, _)| lower[..*at].chars().filter(char::is_ascii_digit).count() >= MIN_DIGITS)
        .filter(|(at, len)| {
            let after = lower[at + len..].trim_matches(|c: char| !c.is_ascii_digit());
            !after.is_empty() && after.len() <= MAX_EXTENSION
        })
        .min();
    match cut {
        Some((at, len)) => (&text[..at], &text[at + len..]),
        None => (text, ""),
    }
}
