//! Recognises times as chat programs print them: "09:21", "2026/10/3 12:33:44", "昨天 晚上8:05".
//!
//! Works on folded text, in which a colon is full-width.

/// Words of days and times of day that stand beside a clock time.
const WORDS: &[&str] = &[
    "昨天", "今天", "前天", "上午", "下午", "晚上", "早上", "凌晨", "中午", "傍晚", "星期", "周",
    "am", "pm",
];
/// Weekdays behind 星期 and 周.
const WEEKDAYS: &str = "一二三四五六日天";
/// Longest time stamp, in characters.
const LONGEST: usize = 32;

/// Length in bytes of the time stamp at the start of `text`: a clock time with at least hour and
/// minute, and the day beside it. `None` where there is none.
#[must_use]
pub fn timestamp(text: &str) -> Option<usize> {
    let (mut at, mut has_clock, mut characters) = (0, false, 0);
    // Separators at the end belong to what follows.
    let mut end = 0;
    while characters < LONGEST {
        let rest = &text[at..];
        let word = WORDS.iter().find(|word| rest.starts_with(**word));
        let step = if let Some(word) = word {
            let weekday = rest[word.len()..].chars().next();
            let weekday = weekday.filter(|c| word.len() <= 6 && WEEKDAYS.contains(*c));
            word.len() + weekday.map_or(0, char::len_utf8)
        } else if let Some(length) = clock(rest).filter(|_| !has_clock) {
            has_clock = true;
            length
        } else {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            match rest.chars().next() {
                Some(_) if (1..=4).contains(&digits) && !has_clock => digits,
                Some(c) if "年月日号".contains(c) && at > 0 && !has_clock => c.len_utf8(),
                Some(c) if matches!(c, '-' | '/' | '.' | ' ' | '，') && at > 0 => {
                    at += c.len_utf8();
                    characters += 1;
                    continue;
                }
                _ => break,
            }
        };
        characters += rest[..step].chars().count();
        at += step;
        end = at;
    }
    has_clock.then_some(end)
}

/// Length of "9：21" or "12：33：44" at the start of `text`.
fn clock(text: &str) -> Option<usize> {
    let number = |text: &str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&digits).then_some(digits)
    };
    let hour = number(text)?;
    let rest = text[hour..].strip_prefix('：')?;
    let minute = number(rest).filter(|digits| *digits == 2)?;
    let seconds = rest[minute..].strip_prefix('：').and_then(number).filter(|digits| *digits == 2);
    let colon = '：'.len_utf8();
    Some(hour + colon + minute + seconds.map_or(0, |digits| colon + digits))
}

#[cfg(test)]
mod tests {
    use super::timestamp;

    #[test]
    fn a_time_stamp_has_hour_and_minute() {
        for (text, stamp) in [
            ("09：21", Some("09：21")),
            ("2026/10/3 12：33：44把", Some("2026/10/3 12：33：44")),
            ("昨天20：11", Some("昨天20：11")),
            ("10月3日下午3：05，我", Some("10月3日下午3：05")),
            ("星期三8：00", Some("星期三8：00")),
            ("昨天", None),
            ("2026年", None),
            ("3：5", None),
            ("今天下午开会", None),
            ("", None),
        ] {
            assert_eq!(timestamp(text).map(|end| &text[..end]), stamp, "{text}");
        }
    }
}
