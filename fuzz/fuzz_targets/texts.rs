//! Texts, with the lexicon and the text rules: every span maps back to whole characters.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use yanka_fuzz::links::check_span;
use yanka_text::frame_rules::FrameRules;
use yanka_text::{Lexicon, NormalizedText, extract_facts, sentences};
use yanka_types::{Span, Utf16Index};

static RULES: LazyLock<(Lexicon, FrameRules)> = LazyLock::new(yanka_fuzz::sources::text_rules);

fuzz_target!(|text: &str| {
    let (lexicon, rules) = &*RULES;
    let normal = NormalizedText::new(text);
    for (at, c) in normal.text.char_indices() {
        check_span(normal.original_span(at, at + c.len_utf8()), text);
    }
    for (start, end) in sentences(&normal) {
        check_span(Span::new(start, end), &normal.text);
    }
    let facts = extract_facts(text, lexicon);
    let frames = facts.frames.iter().map(|frame| frame.span);
    let clauses = facts.clauses.iter().map(|clause| clause.span);
    let entities = facts.entities.iter().map(|(_, span)| *span);
    let matches = rules.matches(&facts);
    let matches = matches.iter().map(|found| found.span);
    let index = Utf16Index::of(text);
    for span in frames.chain(clauses).chain(entities).chain(matches) {
        check_span(span, text);
        let units = index.convert(text, span);
        let length = span.of(text).encode_utf16().count();
        assert_eq!((units.end - units.start) as usize, length, "the length in UTF-16");
    }
});
