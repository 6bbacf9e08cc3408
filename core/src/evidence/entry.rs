//! Decides how one entry stands in an evidence document: the answer first, then what was read,
//! why, what happened and what was advised. Long lists are cut here and whole in the JSON, so that
//! one entry prints on two pages.

use super::html::{Html, address, moment};
use super::words::{self, Both};
use super::{Shown, html};
use crate::report::log::{LogEntry, TimelineStep};
use crate::report::{Provenance, Report};

/// Most characters of one text, and most items of one list.
const TEXT: usize = 700;
const LINE: usize = 200;
const ITEMS: usize = 4;

/// One entry.
pub fn section(page: &mut Html, shown: &Shown) {
    let entry = &shown.entry;
    let report = &entry.report;
    let verdict = entry.line.verdict;
    page.raw("<section class=\"entry\">\n<div class=\"verdict ").raw(verdict.word()).raw("\">");
    page.raw("<small>").both(words::ANSWER).raw("</small><br>");
    page.both(words::verdict(verdict)).raw("</div>\n");
    if !report.headline.is_empty() {
        page.raw("<p>").text(&report.headline).raw("</p>\n");
    }
    shot(page, shown);
    facts(page, entry);
    // First what happened to whom and where the money went: that is what a case is opened with.
    if !entry.steps.is_empty() {
        timeline(page, &entry.steps);
    }
    said(page, shown);
    codes(page, report);
    links(page, report);
    why(page, report);
    advice(page, report);
    attached(page, shown);
    page.raw("</section>\n");
}

/// Publisher, day, and how sure it is.
pub fn from(page: &mut Html, source: &Provenance) {
    page.both(words::SOURCE).raw(": ").text(&cut(&source.source, LINE)).raw(", ");
    page.both(words::RETRIEVED).raw(" ").text(&source.retrieved);
    if let Some(doubt) = words::confidence(source.confidence) {
        page.raw(", ").both(doubt);
    }
}

/// The small picture where there is one, else the photo itself where a browser can show it.
fn shot(page: &mut Html, shown: &Shown) {
    let Some(picture) = shown.pictures.last() else { return };
    let showable = html::media(&picture.bytes).is_some_and(|(ending, _)| ending != "heic");
    let Some(address) = address(&picture.bytes).filter(|_| showable) else { return };
    let what = words::picture(picture.as_photographed);
    page.raw("<figure class=\"shot\"><img alt=\"").text(what.zh).raw("\" src=\"").raw(&address);
    page.raw("\"><figcaption>").both(what).raw("</figcaption></figure>\n");
}

fn facts(page: &mut Html, entry: &LogEntry) {
    let pack = &entry.report.pack;
    page.raw("<dl class=\"facts\">\n");
    page.fact(words::TIME, &moment(entry.line.time));
    page.fact_both(words::SUBJECT, words::subject(entry.line.kind));
    page.fact_both(words::ORIGIN, words::origin(entry.report.origin));
    page.fact(words::ENTRY, &entry.line.entry.to_string());
    page.fact(words::PROGRAM, &entry.app);
    page.fact(words::RULES, &format!("{} ({}, {})", pack.version, pack.date, pack.key));
    if !entry.situation.is_empty() {
        let said: Vec<Both> = entry.situation.iter().map(|s| words::situation(*s)).collect();
        let join =
            |of: fn(&Both) -> &'static str, by| said.iter().map(of).collect::<Vec<_>>().join(by);
        page.raw("<dt>").both(words::SITUATION).raw("</dt><dd>").text(&join(|b| b.zh, "、"));
        page.raw(" <span lang=\"en\">").text(&join(|b| b.en, ", ")).raw("</span></dd>\n");
    }
    page.fact(words::LABEL, &entry.line.label).fact(words::NOTE, &cut(&entry.line.note, TEXT));
    page.raw("</dl>\n");
}

