//! What must hold for the facts of every link.

use yanka_link::Facts;
use yanka_types::Span;

/// Links inside links are followed this deep.
const MAX_DEPTH: u32 = 4;

/// Checks the facts of one link in `text` and of the links inside it; `depth` links contain it.
///
/// # Panics
/// Where a span does not fit `text`, or the facts contradict one another.
pub fn check(facts: &Facts, text: &str, depth: u32) {
    let signals = facts.signals.iter().map(|signal| signal.span);
    for span in signals.chain(facts.registrable_span).chain([facts.span]) {
        check_span(span, text);
    }
    assert!(facts.depth == depth && depth <= MAX_DEPTH, "a wrong depth");
    if let (Some(host), Some(registrable)) = (&facts.host, &facts.registrable) {
        // The root's dot stays in the host only: `example.com.`
        let host = host.strip_suffix('.').unwrap_or(host);
        assert!(host.ends_with(registrable.as_str()), "a registrable domain of another host");
    }
    facts.inner.iter().for_each(|inner| check(inner, text, depth + 1));
}

/// # Panics
/// Where `span` exceeds `text` or splits a character.
pub fn check_span(span: Span, text: &str) {
    assert!(span.start <= span.end, "a reversed span");
    assert!(text.get(span.start..span.end).is_some(), "a span outside or inside a character");
}
