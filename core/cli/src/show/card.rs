//! One report as a page for people: the word, the reasons, what to do, whom to call.

use crate::words::say;
use anstyle::{AnsiColor, Color, Style};
use std::fmt::Write;
use yanka::report::{
    Advice, Code, Confidence, Finding, Hotline, Language, Page, Provenance, Report, Severity,
    Urgency, Verdict,
};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// The whole page.
pub fn page(report: &Report, language: Language) -> String {
    let mut out = String::new();
    let style = colour(report.verdict);
    let _ = writeln!(out, "{style}{}{style:#}", headline(report, language));
    for notice in &report.notices {
        let _ = writeln!(out, "{}", notice.text);
    }
    codes(&mut out, &report.codes, language);
    links(&mut out, report, language);
    reasons(&mut out, &report.findings, language);
    out.push_str(&advice(&report.advice, &report.hotlines, language));
    if let Some(entry) = report.entry {
        let kept =
            say(language, "已记入记录，编号", "已記入記錄，編號", "Kept in the log as number");
        let _ = writeln!(out, "\n{DIM}{kept} {entry}{DIM:#}");
    }
    out.trim_end().to_owned()
}

/// A page: its heading, what matters, and its steps. Where nothing runs out no step shows a time.
pub fn steps_page(page: &Page, language: Language) -> String {
    let mut out = format!("{BOLD}{}{BOLD:#}\n", page.title);
    for line in [&page.lead, &page.deadline].into_iter().filter(|line| !line.is_empty()) {
        let _ = writeln!(out, "{line}");
    }
    out.push_str(&guide(&page.steps, &page.hotlines, !page.deadline.is_empty(), language));
    out
}

/// Steps, do-nots and numbers.
pub fn advice(steps: &[Advice], hotlines: &[Hotline], language: Language) -> String {
    guide(steps, hotlines, true, language)
}

fn guide(steps: &[Advice], hotlines: &[Hotline], timed: bool, language: Language) -> String {
    let mut out = String::new();
    let (avoid, act): (Vec<_>, Vec<_>) = steps.iter().partition(|s| s.avoid);
    if !act.is_empty() {
        heading(&mut out, &say(language, "现在怎么做", "現在怎麼做", "What to do now"));
    }
    for (n, step) in act.iter().enumerate() {
        let time = if timed { time(step.urgency, language) } else { Default::default() };
        let _ = writeln!(out, "  {}. {}{time}", n + 1, step.step);
        why(&mut out, step, language);
    }
    if !avoid.is_empty() {
        heading(&mut out, &say(language, "不要做", "不要做", "Do not"));
    }
    for step in avoid {
        let _ = writeln!(out, "  ✗ {}", step.step);
        why(&mut out, step, language);
    }
    if !hotlines.is_empty() {
        heading(&mut out, &say(language, "官方电话", "官方電話", "Official numbers"));
    }
    for hotline in hotlines {
        out.push_str(&self::hotline(hotline, language));
    }
    out
}

/// One official number with its source.
pub fn hotline(hotline: &Hotline, language: Language) -> String {
    let mut out = String::new();
    let number = if hotline.number.is_empty() {
        say(language, "没有核实过的电话", "沒有核實過的電話", "no confirmed number")
    } else {
        hotline.number.clone()
    };
    let _ = writeln!(out, "  ☎ {}  {BOLD}{number}{BOLD:#}", hotline.organization);
    for line in [&hotline.purpose, &hotline.in_app_path, &hotline.warning] {
        if !line.is_empty() {
            let _ = writeln!(out, "     {line}");
        }
    }
    let _ = writeln!(out, "     {DIM}{}{DIM:#}", source(&hotline.source, language));
    out
}

/// Where a statement comes from, on one line.
pub fn source(from: &Provenance, language: Language) -> String {
    let label = say(language, "来源", "來源", "Source");
    let day = from.published.as_ref().map_or_else(
        || say(language, "查阅于 ", "查閱於 ", "retrieved ") + &from.retrieved,
        |published| say(language, "发表于 ", "發表於 ", "published ") + published,
    );
    let sure = match from.confidence {
        Confidence::High => String::new(),
        Confidence::Medium => say(language, "；单一来源", "；單一來源", "; one source"),
        Confidence::Memory => say(language, "；未核实", "；未核實", "; unverified"),
    };
    let comma = if language == Language::En { ", " } else { "，" };
    format!("{label}{}{}{comma}{day}{sure}", colon(language), from.source)
}

