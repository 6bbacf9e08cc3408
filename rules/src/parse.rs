//! Parses rule sources: TOML text to plain data and diagnostics.
//!
//! Decides which tables and fields exist. Whether entries fit each other is decided by `check`.

mod common;
mod entries;
mod rule_match;

use std::cell::RefCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, SourceFile};
use crate::fields::{Fields, Reporter};
use crate::source::Sources;
use crate::spelling::nearest;
use crate::vocabulary::TABLES;

/// Parses every file. Returns every entry that could be parsed even where there are mistakes.
#[must_use]
pub fn parse(files: &[SourceFile]) -> (Sources, Vec<Diagnostic>) {
    let diagnostics = RefCell::new(Vec::new());
    let mut sources = Sources::default();
    for (file, source) in files.iter().enumerate() {
        let reporter = Reporter { file, diagnostics: &diagnostics };
        let (table, errors) = DeTable::parse_recoverable(&source.text);
        for error in &errors {
            let span = error.span().unwrap_or(0..0);
            let help = "the TOML standard is at toml.io; often a quotation mark is missing";
            reporter.report("bad-toml", span, error.message().to_owned(), help.to_owned());
        }
        if errors.is_empty() {
            let value = Spanned::new(table.span(), DeValue::Table(table.into_inner()));
            parse_file(&value, &reporter, &mut sources);
        }
    }
    (sources, diagnostics.into_inner())
}

fn parse_file<'a>(
    value: &'a Spanned<DeValue<'a>>,
    reporter: &'a Reporter<'_>,
    sources: &mut Sources,
) {
    let Some(file) = Fields::new("file", value, reporter) else { return };
    for (key, _) in file.all().filter(|(key, _)| !TABLES.contains(&&**key.get_ref())) {
        let help = nearest(key.get_ref(), TABLES).map_or_else(
            || format!("a file may hold: {}", TABLES.join(", ")),
            |n| format!("did you mean [[{n}]]?"),
        );
        let message = format!("`{}` is no sort of entry", key.get_ref());
        reporter.report("unknown-table", key.span(), message, help);
    }
    if let Some(pack) = file.table("pack", "pack") {
        parse_pack(pack, sources);
    }
    let tables = |what, name| file.tables(what, name).into_iter();
    sources.publishers.extend(tables("publisher", "publisher").filter_map(entries::publisher));
    sources.rules.extend(tables("rule", "rule").filter_map(entries::rule));
    sources.payloads.extend(tables("payload", "payload").filter_map(entries::payload));
    sources.codes.extend(tables("code", "code").filter_map(entries::code));
    sources.platforms.extend(tables("platform", "platform").filter_map(entries::platform));
    sources.domains.extend(tables("domain", "domain").filter_map(entries::domain));
    sources.hotlines.extend(tables("hotline", "hotline").filter_map(entries::hotline));
    let number_forms = tables("number form", "number_form").filter_map(entries::number_form);
    sources.number_forms.extend(number_forms);
    sources.carried.extend(tables("carried fact", "carried").filter_map(entries::carried));
    sources.left_out.extend(tables("fact left out", "left_out").filter_map(entries::left_out));
    sources.records.extend(tables("phrase", "phrase").filter_map(entries::phrase));
    if let Some(kinds) = file.table("set of records", "record") {
        for (kind, records) in kinds.all() {
            let items = records.get_ref().as_array().into_iter().flat_map(|a| a.iter());
            let tables = items.filter_map(|item| Fields::new("record", item, reporter));
            sources.records.extend(tables.filter_map(|t| entries::record(kind.get_ref(), t)));
        }
    }
}

fn parse_pack(fields: Fields<'_, '_>, sources: &mut Sources) {
    let version = fields.require("version").and_then(|v| v.get_ref().as_integer());
    sources.version = version.and_then(|v| v.as_str().parse().ok()).unwrap_or_default();
    sources.date = fields.optional_date("date").map(|d| d.value).unwrap_or_default();
    if sources.version == 0 || sources.date.is_empty() {
        let help = "write `version = 1` or higher and `date = 2026-11-21`".to_owned();
        fields.report_table("missing-field", "a pack has a version and a date".to_owned(), help);
    }
    fields.finish();
}
