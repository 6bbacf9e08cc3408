//! WebP, GIF (its first picture), BMP, and JPEG in rare colour spaces.

use super::{Loaded, MAX_MEMORY, ReadError, check, downscale::Downscaler, grey_of};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

pub fn load(bytes: &[u8], format: ImageFormat) -> Result<Loaded, ReadError> {
    plain(bytes, format)
}

/// Decodes as a whole, within the memory limit, and then to grey.
pub fn plain(bytes: &[u8], format: ImageFormat) -> Result<Loaded, ReadError> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    let (width, height) = decoder.dimensions();
    check(width, height)?;
    // Decoded pixels and the decoder's own copy of them.
    if decoder.total_bytes().saturating_mul(2) > MAX_MEMORY + MAX_MEMORY / 3 {
        return Err(ReadError::TooLarge);
    }
    let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let whole = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    let (channels, data) = match whole {
        DynamicImage::ImageLuma8(i) => (1, i.into_raw()),
        DynamicImage::ImageLumaA8(i) => (2, i.into_raw()),
        DynamicImage::ImageRgb8(i) => (3, i.into_raw()),
        i => (4, i.into_rgba8().into_raw()),
    };
    let mut out = Downscaler::new(width, height);
    let mut grey = vec![0; width as usize];
    for line in data.chunks_exact(width as usize * channels) {
        grey_of(line, channels, &mut grey);
        out.push(&grey);
    }
    Ok(Loaded { luma: out.finish(), turn, full: (width, height), file: 0 })
}

fn refusal(error: image::ImageError) -> ReadError {
    match error {
        image::ImageError::Limits(_) => ReadError::TooLarge,
        _ => ReadError::Damaged,
    }
}
