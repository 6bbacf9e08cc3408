//! Checks the lexicon, and that every frame which a group or a rule names is in it.
//!
//! Compiles them as the core does, so that its errors stand at the record or the rule at fault. Does
//! not try the rules; `examples` does.

use serde::de::DeserializeOwned;
use serde_json::Value;
use yanka::text::frame_rules::{FrameCondition, FrameRule, FrameRules, UnknownFrame};
use yanka::text::{EntityKind, Lexicon, LexiconError, LexiconSource};

use super::context::Checker;
use super::references::Definition;
use crate::source::{Entry, Frames, Located, Match, Record};
use crate::spelling::nearest;

/// Kind of the records of the lexicon.
const LEXICON: &str = "lexicon";
/// Tables of such a record.
const TABLES: [&str; 3] = ["class", "frame", "group"];

/// The compiled lexicon, and every name that a rule may use for its frames.
pub(super) struct Names {
    lexicon: Lexicon,
    names: Vec<String>,
}

impl Names {
    fn new(source: &LexiconSource, lexicon: Lexicon) -> Self {
        let frames = lexicon.frames().iter().map(|f| f.id.clone());
        let groups = source.group.iter().map(|g| format!("@{}", g.name));
        let mut names: Vec<String> = frames.chain(groups).collect();
        let kinds = names.iter().filter_map(|name| name.split_once('.'));
        let mut kinds: Vec<String> = kinds.map(|(kind, _)| format!("{kind}.*")).collect();
        kinds.sort();
        kinds.dedup();
        names.extend(kinds);
        Self { lexicon, names }
    }

    /// The name of `names` that no frame has, as a text rule would find it.
    pub fn unknown(&self, names: &str) -> Option<String> {
        let frames = FrameCondition { all: vec![names.to_owned()], ..Default::default() };
        let rule = FrameRule { id: String::new(), frames };
        let compiled = FrameRules::new(&[rule], &self.lexicon);
        compiled.err().map(|UnknownFrame { name, .. }| name)
    }
}

impl Checker<'_> {
    /// Compiles the lexicon; `None` where a record of it is wrong.
    pub(super) fn lexicon(&mut self) -> Option<Names> {
        let records = self.sources.records.iter().filter(|r| r.body.kind == LEXICON);
        let records: Vec<&Entry<Record>> = records.collect();
        let mut source = LexiconSource::default();
        let mut complete = true;
        for record in &records {
            complete &= self.lexicon_tables(record);
            complete &= self.rows(record, "class", &mut source.class);
            complete &= self.rows(record, "frame", &mut source.frame);
            complete &= self.rows(record, "group", &mut source.group);
        }
        if !complete {
            return None;
        }
        match Lexicon::new(&source) {
            Ok(lexicon) => {
                let names = Names::new(&source, lexicon);
                self.groups(&records, &source, &names);
                Some(names)
            }
            Err(error) => {
                let (record, at) = place(&records, &error)?;
                self.report_record(record, at, error.to_string(), &help(&source, &error));
                None
            }
        }
    }

    /// Reports tables that a record of the lexicon does not have.
    fn lexicon_tables(&mut self, record: &Entry<Record>) -> bool {
        let Value::Object(tables) = &record.body.body else { return true };
        let unknown = tables.keys().find(|key| !TABLES.contains(&key.as_str()));
        if let Some(key) = unknown {
            let help = nearest(key, &TABLES).map_or_else(
                || "a lexicon has [[record.lexicon.class]], …frame and …group".to_owned(),
                |n| format!("did you mean [[record.lexicon.{n}]]?"),
            );
            let message = format!("a lexicon has no `{key}`");
            self.report("bad-record", record.file, &record.id.span, message, help);
        }
        unknown.is_none()
    }

    /// Appends the rows of a table of the lexicon; reports those that the core cannot read.
    fn rows<T: DeserializeOwned>(
        &mut self,
        record: &Entry<Record>,
        table: &str,
        rows: &mut Vec<T>,
    ) -> bool {
        let list = record.body.body.get(table).and_then(Value::as_array);
        let mut complete = true;
        for row in list.into_iter().flatten() {
            match serde_json::from_value(row.clone()) {
                Ok(row) => rows.push(row),
                Err(error) => {
                    complete = false;
                    let name = row.get("id").or_else(|| row.get("name")).and_then(Value::as_str);
                    let message = format!("the core cannot read this {table}: {error}");
                    let at = record.string(name.unwrap_or_default());
                    self.report_record(record, at, message, LEXICON_HELP);
                }
            }
        }
        complete
    }

    /// Reports names in groups that stand for no frame.
    fn groups(&mut self, records: &[&Entry<Record>], source: &LexiconSource, names: &Names) {
        for name in source.group.iter().flat_map(|group| &group.frames) {
            if let Some(unknown) = names.unknown(name)
                && let Some((record, at)) = find(records, |s| s == name)
            {
                self.report_frame(record.file, at, unknown, names);
            }
        }
    }

    /// Reports frames of rules that the lexicon does not have, and conditions that the core cannot
    /// read.
    pub(super) fn frames(&mut self, names: &Names) {
        for rule in self.sources.rules.iter().filter(|r| r.body.active) {
            let Match::Frame(Frames { condition, span, strings }) = &rule.body.matches else {
                continue;
            };
            let condition = match serde_json::from_value::<FrameCondition>(condition.clone()) {
                Ok(condition) => condition,
                Err(error) => {
                    let message = format!("the core cannot read this condition: {error}");
                    let help = "a condition has `all`, and may have `none`, `within` and `least`";
                    self.report("bad-match", rule.file, span, message, help);
                    continue;
                }
            };
            for part in condition.all.iter().chain(&condition.none) {
                let Some(unknown) = names.unknown(part) else { continue };
                let whole = Located::new(part.clone(), span.clone());
                let at = strings.iter().find(|s| s.value == *part).unwrap_or(&whole);
                self.report_frame(rule.file, at, unknown, names);
            }
        }
    }

    /// Reports that no frame is called `unknown`.
    pub(super) fn report_frame(
        &mut self,
        file: usize,
        at: &Located<String>,
        unknown: String,
        names: &Names,
    ) {
        let known: Vec<&str> = names.names.iter().map(String::as_str).collect();
        let word = Located::new(unknown, at.span.clone());
        let defined = Definition::Sources("text/lexicon/");
        self.report_unknown("unknown-frame", file, &word, &known, defined);
    }

    pub(super) fn report_record(
        &mut self,
        record: &Entry<Record>,
        at: &Located<String>,
        message: String,
        help: &str,
    ) {
        self.report("bad-record", record.file, &at.span, message, help);
    }
}

