//! Checks the names in the record that says what a score of the text model means.
//!
//! Reads its lists only; the core parses the rest.

use serde_json::Value;
use yanka::text::model::ASK;

use super::context::Checker;
use super::frames::Names;
use super::references::Definition;
use crate::corpus::Ask;
use crate::source::{Entry, Record};

const KIND: &str = "judgement";
const HARD_FRAMES: &str = "hard_frames";
const HARD_REQUESTS: &str = "hard_requests";
const STRONG_RULES: &str = "strong_rules";

impl Checker<'_> {
    /// Reports frames, requests and rules that do not exist.
    pub(super) fn judgement(&mut self, frames: &Names) {
        let requests: Vec<String> =
            Ask::ALL.iter().map(|ask| format!("{ASK}{}", ask.word())).collect();
        let requests: Vec<&str> = requests.iter().map(String::as_str).collect();
        let active = self.sources.rules.iter().filter(|r| r.body.active);
        let rules: Vec<&str> = active.map(|r| r.id.value.as_str()).collect();
        for record in self.sources.records.iter().filter(|r| r.body.kind == KIND) {
            for name in self.names(record, HARD_FRAMES) {
                if let Some(unknown) = frames.unknown(name) {
                    self.report_frame(record.file, record.string(name), unknown, frames);
                }
            }
            let text = Definition::Sources("text/");
            for (field, code, known, defined) in [
                (HARD_REQUESTS, "unknown-request", &requests, Definition::Core),
                (STRONG_RULES, "unknown-rule", &rules, text),
            ] {
                for name in self.names(record, field) {
                    if !known.contains(&name) {
                        self.report_unknown(code, record.file, record.string(name), known, defined);
                    }
                }
            }
        }
    }

    /// The strings of the list `field`; reports a field that is no such list.
    fn names<'r>(&mut self, record: &'r Entry<Record>, field: &str) -> Vec<&'r str> {
        let Some(list) = record.body.body.get(field) else { return Vec::new() };
        let names = list.as_array().map(|list| list.iter().map(Value::as_str).collect());
        names.flatten().unwrap_or_else(|| {
            let message = format!("`{field}` is no list of names");
            let help = format!("write {field} = [\"…\", \"…\"]");
            self.report("bad-record", record.file, &record.id.span, message, help);
            Vec::new()
        })
    }
}
