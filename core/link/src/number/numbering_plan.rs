//! Decides what digits are by the Chinese numbering plan: country code, mobile, 400 line, area code.
//!
//! Works on digits only; knows no list. Source: public tables of the numbering plan. Segments change,
//! and since number portability in 2019 they do not show the carrier.

/// Whether `digits` are a mainland mobile number: 11 digits, from 13 to 19.
pub(crate) fn is_mobile(digits: &str) -> bool {
    digits.len() == 11
        && digits.starts_with('1')
        && matches!(digits.as_bytes().get(1), Some(b'3'..=b'9'))
}

/// Whether `digits` are a 400 line: ten digits.
pub(crate) fn is_400(digits: &str) -> bool {
    digits.len() == 10 && digits.starts_with("400")
}

/// The digits without the country code of China. `None` without such a code, and where no mobile
/// number, 400 line or area code with a fixed line follows it.
pub(crate) fn without_china_code(digits: &str, plus: bool) -> Option<String> {
    let rest = if plus {
        digits.strip_prefix("86")?
    } else {
        digits.strip_prefix("0086").or_else(|| digits.strip_prefix("86"))?
    };
    if is_mobile(rest) || is_400(rest) {
        return Some(rest.to_owned());
    }
    let fixed = format!("0{}", rest.strip_prefix('0').unwrap_or(rest));
    let has_fixed_line = split_area(&fixed).is_some_and(|(_, line)| is_fixed_line(line));
    has_fixed_line.then_some(fixed)
}

/// The digits after an international prefix (`+` or `00`); `None` without one.
pub(crate) fn without_international_prefix(digits: &str, plus: bool) -> Option<&str> {
    if plus { Some(digits) } else { digits.strip_prefix("00") }
}

/// Area code, with its 0, and the rest: three digits for 010 and 02x, else four. `None` without an
/// area code or without a rest.
pub(crate) fn split_area(digits: &str) -> Option<(&str, &str)> {
    let length = match digits.as_bytes() {
        [b'0', b'1', b'0', ..] => 3,
        [b'0', b'2', b'0'..=b'9', ..] => 3,
        [b'0', b'3'..=b'9', ..] => 4,
        _ => return None,
    };
    digits.split_at_checked(length).filter(|(_, line)| !line.is_empty())
}

/// Whether `digits` are a fixed line without its area code: seven or eight digits, the first 2 to 8.
pub(crate) fn is_fixed_line(digits: &str) -> bool {
    matches!(digits.len(), 7 | 8) && matches!(digits.as_bytes().first(), Some(b'2'..=b'8'))
}
