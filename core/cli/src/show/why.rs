//! Formats why a text has its score, for those who work on rules and training texts.

use std::fmt::Write;

use super::card::printable;
use crate::messages::localized;
use yanka::Span;
use yanka::matcher::ScoreReasons;
use yanka::report::Language;

/// Scenarios and requests shown.
const SHOWN: usize = 3;

/// The reasons as text.
pub fn page(text: &str, reasons: Option<&ScoreReasons>, language: Language) -> String {
    let label = |hans, hant, en| localized(language, hans, hant, en);
    let Some(reasons) = reasons else {
        return label("这段话没有得分。", "這段話沒有得分。", "This text has no score.");
    };
    let table = &reasons.judgement;
    let mut out = String::new();
    let score = label("得分", "得分", "Score");
    let _ = writeln!(out, "{score}  {:.2}", reasons.score);
    let parts = [
        (label("最像的一段", "最像的一段", "Highest window"), reasons.window_score),
        (label("整块", "整塊", "Highest block"), reasons.block_score),
        (label("超过就提醒", "超過就提醒", "Caution above"), table.thresholds.caution),
        (
            label("有硬要求时", "有硬要求時", "Caution above, with a hard request"),
            table.thresholds.caution - table.points.hard,
        ),
    ];
    for (name, value) in parts {
        let _ = writeln!(out, "  {name}  {value:.2}");
    }
    let is_hard =
        if reasons.is_hard { label("有", "有", "yes") } else { label("没有", "沒有", "no") };
    let _ = writeln!(out, "{}  {is_hard}", label("硬要求", "硬要求", "Hard request"));
    let lists = [
        (label("像哪一类", "像哪一類", "Scenarios"), &reasons.scenarios),
        (label("要什么", "要什麼", "Requests"), &reasons.requests),
    ];
    for (name, list) in lists {
        let _ = writeln!(out, "{name}");
        for (id, score) in list.iter().take(SHOWN) {
            let _ = writeln!(out, "  {score:>6.2}  {id}");
        }
    }
    let _ = writeln!(out, "{}", label("起作用的字", "起作用的字", "Words that add most"));
    for (span, value) in &reasons.marks {
        let _ = writeln!(out, "  {value:>+6.2}  {}", printable(span.of(text)));
    }
    out.trim_end().to_owned()
}

/// The reasons as JSON; spans count bytes of the text.
pub fn json(text: &str, reasons: &ScoreReasons) -> serde_json::Value {
    let scores = |list: &[(String, f32)]| -> serde_json::Value {
        list.iter().map(|(id, score)| serde_json::json!({ "id": id, "score": score })).collect()
    };
    let mark = |(span, value): &(Span, f32)| serde_json::json!({ "start": span.start, "end": span.end, "adds": value, "text": span.of(text) });
    serde_json::json!({
        "score": reasons.score,
        "window": reasons.window_score,
        "block": reasons.block_score,
        "hard_request": reasons.is_hard,
        "scenarios": scores(&reasons.scenarios),
        "requests": scores(&reasons.requests),
        "marks": reasons.marks.iter().map(mark).collect::<serde_json::Value>(),
    })
}
