//! A number as people and screens write it → digits, and what was odd about the writing.
//!
//! Total: anything may come in. Knows no list and no rule; folds widths, Chinese and circled
//! digits, letters that look like digits, separators and extensions.

/// More than any number with its extension needs; the rest of the input is not looked at.
const LONGEST: usize = 120;

/// A number as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    /// Digits only, without a leading plus sign.
    pub digits: String,
    /// A plus sign stood in front.
    pub plus: bool,
    /// Letters stood where digits belong, such as `O` for 0.
    pub letters: bool,
    /// Quotes, stars or other marks stood around or inside it.
    pub marks: bool,
    /// A network code such as `*21*…#`, kept as written.
    pub network_code: bool,
    /// What stood behind "转", "ext" and the like; digits only.
    pub extension: String,
    /// Words stood with it that are no number: text, a name, a mail address.
    pub words: bool,
}

impl Written {
    /// For showing: plus sign, digits, and the extension behind a hyphen.
    pub fn shown(&self) -> String {
        let plus = if self.plus { "+" } else { "" };
        let tail = if self.extension.is_empty() { "" } else { "-" };
        format!("{plus}{}{tail}{}", self.digits, self.extension)
    }
}

/// Understands `input` as one number.
pub(crate) fn read(input: &str) -> Written {
    let folded: String = input.trim().chars().take(LONGEST).filter_map(fold).collect();
    let mut written = Written { network_code: is_network_code(&folded), ..Written::default() };
    let (number, extension) = split_extension(&folded);
    written.extension = extension.chars().filter(char::is_ascii_digit).collect();
    let imitates = imitates_digits(number);
    for c in number.chars() {
        match c {
            '0'..='9' => written.digits.push(c),
            '+' if written.digits.is_empty() => written.plus = true,
            ' ' | '-' | '(' | ')' | '.' | '/' | '·' | ':' => {}
            '"' | '\'' | '*' | '#' | '+' | '_' | '~' | '!' => written.marks = true,
            c => match imitated(c).filter(|_| imitates) {
                Some(digit) => {
                    written.digits.push(digit);
                    written.letters = true;
                }
                None => written.words = true,
            },
        }
    }
    written.marks |= !imitates && touches_latin(number);
    written
}

/// True where a Latin letter stands right at a digit, as in `9510211x`.
fn touches_latin(number: &str) -> bool {
    let pairs = number.chars().zip(number.chars().skip(1));
    pairs.into_iter().any(|(a, b)| {
        (a.is_ascii_digit() && b.is_ascii_alphabetic())
            || (a.is_ascii_alphabetic() && b.is_ascii_digit())
    })
}

/// One character in its plainest form; `None` for what nobody sees.
fn fold(c: char) -> Option<char> {
    let plain = match c {
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{feff}'
        | '\u{fe0f}'
        | '\u{20e3}'
        | '\u{ad}' => return None,
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
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => ascii(c),
        c if c.is_whitespace() => ' ',
        c => c,
    };
    Some(plain)
}

fn digit(value: u32) -> char {
    char::from_digit(value % 10, 10).unwrap_or('0')
}

fn ascii(wide: char) -> char {
    char::from_u32(u32::from(wide) - 0xfee0).unwrap_or(wide)
}

/// The digit that a letter imitates, Latin, Greek and Cyrillic.
fn imitated(c: char) -> Option<char> {
    Some(match c {
        'O' | 'o' | 'Q' | 'D' | 'О' | 'о' | 'Ο' | 'ο' | 'Ø' => '0',
        'l' | 'I' | 'i' | '|' | 'L' | 'І' | 'і' | 'Ι' | 'ł' => '1',
        'Z' | 'z' => '2',
        'З' | 'з' => '3',
        'S' | 's' | 'Ѕ' | 'ѕ' => '5',
        'b' | 'б' | 'G' => '6',
        'B' | 'В' => '8',
        'g' | 'q' => '9',
        _ => return None,
    })
}

/// True where letters stand among digits so that they can only be meant as digits: every letter
/// imitates one, and digits are at least as many.
fn imitates_digits(number: &str) -> bool {
    let letters: Vec<char> = number.chars().filter(|c| c.is_alphabetic() || *c == '|').collect();
    let digits = number.chars().filter(char::is_ascii_digit).count();
    !letters.is_empty() && digits >= letters.len() && letters.iter().all(|c| imitated(*c).is_some())
}

/// `*21*…#`, `**62*…#`: codes that forward a phone's calls (3GPP TS 22.030).
fn is_network_code(folded: &str) -> bool {
    let tight: String = folded.chars().filter(|c| *c != ' ').collect();
    tight.starts_with(['*', '#'])
        && tight.ends_with('#')
        && tight.contains(|c: char| c.is_ascii_digit())
}

/// Splits at a word or mark that means "then press". Marks count only behind some digits.
fn split_extension(folded: &str) -> (&str, &str) {
    let lower = folded.to_ascii_lowercase();
    let words = ["转", "轉", "分机", "分機", "按键", "按鍵", "按", "ext", "x", ",", "p"];
    let cut = words
        .iter()
        .filter_map(|word| lower.find(word).map(|at| (at, word.len())))
        .filter(|(at, _)| lower[..*at].chars().filter(char::is_ascii_digit).count() >= 3)
        .filter(|(at, len)| {
            let behind = lower[at + len..].trim_matches(|c: char| !c.is_ascii_digit());
            !behind.is_empty() && behind.len() <= 6
        })
        .min();
    match cut {
        Some((at, len)) => (&folded[..at], &folded[at + len..]),
        None => (folded, ""),
    }
}