/// The files beside the report and their sums; of a photo that was not kept, the sum it had.
fn attached(page: &mut Html, shown: &Shown) {
    let checked = shown.entry.sha256.as_deref();
    if shown.pictures.is_empty() && checked.is_none() {
        return;
    }
    page.heading(words::ATTACHED).raw("<ul>\n");
    for picture in &shown.pictures {
        page.raw("<li>")
            .text(&picture.file)
            .raw(": ")
            .both(words::picture(picture.as_photographed));
        if checked == Some(picture.sha256.as_str()) {
            page.raw(", ").both(words::SAME);
        }
        page.raw("<br>");
        hash(page, &picture.sha256);
        page.raw("</li>\n");
    }
    if let Some(sum) = checked.filter(|sum| shown.pictures.iter().all(|p| p.sha256 != *sum)) {
        page.raw("<li>").both(words::NOT_ATTACHED).raw("<br>");
        hash(page, sum);
        page.raw("</li>\n");
    }
    page.raw("</ul>\n");
}

fn hash(page: &mut Html, sum: &str) {
    page.raw("<span class=\"mono\">SHA-256 ").text(sum).raw("</span>");
}

fn said(page: &mut Html, shown: &Shown) {
    let report = &shown.entry.report;
    let words: Vec<&str> = report.words.iter().map(|w| w.text.as_str()).collect();
    let said = report.text.clone().unwrap_or_else(|| words.join("\n"));
    if !said.is_empty() {
        page.heading(words::SAID).raw("<p class=\"said\">").text(&cut(&said, TEXT)).raw("</p>\n");
        more(page, said.chars().count() > TEXT);
        if shown.hidden {
            page.raw("<p class=\"from\">").both(words::UNKEPT).raw("</p>\n");
        }
    }
}

fn codes(page: &mut Html, report: &Report) {
    if report.codes.is_empty() {
        return;
    }
    page.heading(words::CODES).raw("<ol>\n");
    for code in report.codes.iter().take(ITEMS) {
        page.raw("<li>").text(&code.does);
        if let Some(text) = &code.text {
            page.raw("<p class=\"said\">").text(&cut(text, LINE)).raw("</p>");
        }
        page.raw("</li>\n");
    }
    page.raw("</ol>\n");
    more(page, report.codes.len() > ITEMS);
}

fn links(page: &mut Html, report: &Report) {
    if report.links.is_empty() {
        return;
    }
    page.heading(words::LINKS).raw("<ul>\n");
    for link in report.links.iter().take(ITEMS) {
        page.raw("<li><span class=\"mono\">").text(&cut(&link.canonical, LINE)).raw("</span> ");
        page.text(&link.what).raw("</li>\n");
    }
    page.raw("</ul>\n");
    more(page, report.links.len() > ITEMS);
}

fn why(page: &mut Html, report: &Report) {
    if report.findings.is_empty() {
        return;
    }
    page.heading(words::WHY).raw("<ol>\n");
    for finding in report.findings.iter().take(ITEMS) {
        page.raw("<li>").text(&finding.why).raw(" <span class=\"from\">").text(&finding.finding);
        page.raw(" · ").both(words::RULE).raw(" ").text(&finding.rule).raw(" · ");
        from(page, &finding.source);
        page.raw("</span></li>\n");
    }
    page.raw("</ol>\n");
    more(page, report.findings.len() > ITEMS);
}

fn timeline(page: &mut Html, steps: &[TimelineStep]) {
    page.heading(words::HAPPENED).raw("<table><thead><tr><th>").both(words::WHEN);
    page.raw("</th><th>").both(words::WHAT).raw("</th></tr></thead>\n");
    for step in steps {
        page.raw("<tr><td class=\"when\">").text(&moment(step.time)).raw("</td><td>");
        if let Some(situation) = step.situation {
            page.both(words::situation(situation)).raw(" ");
        }
        page.text(&step.what);
        // Under each other and not in columns: account and waybill numbers are long.
        for (name, value) in [
            (words::AMOUNT, &step.amount),
            (words::ACCOUNT, &step.account),
            (words::ORDER, &step.order),
            (words::WAYBILL, &step.waybill),
        ] {
            if !value.is_empty() {
                page.raw("<br>").both(name).raw(": <strong>").text(value).raw("</strong>");
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
    page.heading(words::ADVICE).raw("<ol>\n");
    for advice in report.advice.iter().take(ITEMS) {
        page.raw("<li>").text(&advice.step).raw("</li>\n");
    }
    page.raw("</ol>\n");
    more(page, report.advice.len() > ITEMS);
}

fn more(page: &mut Html, cut: bool) {
    if cut {
        page.raw("<p class=\"from\">").both(words::MORE).raw("</p>\n");
    }
}

fn cut(text: &str, most: usize) -> String {
    let mut cut: String = text.chars().take(most).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}
