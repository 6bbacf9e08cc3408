//! The command `yanka`: the same object that the phones hold, at a terminal.
//!
//! Decides nothing about a card: it opens the core, asks, lays the answer out and turns the verdict
//! into an exit status. Texts for people come from the core; the few sentences about files and
//! folders live in `words.rs`.

mod args;
mod log;
mod look;
mod place;
mod printed;
mod rules;
mod scan;
mod show;
mod status;
mod words;

use args::{Arguments, Task};
use clap::Parser;
use std::process::ExitCode;
use words::Failure;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(refusal) => return args::refused(&refusal),
    };
    let language = place::language(arguments.lang);
    match run(&arguments, language) {
        Ok(status) => status.into(),
        Err(failure) => {
            show::failure(&failure, language, arguments.json);
            status::ENVIRONMENT.into()
        }
    }
}

fn run(
    arguments: &Arguments,
    language: yanka::report::Language,
) -> Result<status::Status, Failure> {
    let asked = look::Asked { language, json: arguments.json, keep: !arguments.no_log };
    match &arguments.task {
        Task::Scan(scan) => scan::run(scan, asked),
        Task::Text(text) => look::text(text, asked),
        Task::Link(link) => look::link(link, asked),
        Task::Advice(advice) => look::advice(advice, asked),
        Task::Checklist(checklist) => look::checklist(checklist, asked),
        Task::Hotline(hotline) => look::hotline(hotline, asked),
        Task::Log(task) => log::run(task, asked),
        Task::Rules(task) => rules::run(task, asked),
    }
}
