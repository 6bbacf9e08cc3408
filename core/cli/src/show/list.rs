//! Formats lists as text for people: official numbers, the log, rules, pages.

use super::card::{hotline, page, printable};
use crate::messages::localized;
use std::fmt::Write;
use yanka::report::{
    ChecklistItem, Hotline, Language, LogEntry, LogLine, Moment, NumberAnswer, NumberStatus,
    Opinion, OwnRule, PackInfo, Page, SituationChoice, SubjectKind, Verdict,
};

/// Official numbers, or a sentence that none was found.
pub fn hotlines(hotlines: &[Hotline], language: Language) -> String {
    if hotlines.is_empty() {
        return localized(
            language,
            "没有找到。请打开您购物的 App，进订单页，找客服。",
            "沒有找到。請打開您購物的 App，進訂單頁，找客服。",
            "Not found. Open the app that you bought in, go to the order, choose customer service.",
        );
    }
    hotlines.iter().map(|h| hotline(h, language)).collect::<String>().trim_end().to_owned()
}

/// The result about one number.
pub fn number(answer: &NumberAnswer, language: Language) -> String {
    let sign = match answer.status {
        NumberStatus::Official => "☎",
        NumberStatus::SpoofForm => "✖",
        NumberStatus::NotListed | NumberStatus::Overseas | NumberStatus::Mobile => "▲",
    };
    let mut out = format!("{sign} {}  {}\n", printable(&answer.normalized), answer.sentence);
    for listed in &answer.hotlines {
        out.push_str(&hotline(listed, language));
    }
    out.trim_end().to_owned()
}

/// The rule pack in use.
pub fn pack(pack: &PackInfo, language: Language) -> String {
    let origin = if pack.origin == "installed" {
        localized(language, "装入的文件", "裝入的檔案", "an installed file")
    } else {
        localized(language, "随程序自带", "隨程式自帶", "part of the program")
    };
    let label = |hans, hant, en| localized(language, hans, hant, en);
    [
        (label("规则版本", "規則版本", "Rules version"), pack.version.to_string()),
        (label("格式", "格式", "Format"), pack.format.to_string()),
        (label("日期", "日期", "Date"), pack.date.clone()),
        (label("规则条数", "規則條數", "Rules"), pack.rules.to_string()),
        (label("来自", "來自", "From"), origin),
        (label("签名钥匙", "簽名鑰匙", "Signed by"), pack.key.clone()),
    ]
    .iter()
    .map(|(name, value)| format!("{name}  {value}"))
    .collect::<Vec<_>>()
    .join("\n")
}

/// Log entries, one line each.
pub fn log_lines(lines: &[LogLine], language: Language) -> String {
    if lines.is_empty() {
        return localized(language, "还没有记录。", "還沒有記錄。", "The log is empty.");
    }
    lines.iter().map(|line| log_line(line, language)).collect::<Vec<_>>().join("\n")
}

/// One log entry with its report.
pub fn log_entry(entry: &LogEntry, language: Language) -> String {
    format!("{}\n\n{}", log_line(&entry.line, language), page(&entry.report, language))
}

/// The person's own rules, one line each.
pub fn own_rules(rules: &[OwnRule], language: Language) -> String {
    if rules.is_empty() {
        return localized(
            language,
            "还没有自己的规则。",
            "還沒有自己的規則。",
            "No rules of your own yet.",
        );
    }
    let line = |rule: &OwnRule| {
        let opinion = match rule.opinion {
            Opinion::Fine => localized(language, "可以　", "可以　", "fine"),
            Opinion::Bad => localized(language, "不可信", "不可信", "bad "),
        };
        format!(
            "{:>4}  {opinion}  {}  {}",
            rule.id,
            printable(&rule.subject),
            printable(&rule.note)
        )
    };
    rules.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The checklist, with an example of how to answer it.
pub fn checklist(items: &[ChecklistItem], language: Language) -> String {
    let how = localized(
        language,
        "对照卡片或聊天。把答“是”的编号写在后面，例如：yanka checklist ",
        "對照卡片或聊天。把答「是」的編號寫在後面，例如：yanka checklist ",
        "Look at the card or chat. Add the ids that you answer with yes, such as: yanka checklist ",
    );
    let first = items.first().map(|i| i.id.as_str()).unwrap_or_default();
    let lines = items.iter().map(|i| format!("  {:<24} {}", i.id, i.text));
    format!("{how}{first}\n{}", lines.collect::<Vec<_>>().join("\n"))
}

/// The answers to "where are you now?", with an example of how to give them.
pub fn situations(items: &[SituationChoice], language: Language) -> String {
    let how = localized(
        language,
        "您现在走到哪一步？可以写几个，例如：yanka advice ",
        "您現在走到哪一步？可以寫幾個，例如：yanka advice ",
        "Where are you now? Several may hold, such as: yanka advice ",
    );
    let first = items.first().map(|i| i.situation.word()).unwrap_or_default();
    let lines =
        items.iter().map(|i| format!("  {:<20} {}  {}", i.situation.word(), i.label, i.meaning));
    format!("{how}{first}\n{}", lines.collect::<Vec<_>>().join("\n"))
}

/// The ids and titles of the pages.
pub fn pages(pages: &[Page]) -> String {
    let lines = pages.iter().map(|page| format!("  {:<20} {}", page.id, page.title));
    lines.collect::<Vec<_>>().join("\n")
}

fn log_line(line: &LogLine, language: Language) -> String {
    let mut out = format!(
        "{:>4}  {}  {}  {}",
        line.entry,
        local_time(line.time),
        verdict_word(line.verdict, language),
        title(line, language)
    );
    if line.evidence {
        let _ = write!(out, "  [{}]", localized(language, "证据", "證據", "evidence"));
    }
    for remark in [&line.label, &line.note] {
        if !remark.is_empty() {
            let _ = write!(out, "  # {}", printable(remark));
        }
    }
    out
}

/// The beginning of what was read; the kind of subject if nothing was.
fn title(line: &LogLine, language: Language) -> String {
    if !line.title.is_empty() {
        return printable(&line.title);
    }
    match line.kind {
        SubjectKind::Photo => localized(
            language,
            "（照片，没有读出内容）",
            "（照片，沒有讀出內容）",
            "(a photo; nothing read)",
        ),
        SubjectKind::Text => localized(language, "（文字）", "（文字）", "(a text)"),
        SubjectKind::Link => localized(language, "（链接）", "（連結）", "(a link)"),
        SubjectKind::Number => localized(language, "（号码）", "（號碼）", "(a number)"),
    }
}

fn verdict_word(verdict: Verdict, language: Language) -> String {
    match verdict {
        Verdict::Danger => localized(language, "危险　", "危險　", "danger "),
        Verdict::Caution => localized(language, "小心　", "小心　", "caution"),
        Verdict::NothingFound => localized(language, "没发现", "沒發現", "nothing"),
        Verdict::Unreadable => localized(language, "读不出", "讀不出", "unread "),
    }
}

/// Date and time to the minute in the person's time zone; empty if the moment is out of range.
fn local_time(time: Moment) -> String {
    i32::try_from(i64::from(time.offset_minutes) * 60)
        .ok()
        .and_then(|seconds| jiff::tz::Offset::from_seconds(seconds).ok())
        .and_then(|offset| {
            let instant = jiff::Timestamp::from_millisecond(time.unix_ms).ok()?;
            Some(offset.to_datetime(instant).strftime("%Y-%m-%d %H:%M").to_string())
        })
        .unwrap_or_default()
}