const LEXICON_HELP: &str = "compare with the other classes and frames of text/lexicon/";

/// How to correct `error`: the class that is meant, where one is close.
fn help(source: &LexiconSource, error: &LexiconError) -> String {
    let LexiconError::UnknownClass(name) = error else { return LEXICON_HELP.to_owned() };
    let kinds = EntityKind::ALL.iter().map(|kind| kind.word());
    let known: Vec<&str> = source.class.iter().map(|c| c.name.as_str()).chain(kinds).collect();
    let nearest = nearest(name, &known).map(|n| format!("did you mean `@{n}`?"));
    nearest.unwrap_or_else(|| LEXICON_HELP.to_owned())
}

/// The record and the string that `error` is about; the first record where none is.
fn place<'r>(
    records: &[&'r Entry<Record>],
    error: &LexiconError,
) -> Option<(&'r Entry<Record>, &'r Located<String>)> {
    let elements = |pattern: &str| -> Vec<String> {
        pattern.split([' ', '|', '~']).map(str::to_owned).collect()
    };
    let found = match error {
        LexiconError::UnknownClass(class) => {
            find(records, |s| elements(s).contains(&format!("@{class}")))
                .or_else(|| find(records, |s| s.split(' ').any(|e| e.ends_with(class.as_str()))))
        }
        LexiconError::EmptyPattern(pattern, _) | LexiconError::BadGap(pattern) => {
            find(records, |s| s == pattern)
        }
        // The later one of the two is the new one, most likely.
        LexiconError::Duplicate(name) => {
            let reversed: Vec<_> = records.iter().copied().rev().collect();
            find(&reversed, |s| s == name)
        }
        LexiconError::TooLarge => None,
    };
    found.or_else(|| records.first().map(|record| (*record, &record.id)))
}

/// The first string of the records that `fits`.
fn find<'r>(
    records: &[&'r Entry<Record>],
    fits: impl Fn(&str) -> bool,
) -> Option<(&'r Entry<Record>, &'r Located<String>)> {
    records
        .iter()
        .find_map(|record| Some((*record, record.body.strings.iter().find(|s| fits(&s.value))?)))
}
