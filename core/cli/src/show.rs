//! Puts answers on the terminal: plain sentences for people, one line of JSON for programs.
//!
//! The only place that prints. It lays out what the core says and adds headings, nothing more.
#![allow(clippy::print_stdout, clippy::print_stderr)] // this is the printer

mod card;
mod list;

use crate::look::Asked;
use crate::words::Failure;
use anstream::{eprint, eprintln, println};
use serde::Serialize;
use yanka::report::{
    AdvicePage, ChecklistItem, FORMAT, Hotline, Language, LogEntry, LogLine, NumberAnswer, OwnRule,
    PackInfo, Page, Report, SituationChoice,
};

/// One photo's line for programs: its name, then the report.
#[derive(Serialize)]
struct PhotoLine<'a> {
    file: &'a str,
    #[serde(flatten)]
    report: &'a Report,
}

/// The line for programs where there is no report.
#[derive(Serialize)]
struct FailureLine<'a> {
    format: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    error: &'a str,
    message: String,
}

/// A report on a text or link.
pub fn report(report: &Report, asked: Asked) {
    if asked.json { json(report) } else { println!("{}", card::page(report, asked.language)) }
}

/// A report on a photo; `titled` where several follow each other.
pub fn photo(file: &str, report: &Report, titled: bool, asked: Asked) {
    if asked.json {
        return json(&PhotoLine { file, report });
    }
    if titled {
        println!("\n━━ {file}");
    }
    println!("{}", card::page(report, asked.language));
}

/// A photo that has no report.
pub fn photo_failure(file: &str, failure: &Failure, asked: Asked) {
    if asked.json {
        json(&FailureLine {
            format: FORMAT,
            file: Some(file),
            error: failure.word(),
            message: failure.sentence(asked.language),
        });
    } else {
        eprintln!("{}", failure.sentence(asked.language));
    }
}

/// What a person should know beside the report that follows.
pub fn remark(failure: &Failure, asked: Asked) {
    eprintln!("{}", failure.sentence(asked.language));
}

/// The run as a whole failed.
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

/// Steps and their numbers.
pub fn advice(page: &AdvicePage, asked: Asked) {
    if asked.json {
        json(page);
    } else {
        println!("{}", card::advice(&page.advice, &page.hotlines, asked.language));
    }
}

/// Official numbers.
pub fn hotlines(hotlines: &[Hotline], asked: Asked) {
    if asked.json {
        json(&hotlines)
    } else {
        println!("{}", list::hotlines(hotlines, asked.language))
    }
}

/// The answer about one number.
pub fn number(answer: &NumberAnswer, asked: Asked) {
    if asked.json { json(answer) } else { println!("{}", list::number(answer, asked.language)) }
}

/// The rules in use.
pub fn pack(pack: &PackInfo, asked: Asked) {
    if asked.json { json(pack) } else { println!("{}", list::pack(pack, asked.language)) }
}

/// A page of the log.
pub fn log_lines(lines: &[LogLine], asked: Asked) {
    if asked.json { json(&lines) } else { println!("{}", list::log_lines(lines, asked.language)) }
}

/// One entry of the log.
pub fn log_entry(entry: &LogEntry, asked: Asked) {
    if asked.json { json(entry) } else { println!("{}", list::log_entry(entry, asked.language)) }
}

/// The person's own rules.
pub fn own_rules(rules: &[OwnRule], asked: Asked) {
    if asked.json { json(&rules) } else { println!("{}", list::own_rules(rules, asked.language)) }
}

/// The answers to "where are you now?".
pub fn situations(items: &[SituationChoice], asked: Asked) {
    if asked.json { json(&items) } else { println!("{}", list::situations(items, asked.language)) }
}

/// One page of steps.
pub fn page(page: &Page, asked: Asked) {
    if asked.json { json(page) } else { println!("{}", card::steps_page(page, asked.language)) }
}

/// The names of the pages.
pub fn pages(pages: &[Page], asked: Asked) {
    if asked.json { json(&pages) } else { println!("{}", list::pages(pages)) }
}

/// The checklist.
pub fn checklist(items: &[ChecklistItem], asked: Asked) {
    if asked.json { json(&items) } else { println!("{}", list::checklist(items, asked.language)) }
}

/// Something was done.
pub fn done(sentence: &str, asked: Asked) {
    if asked.json {
        json(&serde_json::json!({ "format": FORMAT, "done": true, "message": sentence }));
    } else {
        println!("{sentence}");
    }
}

/// A question on the terminal.
pub fn ask(question: &str) {
    eprint!("{question}");
}

fn json(value: &impl Serialize) {
    match serde_json::to_string(value) {
        Ok(line) => println!("{line}"),
        Err(_) => eprintln!("{{\"error\":\"not-printable\"}}"),
    }
}
