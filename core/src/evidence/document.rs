//! Renders the evidence document: content security policy, style, entries, where to report, and the
//! limits of the evidence.
//!
//! entry.rs renders one entry.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::html::Html;
use super::model::Document;
use super::{entry, labels};
use crate::report::Hotline;

const STYLE: &str = include_str!("style.css");

/// Most official numbers that the document lists; report.json has all. Empirical; no measurement
/// recorded.
const MAX_NUMBERS: usize = 6;

/// The document as HTML.
pub fn render(document: &Document<'_>) -> String {
    let mut page = Html::default();
    // The policy forbids loading, scripts and forms. It allows the one style by its hash.
    let style = STANDARD.encode(Sha256::digest(STYLE));
    page.raw("<!doctype html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .raw(&format!("img-src data:; style-src 'sha256-{style}'; "))
        .raw("base-uri 'none'; form-action 'none'\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width\">\n")
        .raw("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
        .text(labels::TITLE.zh)
        .raw("</title>\n<style>")
        .raw(STYLE)
        .raw("</style>\n</head>\n<body>\n<h1>")
        .bilingual(labels::TITLE)
        .raw("</h1>\n<p class=\"made\">")
        .bilingual(labels::EXPORTED)
        .raw(": ")
        .text(&document.made_at)
        .raw(" · 验卡 Yanka ")
        .text(document.app)
        .raw("</p>\n");
    for exported in &document.entries {
        entry::section(&mut page, exported);
    }
    if !document.report_to.is_empty() {
        report_to(&mut page, document.report_to);
    }
    limits(&mut page, document.own_details_shown);
    page.raw("</body>\n</html>\n");
    page.finish()
}

fn report_to(page: &mut Html, hotlines: &[Hotline]) {
    page.heading(labels::REPORT_TO).raw("<table><thead><tr><th>").bilingual(labels::ORGANIZATION);
    page.raw("</th><th>").bilingual(labels::NUMBER).raw("</th><th>").bilingual(labels::PURPOSE);
    page.raw("</th></tr></thead>\n");
    for line in hotlines.iter().take(MAX_NUMBERS) {
        page.raw("<tr><td>").text(&line.organization).raw("</td><td>");
        if line.number.is_empty() {
            page.bilingual(labels::USE_APP);
        } else {
            page.raw("<span class=\"number\">").text(&line.number).raw("</span>");
        }
        page.raw("</td><td>").text(&line.purpose);
        if !line.in_app_path.is_empty() {
            page.raw(" · ").bilingual(labels::IN_APP).raw(": ").text(&line.in_app_path);
        }
        page.raw(" <span class=\"from\">");
        entry::provenance(page, &line.source);
        page.raw("</span></td></tr>\n");
    }
    page.raw("</table>\n");
}

fn limits(page: &mut Html, own_details: bool) {
    let masking = if own_details { labels::UNMASKED } else { labels::MASKED };
    page.heading(labels::LIMITS_TITLE).raw("<div class=\"limit\"><p>").bilingual(labels::LIMITS);
    page.raw("</p><p>").bilingual(masking).raw("</p></div>\n<div class=\"sign\">");
    for blank in [labels::NAME, labels::PHONE, labels::SIGNATURE] {
        page.raw("<div>").bilingual(blank).raw("</div>");
    }
    page.raw("</div>\n");
}
