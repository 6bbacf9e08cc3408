//! Decodes JPEG to luma without converting the colour planes to RGB.

use super::{
    FULL_PIXELS, LoadedPicture, MAX_MEMORY, ReadError, check_dimensions, dimensions,
    downscale::Downscaler, generic,
};
use crate::Luma;
use image::metadata::Orientation;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// Work units that decoding may cost; half as many again remain for everything else. Empirical; no
/// measurement recorded.
const MAX_DECODING_COST: u64 = 900_000_000;
/// Work units of entropy-decoding one byte, as measured; the measurement is not recorded. The
/// inverse cosine transform costs 1.5 a pixel.
const BYTE_COST: u64 = 9;
/// A usual progressive file has ten to fourteen scans, each over the whole picture. Empirical; no
/// measurement recorded.
const MAX_SCANS: usize = 30;

pub fn load(bytes: &[u8]) -> Result<LoadedPicture, ReadError> {
    let options = DecoderOptions::default()
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        // A file that was truncated in transfer still shows the upper part of the photo.
        .set_strict_mode(false)
        .jpeg_set_max_scans(MAX_SCANS)
        .jpeg_set_out_colorspace(ColorSpace::Luma);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|_| ReadError::Damaged)?;
    let info = decoder.info().ok_or(ReadError::Damaged)?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    check_dimensions(width, height)?;
    let area = u64::from(width) * u64::from(height);
    // A sequential picture needs its grey plane only; any other one all coefficients of two bytes.
    let memory =
        if is_sequential(bytes) { area } else { area * (1 + 2 * u64::from(info.components)) };
    let decoding_cost = bytes.len() as u64 * BYTE_COST + area + area / 2;
    if memory > MAX_MEMORY || decoding_cost > MAX_DECODING_COST {
        return Err(ReadError::TooLarge);
    }
    let orientation = decoder
        .exif()
        .and_then(|chunk| Orientation::from_exif_chunk(chunk))
        .unwrap_or(Orientation::NoTransforms);
    let luma = match decoder.decode() {
        Ok(data) if data.len() as u64 >= area => downscaled(width, height, data),
        // The decoder does not convert rare colour spaces to luma.
        _ => generic::load(bytes, image::ImageFormat::Jpeg)?.luma,
    };
    Ok(LoadedPicture::new(luma, orientation, (width, height)))
}

fn downscaled(width: u32, height: u32, mut data: Vec<u8>) -> Luma {
    let area = width as usize * height as usize;
    data.truncate(area);
    if area as u64 <= FULL_PIXELS {
        return Luma { width, height, data };
    }
    let mut out = Downscaler::new(width, height);
    for row in data.chunks_exact(width as usize) {
        out.push(row);
    }
    out.finish()
}

/// Whether the first frame is baseline or extended sequential (ITU-T T.81, table B.1).
fn is_sequential(bytes: &[u8]) -> bool {
    matches!(dimensions::first_jpeg_frame(bytes), Some((0xc0 | 0xc1, _)))
}
