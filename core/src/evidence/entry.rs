//! Renders one entry of the evidence document: verdict, facts, timeline, content, reasons, advice.
//!
//! Truncates long texts and lists, so that one entry prints on two pages; report.json has all.

use super::html::{self, Html, data_uri, format_moment};
use super::labels::{self, Bilingual};
use super::model::ExportedEntry;
use crate::report::log::{LogEntry, TimelineStep};
use crate::report::{Provenance, Report};

/// Most characters of a text and of a single line, and most items of a list. Empirical: one entry
/// prints on two pages; no measurement recorded.
const MAX_TEXT_CHARS: usize = 700;
const MAX_LINE_CHARS: usize = 200;
const MAX_ITEMS: usize = 4;

/// Appends one entry.
pub fn section(page: &mut Html, exported: &ExportedEntry) {
    let entry = &exported.entry;
    let report = &entry.report;
    let verdict = entry.line.verdict;
    page.raw("<section class=\"entry\">\n<div class=\"verdict ").raw(verdict.word()).raw("\">");
    page.raw("<small>").bilingual(labels::VERDICT).raw("</small><br>");
    page.bilingual(labels::verdict(verdict)).raw("</div>\n");
    if !report.headline.is_empty() {
        page.raw("<p>").text(&report.headline).raw("</p>\n");
    }
    picture(page, exported);
    facts(page, entry);
    // The timeline comes before the content: the police open a case with what happened and where
    // the money went.
    if !entry.steps.is_empty() {
        timeline(page, &entry.steps);
    }
    content(page, exported);
    codes(page, report);
    links(page, report);
    reasons(page, report);
    advice(page, report);
    attachments(page, exported);
    page.raw("</section>\n");
}

/// Appends publisher, date and confidence of a source.
pub fn provenance(page: &mut Html, source: &Provenance) {
    page.bilingual(labels::SOURCE)
        .raw(": ")
        .text(&truncate(&source.source, MAX_LINE_CHARS))
        .raw(", ");
    page.bilingual(labels::RETRIEVED).raw(" ").text(&source.retrieved);
    if let Some(doubt) = labels::confidence(source.confidence) {
        page.raw(", ").bilingual(doubt);
    }
}

/// Appends the small picture if there is one, else the photo itself. A HEIC photo is left out, because
/// most browsers cannot show it.
fn picture(page: &mut Html, exported: &ExportedEntry) {
    let Some(picture) = exported.pictures.last() else { return };
    let showable =
        html::media_type(&picture.bytes).is_some_and(|(extension, _)| extension != "heic");
    let Some(uri) = data_uri(&picture.bytes).filter(|_| showable) else { return };
    let label = labels::picture(picture.as_photographed);
    page.raw("<figure class=\"shot\"><img alt=\"").text(label.zh).raw("\" src=\"").raw(&uri);
    page.raw("\"><figcaption>").bilingual(label).raw("</figcaption></figure>\n");
}

fn facts(page: &mut Html, entry: &LogEntry) {
    let pack = &entry.report.pack;
    page.raw("<dl class=\"facts\">\n");
    page.fact(labels::TIME, &format_moment(entry.line.time));
    page.bilingual_fact(labels::SUBJECT, labels::subject(entry.line.kind));
    page.bilingual_fact(labels::ORIGIN, labels::origin(entry.report.origin));
    page.fact(labels::ENTRY, &entry.line.entry.to_string());
    page.fact(labels::PROGRAM, &entry.app);
    page.fact(labels::RULES, &format!("{} ({}, {})", pack.version, pack.date, pack.key));
    if !entry.situation.is_empty() {
        let situations: Vec<Bilingual> =
            entry.situation.iter().map(|s| labels::situation(*s)).collect();
        let join = |side: fn(&Bilingual) -> &'static str, separator| {
            situations.iter().map(side).collect::<Vec<_>>().join(separator)
        };
        page.raw("<dt>").bilingual(labels::SITUATION).raw("</dt><dd>").text(&join(|b| b.zh, "、"));
        page.raw(" <span lang=\"en\">").text(&join(|b| b.en, ", ")).raw("</span></dd>\n");
    }
    page.fact(labels::LABEL, &entry.line.label)
        .fact(labels::NOTE, &truncate(&entry.line.note, MAX_TEXT_CHARS));
    page.raw("</dl>\n");
}

/// Appends the attached files with their SHA-256, and the SHA-256 of a checked photo that is not
/// attached.
fn attachments(page: &mut Html, exported: &ExportedEntry) {
    let checked = exported.entry.sha256.as_deref();
    if exported.pictures.is_empty() && checked.is_none() {
        return;
    }
    page.heading(labels::ATTACHED).raw("<ul>\n");
    for picture in &exported.pictures {
        page.raw("<li>")
            .text(&picture.file)
            .raw(": ")
            .bilingual(labels::picture(picture.as_photographed));
        if checked == Some(picture.sha256.as_str()) {
            page.raw(", ").bilingual(labels::CHECKED_PHOTO);
        }
        page.raw("<br>");
        hash(page, &picture.sha256);
        page.raw("</li>\n");
    }
    if let Some(sum) = checked.filter(|sum| exported.pictures.iter().all(|p| p.sha256 != *sum)) {
        page.raw("<li>").bilingual(labels::NOT_ATTACHED).raw("<br>");
        hash(page, sum);
        page.raw("</li>\n");
    }
    page.raw("</ul>\n");
}

