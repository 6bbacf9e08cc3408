//! `yanka scan`: checks photos one after the other and prints a report for each.

use crate::args;
use crate::context::Context;
use crate::messages::Failure;
use crate::show;
use crate::status::{self, Status};
use crate::tesseract;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::Path;
use std::sync::Arc;
use yanka::ffi::Checker;
use yanka::report::{Options, Photo, Report};

/// Checks all photos. A file that cannot be read does not stop the others.
pub fn run(task: &args::Scan, context: Context) -> Result<Status, Failure> {
    if task.words {
        tesseract::check_installed()?;
    }
    let checker = context.open()?;
    let options = context.options(task.origin, &task.situation);
    let bar = progress_bar(task.photos.len(), context.json);
    let several = task.photos.len() > 1;
    let mut statuses = Vec::with_capacity(task.photos.len());
    for photo in &task.photos {
        let name = photo.display().to_string();
        let result = check(&checker, photo, &options, task.words).map(|(report, ocr_failure)| {
            if let Some(failure) = ocr_failure {
                bar.suspend(|| show::warning(&failure, context));
            }
            report
        });
        bar.suspend(|| match &result {
            Ok(report) => show::photo(&name, report, several, context),
            Err(failure) => show::photo_failure(&name, failure, context),
        });
        statuses.push(result.map_or(status::ENVIRONMENT_ERROR, |report| report.verdict.into()));
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(status::most_severe(statuses))
}

/// The report of one photo, and the failure of text recognition if the caller wanted `words` and they
/// could not be read.
fn check(
    checker: &Arc<Checker>,
    photo: &Path,
    options: &Options,
    words: bool,
) -> Result<(Report, Option<Failure>), Failure> {
    let bytes = std::fs::read(photo).map_err(|_| Failure::File(photo.display().to_string()))?;
    let photo = Photo::Encoded { bytes };
    let session = Arc::clone(checker).open_photo(photo, None, None)?;
    let card = if words { session.straight_card() } else { None };
    let (lines, ocr_failure) = match card.map(tesseract::read_lines) {
        None => (Vec::new(), None),
        Some(Ok(lines)) => (lines, None),
        Some(Err(failure)) => (Vec::new(), Some(failure)),
    };
    Ok((session.check(lines, options.clone())?, ocr_failure))
}

/// A progress bar on a terminal for more than one photo; hidden otherwise.
fn progress_bar(photos: usize, json: bool) -> ProgressBar {
    if photos < 2 || json {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len}  {elapsed}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(photos as u64).with_style(style)
}
