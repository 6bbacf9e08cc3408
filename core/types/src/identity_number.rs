//! Decides whether digits are a resident identity number, GB 11643-1999.
//!
//! Pure. Does not decide who it belongs to.

/// Weights of the check character (ISO 7064 MOD 11-2).
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// Check characters, indexed by the remainder.
const CHECK_CHARACTERS: &[u8; 11] = b"10X98765432";

/// True for 17 ASCII digits and a check character, with the code of a region, a date of birth and the
/// right check character. Its `X` is a capital.
#[must_use]
pub fn is_identity_number(number: &str) -> bool {
    let bytes = number.as_bytes();
    let Some((check, digits)) = bytes.split_last().filter(|(_, d)| d.len() == WEIGHTS.len()) else {
        return false;
    };
    if !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(d, w)| u32::from(d - b'0') * w).sum();
    let within = |range: std::ops::Range<usize>, low: &str, high: &str| {
        number.get(range).is_some_and(|part| (low..=high).contains(&part))
    };
    CHECK_CHARACTERS.get((sum % 11) as usize) == Some(check)
        && within(0..2, "11", "83")
        && within(6..10, "1900", "2099")
        && within(10..12, "01", "12")
        && within(12..14, "01", "31")
}

#[cfg(test)]
mod tests {
    use super::is_identity_number;

    #[test]
    fn region_date_and_check_character_decide() {
        // The example of the standard, and one whose check character is X.
        assert!(is_identity_number("11010519491231002X"));
        for wrong in [
            "440524188001010014",
            "110105194912310021",
            "11010519491331002X",
            "1101051949123100",
            "11010519491231002x",
            "X1010519491231002X",
            "１１０１０５",
        ] {
            assert!(!is_identity_number(wrong), "{wrong}");
        }
    }
}
