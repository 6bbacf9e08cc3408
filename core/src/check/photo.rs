//! One photo: decoded and searched once, then asked for its straight card, its report and its thumbnail.
//!
//! Judges nothing itself; a file that is no readable picture becomes a notice in the report.

use super::describe::Draft;
use super::judge::{Judge, Opinions};
use super::{Known, seen};
use crate::error::Error;
use crate::photo::{self, Observer, Picture, PixelLayout, ReadError, Reading};
use crate::report::{Milliseconds, Options, Photo, Report, StraightCard, Word};
use std::time::Instant;

/// A photo whose codes were searched for.
pub struct OpenedPhoto {
    reading: Result<Reading, ReadError>,
}

impl OpenedPhoto {
    /// Decodes and searches `photo`. A picture that cannot be read is no error.
    ///
    /// # Errors
    /// [`Error::Cancelled`].
    pub fn open(photo: &Photo, watch: &mut dyn Observer) -> Result<Self, Error> {
        match photo::read(picture(photo), watch) {
            Err(ReadError::Cancelled) => Err(Error::Cancelled),
            reading => Ok(Self { reading }),
        }
    }

    /// The card with turn and perspective removed, for reading its words; the upright picture where
    /// no code gives the card's plane, `None` where the photo is no readable picture.
    #[must_use]
    pub fn straight_card(&self) -> Option<StraightCard> {
        let (bytes, width, height) = self.reading.as_ref().ok()?.card.jpeg()?;
        Some(StraightCard { bytes, width, height })
    }

    /// A small upright picture of the card for the log.
    #[must_use]
    pub fn thumbnail(&self) -> Option<Vec<u8>> {
        self.reading.as_ref().ok()?.card.thumbnail()
    }

    /// The report on the codes and on the lines that a machine read.
    ///
    /// # Errors
    /// Where the pack or the log fails.
    pub fn report(
        &self,
        known: &Known,
        opinions: &dyn Opinions,
        words: Vec<Word>,
        options: &Options,
    ) -> Result<Report, Error> {
        let started = Instant::now();
        let mut draft = Draft::new(known, options);
        let mut judge = Judge::new(known, opinions, options);
        let mut time = Milliseconds::default();
        match &self.reading {
            Err(refusal) => draft.notice(seen::refused(refusal))?,
            Ok(reading) => {
                (time.load, time.photo) = (reading.load_ms, reading.read_ms);
                draft.picture(reading);
                seen::codes(&mut draft, &mut judge, reading)?;
            }
        }
        let reading = self.reading.as_ref().ok();
        seen::words(&mut draft, &mut judge, seen::placed(words, reading))?;
        seen::trouble(&mut draft, reading)?;
        let mut report = draft.finish(judge, started, time)?;
        report.milliseconds.total += time.load + time.photo;
        Ok(report)
    }
}

fn picture(photo: &Photo) -> Picture<'_> {
    let pixels = |layout, width: &u32, height: &u32, stride: &u32, data| Picture::Pixels {
        layout,
        width: *width,
        height: *height,
        stride: *stride,
        data,
    };
    match photo {
        Photo::Encoded { bytes } => Picture::Encoded(bytes),
        Photo::Luma { width, height, stride, bytes } => {
            pixels(PixelLayout::Luma8, width, height, stride, bytes)
        }
        Photo::Rgba { width, height, stride, bytes } => {
            pixels(PixelLayout::Rgba8, width, height, stride, bytes)
        }
    }
}
