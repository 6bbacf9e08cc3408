//! Decodes WebP, GIF (the first frame), BMP, and JPEG in rare colour spaces.

use super::{LoadedPicture, MAX_MEMORY, ReadError, check_dimensions, downscale::Downscaler, grey};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// Decodes the whole picture within the memory limit, then converts it to grey.
pub fn load(bytes: &[u8], format: ImageFormat) -> Result<LoadedPicture, ReadError> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(read_error)?;
    let (width, height) = decoder.dimensions();
    check_dimensions(width, height)?;
    // The decoded pixels and the decoder's own copy of them.
    if decoder.total_bytes().saturating_mul(2) > MAX_MEMORY + MAX_MEMORY / 3 {
        return Err(ReadError::TooLarge);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let (channels, data) = match DynamicImage::from_decoder(decoder).map_err(read_error)? {
        DynamicImage::ImageLuma8(i) => (1, i.into_raw()),
        DynamicImage::ImageLumaA8(i) => (2, i.into_raw()),
        DynamicImage::ImageRgb8(i) => (3, i.into_raw()),
        i => (4, i.into_rgba8().into_raw()),
    };
    let mut out = Downscaler::new(width, height);
    let mut grey = vec![0; width as usize];
    for row in data.chunks_exact(width as usize * channels) {
        grey::convert_row(row, channels, &mut grey);
        out.push(&grey);
    }
    Ok(LoadedPicture::new(out.finish(), orientation, (width, height)))
}

fn read_error(error: image::ImageError) -> ReadError {
    match error {
        image::ImageError::Limits(_) => ReadError::TooLarge,
        _ => ReadError::Damaged,
    }
}
