//! Links in a text, with the brands of the rules: every span fits, links keep their order.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use yanka_link::{Brands, MAX_LINKS, find};

static BRANDS: LazyLock<Brands> = LazyLock::new(yanka_fuzz::sources::brands);

fuzz_target!(|text: &str| {
    let links = find(text, &BRANDS);
    assert!(links.len() <= MAX_LINKS, "too many links");
    let mut end = 0;
    for facts in &links {
        yanka_fuzz::links::check(facts, text, 0);
        assert!(facts.span.start >= end, "links overlap or are out of order");
        end = facts.span.end;
    }
});
