//! Finds what has a form and no list: web addresses, numbers, contact names, amounts.
//!
//! It says what a run of characters looks like, not whose it is: numbers and links are judged in
//! their own rooms.

/// What a run of Latin letters and digits looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A web address, or a domain name.
    Url,
    /// Five digits or more.
    Digits,
    /// Eleven digits as mobile numbers have.
    Phone,
    /// Letters and digits, as contact names are.
    Id,
    /// An amount of money.
    Money,
    /// Two to six digits, an amount among them; or as many in words.
    Number,
    /// Fifteen to twenty-one digits, in groups or not, some perhaps masked: a bank account.
    Account,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 7] =
        [Self::Url, Self::Digits, Self::Phone, Self::Id, Self::Money, Self::Number, Self::Account];

    /// The name patterns use after `@`.
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

/// Runs in a folded text: accounts, then the others, then spoken numbers, each rising; a phone number
/// or account is also a row of digits.
#[must_use]
pub fn forms(text: &str) -> Vec<(Form, usize, usize)> {
    let bytes = text.as_bytes();
    let mut found = accounts(bytes);
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let mut end = at;
        while end < bytes.len() && is_run(bytes[end]) {
            end += 1;
        }
        while end > at && !bytes[end - 1].is_ascii_alphanumeric() && bytes[end - 1] != b'/' {
            end -= 1;
        }
        classify(text, at, end, &mut found);
        at = end.max(at + 1);
    }
    spoken(text, &mut found);
    found
}

const fn is_spoken_digit(c: char) -> bool {
    matches!(c, '零' | '〇' | '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
}

const fn is_unit(c: char) -> bool {
    matches!(c, '十' | '百' | '千' | '万')
}

/// Numbers as they are spoken: 两千八, 三万五, 六百块. One digit counts before 元 or 块 only, and "一块" is
/// "together" as often as a coin.
fn spoken(text: &str, out: &mut Vec<(Form, usize, usize)>) {
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if !is_spoken_digit(first) && !is_unit(first) && first != '几' {
            continue;
        }
        let mut end = start + first.len_utf8();
        let (mut digits, mut units) = (is_spoken_digit(first), is_unit(first));
        while let Some((at, c)) =
            chars.next_if(|(_, c)| is_spoken_digit(*c) || is_unit(*c) || *c == '几')
        {
            digits |= is_spoken_digit(c);
            units |= is_unit(c);
            end = at + c.len_utf8();
        }
        let after = &text[end..];
        // 百分之二十 is a share, 万一 a perhaps, 千万别 a warning.
        let share = after.starts_with("分之") || text[..start].ends_with("分之");
        let digits = digits && !"万千".contains(first);
        if share || !digits || !units && end - start > first.len_utf8() {
            continue;
        }
        let coin = ["元", "块"].iter().any(|u| after.starts_with(u));
        if units {
            out.push((Form::Number, start, end));
        }
        if coin && (units || first != '一' || after.starts_with("块钱")) {
            out.push((Form::Money, start, end));
        }
    }
}

/// A bank card has 13 to 19 digits (ISO/IEC 7812-1), an account up to 21; shorter groups stand apart.
const ACCOUNT: std::ops::RangeInclusive<usize> = 15..=21;

/// Digits, or `x` for masked ones, in a run or in groups of three or more with one or two gaps.
fn accounts(bytes: &[u8]) -> Vec<(Form, usize, usize)> {
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
            if group < 3 && digits > 0 || group == 0 {
                break;
            }
            digits += group;
            here += group;
            end = here;
            let gap = bytes[here..].iter().take_while(|b| matches!(b, b' ' | b'-')).count();
            if gap == 0 || gap > 2 {
                break;
            }
            here += gap;
        }
        let cut = bytes.get(end).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'.');
        if ACCOUNT.contains(&digits) && !cut {
            found.push((Form::Account, at, end));
        }
        at = end.max(at + 1);
    }
    found
}

const fn is_run(b: u8) -> bool {
    b.is_ascii_alphanumeric()
        || matches!(b, b'.' | b'-' | b'_' | b'/' | b'?' | b'=' | b'&' | b'%' | b'#' | b'~' | b'*')
}

fn classify(text: &str, start: usize, end: usize, out: &mut Vec<(Form, usize, usize)>) {
    let run = &text[start..end];
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    let letters = run.bytes().filter(u8::is_ascii_alphabetic).count();
    let plain = run.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.' | b'*'));
    if looks_like_address(run) {
        out.push((Form::Url, start, end));
    } else if plain {
        if (2..=6).contains(&digits) {
            out.push((Form::Number, start, end));
        }
        let after = &text[end..];
        if ["元", "块", "万", "千元", "千块", "w", "圆", "米/", "米一", "米每"]
            .iter()
            .any(|u| after.starts_with(u))
            || text[..start].ends_with('¥')
        {
            out.push((Form::Money, start, end));
        } else if digits >= 5 {
            if digits == 11 && run.starts_with('1') {
                out.push((Form::Phone, start, end));
            }
            out.push((Form::Digits, start, end));
        }
    } else if letters > 0 && (4..=24).contains(&run.len()) && (digits > 0 || run.contains('_')) {
        out.push((Form::Id, start, end));
    }
}

/// A dot between a name and two or more letters, as domain names have.
fn looks_like_address(run: &str) -> bool {
    let host = run.split(['/', '?']).next().unwrap_or("");
    let Some((name, end)) = host.rsplit_once('.') else { return false };
    !name.is_empty()
        && end.len() >= 2
        && end.len() <= 10
        && end.bytes().all(|b| b.is_ascii_alphabetic())
}
