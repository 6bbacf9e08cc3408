//! The check pipeline: input → facts → findings → verdict → advice → report.
//!
//! Calls each module once, in that order, and holds no rule of its own. Untrusted input never
//! causes an error here; only the rule pack, the journal or a cancelled photo does.

mod collector;
mod photo;
mod photo_stage;
mod report_builder;
mod rule_context;

pub use collector::OwnRules;
pub use photo::OpenedPhoto;
pub use rule_context::{RuleContext, brands};

use crate::advice;
use crate::error::Error;
use crate::report::{Language, Milliseconds, Moment, Notice, Options, Report, Subject};
use crate::text::MAX_TEXT_BYTES;
use collector::Collector;
use report_builder::ReportBuilder;
use std::time::Instant;
use yanka_types::chars::is_invisible;
use yanka_types::charset;

/// Checks a message, a chat or any other text.
///
/// A text longer than [`LONGEST`] bytes is not read; the report says so in a notice.
///
/// # Errors
/// [`Error::Storage`] if the pack or the journal cannot be read.
pub fn text(
    rules: &RuleContext,
    own_rules: &dyn OwnRules,
    text: String,
    options: &Options,
) -> Result<Report, Error> {
    let started = Instant::now();
    let mut builder = ReportBuilder::new(rules, options);
    let mut collector = Collector::new(rules, own_rules, options);
    if text.len() > MAX_TEXT_BYTES {
        builder.mark_unchecked("text.too-long")?;
    } else if is_blank(&text) {
        builder.mark_unchecked("text.empty")?;
    } else {
        collector.check_text(Subject::Text, &text)?;
    }
    builder.set_text(text);
    builder.finish(collector, started, Milliseconds::default())
}

/// Checks the bytes of a text whose character set nobody declared.
///
/// Bytes that are no text are not read; the report says so in a notice.
///
/// # Errors
/// [`Error::Storage`] if the pack or the journal cannot be read.
pub fn text_bytes(
    rules: &RuleContext,
    own_rules: &dyn OwnRules,
    bytes: &[u8],
    options: &Options,
) -> Result<Report, Error> {
    match charset::decode_file(bytes) {
        Some(decoded) => text(rules, own_rules, decoded, options),
        None => {
            let mut builder = ReportBuilder::new(rules, options);
            builder.set_text(String::new());
            builder.mark_unchecked("text.unreadable")?;
            let collector = Collector::new(rules, own_rules, options);
            builder.finish(collector, Instant::now(), Milliseconds::default())
        }
    }
}

/// Checks one link as if a code carried it. Input that is no link is checked as a text.
///
/// An input longer than [`LONGEST`] bytes is not read; the report says so in a notice.
///
/// # Errors
/// [`Error::Storage`] if the pack or the journal cannot be read.
pub fn link(
    rules: &RuleContext,
    own_rules: &dyn OwnRules,
    link: String,
    options: &Options,
) -> Result<Report, Error> {
    let started = Instant::now();
    let mut builder = ReportBuilder::new(rules, options);
    let mut collector = Collector::new(rules, own_rules, options);
    if link.len() > MAX_TEXT_BYTES {
        builder.mark_unchecked("text.too-long")?;
    } else if is_blank(&link) {
        builder.mark_unchecked("text.empty")?;
    } else if !collector.check_payload(Subject::Text, link.as_bytes(), Some(&link))?.is_link {
        builder.add_notice("link.none")?;
    }
    builder.set_text(link);
    builder.finish(collector, started, Milliseconds::default())
}

/// Whether `text` shows nothing: spaces, invisible characters and fillers only.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c))
}

/// Builds a report from `yes`, the ids of the checklist items that the person answered with "yes".
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn checklist(
    rules: &RuleContext,
    own_rules: &dyn OwnRules,
    yes: &[String],
    options: &Options,
) -> Result<Report, Error> {
    let started = Instant::now();
    let mut builder = ReportBuilder::new(rules, options);
    let yes: Vec<&str> = yes.iter().map(String::as_str).collect();
    builder.set_checklist(advice::checklist_findings(rules.pack(), &yes, options.language)?);
    let collector = Collector::new(rules, own_rules, options);
    builder.finish(collector, started, Milliseconds::default())
}

/// The notice that the rules are old at `now`; `None` while they are not.
///
/// # Errors
/// [`Error::Storage`] if the pack cannot be read.
pub fn age_notice(
    rules: &RuleContext,
    language: Language,
    now: Moment,
) -> Result<Option<Notice>, Error> {
    rules.pack().is_old(now).then(|| rules.notice("pack.old", language)).transpose()
}
