//! The subcommands with one result: `text`, `link`, `advice`, `hotline` and `checklist`.
//!
//! Each calls the core once and passes the result to show.rs.

use crate::args;
use crate::context::Context;
use crate::messages::Failure;
use crate::show;
use crate::status::{QUIET, Status};
use std::io::Read;
use yanka::number;
use yanka::report::Report;

/// Most bytes read from standard input. The core refuses a text over 1 MiB with a sentence; reading
/// more would only use memory.
const MAX_INPUT_BYTES: u64 = 4 << 20;

/// `yanka text`
pub fn text(task: &args::Text, context: Context) -> Result<Status, Failure> {
    let bytes = match task.text.as_deref() {
        None | Some("-") => standard_input()?,
        Some(text) => text.as_bytes().to_vec(),
    };
    let options = context.options(task.origin, &task.situation);
    let checker = context.open()?;
    let report = checker.check_text_bytes(bytes, options)?;
    if is_empty(&report) {
        return Err(Failure::Empty);
    }
    show::report(&report, context);
    if task.why {
        let text = report.text.as_deref().unwrap_or_default();
        show::why(text, checker.score_reasons(text)?.as_ref(), context);
    }
    Ok(report.verdict.into())
}

/// `yanka link`
pub fn link(task: &args::Link, context: Context) -> Result<Status, Failure> {
    let options = context.options(task.origin, &[]);
    let report = context.open()?.check_link(task.url.clone(), options)?;
    if is_empty(&report) {
        return Err(Failure::Empty);
    }
    show::report(&report, context);
    Ok(report.verdict.into())
}

/// `yanka advice`
pub fn advice(task: &args::Advice, context: Context) -> Result<Status, Failure> {
    let checker = context.open_without_log()?;
    if let Some(id) = &task.page {
        match checker.page(id.clone(), context.language)? {
            Some(page) => show::page(&page, context),
            None => show::pages(&checker.pages(context.language)?, context),
        }
        return Ok(QUIET);
    }
    if task.situations.is_empty() {
        show::situations(&checker.situations(context.language)?, context);
        return Ok(QUIET);
    }
    let page = checker.advice(task.situations.clone(), task.platform.clone(), context.language)?;
    show::advice(&page, context);
    Ok(QUIET)
}

/// `yanka hotline`
pub fn hotline(task: &args::Hotline, context: Context) -> Result<Status, Failure> {
    let checker = context.open_without_log()?;
    let query = task.query.join(" ");
    if number::is_number(&query) {
        show::number(&checker.number(query, context.language)?, context);
    } else {
        show::hotlines(&checker.hotlines(query, context.language)?, context);
    }
    Ok(QUIET)
}

/// `yanka checklist`
pub fn checklist(task: &args::Checklist, context: Context) -> Result<Status, Failure> {
    let checker = context.open_without_log()?;
    if task.yes.is_empty() {
        show::checklist(&checker.checklist(context.language)?, context);
        return Ok(QUIET);
    }
    let options = context.options(task.origin, &task.situation);
    let report = checker.check_answers(task.yes.clone(), options)?;
    show::report(&report, context);
    Ok(report.verdict.into())
}

/// Whether nothing was given to check.
fn is_empty(report: &Report) -> bool {
    report.notices.iter().any(|notice| notice.notice == "text.empty")
}

fn standard_input() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin().take(MAX_INPUT_BYTES).read_to_end(&mut bytes).map_err(|_| Failure::Input)?;
    Ok(bytes)
}
