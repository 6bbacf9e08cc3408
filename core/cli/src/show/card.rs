//! Formats one report as text for people: verdict, codes, links, reasons, advice, official numbers.

use crate::messages::localized;
use anstyle::{AnsiColor, Color, Style};
use std::fmt::Write;
use yanka::report::{
    Advice, Code, Confidence, Finding, Hotline, Language, Page, Provenance, Report, Severity,
    Urgency, Verdict,
};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// The report as text.
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
        let kept = localized(
            language,
            "已记入记录，编号",
            "已記入記錄，編號",
            "Kept in the log as number",
        );
        let _ = writeln!(out, "\n{DIM}{kept} {entry}{DIM:#}");
    }
    out.trim_end().to_owned()
}

/// A page as text: title, lead, deadline and steps. Without a deadline no step shows its urgency.
pub fn steps_page(page: &Page, language: Language) -> String {
    let mut out = format!("{BOLD}{}{BOLD:#}\n", page.title);
    for line in [&page.lead, &page.deadline].into_iter().filter(|line| !line.is_empty()) {
        let _ = writeln!(out, "{line}");
    }
    out.push_str(&advice_sections(
        &page.steps,
        &page.hotlines,
        !page.deadline.is_empty(),
        language,
    ));
    out
}

/// Steps, things not to do and official numbers as text.
pub fn advice(steps: &[Advice], hotlines: &[Hotline], language: Language) -> String {
    advice_sections(steps, hotlines, true, language)
}

fn advice_sections(
    steps: &[Advice],
    hotlines: &[Hotline],
    with_urgency: bool,
    language: Language,
) -> String {
    let mut out = String::new();
    let (avoid, act): (Vec<_>, Vec<_>) = steps.iter().partition(|s| s.avoid);
    if !act.is_empty() {
        heading(&mut out, &localized(language, "现在怎么做", "現在怎麼做", "What to do now"));
    }
    for (n, step) in act.iter().enumerate() {
        let urgency =
            if with_urgency { urgency(step.urgency, language) } else { Default::default() };
        let _ = writeln!(out, "  {}. {}{urgency}", n + 1, step.step);
        reason(&mut out, step, language);
    }
    if !avoid.is_empty() {
        heading(&mut out, &localized(language, "不要做", "不要做", "Do not"));
    }
    for step in avoid {
        let _ = writeln!(out, "  ✗ {}", step.step);
        reason(&mut out, step, language);
    }
    if !hotlines.is_empty() {
        heading(&mut out, &localized(language, "官方电话", "官方電話", "Official numbers"));
    }
    for hotline in hotlines {
        out.push_str(&self::hotline(hotline, language));
    }
    out
}

/// One official number with its source as text.
pub fn hotline(hotline: &Hotline, language: Language) -> String {
    let mut out = String::new();
    let number = if hotline.number.is_empty() {
        localized(language, "没有核实过的电话", "沒有核實過的電話", "no confirmed number")
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

/// The source of a statement on one line.
pub fn source(provenance: &Provenance, language: Language) -> String {
    let label = localized(language, "来源", "來源", "Source");
    let date = provenance.published.as_ref().map_or_else(
        || localized(language, "查阅于 ", "查閱於 ", "retrieved ") + &provenance.retrieved,
        |published| localized(language, "发表于 ", "發表於 ", "published ") + published,
    );
    let doubt = match provenance.confidence {
        Confidence::High => String::new(),
        Confidence::Medium => localized(language, "；单一来源", "；單一來源", "; one source"),
        Confidence::Memory => localized(language, "；未核实", "；未核實", "; unverified"),
    };
    let comma = if language == Language::En { ", " } else { "，" };
    format!("{label}{}{}{comma}{date}{doubt}", colon(language), provenance.source)
}

fn headline(report: &Report, language: Language) -> String {
    let sign = match report.verdict {
        Verdict::Danger => "✖",
        Verdict::Caution => "▲",
        Verdict::NothingFound => "○",
        Verdict::Unreadable => "?",
    };
    let word = match report.verdict {
        Verdict::Danger => localized(language, "危险", "危險", "DANGER"),
        Verdict::Caution => localized(language, "小心", "小心", "CAUTION"),
        Verdict::NothingFound => {
            localized(language, "没有发现问题", "沒有發現問題", "NOTHING FOUND")
        }
        Verdict::Unreadable => localized(language, "读不出来", "讀不出來", "UNREADABLE"),
    };
    format!("{sign} {word}{}{}", colon(language), report.headline)
}

fn codes(out: &mut String, codes: &[Code], language: Language) {
    if codes.is_empty() {
        return;
    }
    heading(
        out,
        &localized(language, "这个码会做什么", "這個碼會做什麼", "What the code would do"),
    );
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
    heading(out, &localized(language, "里面藏着的链接", "裡面藏著的連結", "Links hidden inside"));
    for link in hidden {
        let _ = writeln!(out, "  {}", printable(&link.canonical));
        let _ = writeln!(out, "     {DIM}{}{DIM:#}", link.what);
    }
}

fn reasons(out: &mut String, findings: &[Finding], language: Language) {
    if findings.is_empty() {
        return;
    }
    heading(out, &localized(language, "为什么", "為什麼", "Why"));
    let mut printed = std::collections::HashSet::new();
    // Several rules may have the same sentence. It is printed once, with the mark of the most severe.
    for finding in findings.iter().filter(|f| printed.insert((&f.why, f.subject))) {
        let mark = match finding.severity {
            Severity::Danger => "●",
            Severity::Caution => "◐",
            Severity::Info => "○",
        };
        let colon = localized(language, "：", "：", ": ");
        let title =
            if finding.title.is_empty() { "" } else { &format!("{}{colon}", finding.title) };
        let _ = writeln!(out, "  {mark} {BOLD}{title}{BOLD:#}{}", finding.why);
        let from = source(&finding.source, language);
        let _ = writeln!(out, "     {DIM}{from} [{}]{DIM:#}", finding.rule);
    }
}

fn reason(out: &mut String, step: &Advice, language: Language) {
    if !step.why.is_empty() {
        let _ = writeln!(out, "     {DIM}{}{DIM:#}", step.why);
    }
    if step.source.confidence == Confidence::Memory {
        let unverified = localized(language, "（未核实）", "（未核實）", "(unverified)");
        let _ = writeln!(out, "     {DIM}{unverified}{DIM:#}");
    }
}

fn urgency(urgency: Urgency, language: Language) -> String {
    match urgency {
        Urgency::Seconds => localized(language, "（马上）", "（馬上）", " (at once)"),
        Urgency::Minutes => {
            localized(language, "（几分钟内）", "（幾分鐘內）", " (within minutes)")
        }
        Urgency::Hours => localized(language, "（今天）", "（今天）", " (today)"),
        Urgency::Days => localized(language, "（这几天）", "（這幾天）", " (in the next days)"),
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

/// Untrusted text for a terminal: replaces control characters, which could move the cursor or change
/// colours, and cuts after 200 characters.
pub fn printable(text: &str) -> String {
    const MAX_CHARS: usize = 200;
    let mut shown: String = text
        .chars()
        .take(MAX_CHARS)
        .map(|c| if c.is_control() || is_bidi_control(c) { '·' } else { c })
        .collect();
    if text.chars().nth(MAX_CHARS).is_some() {
        shown.push('…');
    }
    shown
}

/// True for a bidirectional control character, which can make a link look like another.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
