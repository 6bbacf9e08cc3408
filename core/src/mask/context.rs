//! Decides whose a detail is, from the words around it.
//!
//! The last word before it that says so wins, within its sentence: "转到" makes an account the
//! suspect's, "您的卡" makes it the person's. Where nothing says so, the caller decides.

use std::sync::LazyLock;

use regex::Regex;

use yanka_types::Span;

/// Whose a detail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The person's own: hidden.
    Own,
    /// The suspect's: stays.
    Suspect,
    /// No detail of a person at all, such as an order number.
    Nobody,
    /// Nothing said.
    Unsaid,
}

/// How far back a word speaks, in characters.
const REACH: usize = 48;

/// A compiled pattern. Every one is a constant, and every one is used by a case.
pub fn pattern(source: &str) -> Regex {
    Regex::new(source).unwrap_or_else(|_| unreachable!("a pattern of this program compiles"))
}

/// The words before byte `at` in its sentence, at most 48 characters and three lines of a form.
pub fn before(text: &str, at: usize) -> &str {
    let head = text.get(..at).unwrap_or("");
    let mut start = head.len();
    let mut lines = 0;
    for (place, c) in head.char_indices().rev().take(REACH) {
        lines += u32::from(c == '\n');
        if matches!(c, '。' | '！' | '？' | '!' | '?' | '；' | ';') || lines > 3 {
            break;
        }
        start = place;
    }
    &head[start..]
}

/// The words behind byte `at` in its clause, at most `reach` characters.
pub fn behind(text: &str, at: usize, reach: usize) -> &str {
    let tail = text.get(at..).unwrap_or("");
    let end = tail
        .char_indices()
        .take(reach)
        .take_while(|(_, c)| !matches!(c, '。' | '！' | '？' | '!' | '?' | '；' | ';' | '\n'))
        .last()
        .map_or(0, |(place, c)| place + c.len_utf8());
    &tail[..end]
}

/// Whose the detail is by the last of `cues` in `words`; cue patterns stand gravest last.
pub fn last(words: &str, cues: &[(&Regex, Whose)]) -> Whose {
    let mut best = (0, 0, Whose::Unsaid);
    for (cue, whose) in cues {
        for found in cue.find_iter(words) {
            // The one that ends last; of two that end together, the longer.
            if (found.end(), found.len()) > (best.0, best.1) {
                best = (found.end(), found.len(), *whose);
            }
        }
    }
    best.2
}

/// Where links stand.
pub fn links(text: &str) -> Vec<Span> {
    static LINK: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)(?:[a-z][a-z0-9+.-]{1,20}://|tel:|sms:|mailto:|(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}[/?])",
            r#"[^\s<>"'，。；、）】》！？\p{Han}]*"#
        ))
    });
    LINK.find_iter(text).map(|m| Span::new(m.start(), m.end())).collect()
}

/// Whether the detail stands in a link, which is the suspect's: it stays exact, except where a
/// parameter says that it is a person's.
pub fn inside_link(text: &str, links: &[Span], detail: Span) -> bool {
    static OWN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)[?&#](?:mobile|phone|tel|mob|id_?card|id_?no|card_?no|bank_?card|sfz|sjh)=\d{0,4}$",
        )
    });
    let next = links.partition_point(|link| link.end <= detail.start);
    links.get(next).is_some_and(|link| {
        link.start <= detail.start
            && !OWN.is_match(text.get(link.start..detail.start).unwrap_or(""))
    })
}
