//! Decides who owns a detail, the person or the suspect, from the words around it.
//!
//! The last cue before the detail in its sentence wins: after "转到" an account is the suspect's,
//! after "您的卡" it is the person's. Without a cue the caller decides. Everything inside a link is
//! the suspect's, except a parameter that names a person's number.

use std::sync::LazyLock;

use regex::Regex;

use super::pattern::pattern;
use yanka_types::Span;

/// Who owns a detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The person: the detail is masked.
    Person,
    /// The suspect: the detail stays.
    Suspect,
    /// Nobody: it is no personal detail, such as an order number.
    Nobody,
    /// No cue was found.
    Unknown,
}

/// How far before a detail a cue counts, in characters and in line ends: a form has its label a few
/// lines above. Empirical; no measurement recorded.
const MAX_CUE_CHARS: usize = 48;
const MAX_CUE_LINES: u32 = 3;

/// The words before byte `at` in its sentence, at most [`MAX_CUE_CHARS`] characters and
/// [`MAX_CUE_LINES`] line ends.
pub fn words_before(text: &str, at: usize) -> &str {
    let head = text.get(..at).unwrap_or("");
    let mut start = head.len();
    let mut lines = 0;
    for (index, c) in head.char_indices().rev().take(MAX_CUE_CHARS) {
        lines += u32::from(c == '\n');
        if matches!(c, '。' | '！' | '？' | '!' | '?' | '；' | ';') || lines > MAX_CUE_LINES {
            break;
        }
        start = index;
    }
    &head[start..]
}

/// The words after byte `at` on its line and in its sentence, at most `max_chars` characters.
pub fn words_after(text: &str, at: usize, max_chars: usize) -> &str {
    let tail = text.get(at..).unwrap_or("");
    let end = tail
        .char_indices()
        .take(max_chars)
        .take_while(|(_, c)| !matches!(c, '。' | '！' | '？' | '!' | '?' | '；' | ';' | '\n'))
        .last()
        .map_or(0, |(index, c)| index + c.len_utf8());
    &tail[..end]
}

/// The owner by the last of `cues` in `words`; [`Owner::Unknown`] without a cue.
pub fn owner_by_last_cue(words: &str, cues: &[(&Regex, Owner)]) -> Owner {
    let mut best = (0, 0, Owner::Unknown);
    for (cue, owner) in cues {
        for found in cue.find_iter(words) {
            // The cue that ends last; of cues with the same end the longest, then the first listed.
            if (found.end(), found.len()) > (best.0, best.1) {
                best = (found.end(), found.len(), *owner);
            }
        }
    }
    best.2
}

/// The spans of the links in `text`, in order. Coarser than `yanka_link::find`: it only has to keep
/// links from being masked.
pub fn find_links(text: &str) -> Vec<Span> {
    static LINK: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)(?:[a-z][a-z0-9+.-]{1,20}://|tel:|sms:|mailto:|(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}[/?])",
            r#"[^\s<>"'，。；、）】》！？\p{Han}]*"#
        ))
    });
    LINK.find_iter(text).map(|m| Span::new(m.start(), m.end())).collect()
}

/// True if `detail` lies inside one of `links` and is not the value of a parameter such as `phone=`,
/// which holds a person's number.
pub fn belongs_to_link(text: &str, links: &[Span], detail: Span) -> bool {
    static PERSONAL_PARAMETER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)[?&#](?:mobile|phone|tel|mob|id_?card|id_?no|card_?no|bank_?card|sfz|sjh)=\d{0,4}$",
        )
    });
    let next = links.partition_point(|link| link.end <= detail.start);
    links.get(next).is_some_and(|link| {
        link.start <= detail.start
            && !PERSONAL_PARAMETER.is_match(text.get(link.start..detail.start).unwrap_or(""))
    })
}
