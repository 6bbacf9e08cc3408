//! `yanka scan`: photos one after the other, in order, each with its own answer.

use crate::args;
use crate::look::Asked;
use crate::show;
use crate::status::{self, Status};
use crate::words::Failure;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::Path;
use yanka::ffi::Checker;
use yanka::report::{Options, Photo, Report};

/// Checks every photo; a file that cannot be opened stops none of the others.
pub fn run(task: &args::Scan, asked: Asked) -> Result<Status, Failure> {
    let checker = asked.checker()?;
    let options = asked.options(task.origin, &task.situation);
    let bar = bar(task.photos.len(), asked.json);
    let several = task.photos.len() > 1;
    let mut all = Vec::with_capacity(task.photos.len());
    for photo in &task.photos {
        let name = photo.display().to_string();
        let answer = one(&checker, photo, &options);
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

fn one(checker: &Checker, photo: &Path, options: &Options) -> Result<Report, Failure> {
    let bytes = std::fs::read(photo).map_err(|_| Failure::File(photo.display().to_string()))?;
    Ok(checker.check_photo(Photo::Encoded { bytes }, Vec::new(), options.clone(), None, None)?)
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
