//! The questions with one answer: a text, a link, advice, the checklist, numbers.

use crate::args;
use crate::place;
use crate::show;
use crate::status::{QUIET, Status};
use crate::words::Failure;
use std::io::Read;
use std::sync::Arc;
use yanka::ffi::{Checker, OpenOptions};
use yanka::number;
use yanka::report::{Language, Options, Origin, Situation};

/// What holds for every question of one run.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// Answer in this language.
    pub language: Language,
    /// For a program.
    pub json: bool,
    /// Keep the check in the log.
    pub keep: bool,
}

/// More than this is refused by the core with a sentence; reading on would only cost memory.
const MOST_TEXT: u64 = 4 << 20;

impl Asked {
    /// The core, with the log where this run keeps one.
    pub fn checker(self) -> Result<Arc<Checker>, Failure> {
        if self.keep { self.with_log() } else { self.without_log() }
    }

    /// The core with the log.
    pub fn with_log(self) -> Result<Arc<Checker>, Failure> {
        let folder = place::folder()?;
        let key = place::key(&folder)?;
        Ok(Checker::open(OpenOptions {
            language: self.language,
            folder: Some(folder.to_string_lossy().into_owned()),
            journal_key: Some(key.to_vec()),
        })?)
    }

    /// The core without the log: nothing is written, an installed pack still serves.
    pub fn without_log(self) -> Result<Arc<Checker>, Failure> {
        let folder = place::folder().ok().map(|f| f.to_string_lossy().into_owned());
        Ok(Checker::open(OpenOptions { language: self.language, folder, journal_key: None })?)
    }

    /// What the core is told about one check.
    pub fn options(self, origin: Origin, situations: &[Situation]) -> Options {
        Options {
            origin,
            language: self.language,
            situations: situations.to_vec(),
            keep: self.keep,
            offset_minutes: place::offset_minutes(),
        }
    }
}

/// `yanka text`
pub fn text(task: &args::Text, asked: Asked) -> Result<Status, Failure> {
    let text = match task.text.as_deref() {
        None | Some("-") => standard_input()?,
        Some(text) => text.to_owned(),
    };
    let report = asked.checker()?.check_text(text, asked.options(task.origin, &task.situation))?;
    show::report(&report, asked);
    Ok(report.verdict.into())
}

/// `yanka link`
pub fn link(task: &args::Link, asked: Asked) -> Result<Status, Failure> {
    let report = asked.checker()?.check_link(task.url.clone(), asked.options(task.origin, &[]))?;
    show::report(&report, asked);
    Ok(report.verdict.into())
}

/// `yanka advice`
pub fn advice(task: &args::Advice, asked: Asked) -> Result<Status, Failure> {
    let checker = asked.without_log()?;
    if let Some(id) = &task.page {
        match checker.page(id.clone(), asked.language)? {
            Some(page) => show::page(&page, asked),
            None => show::pages(&checker.pages(asked.language)?, asked),
        }
        return Ok(QUIET);
    }
    if task.situations.is_empty() {
        show::situations(&checker.situations(asked.language)?, asked);
        return Ok(QUIET);
    }
    let page = checker.advice(task.situations.clone(), task.platform.clone(), asked.language)?;
    show::advice(&page, asked);
    Ok(QUIET)
}

/// `yanka hotline`
pub fn hotline(task: &args::Hotline, asked: Asked) -> Result<Status, Failure> {
    let checker = asked.without_log()?;
    let query = task.query.join(" ");
    if number::is_number(&query) {
        show::number(&checker.number(query, asked.language)?, asked);
    } else {
        show::hotlines(&checker.hotlines(query, asked.language)?, asked);
    }
    Ok(QUIET)
}

/// `yanka checklist`
pub fn checklist(task: &args::Checklist, asked: Asked) -> Result<Status, Failure> {
    let checker = asked.without_log()?;
    if task.yes.is_empty() {
        show::checklist(&checker.checklist(asked.language)?, asked);
        return Ok(QUIET);
    }
    let options = asked.options(task.origin, &task.situation);
    let report = checker.check_answers(task.yes.clone(), options)?;
    show::report(&report, asked);
    Ok(report.verdict.into())
}

fn standard_input() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin().take(MOST_TEXT).read_to_end(&mut bytes).map_err(|_| Failure::Input)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
