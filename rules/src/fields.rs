//! Takes a TOML table apart field by field and notes every mistake with its place.
//!
//! Decides whether a field is there and of the right type; what it means is the reader's business.
//! A mistake never stops the walk: an author sees all of them at once.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::Diagnostic;
use crate::source::{Placed, Text};

/// Where mistakes of one file are noted.
pub(crate) struct Notes<'a> {
    pub file: usize,
    pub found: &'a RefCell<Vec<Diagnostic>>,
}

impl Notes<'_> {
    pub fn note(&self, code: &'static str, place: Range<usize>, wrong: String, mend: String) {
        self.found.borrow_mut().push(Diagnostic { code, file: self.file, place, wrong, mend });
    }
}

/// One table being taken apart. Call `done` at the end: what was not asked for is a mistake.
pub(crate) struct Fields<'a, 'n> {
    table: &'a DeTable<'a>,
    pub place: Range<usize>,
    notes: &'a Notes<'n>,
    asked: RefCell<Vec<&'static str>>,
    what: &'static str,
}

impl<'a, 'n> Fields<'a, 'n> {
    pub fn of(
        what: &'static str,
        value: &'a Spanned<DeValue<'a>>,
        notes: &'a Notes<'n>,
    ) -> Option<Self> {
        let Some(table) = value.get_ref().as_table() else {
            wrong_type(notes, value, "a table");
            return None;
        };
        Some(Self { table, place: value.span(), notes, asked: RefCell::default(), what })
    }

    pub fn note(&self, code: &'static str, place: Range<usize>, wrong: String, mend: String) {
        self.notes.note(code, place, wrong, mend);
    }

    pub fn get(&self, name: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().push(name);
        self.table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value)
    }

    pub fn require(&self, name: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        let found = self.get(name);
        if found.is_none() {
            let what = self.what;
            let mend = format!("write `{name} = …` for this {what}");
            self.missing("missing-field", format!("this {what} has no `{name}`"), mend);
        }
        found
    }

    pub fn missing(&self, code: &'static str, wrong: String, mend: String) {
        self.note(code, self.place.clone(), wrong, mend);
    }

    pub fn text(&self, name: &'static str) -> Option<Placed<String>> {
        self.require(name).and_then(|value| text(self.notes, value))
    }

    pub fn text_or(&self, name: &'static str, otherwise: &str) -> Placed<String> {
        let absent = || Placed::new(otherwise.to_owned(), self.place.clone());
        self.get(name).map_or_else(absent, |v| text(self.notes, v).unwrap_or_else(absent))
    }

    pub fn text_maybe(&self, name: &'static str) -> Option<Placed<String>> {
        self.get(name).and_then(|value| text(self.notes, value))
    }

    /// A list of texts; one text alone counts as a list of one.
    pub fn list(&self, name: &'static str) -> Vec<Placed<String>> {
        let Some(value) = self.get(name) else { return Vec::new() };
        match value.get_ref() {
            DeValue::Array(items) => items.iter().filter_map(|v| text(self.notes, v)).collect(),
            _ => text(self.notes, value).into_iter().collect(),
        }
    }

    pub fn date(&self, name: &'static str) -> Option<Placed<String>> {
        date(self.notes, self.get(name)?)
    }

    pub fn table(&self, what: &'static str, name: &'static str) -> Option<Self> {
        Self::of(what, self.get(name)?, self.notes)
    }

    /// Each table of an array of tables.
    pub fn tables(&self, what: &'static str, name: &'static str) -> Vec<Self> {
        let Some(value) = self.get(name) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            wrong_type(self.notes, value, &format!("a list; begin each entry with [[{name}]]"));
            return Vec::new();
        };
        items.iter().filter_map(|item| Self::of(what, item, self.notes)).collect()
    }

    pub fn sentence(&self, name: &'static str) -> Option<Text> {
        self.require(name).and_then(|value| sentence(self.notes, value))
    }

    pub fn sentence_or_empty(&self, name: &'static str) -> Text {
        let absent = || Text::empty(self.place.clone());
        self.get(name).map_or_else(absent, |v| sentence(self.notes, v).unwrap_or_else(absent))
    }

    /// Notes every field that nobody asked for.
    pub fn done(self) {
        let asked = self.asked.borrow();
        for (key, _) in self.table.iter().filter(|(key, _)| !asked.contains(&&**key.get_ref())) {
            let near = nearest(key.get_ref(), &asked);
            let mend = near.map_or_else(
                || format!("a {} has: {}", self.what, asked.join(", ")),
                |n| format!("did you mean `{n}`? Otherwise take the line out"),
            );
            let wrong = format!("`{}` is no field of a {}", key.get_ref(), self.what);
            self.note("unknown-field", key.span(), wrong, mend);
        }
    }

    /// Everything in the table, for readers that allow any field.
    pub fn everything(
        &self,
    ) -> impl Iterator<Item = (&'a Spanned<Cow<'a, str>>, &'a Spanned<DeValue<'a>>)> {
        self.table.iter()
    }

    pub fn notes(&self) -> &'a Notes<'n> {
        self.notes
    }
}

fn text<'a>(notes: &Notes<'_>, value: &'a Spanned<DeValue<'a>>) -> Option<Placed<String>> {
    let Some(written) = value.get_ref().as_str() else {
        wrong_type(notes, value, "a text in quotation marks");
        return None;
    };
    if written.trim().is_empty() {
        let mend = "write something, or leave the whole line out".to_owned();
        notes.note("empty-value", value.span(), "this is empty".to_owned(), mend);
        return None;
    }
    Some(Placed::new(written.to_owned(), value.span()))
}

pub(crate) fn date<'a>(
    notes: &Notes<'_>,
    value: &'a Spanned<DeValue<'a>>,
) -> Option<Placed<String>> {
    let day = value.get_ref().as_datetime().filter(|d| d.time.is_none()).and_then(|d| d.date);
    if day.is_none() {
        let mend = "write it as 2026-11-21, without quotation marks".to_owned();
        notes.note("bad-date", value.span(), "a day is needed here".to_owned(), mend);
    }
    day.map(|d| Placed::new(d.to_string(), value.span()))
}

pub(crate) fn sentence<'a>(notes: &'a Notes<'_>, value: &'a Spanned<DeValue<'a>>) -> Option<Text> {
    let fields = Fields::of("sentence", value, notes)?;
    let (zh, en) = (fields.text("zh"), fields.text("en"));
    let hant = fields.text_maybe("zh_hant").map(|t| t.value);
    fields.done();
    Some(Text { zh: zh?.value, hant, en: en?.value, place: value.span() })
}

fn wrong_type(notes: &Notes<'_>, value: &Spanned<DeValue<'_>>, needed: &str) {
    let wrong = format!("{} is needed here, not a {}", needed, value.get_ref().type_str());
    let mend = format!("write {needed}");
    notes.note("wrong-type", value.span(), wrong, mend);
}

/// The known word that differs least from `word`, if it is near.
pub(crate) fn nearest<'w>(word: &str, known: &[&'w str]) -> Option<&'w str> {
    let near = |k: &&&str| distance(word, k) <= 1 + word.chars().count() / 4;
    known.iter().filter(near).min_by_key(|k| distance(word, k)).copied()
}

/// Edits between two words (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let kept = corner + usize::from(x != *y);
            corner = row[j + 1];
            row[j + 1] = kept.min(row[j] + 1).min(corner + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}
