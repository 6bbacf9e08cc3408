//! Maps characters to the digit that they stand for in a telephone number.
//!
//! Depends on no other table: what a character looks like in a word is in `confusables`.

/// The digit that `c` is written for, such as `O` for 0. A manual selection of Latin, Greek and
/// Cyrillic letters and the vertical bar.
pub(super) const fn to_digit(c: char) -> Option<char> {
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
