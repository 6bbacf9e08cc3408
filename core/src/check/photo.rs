//! One photo session: decodes and searches a photo once, then gives its straight card, its report
//! and its thumbnail.
//!
//! Judges nothing itself. A file that is no readable picture becomes a notice in the report.

use super::collector::{Collector, OwnRules};
use super::photo_stage;
use super::report_builder::ReportBuilder;
use super::rule_context::RuleContext;
use crate::error::Error;
use crate::photo::{self, Observer, Picture, PixelLayout, ReadError, Reading};
use crate::report::{Milliseconds, Options, Photo, Report, StraightCard, Word};
use std::time::Instant;

/// A decoded photo with the codes that were found in it.
pub struct OpenedPhoto {
    reading: Result<Reading, ReadError>,
}

impl OpenedPhoto {
    /// Decodes `photo` and searches it for codes. An unreadable picture is no error.
    ///
    /// # Errors
    /// [`Error::Cancelled`] if `watch` cancels the search.
    pub fn open(photo: &Photo, watch: &mut dyn Observer) -> Result<Self, Error> {
        match photo::read(picture(photo), watch) {
            Err(ReadError::Cancelled) => Err(Error::Cancelled),
            reading => Ok(Self { reading }),
        }
    }

    /// The card with rotation and perspective removed, for text recognition. The upright picture if
    /// no code gives the plane of the card; `None` if the photo is no readable picture.
    #[must_use]
    pub fn straight_card(&self) -> Option<StraightCard> {
        let (bytes, width, height) = self.reading.as_ref().ok()?.card.jpeg()?;
        Some(StraightCard { bytes, width, height })
    }

    /// A small upright picture of the card for the log, encoded; `None` if the photo is no readable
    /// picture.
    #[must_use]
    pub fn thumbnail(&self) -> Option<Vec<u8>> {
        self.reading.as_ref().ok()?.card.thumbnail()
    }

    /// The report on the codes and on `words`, the printed lines that text recognition gave.
    ///
    /// # Errors
    /// [`Error::Storage`] if the pack or the journal cannot be read.
    pub fn report(
        &self,
        rules: &RuleContext,
        own_rules: &dyn OwnRules,
        words: Vec<Word>,
        options: &Options,
    ) -> Result<Report, Error> {
        let started = Instant::now();
        let mut builder = ReportBuilder::new(rules, options);
        let mut collector = Collector::new(rules, own_rules, options);
        let mut time = Milliseconds::default();
        match &self.reading {
            Err(refusal) => builder.add_notice(photo_stage::refusal_notice(refusal))?,
            Ok(reading) => {
                (time.load, time.photo) = (reading.load_ms, reading.read_ms);
                builder.set_picture_size(reading);
                photo_stage::add_codes(&mut builder, &mut collector, reading)?;
            }
        }
        let reading = self.reading.as_ref().ok();
        let words = photo_stage::to_upright_picture(words, reading);
        photo_stage::add_words(&mut builder, &mut collector, words)?;
        photo_stage::add_trouble(&mut builder, reading)?;
        let mut report = builder.finish(collector, started, time)?;
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