fn headline(report: &Report, language: Language) -> String {
    let sign = match report.verdict {
        Verdict::Danger => "✖",
        Verdict::Caution => "▲",
        Verdict::NothingFound => "○",
        Verdict::Unreadable => "?",
    };
    let word = match report.verdict {
        Verdict::Danger => say(language, "危险", "危險", "DANGER"),
        Verdict::Caution => say(language, "小心", "小心", "CAUTION"),
        Verdict::NothingFound => say(language, "没有发现问题", "沒有發現問題", "NOTHING FOUND"),
        Verdict::Unreadable => say(language, "读不出来", "讀不出來", "UNREADABLE"),
    };
    format!("{sign} {word}{}{}", colon(language), report.headline)
}

fn codes(out: &mut String, codes: &[Code], language: Language) {
    if codes.is_empty() {
        return;
    }
    heading(out, &say(language, "这个码会做什么", "這個碼會做什麼", "What the code would do"));
    for (n, code) in codes.iter().enumerate() {
        let number = if codes.len() > 1 { format!("{}. ", n + 1) } else { String::new() };
        let _ = writeln!(out, "  {number}{}", code.does);
        let shown = code.text.as_deref().map(printable).unwrap_or_default();
        if !shown.is_empty() {
            let _ = writeln!(out, "     {DIM}{shown}{DIM:#}");
        }
    }
}

fn links(out: &mut String, report: &Report, language: Language) {
    let hidden: Vec<_> = report.links.iter().filter(|l| l.depth > 0).collect();
    if hidden.is_empty() {
        return;
    }
    heading(out, &say(language, "里面藏着的链接", "裡面藏著的連結", "Links hidden inside"));
    for link in hidden {
        let _ = writeln!(out, "  {}", printable(&link.canonical));
        let _ = writeln!(out, "     {DIM}{}{DIM:#}", link.what);
    }
}

fn reasons(out: &mut String, findings: &[Finding], language: Language) {
    if findings.is_empty() {
        return;
    }
    heading(out, &say(language, "为什么", "為什麼", "Why"));
    let mut said = std::collections::HashSet::new();
    // Several rules may say the same sentence; a person needs it once, with the gravest mark.
    for finding in findings.iter().filter(|f| said.insert((&f.why, f.subject))) {
        let mark = match finding.severity {
            Severity::Danger => "●",
            Severity::Caution => "◐",
            Severity::Info => "○",
        };
        let _ = writeln!(out, "  {mark} {}", finding.why);
        let from = source(&finding.source, language);
        let _ = writeln!(out, "     {DIM}{from} [{}]{DIM:#}", finding.rule);
    }
}

fn why(out: &mut String, step: &Advice, language: Language) {
    if !step.why.is_empty() {
        let _ = writeln!(out, "     {DIM}{}{DIM:#}", step.why);
    }
    if step.source.confidence == Confidence::Memory {
        let unverified = say(language, "（未核实）", "（未核實）", "(unverified)");
        let _ = writeln!(out, "     {DIM}{unverified}{DIM:#}");
    }
}

fn time(urgency: Urgency, language: Language) -> String {
    match urgency {
        Urgency::Seconds => say(language, "（马上）", "（馬上）", " (at once)"),
        Urgency::Minutes => say(language, "（几分钟内）", "（幾分鐘內）", " (within minutes)"),
        Urgency::Hours => say(language, "（今天）", "（今天）", " (today)"),
        Urgency::Days => say(language, "（这几天）", "（這幾天）", " (in the next days)"),
    }
}

fn heading(out: &mut String, words: &str) {
    let _ = writeln!(out, "\n{BOLD}{words}{BOLD:#}");
}

fn colour(verdict: Verdict) -> Style {
    let colour = match verdict {
        Verdict::Danger => AnsiColor::Red,
        Verdict::Caution => AnsiColor::Yellow,
        Verdict::NothingFound | Verdict::Unreadable => AnsiColor::Cyan,
    };
    Style::new().bold().fg_color(Some(Color::Ansi(colour)))
}

fn colon(language: Language) -> &'static str {
    if language == Language::En { ": " } else { "：" }
}

/// A payload on a terminal: control characters cannot move the cursor or change colours, and a
/// long one is cut.
pub fn printable(text: &str) -> String {
    const MOST: usize = 200;
    let mut shown: String = text
        .chars()
        .take(MOST)
        .map(|c| if c.is_control() || is_direction(c) { '·' } else { c })
        .collect();
    if text.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}

/// Characters that turn the reading direction, and so can make a link look like another.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
