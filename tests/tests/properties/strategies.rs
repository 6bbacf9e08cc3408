//! Generates texts: arbitrary characters between the pieces that folding and masking look for.

use proptest::prelude::*;

/// Pieces that folding changes in length or position, and words around personal details.
const PIECES: &[&str] = &[
    "退款",
    "微信",
    "薇❤",
    "🐧",
    "㎏",
    "ﬃ",
    "ﷺ",
    "İ",
    "ß",
    "é",
    "e\u{301}",
    "𝐯",
    "🅥",
    "１２",
    "\u{85}",
    "\r\n",
    "\u{200b}",
    "\u{fe0f}",
    "\u{2028}",
    " ",
    "\u{3000}",
    "，",
    "。",
    "“",
    "（",
    "1O元",
    "a.b",
    "退-款",
    "您的",
    "我的卡",
    "转到",
    "收款",
    "订单号",
    "验证码",
    "验证码是 482913",
    "收件人：王小兰",
    "尊敬的李",
    "先生",
    "联系",
    "客服",
    "电话",
    "13800001234",
    "138 0000 1234",
    "６２２２",
    "6222020000000123455",
    "11010119900307889X",
    "虚构省虚构市虚构区虚构路8号",
    "https://a.example/",
    "?phone=",
    "name: Ann",
    "Dear ",
    "\n",
    "-",
    "*",
    "＊",
    "·",
    "0086",
    "+",
];

/// A text of up to 40 pieces, each from the list or a run of arbitrary characters.
pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => prop::collection::vec(any::<char>(), 0..4).prop_map(String::from_iter),
        1 => "[0-9０-９ Xx-]{1,20}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// A digit string of `length` digits whose first digit is `first`.
fn digits(first: &'static str, length: usize) -> impl Strategy<Value = String> {
    prop::string::string_regex(&format!("{first}[0-9]{{{}}}", length - 1)).expect("a pattern")
}

/// A bank card number: 15 to 19 digits with a valid check digit (ISO/IEC 7812-1 annex B).
pub fn card() -> impl Strategy<Value = String> {
    let body = (14_usize..19).prop_flat_map(|length| digits("[3-6]", length));
    body.prop_map(|body| {
        let doubled = |d: u32| if d > 4 { d * 2 - 9 } else { d * 2 };
        let digit = |c: char| c.to_digit(10).unwrap_or(0);
        let from_right = body.chars().rev().map(digit).enumerate();
        let sum: u32 = from_right.map(|(i, d)| if i % 2 == 0 { doubled(d) } else { d }).sum();
        format!("{body}{}", (10 - sum % 10) % 10)
    })
    .prop_filter("one repeated digit is no card", |n| n.bytes().any(|d| d != n.as_bytes()[0]))
}

/// A resident identity number with a valid check character (GB 11643-1999).
pub fn identity() -> impl Strategy<Value = String> {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let parts = (11_u32..=83, digits("[0-9]", 4), 1900_u32..=2099, 1_u32..=12, 1_u32..=31);
    (parts, digits("[0-9]", 3)).prop_map(|((province, area, year, month, day), order)| {
        let body = format!("{province}{area}{year}{month:02}{day:02}{order}");
        let sum: u32 =
            body.chars().zip(WEIGHTS).map(|(c, w)| c.to_digit(10).unwrap_or(0) * w).sum();
        format!("{body}{}", b"10X98765432"[(sum % 11) as usize] as char)
    })
}

/// A mainland mobile number of eleven digits.
pub fn mobile() -> impl Strategy<Value = String> {
    digits("1[3-9]", 10)
}

/// A verification code of four to eight digits.
pub fn verification_code() -> impl Strategy<Value = String> {
    (4_usize..=8).prop_flat_map(|length| digits("[0-9]", length))
}

/// The same number in full-width digits.
pub fn full_width(number: &str) -> String {
    let wide = |c: char| char::from_u32(c as u32 + 0xFEE0).unwrap_or(c);
    number.chars().map(wide).collect()
}
