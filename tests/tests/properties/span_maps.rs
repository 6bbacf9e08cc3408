//! Every span that text analysis makes maps back to whole characters of the original text.

use proptest::prelude::*;
use std::sync::LazyLock;
use yanka_tests::texts::Line;
use yanka_text::NormalizedText;
use yanka_types::{Span, Utf16Index};

use crate::{config, strategies};

static LINE: LazyLock<Line> = LazyLock::new(Line::open);

/// Byte offsets of the character boundaries of `text`, its end included.
fn boundaries(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

fn lies_on_boundaries(text: &str, span: Span) -> bool {
    span.start <= span.end && text.get(span.start..span.end).is_some()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn each_folded_character_maps_to_one_original_character(original in strategies::text()) {
        let normal = NormalizedText::new(&original);
        let mut last = Span::new(0, 0);
        for (index, pair) in boundaries(&normal.text).windows(2).enumerate() {
            let span = normal.original_span(pair[0], pair[1]);
            prop_assert_eq!(span.of(&original).chars().count(), 1, "{:?}", span);
            // Several folded characters may come from one original; otherwise they keep its order.
            prop_assert!(span == last || span.start >= last.end, "{:?} after {:?}", span, last);
            prop_assert_eq!(normal.char_index(pair[0]), index);
            last = span;
        }
    }

    #[test]
    fn spans_map_to_boundaries_within_the_original(
        original in strategies::text(),
        ends in prop::collection::vec((0.0..1.2, 0.0..1.2), 1..20),
    ) {
        let normal = NormalizedText::new(&original);
        let byte = |share: f64| (share * normal.text.len() as f64) as usize;
        for (a, b) in ends {
            // Any two offsets, also inside a character, past the end and reversed.
            let span = normal.original_span(byte(a), byte(b));
            prop_assert!(lies_on_boundaries(&original, span), "{:?}", span);
        }
    }

    #[test]
    fn a_longer_folded_span_maps_to_a_longer_original_span(original in strategies::text()) {
        let normal = NormalizedText::new(&original);
        let ends = boundaries(&normal.text);
        for pair in ends.windows(2) {
            let end = normal.text.len();
            let (from_start, longer) =
                (normal.original_span(0, pair[0]), normal.original_span(0, pair[1]));
            prop_assert!(from_start.end <= longer.end);
            let (to_end, shorter) =
                (normal.original_span(pair[0], end), normal.original_span(pair[1], end));
            prop_assert!(to_end.start <= shorter.start);
        }
    }

    #[test]
    fn breaks_rise_and_lie_on_boundaries(original in strategies::text()) {
        let normal = NormalizedText::new(&original);
        let breaks = &normal.soft_breaks;
        prop_assert!(breaks.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(breaks.iter().all(|at| normal.text.is_char_boundary(*at as usize)));
        prop_assert!(normal.line_ends.iter().all(|at| breaks.contains(at)));
        let sentences = yanka_text::sentences(&normal);
        for (start, end) in &sentences {
            prop_assert!(lies_on_boundaries(&normal.text, Span::new(*start, *end)));
        }
        prop_assert!(sentences.windows(2).all(|pair| pair[0].1 <= pair[1].0));
    }

    #[test]
    fn facts_lie_on_boundaries_of_the_original(original in strategies::text()) {
        let facts = LINE.texts().read_text(&original).facts;
        let clauses = facts.clauses.iter().map(|clause| clause.span);
        let spans = facts.frames.iter().map(|frame| frame.span).chain(clauses.clone());
        for span in spans.chain(facts.entities.iter().map(|(_, span)| *span)) {
            prop_assert!(lies_on_boundaries(&original, span), "{:?}", span);
        }
        prop_assert!(clauses.is_sorted_by_key(|span| span.start));
    }

    #[test]
    fn utf16_spans_cover_the_same_characters(
        text in strategies::text(),
        ends in prop::collection::vec((0.0..1.2, 0.0..1.2), 1..20),
    ) {
        let index = Utf16Index::of(&text);
        let units: Vec<u16> = text.encode_utf16().collect();
        for (a, b) in ends {
            let byte = |share: f64| (share * text.len() as f64) as usize;
            let (start, end) = (byte(a).min(byte(b)), byte(a).max(byte(b)));
            let span = index.convert(&text, Span::new(start, end));
            let whole = text.floor_char_boundary(start)..text.floor_char_boundary(end);
            let covered = units.get(span.start as usize..span.end as usize);
            let covered = covered.map(String::from_utf16_lossy);
            prop_assert_eq!(covered.as_deref(), text.get(whole));
        }
    }
}
