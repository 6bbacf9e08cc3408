//! Decides what frames the entries of an evidence document: policy, style, limit.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::html::Html;
use super::{Document, entry, words};
use crate::report::Hotline;

const STYLE: &str = include_str!("style.css");

/// Most numbers that are listed; the rest is in the JSON.
const NUMBERS: usize = 6;

/// The whole document.
pub fn html(document: &Document<'_>) -> String {
    let mut page = Html::default();
    // Nothing may be loaded, run, sent or framed; the one style is named by its own hash.
    let style = STANDARD.encode(Sha256::digest(STYLE));
    page.raw("<!doctype html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .raw(&format!("img-src data:; style-src 'sha256-{style}'; "))
        .raw("base-uri 'none'; form-action 'none'\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width\">\n")
        .raw("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
        .text(words::TITLE.zh)
        .raw("</title>\n<style>")
        .raw(STYLE)
        .raw("</style>\n</head>\n<body>\n<h1>")
        .both(words::TITLE)
        .raw("</h1>\n<p class=\"made\">")
        .both(words::MADE)
        .raw(": ")
        .text(&document.made_at)
        .raw(" · 验卡 Yanka ")
        .text(document.app)
        .raw("</p>\n");
    for shown in &document.entries {
        entry::section(&mut page, shown);
    }
    if !document.report_to.is_empty() {
        numbers(&mut page, document.report_to);
    }
    limit(&mut page, document.own_details_shown);
    page.raw("</body>\n</html>\n");
    page.done()
}

fn numbers(page: &mut Html, numbers: &[Hotline]) {
    page.heading(words::REPORT_TO).raw("<table><thead><tr><th>").both(words::ORGANIZATION);
    page.raw("</th><th>").both(words::NUMBER).raw("</th><th>").both(words::FOR);
    page.raw("</th></tr></thead>\n");
    for line in numbers.iter().take(NUMBERS) {
        page.raw("<tr><td>").text(&line.organization).raw("</td><td>");
        if line.number.is_empty() {
            page.both(words::NO_NUMBER);
        } else {
            page.raw("<span class=\"number\">").text(&line.number).raw("</span>");
        }
        page.raw("</td><td>").text(&line.purpose);
        if !line.in_app_path.is_empty() {
            page.raw(" · ").both(words::IN_APP).raw(": ").text(&line.in_app_path);
        }
        page.raw(" <span class=\"from\">");
        entry::from(page, &line.source);
        page.raw("</span></td></tr>\n");
    }
    page.raw("</table>\n");
}

fn limit(page: &mut Html, own_details: bool) {
    let hidden = if own_details { words::UNMASKED } else { words::MASKED };
    page.heading(words::LIMIT_TITLE).raw("<div class=\"limit\"><p>").both(words::LIMIT);
    page.raw("</p><p>").both(hidden).raw("</p></div>\n<div class=\"sign\">");
    for blank in [words::NAME, words::PHONE, words::SIGNATURE] {
        page.raw("<div>").both(blank).raw("</div>");
    }
    page.raw("</div>\n");
}
