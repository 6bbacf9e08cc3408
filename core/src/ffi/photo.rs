//! The photo session of the API: a picture is opened once, then asked for its card and its report.

use super::Checker;
use crate::check::OpenedPhoto;
use crate::error::{ApiError, Error};
use crate::journal::sha256;
use crate::report::{Options, Photo, Report, StraightCard, SubjectKind, Word};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Receives the progress of opening a photo.
#[uniffi::export(rust, foreign)]
pub trait Progress: Send + Sync {
    /// `done` of `of` steps; `of` may grow while work goes on.
    fn step(&self, done: u32, of: u32);
}

/// A flag that stops a check.
#[derive(Default, uniffi::Object)]
pub struct Cancel(AtomicBool);

#[uniffi::export]
impl Cancel {
    /// A flag that is down.
    #[uniffi::constructor]
    #[must_use]
    pub fn new() -> Arc<Self> {
        Arc::new(Self::default())
    }

    /// Raises the flag: the check ends with `Cancelled` at its next step.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// One photo, decoded and searched once. Holds its grey pixels, at most 12.6 MB, until it is dropped.
#[derive(uniffi::Object)]
pub struct PhotoSession {
    checker: Arc<Checker>,
    opened: Opened,
}

/// What a session and a check in one call share.
struct Opened {
    photo: OpenedPhoto,
    /// Of the file's own bytes; `None` for pixels.
    sha256: Option<[u8; 32]>,
}

#[uniffi::export]
impl Checker {
    /// Opens a photo: decodes it and searches it for codes.
    ///
    /// # Errors
    /// `Cancelled`. A photo itself cannot fail: an unreadable one is described by its report.
    pub fn open_photo(
        self: Arc<Self>,
        photo: Photo,
        progress: Option<Arc<dyn Progress>>,
        cancel: Option<Arc<Cancel>>,
    ) -> Result<Arc<PhotoSession>, ApiError> {
        let opened = Opened::open(&photo, progress, cancel)?;
        Ok(Arc::new(PhotoSession { checker: self, opened }))
    }

    /// Checks a photo in one call, without printed words; see [`PhotoSession`] for more.
    ///
    /// # Errors
    /// `Cancelled`, or where the pack or the log fails. A photo itself cannot fail.
    pub fn check_photo(
        &self,
        photo: Photo,
        options: Options,
        progress: Option<Arc<dyn Progress>>,
        cancel: Option<Arc<Cancel>>,
    ) -> Result<Report, ApiError> {
        let opened = Opened::open(&photo, progress, cancel)?;
        Ok(self.report(&opened, Vec::new(), &options)?)
    }
}

#[uniffi::export]
impl PhotoSession {
    /// The card with turn and perspective removed, for text recognition; the upright picture where
    /// no code gives the card's plane, `None` where the photo is no readable picture.
    #[must_use]
    pub fn straight_card(&self) -> Option<StraightCard> {
        self.opened.photo.straight_card()
    }

    /// The report on the photo and on `words`, the printed lines that were read on the straight card
    /// (`straight` set) or on the upright picture. Kept in the log where `options` say so.
    ///
    /// # Errors
    /// Where the pack or the log fails.
    pub fn check(&self, words: Vec<Word>, options: Options) -> Result<Report, ApiError> {
        Ok(self.checker.report(&self.opened, words, &options)?)
    }
}

impl Opened {
    fn open(
        photo: &Photo,
        progress: Option<Arc<dyn Progress>>,
        cancel: Option<Arc<Cancel>>,
    ) -> Result<Self, Error> {
        let sha256 = match photo {
            Photo::Encoded { bytes } => Some(sha256(bytes)),
            Photo::Luma { .. } | Photo::Rgba { .. } => None,
        };
        Ok(Self { photo: OpenedPhoto::open(photo, &mut Watching { progress, cancel })?, sha256 })
    }
}

impl Checker {
    fn report(
        &self,
        opened: &Opened,
        words: Vec<Word>,
        options: &Options,
    ) -> Result<Report, Error> {
        let report = opened.photo.report(&self.known(), self, words, options)?;
        let thumbnail = opened.photo.thumbnail();
        self.keep(report, SubjectKind::Photo, options, thumbnail.as_deref(), opened.sha256)
    }
}

/// Carries progress out and the stop flag in.
struct Watching {
    progress: Option<Arc<dyn Progress>>,
    cancel: Option<Arc<Cancel>>,
}

impl crate::photo::Observer for Watching {
    fn stage(&mut self, done: u32, of: u32) {
        if let Some(progress) = &self.progress {
            progress.step(done, of);
        }
    }

    fn cancelled(&self) -> bool {
        self.cancel.as_ref().is_some_and(|c| c.0.load(Ordering::Relaxed))
    }
}
