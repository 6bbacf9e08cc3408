//! API for photos: a session decodes a photo once, then gives its straight card and its report.

use super::Checker;
use crate::check::OpenedPhoto;
use crate::error::{ApiError, Error};
use crate::journal::sha256;
use crate::report::{Options, Photo, Report, StraightCard, SubjectKind, Word};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Receives progress while a photo is opened.
#[uniffi::export(rust, foreign)]
pub trait Progress: Send + Sync {
    /// `done` of `of` steps are finished; `of` may grow between calls.
    fn step(&self, done: u32, of: u32);
}

/// A flag that cancels the opening of a photo.
#[derive(Default, uniffi::Object)]
pub struct Cancel(AtomicBool);

#[uniffi::export]
impl Cancel {
    /// A flag that is not raised.
    #[uniffi::constructor]
    #[must_use]
    pub fn new() -> Arc<Self> {
        Arc::new(Self::default())
    }

    /// Raises the flag: the call that has it ends with `Cancelled` at its next step. It stays raised.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// One photo, decoded and searched for codes. Holds its grey pixels, at most 12.6 MB, until it is
/// dropped.
#[derive(uniffi::Object)]
pub struct PhotoSession {
    checker: Arc<Checker>,
    opened: Opened,
}

/// An opened photo with its hash; what [`PhotoSession`] and [`Checker::check_photo`] share.
struct Opened {
    photo: OpenedPhoto,
    /// SHA-256 of the file's bytes; `None` if the caller gave pixels.
    sha256: Option<[u8; 32]>,
}

#[uniffi::export]
impl Checker {
    /// Opens a photo: decodes it and searches it for codes. An unreadable photo is no error; its
    /// report has a notice.
    ///
    /// # Errors
    /// `Cancelled`.
    pub fn open_photo(
        self: Arc<Self>,
        photo: Photo,
        progress: Option<Arc<dyn Progress>>,
        cancel: Option<Arc<Cancel>>,
    ) -> Result<Arc<PhotoSession>, ApiError> {
        let opened = Opened::open(&photo, progress, cancel)?;
        Ok(Arc::new(PhotoSession { checker: self, opened }))
    }

    /// Checks the codes of a photo in one call. Printed words need a [`PhotoSession`]. An unreadable
    /// photo is no error; its report has a notice.
    ///
    /// # Errors
    /// `Cancelled`; `PackUnusable` if the rules cannot be read; `JournalUnavailable` or `DiskFull` if
    /// the journal cannot be read or written.
    pub fn check_photo(
        &self,
        photo: Photo,
        options: Options,
        progress: Option<Arc<dyn Progress>>,
        cancel: Option<Arc<Cancel>>,
    ) -> Result<Report, ApiError> {
        let opened = Opened::open(&photo, progress, cancel)?;
        Ok(self.photo_report(&opened, Vec::new(), &options)?)
    }
}

#[uniffi::export]
impl PhotoSession {
    /// The card with rotation and perspective removed, for text recognition. The upright picture if
    /// no code gives the plane of the card; `None` if the photo is no readable picture.
    #[must_use]
    pub fn straight_card(&self) -> Option<StraightCard> {
        self.opened.photo.straight_card()
    }

    /// The report on the codes and on `words`, the printed lines that text recognition found on the
    /// straight card (`straight` set) or on the upright picture. Kept in the log if `options.keep` is
    /// set and a journal is open.
    ///
    /// # Errors
    /// `PackUnusable` if the rules cannot be read; `JournalUnavailable` or `DiskFull` if the journal
    /// cannot be read or written.
    pub fn check(&self, words: Vec<Word>, options: Options) -> Result<Report, ApiError> {
        Ok(self.checker.photo_report(&self.opened, words, &options)?)
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
        Ok(Self { photo: OpenedPhoto::open(photo, &mut Watcher { progress, cancel })?, sha256 })
    }
}

impl Checker {
    fn photo_report(
        &self,
        opened: &Opened,
        words: Vec<Word>,
        options: &Options,
    ) -> Result<Report, Error> {
        let report = opened.photo.report(&self.rules(), self, words, options)?;
        let thumbnail = opened.photo.thumbnail();
        self.record(report, SubjectKind::Photo, options, thumbnail.as_deref(), opened.sha256)
    }
}

/// Passes progress to the caller and the cancel flag to the search.
struct Watcher {
    progress: Option<Arc<dyn Progress>>,
    cancel: Option<Arc<Cancel>>,
}

impl crate::photo::Observer for Watcher {
    fn stage(&mut self, done: u32, of: u32) {
        if let Some(progress) = &self.progress {
            progress.step(done, of);
        }
    }

    fn cancelled(&self) -> bool {
        self.cancel.as_ref().is_some_and(|c| c.0.load(Ordering::Relaxed))
    }
}
