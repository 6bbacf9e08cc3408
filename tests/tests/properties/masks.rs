//! Masking hides the person's numbers whatever stands around them, and changes nothing else.

use proptest::prelude::*;
use yanka::mask::{self, own_details};

use crate::{config, strategies};

/// The digits of either width that `text` shows.
fn shown_digits(text: &str) -> String {
    let narrow = |c: char| match c {
        '０'..='９' => char::from_u32(c as u32 - 0xFEE0),
        c => c.is_ascii_digit().then_some(c),
    };
    text.chars().filter_map(narrow).collect()
}

/// Masks `number` in a sentence that gives no reason to think it the suspect's; in half-width or
/// full-width digits, one block or groups of four.
fn masked(label: &str, number: &str, wide: bool, separator: Option<char>) -> String {
    let number = if wide { strategies::full_width(number) } else { number.to_owned() };
    let chars: Vec<char> = number.chars().collect();
    let groups: Vec<String> = match separator {
        Some(_) => chars.chunks(4).map(String::from_iter).collect(),
        None => vec![number],
    };
    let number = groups.join(&separator.map_or(String::new(), String::from));
    mask::text(&format!("{label}{number}，请核对。"))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn masking_again_changes_nothing(text in strategies::text()) {
        let masked = mask::text(&text);
        prop_assert_eq!(mask::text(&masked), masked);
    }

    #[test]
    fn masking_changes_details_only_and_keeps_lengths(text in strategies::text()) {
        let masked = mask::text(&text);
        let details = own_details(&text);
        prop_assert!(details.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        prop_assert_eq!(masked.chars().count(), text.chars().count());
        for ((at, was), (masked_at, is)) in text.char_indices().zip(masked.char_indices()) {
            prop_assert_eq!((at, was.len_utf8(), was.len_utf16()), (masked_at, is.len_utf8(), is.len_utf16()));
            let hidden = details.iter().any(|d| (d.span.start..d.span.end).contains(&at));
            prop_assert!(if hidden { !is.is_alphanumeric() } else { was == is }, "{} {}", was, is);
        }
        prop_assert!(details.iter().all(|d| !d.span.of(&text).is_empty()));
    }

    #[test]
    fn only_the_last_four_digits_of_an_own_card_stay(
        card in strategies::card(),
        wide: bool,
        separator in prop::sample::select(vec![None, Some(' '), Some('-')]),
    ) {
        // A last group of one or two digits is not read as part of a card number.
        let separator = separator.filter(|_| matches!(card.len() % 4, 0 | 3));
        let said = masked("您的银行卡", &card, wide, separator);
        prop_assert_eq!(shown_digits(&said), &card[card.len() - 4..], "{}", said);
    }

    #[test]
    fn no_digit_of_an_identity_number_stays(identity in strategies::identity(), wide: bool) {
        let said = masked("身份证", &identity, wide, None);
        prop_assert!(shown_digits(&said).is_empty() && !said.contains(['X', 'Ｘ']), "{}", said);
    }

    #[test]
    fn three_and_two_digits_of_an_own_mobile_number_stay(mobile in strategies::mobile(), wide: bool) {
        let said = masked("您的手机", &mobile, wide, None);
        prop_assert_eq!(shown_digits(&said), format!("{}{}", &mobile[..3], &mobile[9..]), "{}", said);
    }

    #[test]
    fn no_digit_of_a_verification_code_stays(code in strategies::verification_code(), wide: bool) {
        let said = masked("您的验证码是", &code, wide, None);
        prop_assert_eq!(shown_digits(&said), "", "{}", said);
    }
}
