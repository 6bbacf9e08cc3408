//! Prints results: text for people, one line of JSON for programs.
//!
//! The only module that prints. Formats what the core returns and adds headings.
#![allow(clippy::print_stdout, clippy::print_stderr)] // This module is the printer.

mod card;
mod list;
mod why;

use crate::context::Context;
use crate::messages::Failure;
use anstream::{eprint, eprintln, println};
use serde::Serialize;
use yanka::matcher::ScoreReasons;
use yanka::report::{
    AdvicePage, ChecklistItem, FORMAT, Hotline, Language, LogEntry, LogLine, NumberAnswer, OwnRule,
    PackInfo, Page, Report, SituationChoice,
};

/// JSON of one photo: its file name and the report.
#[derive(Serialize)]
struct PhotoLine<'a> {
    file: &'a str,
    #[serde(flatten)]
    report: &'a Report,
}

/// JSON of a failure, in place of a report.
#[derive(Serialize)]
struct FailureLine<'a> {
    format: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    error: &'a str,
    message: String,
}

/// Prints the report on a text or link.
pub fn report(report: &Report, context: Context) {
    if context.json { json(report) } else { println!("{}", card::page(report, context.language)) }
}

/// Prints why `text` has its score.
pub fn why(text: &str, reasons: Option<&ScoreReasons>, context: Context) {
    if context.json {
        json(&serde_json::json!({ "format": FORMAT, "why": reasons.map(|r| why::json(text, r)) }));
    } else {
        println!("\n{}", why::page(text, reasons, context.language));
    }
}

/// Prints the report on a photo, with a title line if `titled`.
pub fn photo(file: &str, report: &Report, titled: bool, context: Context) {
    if context.json {
        return json(&PhotoLine { file, report });
    }
    if titled {
        println!("\n━━ {file}");
    }
    println!("{}", card::page(report, context.language));
}

/// Prints why a photo has no report.
pub fn photo_failure(file: &str, failure: &Failure, context: Context) {
    if context.json {
        json(&FailureLine {
            format: FORMAT,
            file: Some(file),
            error: failure.word(),
            message: failure.sentence(context.language),
        });
    } else {
        eprintln!("{}", failure.sentence(context.language));
    }
}

/// Prints a warning to standard error, before the report that it is about.
pub fn warning(failure: &Failure, context: Context) {
    eprintln!("{}", failure.sentence(context.language));
}

/// Prints why the run failed.
pub fn failure(failure: &Failure, language: Language, as_json: bool) {
    if as_json {
        json(&FailureLine {
            format: FORMAT,
            file: None,
            error: failure.word(),
            message: failure.sentence(language),
        });
    } else {
        eprintln!("{}", failure.sentence(language));
    }
}

/// Prints steps and their official numbers.
pub fn advice(page: &AdvicePage, context: Context) {
    if context.json {
        json(page);
    } else {
        println!("{}", card::advice(&page.advice, &page.hotlines, context.language));
    }
}

/// Prints official numbers.
pub fn hotlines(hotlines: &[Hotline], context: Context) {
    if context.json {
        json(&hotlines)
    } else {
        println!("{}", list::hotlines(hotlines, context.language))
    }
}

/// Prints the result about one number.
pub fn number(answer: &NumberAnswer, context: Context) {
    if context.json { json(answer) } else { println!("{}", list::number(answer, context.language)) }
}

/// Prints the rule pack in use.
pub fn pack(pack: &PackInfo, context: Context) {
    if context.json { json(pack) } else { println!("{}", list::pack(pack, context.language)) }
}

/// Prints a list of log entries.
pub fn log_lines(lines: &[LogLine], context: Context) {
    if context.json {
        json(&lines)
    } else {
        println!("{}", list::log_lines(lines, context.language))
    }
}

/// Prints one log entry.
pub fn log_entry(entry: &LogEntry, context: Context) {
    if context.json {
        json(entry)
    } else {
        println!("{}", list::log_entry(entry, context.language))
    }
}

/// Prints the person's own rules.
pub fn own_rules(rules: &[OwnRule], context: Context) {
    if context.json {
        json(&rules)
    } else {
        println!("{}", list::own_rules(rules, context.language))
    }
}

/// Prints the answers to "where are you now?".
pub fn situations(items: &[SituationChoice], context: Context) {
    if context.json {
        json(&items)
    } else {
        println!("{}", list::situations(items, context.language))
    }
}

/// Prints one page with its steps.
pub fn page(page: &Page, context: Context) {
    if context.json { json(page) } else { println!("{}", card::steps_page(page, context.language)) }
}

/// Prints the ids and titles of the pages.
pub fn pages(pages: &[Page], context: Context) {
    if context.json { json(&pages) } else { println!("{}", list::pages(pages)) }
}

/// Prints the checklist.
pub fn checklist(items: &[ChecklistItem], context: Context) {
    if context.json {
        json(&items)
    } else {
        println!("{}", list::checklist(items, context.language))
    }
}

/// Prints that an action succeeded.
pub fn done(sentence: &str, context: Context) {
    if context.json {
        json(&serde_json::json!({ "format": FORMAT, "done": true, "message": sentence }));
    } else {
        println!("{sentence}");
    }
}

/// Prints a question to standard error, without a line end.
pub fn prompt(question: &str) {
    eprint!("{question}");
}

fn json(value: &impl Serialize) {
    match serde_json::to_string(value) {
        Ok(line) => println!("{line}"),
        Err(_) => eprintln!("{{\"error\":\"not-printable\"}}"),
    }
}
