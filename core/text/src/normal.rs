//! Folds a text to the form that rules are written in, and keeps the way back.
//!
//! Width, case, decoration, Traditional characters, zero-width marks and noise between characters
//! are folded; every folded byte knows the bytes of the original it came from. It knows no rule
//! word: what a look-alike stands for is the lexicon's affair.

use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;

use yanka_types::Span;

/// A folded text with its way back.
pub struct Normal {
    /// The folded text.
    pub text: String,
    /// For every byte of `text`: start of the original character.
    from: Vec<u32>,
    /// For every byte of `text`: end of the original character.
    to: Vec<u32>,
    /// Bytes of `text` before which a space or a mark was left out, rising.
    pub soft: Vec<u32>,
    /// Those of `soft` at which a printed line ended: a clause ends, a sentence may go on.
    pub lines: Vec<u32>,
}

/// Stands between lines that a machine read from print: a sentence, even a word, may run on over it.
/// (Unicode: NEXT LINE.)
pub const LINE_END: char = '\u{85}';

impl Normal {
    /// Folds `original`; longer than 4 GiB is cut.
    #[must_use]
    pub fn of(original: &str) -> Self {
        let mut out = Self {
            text: String::with_capacity(original.len()),
            from: Vec::with_capacity(original.len()),
            to: Vec::with_capacity(original.len()),
            soft: Vec::new(),
            lines: Vec::new(),
        };
        let mut last = '\n';
        let mut rest = original.char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            let next = rest.peek().map_or('\n', |(_, n)| *n);
            let (Ok(start), Ok(end)) = (u32::try_from(at), u32::try_from(at + c.len_utf8())) else {
                break;
            };
            match fold(c, last, next) {
                Folded::Gone => {}
                Folded::Gap => out.gap(),
                Folded::Line => {
                    // Digits of one line are no part of the number in the next.
                    if last.is_ascii_alphanumeric() && next.is_ascii_alphanumeric() {
                        last = out.push(' ', start, end);
                    }
                    out.gap();
                    out.lines.extend(out.soft.last());
                }
                Folded::One(f) => last = out.push(f, start, end),
                Folded::Word(word) => {
                    for f in word.chars() {
                        last = out.push(f, start, end);
                    }
                }
                Folded::Compatible => {
                    for f in std::iter::once(c).nfkc().flat_map(char::to_lowercase) {
                        last = out.push(simplified(f), start, end);
                    }
                }
            }
        }
        out
    }

    /// The place in the original of the folded bytes `start..end`.
    #[must_use]
    pub fn original(&self, start: usize, end: usize) -> Span {
        let first = self.from.get(start).copied().unwrap_or(0);
        let last = end.checked_sub(1).and_then(|e| self.to.get(e)).copied().unwrap_or(first);
        Span::new(first as usize, last.max(first) as usize)
    }

    fn push(&mut self, c: char, start: u32, end: u32) -> char {
        self.text.push(c);
        for _ in 0..c.len_utf8() {
            self.from.push(start);
            self.to.push(end);
        }
        c
    }

    fn gap(&mut self) {
        let here = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        if self.soft.last() != Some(&here) {
            self.soft.push(here);
        }
    }
}

