//! Whether a run of digits inside a text is meant as a number to dial or one that called.
//!
//! Booking numbers, dates and order numbers look like short codes with digits behind them; only
//! the words around a number tell that somebody means a telephone. Knows no number.

use yanka_types::Span;

/// Characters before the digits in which such a word is looked for.
const BEFORE: usize = 12;
/// Characters behind the digits.
const BEHIND: usize = 6;

/// Words that stand before a number that is dialled or shown.
const LEADING: &[&str] = &[
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

/// Words that stand behind a number that called.
const FOLLOWING: &[&str] = &[
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

/// Whether the words around `span` make it a telephone number.
pub(super) fn is_dialled(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or("");
    let behind = text.get(span.end..).unwrap_or("");
    let from = before.char_indices().rev().take(BEFORE).last().map_or(before.len(), |(at, _)| at);
    let to = behind.char_indices().nth(BEHIND).map_or(behind.len(), |(at, _)| at);
    let near = before[from..].rsplit(['。', '！', '？', '；', '\n']).next().unwrap_or("");
    LEADING.iter().any(|word| near.contains(word))
        || FOLLOWING.iter().any(|word| behind[..to].contains(word))
}
