//! Decodes PNG row by row, so that a large one is downscaled while it is decoded.

use super::{LoadedPicture, MAX_MEMORY, ReadError, check_dimensions, downscale::Downscaler, grey};
use image::metadata::Orientation;
use png::{Decoder, Limits, Transformations};
use std::io::Cursor;

pub fn load(bytes: &[u8]) -> Result<LoadedPicture, ReadError> {
    let mut decoder =
        Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: MAX_MEMORY as usize });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder.ignore_checksums(true);
    let mut reader = decoder.read_info().map_err(|_| ReadError::Damaged)?;
    let info = reader.info();
    let (width, height) = (info.width, info.height);
    check_dimensions(width, height)?;
    let orientation = info
        .exif_metadata
        .as_ref()
        .and_then(|chunk| Orientation::from_exif_chunk(chunk))
        .unwrap_or(Orientation::NoTransforms);
    let interlaced = info.interlaced;
    let channels = reader.output_color_type().0.samples();
    let mut out = Downscaler::new(width, height);
    let mut grey = vec![0; width as usize];
    if interlaced {
        let size = reader.output_buffer_size().ok_or(ReadError::TooLarge)?;
        if size as u64 > MAX_MEMORY {
            return Err(ReadError::TooLarge);
        }
        let mut whole = vec![255; size];
        // Rows decoded before an error are kept.
        let _ = reader.next_frame(&mut whole);
        for row in whole.chunks_exact(width as usize * channels) {
            grey::convert_row(row, channels, &mut grey);
            out.push(&grey);
        }
    } else {
        let mut rows = 0;
        while let Ok(Some(row)) = reader.next_row() {
            if row.data().len() < width as usize * channels {
                break;
            }
            grey::convert_row(row.data(), channels, &mut grey);
            out.push(&grey);
            rows += 1;
        }
        if rows == 0 {
            return Err(ReadError::Damaged);
        }
    }
    Ok(LoadedPicture::new(out.finish(), orientation, (width, height)))
}
