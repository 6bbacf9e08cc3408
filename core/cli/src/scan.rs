//! `yanka scan`: photos one after the other, in order, each with its own answer.

use crate::args;
use crate::look::Asked;
use crate::printed;
use crate::show;
use crate::status::{self, Status};
use crate::words::Failure;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::Path;
use std::sync::Arc;
use yanka::ffi::Checker;
use yanka::report::{Options, Photo, Report};

/// Checks every photo; a file that cannot be opened stops none of the others.
pub fn run(task: &args::Scan, asked: Asked) -> Result<Status, Failure> {
    if task.words {
        printed::ready()?;
    }
    let checker = asked.checker()?;
    let options = asked.options(task.origin, &task.situation);
    let bar = bar(task.photos.len(), asked.json);
    let several = task.photos.len() > 1;
    let mut all = Vec::with_capacity(task.photos.len());
    for photo in &task.photos {
        let name = photo.display().to_string();
        let answer = one(&checker, photo, &options, task.words).map(|(report, unread)| {
            if let Some(unread) = unread {
                bar.suspend(|| show::remark(&unread, asked));
            }
            report
        });
        bar.suspend(|| match &answer {
            Ok(report) => show::photo(&name, report, several, asked),
            Err(failure) => show::photo_failure(&name, failure, asked),
        });
        all.push(answer.map_or(status::ENVIRONMENT, |report| report.verdict.into()));
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(status::gravest(all))
}

/// The report, and why the printed words are not in it where they were wanted.
fn one(
    checker: &Arc<Checker>,
    photo: &Path,
    options: &Options,
    words: bool,
) -> Result<(Report, Option<Failure>), Failure> {
    let bytes = std::fs::read(photo).map_err(|_| Failure::File(photo.display().to_string()))?;
    let photo = Photo::Encoded { bytes };
    let session = Arc::clone(checker).open_photo(photo, None, None)?;
    let card = if words { session.straight_card() } else { None };
    let (lines, unread) = match card.map(printed::lines) {
        None => (Vec::new(), None),
        Some(Ok(lines)) => (lines, None),
        Some(Err(failure)) => (Vec::new(), Some(failure)),
    };
    Ok((session.check(lines, options.clone())?, unread))
}

/// A bar on a terminal when there is more than one photo; otherwise nothing.
fn bar(photos: usize, json: bool) -> ProgressBar {
    if photos < 2 || json {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len}  {elapsed}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(photos as u64).with_style(style)
}
