//! The command `yanka`: the API of the phone apps at a terminal.
//!
//! Decides nothing about a card: opens the core, calls it, prints the result and turns the verdict
//! into an exit status. Sentences for people come from the core; messages.rs holds those about files
//! and folders.

mod args;
mod context;
mod locale;
mod log;
mod messages;
mod paths;
mod queries;
mod rules;
mod scan;
mod show;
mod status;
mod tesseract;

use args::{Arguments, Task};
use clap::Parser;
use context::Context;
use messages::Failure;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return args::print_error(&error),
    };
    let language = locale::language(arguments.lang);
    match run(&arguments, language) {
        Ok(status) => status.into(),
        Err(failure) => {
            show::failure(&failure, language, arguments.json);
            status::ENVIRONMENT_ERROR.into()
        }
    }
}

fn run(
    arguments: &Arguments,
    language: yanka::report::Language,
) -> Result<status::Status, Failure> {
    let context = Context { language, json: arguments.json, keep: !arguments.no_log };
    match &arguments.task {
        Task::Scan(scan) => scan::run(scan, context),
        Task::Text(text) => queries::text(text, context),
        Task::Link(link) => queries::link(link, context),
        Task::Advice(advice) => queries::advice(advice, context),
        Task::Checklist(checklist) => queries::checklist(checklist, context),
        Task::Hotline(hotline) => queries::hotline(hotline, context),
        Task::Log(task) => log::run(task, context),
        Task::Rules(task) => rules::run(task, context),
    }
}
