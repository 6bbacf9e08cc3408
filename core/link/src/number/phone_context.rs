//! Decides whether digits inside a text are a telephone number, by the words around them.
//!
//! Booking numbers, dates and order numbers look like short codes with an extension. Knows no number.

use yanka_types::Span;

/// Characters before the digits that are searched for such a word. Empirical; no measurement recorded.
const MAX_BEFORE: usize = 12;
/// Characters after the digits that are searched. Empirical; no measurement recorded.
const MAX_AFTER: usize = 6;

/// Words before a number to dial or a displayed number.
const WORDS_BEFORE: &[&str] = &[
    "电话",
    "電話",
    "致电",
    "致電",
    "拨",
    "撥",
    "热线",
    "熱線",
    "来电",
    "來電",
    "去电",
    "回电",
    "打给",
    "打給",
    "打到",
    "呼叫",
    "短信到",
    "发短信",
    "发送到",
    "发送至",
    "tel",
    "call",
    "Tel",
    "TEL",
    "Call",
    "dial",
    "hotline",
];

/// Words after the number of a caller.
const WORDS_AFTER: &[&str] = &[
    "打来",
    "打來",
    "来电",
    "來電",
    "打电话",
    "打電話",
    "的电话",
    "的電話",
    "打过来",
    "发来",
    "發來",
    "called",
];

/// Whether the words around `span`, in bytes of `text`, show a telephone number. Only the same
/// sentence before it counts.
pub(super) fn is_phone_number(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or("");
    let after = text.get(span.end..).unwrap_or("");
    let from =
        before.char_indices().rev().take(MAX_BEFORE).last().map_or(before.len(), |(at, _)| at);
    let to = after.char_indices().nth(MAX_AFTER).map_or(after.len(), |(at, _)| at);
    let sentence = before[from..].rsplit(['。', '！', '？', '；', '\n']).next().unwrap_or("");
    WORDS_BEFORE.iter().any(|word| sentence.contains(word))
        || WORDS_AFTER.iter().any(|word| after[..to].contains(word))
}