fn hash(page: &mut Html, sum: &str) {
    page.raw("<span class=\"mono\">SHA-256 ").text(sum).raw("</span>");
}

fn content(page: &mut Html, exported: &ExportedEntry) {
    let report = &exported.entry.report;
    let lines: Vec<&str> = report.words.iter().map(|w| w.text.as_str()).collect();
    let content = report.text.clone().unwrap_or_else(|| lines.join("\n"));
    if !content.is_empty() {
        page.heading(labels::CONTENT)
            .raw("<p class=\"said\">")
            .text(&truncate(&content, MAX_TEXT_CHARS))
            .raw("</p>\n");
        truncation_note(page, content.chars().count() > MAX_TEXT_CHARS);
        if exported.hidden {
            page.raw("<p class=\"from\">").bilingual(labels::ORIGINAL_NOT_KEPT).raw("</p>\n");
        }
    }
}

fn codes(page: &mut Html, report: &Report) {
    if report.codes.is_empty() {
        return;
    }
    page.heading(labels::CODES).raw("<ol>\n");
    for code in report.codes.iter().take(MAX_ITEMS) {
        page.raw("<li>").text(&code.does);
        if let Some(text) = &code.text {
            page.raw("<p class=\"said\">").text(&truncate(text, MAX_LINE_CHARS)).raw("</p>");
        }
        page.raw("</li>\n");
    }
    page.raw("</ol>\n");
    truncation_note(page, report.codes.len() > MAX_ITEMS);
}

fn links(page: &mut Html, report: &Report) {
    if report.links.is_empty() {
        return;
    }
    page.heading(labels::LINKS).raw("<ul>\n");
    for link in report.links.iter().take(MAX_ITEMS) {
        page.raw("<li><span class=\"mono\">")
            .text(&truncate(&link.canonical, MAX_LINE_CHARS))
            .raw("</span> ");
        page.text(&link.what).raw("</li>\n");
    }
    page.raw("</ul>\n");
    truncation_note(page, report.links.len() > MAX_ITEMS);
}

fn reasons(page: &mut Html, report: &Report) {
    if report.findings.is_empty() {
        return;
    }
    page.heading(labels::REASONS).raw("<ol>\n");
    for finding in report.findings.iter().take(MAX_ITEMS) {
        page.raw("<li>");
        if !finding.title.is_empty() {
            page.raw("<b>").text(&finding.title).raw("</b> ");
        }
        page.text(&finding.why).raw(" <span class=\"from\">").text(&finding.finding);
        page.raw(" · ").bilingual(labels::RULE).raw(" ").text(&finding.rule).raw(" · ");
        provenance(page, &finding.source);
        page.raw("</span></li>\n");
    }
    page.raw("</ol>\n");
    truncation_note(page, report.findings.len() > MAX_ITEMS);
}

fn timeline(page: &mut Html, steps: &[TimelineStep]) {
    page.heading(labels::TIMELINE).raw("<table><thead><tr><th>").bilingual(labels::EVENT_TIME);
    page.raw("</th><th>").bilingual(labels::EVENT).raw("</th></tr></thead>\n");
    for step in steps {
        page.raw("<tr><td class=\"when\">").text(&format_moment(step.time)).raw("</td><td>");
        if let Some(situation) = step.situation {
            page.bilingual(labels::situation(situation)).raw(" ");
        }
        page.text(&step.what);
        // One line each and not in columns, because account and waybill numbers are long.
        for (name, value) in [
            (labels::AMOUNT, &step.amount),
            (labels::ACCOUNT, &step.account),
            (labels::ORDER, &step.order),
            (labels::WAYBILL, &step.waybill),
        ] {
            if !value.is_empty() {
                page.raw("<br>").bilingual(name).raw(": <strong>").text(value).raw("</strong>");
            }
        }
        page.raw("</td></tr>\n");
    }
    page.raw("</table>\n");
}

fn advice(page: &mut Html, report: &Report) {
    if report.advice.is_empty() {
        return;
    }
    page.heading(labels::ADVICE).raw("<ol>\n");
    for advice in report.advice.iter().take(MAX_ITEMS) {
        page.raw("<li>").text(&advice.step).raw("</li>\n");
    }
    page.raw("</ol>\n");
    truncation_note(page, report.advice.len() > MAX_ITEMS);
}

/// Appends a note that the rest is in report.json, if `truncated`.
fn truncation_note(page: &mut Html, truncated: bool) {
    if truncated {
        page.raw("<p class=\"from\">").bilingual(labels::TRUNCATED).raw("</p>\n");
    }
}

/// `text`, shortened to `max_chars` characters and an ellipsis if it is longer.
fn truncate(text: &str, max_chars: usize) -> String {
    let mut truncated: String = text.chars().take(max_chars).collect();
    if truncated.len() < text.len() {
        truncated.push('…');
    }
    truncated
}
