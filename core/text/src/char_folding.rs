//! Folds one character to the form in which the lexicon is written.
//!
//! Folds width, case, decoration, Traditional characters, zero-width characters, noise between
//! characters and emoji that stand for words. Must not depend on the lexicon: homophones and
//! obfuscated spellings of its words are handled elsewhere.

use std::sync::OnceLock;

use yanka_types::chars::{is_han, is_invisible};
use yanka_types::confusables::latin_letter;

/// Separates lines that OCR read from print (Unicode NEXT LINE). A sentence, even a word, may
/// continue after it.
pub const LINE_END: char = '\u{85}';

/// Pairs of one Traditional and one Simplified character; see data/NOTICE.md.
const TRADITIONAL_PAIRS: &str = include_str!("data/traditional.txt");
/// First code point of the table that [`simplified`] builds: start of CJK Unified Ideographs.
const TABLE_FIRST: usize = 0x4e00;
/// Number of code points in that table: CJK Unified Ideographs, U+4E00 to U+9FFF.
const TABLE_LENGTH: usize = 0x5200;

/// What one character of the original becomes.
pub enum Folded {
    /// Nothing; its neighbours become adjacent.
    Removed,
    /// Nothing, but a clause may end here.
    SoftBreak,
    /// Nothing, but a printed line ends here.
    LineEnd,
    /// One character.
    Char(char),
    /// A word that an emoji stands for.
    Word(&'static str),
    /// Its NFKC form in lower case, each character simplified.
    Nfkc,
}

/// Folds `c`, which follows the folded character `last` and precedes the original character
/// `next`.
pub fn fold(c: char, last: char, next: char) -> Folded {
    match c {
        // 1O元, 4OO: a letter O between digits is a misread or disguised zero.
        'o' | 'O' if last.is_ascii_digit() && (next.is_ascii_digit() || "oO元-".contains(next)) => {
            Folded::Char('0')
        }
        'a'..='z' | '0'..='9' | '\n' => Folded::Char(c),
        LINE_END => Folded::LineEnd,
        '➕' => Folded::Char('+'),
        'A'..='Z' => Folded::Char(c.to_ascii_lowercase()),
        '囗' => Folded::Char('口'),
        '徴' => Folded::Char('征'),
        '氺' => Folded::Char('水'),
        '\u{4e00}'..='\u{9fff}' => Folded::Char(simplified(c)),
        '\r' | '\u{2028}' | '\u{2029}' => Folded::Char('\n'),
        ',' | '，' | '﹐' => Folded::Char('，'),
        '、' | '﹑' => Folded::Char('、'),
        '.' | '-' | '_' | '/' | '~' | '+' | '=' | '&' | '#' | '@' | '%' | '\'' | '`' => {
            if is_han(last) && (is_han(next) || is_noise(next)) && c != '+' {
                Folded::SoftBreak
            } else {
                Folded::Char(c)
            }
        }
        ' ' | '\t' | '\u{a0}' | '\u{3000}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{2800}' => {
            if last.is_ascii_alphanumeric() && next.is_ascii_alphanumeric() {
                Folded::Char(' ')
            } else {
                Folded::SoftBreak
            }
        }
        '"' | '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' => Folded::Removed,
        '!' | '！' => Folded::Char('！'),
        '?' | '？' => Folded::Char('？'),
        ';' | '；' => Folded::Char('；'),
        ':' | '：' => Folded::Char('：'),
        '(' | ')' | '（' | '）' | '[' | ']' | '【' | '】' | '<' | '>' | '《' | '》' | '{' | '}' => {
            Folded::Char('，')
        }
        '…' => Folded::Char('，'),
        '*' | '·' | '•' | '・' | '^' | '|' | '\\' | '°' | '★' | '☆' | '◆' | '●' | '—' => {
            Folded::SoftBreak
        }
        '❤' | '♥' | '💕' | '💗' | '🧡' | '💛' | '💚' | '💙' | '💜' => {
            if "vw微薇威维徽溦加+卫".contains(last) {
                Folded::Char('信')
            } else {
                Folded::SoftBreak
            }
        }
        '🐧' => Folded::Word("qq"),
        '🧧' => Folded::Word("红包"),
        '📞' | '☎' => Folded::Word("电话"),
        '🆓' => Folded::Word("免费"),
        '🛰' => Folded::Word("卫星"),
        '💰' | '💵' | '💴' | '💸' if "赚挣退打转付给收返充交缴".contains(last) => {
            Folded::Char('钱')
        }
        // Combining marks.
        '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20ff}' => Folded::Removed,
        _ if is_invisible(c) => Folded::Removed,
        '\u{1f150}'..='\u{1f169}' => enclosed_letter(c, 0x1f150),
        '\u{1f170}'..='\u{1f189}' => enclosed_letter(c, 0x1f170),
        '\u{1f1e6}'..='\u{1f1ff}' => enclosed_letter(c, 0x1f1e6),
        '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' => Folded::SoftBreak,
        _ if c.is_control() => Folded::Removed,
        '∨' => Folded::Char('v'),
        _ => latin_letter(c).map_or(Folded::Nfkc, Folded::Char),
    }
}

/// The Simplified form of `c`; any other character unchanged.
#[must_use]
pub fn simplified(c: char) -> char {
    static TABLE: OnceLock<Vec<u16>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = vec![0_u16; TABLE_LENGTH];
        let mut pairs = TRADITIONAL_PAIRS.chars();
        while let (Some(traditional), Some(simplified)) = (pairs.next(), pairs.next()) {
            let index = (traditional as usize).checked_sub(TABLE_FIRST);
            let entry = index.and_then(|i| table.get_mut(i));
            if let (Some(entry), Ok(simplified)) = (entry, u16::try_from(simplified as u32)) {
                *entry = simplified;
            }
        }
        table
    });
    let entry = (c as usize).checked_sub(TABLE_FIRST).and_then(|i| table.get(i)).copied();
    entry.filter(|n| *n != 0).and_then(|n| char::from_u32(u32::from(n))).unwrap_or(c)
}

/// The letter of an enclosed alphabet (🅥, 🇻) whose "A" is `first`.
fn enclosed_letter(c: char, first: u32) -> Folded {
    let offset = (c as u32).saturating_sub(first);
    char::from_u32('a' as u32 + offset).map_or(Folded::Removed, Folded::Char)
}

fn is_noise(c: char) -> bool {
    c.is_whitespace() || "*·•・^|\\°★☆◆●—.-_/~".contains(c)
}
