//! `measure texts FILE… [--rows] [--rules SOURCES]`: JSONL rows (`id`, `text`, `label`, `set`, `subtype`) or the
//! project's own case files → the share at caution and at danger by set, label and subtype, the
//! rules behind them, and the time a text takes.
//!
//! Runs the full check with the embedded rules or those of a folder, and no log. Quotes no text.

use std::collections::BTreeMap;
use std::time::Instant;

use serde::Deserialize;
use yanka::report::{Origin, Report, Verdict};
use yanka_tests::texts::{Case, Line};

/// Rules named for each slice.
const TOP: usize = 6;
/// In a dialogue, something is asked for where one of these stands in a turn that is not 乙's: the
/// slice `客服诈骗` is split by it, because in the rest the call ends before any request.
const ASKED: [&str; 26] = [
    "提供",
    "告诉我",
    "告知",
    "转账",
    "转到",
    "验证码",
    "密码",
    "身份证",
    "卡号",
    "点击",
    "链接",
    "下载",
    "配合",
    "核实",
    "支付",
    "缴",
    "汇款",
    "操作",
    "登录",
    "输入",
    "添加",
    "加微信",
    "共享",
    "填写",
    "确认一下",
    "回复",
];

#[derive(Deserialize)]
struct Row {
    #[serde(default)]
    id: serde_json::Value,
    text: String,
    #[serde(default)]
    label: String,
    #[serde(default)]
    set: String,
    #[serde(default)]
    subtype: Option<String>,
    #[serde(default)]
    origin: Option<String>,
}

#[derive(Deserialize)]
struct Cases {
    #[serde(default)]
    case: Vec<Case>,
}

#[derive(Default)]
struct Slice {
    rows: usize,
    caution: usize,
    danger: usize,
    rules: BTreeMap<String, usize>,
    ms: Vec<f64>,
}

/// Reads and measures the files.
///
/// # Errors
/// A sentence for the person at the terminal.
pub fn run(words: &[String]) -> Result<(), String> {
    let rows = words.iter().any(|w| w == "--rows");
    let sources = words.iter().position(|w| w == "--rules").map(|at| at + 1);
    let named = words.iter().enumerate().filter(|(at, _)| Some(*at) != sources);
    let files: Vec<&String> = named.map(|(_, w)| w).filter(|w| !w.starts_with("--")).collect();
    if files.is_empty() {
        return Err("usage: measure texts FILE… [--rows] [--rules SOURCES]".to_owned());
    }
    let line = match sources.and_then(|at| words.get(at)) {
        Some(folder) => Line::of_sources(std::path::Path::new(folder))?,
        None => Line::open(),
    };
    let _ = line.report("您好", Origin::Message); // what loads once is not the first row's time
    let mut slices: BTreeMap<String, Slice> = BTreeMap::new();
    for file in files {
        let text = std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
        for row in read(file, &text)? {
            measure(&line, &row, rows, &mut slices);
        }
    }
    if !rows {
        slices.iter().for_each(|(name, slice)| print(name, slice));
    }
    Ok(())
}

fn read(file: &str, text: &str) -> Result<Vec<Row>, String> {
    if !file.ends_with(".toml") {
        let rows = text.lines().filter(|l| !l.trim().is_empty());
        return rows.map(|l| serde_json::from_str(l).map_err(|e| format!("{file}: {e}"))).collect();
    }
    let cases: Cases = toml::from_str(text).map_err(|e| format!("{file}: {e}"))?;
    let name = file.rsplit('/').next().unwrap_or(file).trim_end_matches(".toml");
    let row = |case: Case| Row {
        set: "own".to_owned(),
        label: if case.is_held_out() { "kept half of the scams" } else { name }.to_owned(),
        subtype: None,
        id: case.name.into(),
        text: case.text,
        origin: Some(case.origin),
    };
    Ok(cases.case.into_iter().map(row).collect())
}

fn measure(line: &Line, row: &Row, rows: bool, slices: &mut BTreeMap<String, Slice>) {
    let origin = row.origin.as_deref().and_then(Origin::from_word).unwrap_or(Origin::Message);
    let started = Instant::now();
    let report = line.report(&row.text, origin);
    let ms = started.elapsed().as_secs_f64() * 1000.0;
    if rows {
        print_row(row, &report, ms);
        return;
    }
    let subtype = row.subtype.clone().unwrap_or_default();
    let mut names = vec![format!("{} / {}", row.set, row.label)];
    if !subtype.is_empty() {
        names.push(format!("{} / {} / {subtype}", row.set, row.label));
    }
    if row.set == "teleantifraud" && subtype == "客服诈骗" {
        let asked =
            if is_asked(&row.text) { "something is asked for" } else { "nothing asked yet" };
        names.push(format!("{} / {} / {subtype}: {asked}", row.set, row.label));
    }
    for name in names {
        slices.entry(name).or_default().add(&report, ms);
    }
}

/// Whether the caller in a dialogue makes a request: see [`ASKED`].
fn is_asked(text: &str) -> bool {
    let turns = text.lines().filter(|l| !l.starts_with('乙'));
    turns.into_iter().any(|turn| ASKED.iter().any(|a| turn.contains(a)))
}

impl Slice {
    fn add(&mut self, report: &Report, ms: f64) {
        self.rows += 1;
        self.caution += usize::from(report.verdict >= Verdict::Caution);
        self.danger += usize::from(report.verdict >= Verdict::Danger);
        self.ms.push(ms);
        let mut rules: Vec<&String> = report.findings.iter().map(|f| &f.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        for rule in rules {
            *self.rules.entry(rule.clone()).or_default() += 1;
        }
    }
}

fn print(name: &str, slice: &Slice) {
    let share = |n: usize| 100.0 * n as f64 / slice.rows.max(1) as f64;
    let mut ms = slice.ms.clone();
    ms.sort_by(f64::total_cmp);
    println!(
        "{name}: flagged {:.2} % ({} of {}), danger {:.2} % ({}), median {:.2} ms",
        share(slice.caution),
        slice.caution,
        slice.rows,
        share(slice.danger),
        slice.danger,
        ms.get(ms.len() / 2).copied().unwrap_or(0.0)
    );
    let mut top: Vec<_> = slice.rules.iter().collect();
    top.sort_by_key(|(name, n)| (std::cmp::Reverse(**n), *name));
    let top: Vec<String> = top.iter().take(TOP).map(|(r, n)| format!("{r} {n}")).collect();
    println!("    {}", top.join(", "));
}

fn print_row(row: &Row, report: &Report, ms: f64) {
    let findings: Vec<&str> = report.findings.iter().map(|f| f.finding.as_str()).collect();
    let row = serde_json::json!({
        "id": row.id, "verdict": report.verdict.word(), "findings": findings, "ms": ms,
    });
    println!("{row}");
}
