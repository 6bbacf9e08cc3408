//! Payload bytes of a code: their kind, and the facts of a payload that is one link or number.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use yanka_link::number::{self, Pattern, Patterns};
use yanka_link::payload::{self, Kind};
use yanka_link::{Brands, of_payload, subject};

static BRANDS: LazyLock<Brands> = LazyLock::new(yanka_fuzz::sources::brands);

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let pattern = |class: &str, regex: &str| Pattern {
        id: class.to_owned(),
        class: class.to_owned(),
        regex: regex.to_owned(),
    };
    Patterns::new(vec![pattern("virtual", "^1(?:6[257]|7[01])"), pattern("overseas", "^00|^\\+")])
});

fuzz_target!(|bytes: &[u8]| {
    let kind = payload::classify(bytes, None);
    assert_eq!(Kind::from_word(kind.word()), Some(kind), "a kind without its word");
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    assert_eq!(payload::classify(bytes, Some(text)), kind, "the text is the bytes");
    if let Some(facts) = of_payload(text, &BRANDS) {
        yanka_fuzz::links::check(&facts, text, 0);
    }
    let _ = subject(text);
    let _ = number::classify(text, &[], &PATTERNS);
    let _ = (number::key(text), number::is_number(text));
});
