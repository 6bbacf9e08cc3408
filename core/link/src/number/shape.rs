//! What the digits are by shape: country code, mobile, 400 line, area code.
//!
//! Pure arithmetic on digits. Knows no list; sources: the Chinese numbering plan as told by public
//! number tables (segments change and say nothing of the carrier since portability in 2019).

/// A mainland mobile number: 11 digits, 13 to 19.
pub(crate) fn is_mobile(digits: &str) -> bool {
    digits.len() == 11
        && digits.starts_with('1')
        && matches!(digits.as_bytes().get(1), Some(b'3'..=b'9'))
}

/// A 400 line: ten digits.
pub(crate) fn is_400(digits: &str) -> bool {
    digits.len() == 10 && digits.starts_with("400")
}

/// The digits with a country code of China folded away, where that changes nothing of the meaning:
/// before a mobile number, a 400 line or an area code with a fixed line. `None` otherwise.
pub(crate) fn without_china(digits: &str, plus: bool) -> Option<String> {
    let behind = if plus {
        digits.strip_prefix("86")?
    } else {
        digits.strip_prefix("0086").or_else(|| digits.strip_prefix("86"))?
    };
    if is_mobile(behind) || is_400(behind) {
        return Some(behind.to_owned());
    }
    let fixed = format!("0{}", behind.strip_prefix('0').unwrap_or(behind));
    let is_fixed_line = split_area(&fixed).is_some_and(|(_, line)| is_line(line));
    is_fixed_line.then_some(fixed)
}

/// What stands behind a foreign prefix (`+` or `00`); `None` where there is none.
pub(crate) fn behind_foreign(digits: &str, plus: bool) -> Option<&str> {
    if plus { Some(digits) } else { digits.strip_prefix("00") }
}

/// Area code (with its 0) and the rest. Two digits behind the 0 for 010 and 02x, else three.
pub(crate) fn split_area(digits: &str) -> Option<(&str, &str)> {
    let length = match digits.as_bytes() {
        [b'0', b'1', b'0', ..] => 3,
        [b'0', b'2', b'0'..=b'9', ..] => 3,
        [b'0', b'3'..=b'9', ..] => 4,
        _ => return None,
    };
    digits.split_at_checked(length).filter(|(_, line)| !line.is_empty())
}

/// A fixed line without its area code: seven or eight digits, the first from 2 to 8.
pub(crate) fn is_line(digits: &str) -> bool {
    matches!(digits.len(), 7 | 8) && matches!(digits.as_bytes().first(), Some(b'2'..=b'8'))
}
