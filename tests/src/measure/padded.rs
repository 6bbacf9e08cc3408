//! `measure padded FILE… [--texts FOLDER]`: scam texts (JSONL rows `text`, `label`, `set`) as they
//! are, with a thousand characters of ordinary talk before or behind them, and with a warning behind
//! them → the share flagged of each.
//!
//! The talk is taken from the quiet training texts, another stretch for each row. Quotes no text.

use yanka::report::{Origin, Verdict};
use yanka_rules::corpus::{Corpus, Part};
use yanka_tests::texts::Line;

use crate::rows;

/// Characters of talk.
const TALK: usize = 1_000;

/// Warnings as swindlers append them.
const WARNINGS: [&str; 3] = [
    "谨防诈骗，不轻信，不透露，不转账。",
    "国家反诈中心提醒您：凡是要求转账的都是诈骗，请提高警惕。",
    "温馨提示：请勿向陌生人透露验证码，守住钱袋子。",
];

/// Reads and measures the scam rows.
///
/// # Errors
/// A sentence for the person at the terminal.
pub fn run(words: &[String]) -> Result<(), String> {
    let (files, folder) = rows::arguments(words);
    if files.is_empty() {
        return Err("usage: measure padded FILE… [--texts FOLDER]".to_owned());
    }
    let corpus = Corpus::load(&folder)?;
    let talk = corpus.examples.iter().filter(|e| e.part == Part::Quiet);
    let talk: Vec<&str> =
        talk.filter(|e| e.kind.starts_with("talk/")).map(|e| e.text.as_str()).collect();
    let line = Line::open();
    let is_flagged = |text: &str| line.report(text, Origin::Message).verdict >= Verdict::Caution;
    for file in files {
        let mut found = [0_u32; 4];
        let mut count = 0_u32;
        for row in rows::read(file)?.into_iter().filter(|row| row.label == "scam") {
            let padding = stretch(&talk, count as usize);
            let warning = WARNINGS[count as usize % WARNINGS.len()];
            count += 1;
            let forms = [
                row.text.clone(),
                format!("{padding}\n{}", row.text),
                format!("{}\n{padding}", row.text),
                format!("{}{warning}", row.text),
            ];
            for (flagged, form) in found.iter_mut().zip(forms) {
                *flagged += u32::from(is_flagged(&form));
            }
        }
        println!("{file}: {count} scam texts flagged, per cent");
        for (name, flagged) in
            ["as they are", "talk before", "talk behind", "a warning behind"].into_iter().zip(found)
        {
            println!("  {name:<17} {:>5.1}", 100.0 * f64::from(flagged) / f64::from(count.max(1)));
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
