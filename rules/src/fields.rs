//! Reads the fields of a TOML table and reports every mistake with its span.
//!
//! Decides whether a field is present and of the right type, not what it means. A mistake never
//! stops the parser: an author sees all of them at once.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::Diagnostic;
use crate::source::{Located, Text};
use crate::spelling::nearest;

/// Collects the diagnostics of one file.
pub(crate) struct Reporter<'a> {
    pub file: usize,
    pub diagnostics: &'a RefCell<Vec<Diagnostic>>,
}

impl Reporter<'_> {
    pub fn report(&self, code: &'static str, span: Range<usize>, message: String, help: String) {
        let diagnostic = Diagnostic { code, file: self.file, span, message, help };
        self.diagnostics.borrow_mut().push(diagnostic);
    }
}

/// One table that is being read. Call `finish` at the end: it reports every field that was not read.
pub(crate) struct Fields<'a, 'r> {
    table: &'a DeTable<'a>,
    pub span: Range<usize>,
    reporter: &'a Reporter<'r>,
    /// Names of the fields that were read, present or not.
    known: RefCell<Vec<&'static str>>,
    /// What messages call the table.
    what: &'static str,
}

impl<'a, 'r> Fields<'a, 'r> {
    /// The fields of `value`; reports a value that is no table.
    pub fn new(
        what: &'static str,
        value: &'a Spanned<DeValue<'a>>,
        reporter: &'a Reporter<'r>,
    ) -> Option<Self> {
        let Some(table) = value.get_ref().as_table() else {
            report_wrong_type(reporter, value, "a table");
            return None;
        };
        Some(Self { table, span: value.span(), reporter, known: RefCell::default(), what })
    }

    pub fn report(&self, code: &'static str, span: Range<usize>, message: String, help: String) {
        self.reporter.report(code, span, message, help);
    }

    /// Reports a mistake of the table as a whole.
    pub fn report_table(&self, code: &'static str, message: String, help: String) {
        self.report(code, self.span.clone(), message, help);
    }

    pub fn get(&self, name: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.known.borrow_mut().push(name);
        self.table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value)
    }

    /// As [`Self::get`]; reports a missing field.
    pub fn require(&self, name: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        let value = self.get(name);
        if value.is_none() {
            let what = self.what;
            let help = format!("write `{name} = …` for this {what}");
            self.report_table("missing-field", format!("this {what} has no `{name}`"), help);
        }
        value
    }

    pub fn required_string(&self, name: &'static str) -> Option<Located<String>> {
        self.require(name).and_then(|value| string(self.reporter, value))
    }

    pub fn string_or(&self, name: &'static str, default: &str) -> Located<String> {
        self.optional_string(name)
            .unwrap_or_else(|| Located::new(default.to_owned(), self.span.clone()))
    }

    pub fn optional_string(&self, name: &'static str) -> Option<Located<String>> {
        self.get(name).and_then(|value| string(self.reporter, value))
    }

    /// A list of strings; a single string counts as a list of one.
    pub fn list(&self, name: &'static str) -> Vec<Located<String>> {
        let Some(value) = self.get(name) else { return Vec::new() };
        match value.get_ref() {
            DeValue::Array(items) => {
                items.iter().filter_map(|v| string(self.reporter, v)).collect()
            }
            _ => string(self.reporter, value).into_iter().collect(),
        }
    }

    pub fn optional_date(&self, name: &'static str) -> Option<Located<String>> {
        date(self.reporter, self.get(name)?)
    }

    pub fn required_date(&self, name: &'static str) -> Option<Located<String>> {
        date(self.reporter, self.require(name)?)
    }

    pub fn table(&self, what: &'static str, name: &'static str) -> Option<Self> {
        Self::new(what, self.get(name)?, self.reporter)
    }

    /// Each table of an array of tables.
    pub fn tables(&self, what: &'static str, name: &'static str) -> Vec<Self> {
        let Some(value) = self.get(name) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            let needed = format!("a list; begin each entry with [[{name}]]");
            report_wrong_type(self.reporter, value, &needed);
            return Vec::new();
        };
        items.iter().filter_map(|item| Self::new(what, item, self.reporter)).collect()
    }

    pub fn required_sentence(&self, name: &'static str) -> Option<Text> {
        self.require(name).and_then(|value| sentence(self.reporter, value))
    }

    pub fn optional_sentence(&self, name: &'static str) -> Option<Text> {
        self.get(name).and_then(|value| sentence(self.reporter, value))
    }

    pub fn sentence_or_empty(&self, name: &'static str) -> Text {
        self.optional_sentence(name).unwrap_or_else(|| Text::empty(self.span.clone()))
    }

    /// Reports every field that was not read.
    pub fn finish(self) {
        let known = self.known.borrow();
        for (key, _) in self.table.iter().filter(|(key, _)| !known.contains(&&**key.get_ref())) {
            let help = nearest(key.get_ref(), &known).map_or_else(
                || format!("a {} has: {}", self.what, known.join(", ")),
                |n| format!("did you mean `{n}`? Otherwise take the line out"),
            );
            let message = format!("a {1} has no field `{0}`", key.get_ref(), self.what);
            self.report("unknown-field", key.span(), message, help);
        }
    }

    /// All fields, for tables that may hold any field.
    pub fn all(
        &self,
    ) -> impl Iterator<Item = (&'a Spanned<Cow<'a, str>>, &'a Spanned<DeValue<'a>>)> {
        self.table.iter()
    }

    pub const fn reporter(&self) -> &'a Reporter<'r> {
        self.reporter
    }
}

fn string<'a>(reporter: &Reporter<'_>, value: &'a Spanned<DeValue<'a>>) -> Option<Located<String>> {
    let Some(string) = value.get_ref().as_str() else {
        report_wrong_type(reporter, value, "a text in quotation marks");
        return None;
    };
    if string.trim().is_empty() {
        let help = "write something, or leave the whole line out".to_owned();
        reporter.report("empty-value", value.span(), "this is empty".to_owned(), help);
        return None;
    }
    Some(Located::new(string.to_owned(), value.span()))
}

fn date<'a>(reporter: &Reporter<'_>, value: &'a Spanned<DeValue<'a>>) -> Option<Located<String>> {
    let date = value.get_ref().as_datetime().filter(|d| d.time.is_none()).and_then(|d| d.date);
    if date.is_none() {
        let help = "write it as 2026-11-21, without quotation marks".to_owned();
        reporter.report("bad-date", value.span(), "a day is needed here".to_owned(), help);
    }
    date.map(|d| Located::new(d.to_string(), value.span()))
}

fn sentence<'a>(reporter: &'a Reporter<'_>, value: &'a Spanned<DeValue<'a>>) -> Option<Text> {
    let fields = Fields::new("sentence", value, reporter)?;
    let (zh, en) = (fields.required_string("zh"), fields.required_string("en"));
    let hant = fields.optional_string("zh_hant");
    fields.finish();
    Some(Text { zh: zh?, hant, en: en? })
}

fn report_wrong_type(reporter: &Reporter<'_>, value: &Spanned<DeValue<'_>>, needed: &str) {
    let message = format!("expected {}, found a {}", needed, value.get_ref().type_str());
    reporter.report("wrong-type", value.span(), message, format!("write {needed}"));
}