enum Folded {
    Gone,
    Gap,
    Line,
    One(char),
    Word(&'static str),
    Compatible,
}

fn fold(c: char, last: char, next: char) -> Folded {
    match c {
        // 1O元, 4OO: the letter among digits is a slip of the eye or of the machine.
        'o' | 'O' if last.is_ascii_digit() && (next.is_ascii_digit() || "oO元-".contains(next)) => {
            Folded::One('0')
        }
        'a'..='z' | '0'..='9' | '\n' => Folded::One(c),
        LINE_END => Folded::Line,
        '➕' => Folded::One('+'),
        'A'..='Z' => Folded::One(c.to_ascii_lowercase()),
        '囗' => Folded::One('口'),
        '徴' => Folded::One('征'),
        '氺' => Folded::One('水'),
        '\u{4e00}'..='\u{9fff}' => Folded::One(simplified(c)),
        '\r' | '\u{2028}' | '\u{2029}' => Folded::One('\n'),
        ',' | '，' | '﹐' => Folded::One('，'),
        '、' | '﹑' => Folded::One('、'),
        '.' | '-' | '_' | '/' | '~' | '+' | '=' | '&' | '#' | '@' | '%' | '\'' | '`' => {
            if is_han(last) && (is_han(next) || is_noise(next)) && c != '+' {
                Folded::Gap
            } else {
                Folded::One(c)
            }
        }
        ' ' | '\t' | '\u{a0}' | '\u{3000}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => {
            if last.is_ascii_alphanumeric() && next.is_ascii_alphanumeric() {
                Folded::One(' ')
            } else {
                Folded::Gap
            }
        }
        '"' | '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' => Folded::Gone,
        '!' | '！' => Folded::One('！'),
        '?' | '？' => Folded::One('？'),
        ';' | '；' => Folded::One('；'),
        ':' | '：' => Folded::One('：'),
        '(' | ')' | '（' | '）' | '[' | ']' | '【' | '】' | '<' | '>' | '《' | '》' | '{' | '}' => {
            Folded::One('，')
        }
        '…' => Folded::One('，'),
        '*' | '·' | '•' | '・' | '^' | '|' | '\\' | '°' | '★' | '☆' | '◆' | '●' | '—' => {
            Folded::Gap
        }
        '❤' | '♥' | '💕' | '💗' | '🧡' | '💛' | '💚' | '💙' | '💜' => {
            if "vw微薇威维徽溦加+卫".contains(last) {
                Folded::One('信')
            } else {
                Folded::Gap
            }
        }
        '🐧' => Folded::Word("qq"),
        '🧧' => Folded::Word("红包"),
        '📞' | '☎' => Folded::Word("电话"),
        '🆓' => Folded::Word("免费"),
        '🛰' => Folded::Word("卫星"),
        '💰' | '💵' | '💴' | '💸' if "赚挣退打转付给收返充交缴".contains(last) => {
            Folded::One('钱')
        }
        '\u{200b}'..='\u{200f}'
        | '\u{2060}'..='\u{2064}'
        | '\u{feff}'
        | '\u{ad}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{300}'..='\u{36f}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{e0000}'..='\u{e01ef}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => Folded::Gone,
        '\u{1f150}'..='\u{1f169}' => letter(c, 0x1f150),
        '\u{1f170}'..='\u{1f189}' => letter(c, 0x1f170),
        '\u{1f1e6}'..='\u{1f1ff}' => letter(c, 0x1f1e6),
        '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' => Folded::Gap,
        _ if c.is_control() => Folded::Gone,
        _ => look_alike(c).map_or(Folded::Compatible, Folded::One),
    }
}

fn letter(c: char, first: u32) -> Folded {
    let place = (c as u32).saturating_sub(first);
    char::from_u32('a' as u32 + place).map_or(Folded::Gone, Folded::One)
}

/// Greek and Cyrillic letters that look like Latin ones: only such as appear in contact names.
const fn look_alike(c: char) -> Option<char> {
    Some(match c {
        'а' | 'А' | 'α' => 'a',
        'В' | 'Β' => 'b',
        'с' | 'С' => 'c',
        'е' | 'Е' => 'e',
        'о' | 'О' | 'ο' => 'o',
        'р' | 'Р' | 'ρ' => 'p',
        'ν' | 'ѵ' | '∨' => 'v',
        'х' | 'Х' | 'χ' => 'x',
        'ԛ' => 'q',
        'ѡ' | 'ω' => 'w',
        _ => return None,
    })
}

/// Whether `c` is a Chinese character of the common block.
#[must_use]
pub const fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

fn is_noise(c: char) -> bool {
    c.is_whitespace() || "*·•・^|\\°★☆◆●—.-_/~".contains(c)
}

/// The Simplified form of `c`; anything else stays.
fn simplified(c: char) -> char {
    const FIRST: usize = 0x4e00;
    static TABLE: OnceLock<Vec<u16>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = vec![0_u16; 0x5200];
        let mut pairs = include_str!("data/traditional.txt").chars();
        while let (Some(old), Some(new)) = (pairs.next(), pairs.next()) {
            let place = (old as usize).checked_sub(FIRST).and_then(|at| table.get_mut(at));
            if let (Some(place), Ok(new)) = (place, u16::try_from(new as u32)) {
                *place = new;
            }
        }
        table
    });
    let place = (c as usize).checked_sub(FIRST).and_then(|at| table.get(at)).copied();
    place.filter(|n| *n != 0).and_then(|n| char::from_u32(u32::from(n))).unwrap_or(c)
}
