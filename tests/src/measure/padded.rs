//! `measure padded FILE… [--texts FOLDER]`: scam texts (JSONL rows `text`, `label`, `set`) as they
//! are, with a thousand characters of ordinary talk before or behind them, and with a warning behind
//! them → the share flagged of each.
//!
//! The talk is taken from the quiet training texts, another stretch for each row. Quotes no text.

use serde::Deserialize;
use yanka::report::{Origin, Verdict};
use yanka_rules::corpus::{Corpus, Part};
use yanka_tests::texts::Line;

/// Characters of talk.
const TALK: usize = 1_000;

/// Warnings as swindlers append them.
const WARNINGS: [&str; 3] = [
    "谨防诈骗，不轻信，不透露，不转账。",
    "国家反诈中心提醒您：凡是要求转账的都是诈骗，请提高警惕。",
    "温馨提示：请勿向陌生人透露验证码，守住钱袋子。",
];

#[derive(Deserialize)]
struct Row {
    text: String,
    #[serde(default)]
    label: String,
}

/// Reads and measures the scam rows.
///
/// # Errors
/// A sentence for the person at the terminal.
pub fn run(words: &[String]) -> Result<(), String> {
    let option = words.iter().position(|w| w == "--texts").map(|at| at + 1);
    let folder = option.and_then(|at| words.get(at)).map_or("rules/sources/texts", String::as_str);
    let named = words.iter().enumerate().filter(|(at, w)| Some(*at) != option && *w != "--texts");
    let files: Vec<&String> = named.map(|(_, w)| w).collect();
    if files.is_empty() {
        return Err("usage: measure padded FILE… [--texts FOLDER]".to_owned());
    }
    let corpus = Corpus::load(std::path::Path::new(folder))?;
    let talk = corpus.examples.iter().filter(|e| e.part == Part::Quiet);
    let talk: Vec<&str> =
        talk.filter(|e| e.kind.starts_with("talk/")).map(|e| e.text.as_str()).collect();
    let line = Line::open();
    let is_flagged = |text: &str| line.report(text, Origin::Message).verdict >= Verdict::Caution;
    for file in files {
        let text = std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
        let mut found = [0_u32; 4];
        let mut rows = 0_u32;
        for json in text.lines().filter(|l| !l.trim().is_empty()) {
            let row: Row = serde_json::from_str(json).map_err(|e| format!("{file}: {e}"))?;
            if row.label != "scam" {
                continue;
            }
            let padding = stretch(&talk, rows as usize);
            let warning = WARNINGS[rows as usize % WARNINGS.len()];
            rows += 1;
            let forms = [
                row.text.clone(),
                format!("{padding}\n{}", row.text),
                format!("{}\n{padding}", row.text),
                format!("{}{warning}", row.text),
            ];
            for (count, form) in found.iter_mut().zip(forms) {
                *count += u32::from(is_flagged(&form));
            }
        }
        println!("{file}: {rows} scam texts flagged, per cent");
        for (name, count) in
            ["as they are", "talk before", "talk behind", "a warning behind"].into_iter().zip(found)
        {
            println!("  {name:<17} {:>5.1}", 100.0 * f64::from(count) / f64::from(rows.max(1)));
        }
    }
    Ok(())
}

/// Texts of talk from the `row`th on, joined by lines, of [`TALK`] characters or a little more.
fn stretch(talk: &[&str], row: usize) -> String {
    let mut out = String::new();
    for text in talk.iter().cycle().skip(row * 7 % talk.len().max(1)).take(talk.len()) {
        out.push_str(text);
        out.push('\n');
        if out.chars().count() >= TALK {
            break;
        }
    }
    out
}
