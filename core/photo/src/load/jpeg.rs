//! JPEG straight to luma: the colour planes are never turned into RGB.

use super::{Loaded, MAX_MEMORY, ReadError, check, downscale::Downscaler};
use crate::Luma;
use image::metadata::Orientation;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// Units that decoding may cost; half as many again are for all that follows.
const MAX_DECODING: u64 = 900_000_000;

/// A usual progressive file has ten to fourteen scans; each goes over the whole picture.
const MAX_SCANS: usize = 30;

pub fn load(bytes: &[u8]) -> Result<Loaded, ReadError> {
    let options = DecoderOptions::default()
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        // A photo cut off by a bad connection still shows its upper part.
        .set_strict_mode(false)
        .jpeg_set_max_scans(MAX_SCANS)
        .jpeg_set_out_colorspace(ColorSpace::Luma);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|_| ReadError::Damaged)?;
    let info = decoder.info().ok_or(ReadError::Damaged)?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    check(width, height)?;
    let area = u64::from(width) * u64::from(height);
    // A baseline picture needs its grey plane only; any other keeps all coefficients, two bytes each.
    let baseline = sequential(bytes);
    let memory = if baseline { area } else { area * (1 + 2 * u64::from(info.components)) };
    // Nine units a byte for its code words, three halves a pixel for the cosines, as measured.
    let decoding = bytes.len() as u64 * 9 + area + area / 2;
    if memory > MAX_MEMORY || decoding > MAX_DECODING {
        return Err(ReadError::TooLarge);
    }
    let turn = decoder
        .exif()
        .and_then(|chunk| Orientation::from_exif_chunk(chunk))
        .unwrap_or(Orientation::NoTransforms);
    let luma = match decoder.decode() {
        Ok(data) if data.len() as u64 >= area => kept(width, height, data),
        // Rare colour spaces take the long way round.
        _ => super::generic::plain(bytes, image::ImageFormat::Jpeg)?.luma,
    };
    Ok(Loaded { luma, turn, full: (width, height), file: 0 })
}

fn kept(width: u32, height: u32, mut data: Vec<u8>) -> Luma {
    let area = width as usize * height as usize;
    data.truncate(area);
    if area as u64 <= super::FULL_PIXELS {
        return Luma { width, height, data };
    }
    let mut out = Downscaler::new(width, height);
    for line in data.chunks_exact(width as usize) {
        out.push(line);
    }
    out.finish()
}

/// Whether the first frame header is that of a sequential picture (ITU-T T.81, table B.1).
fn sequential(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some([0xff, marker, high, low]) = bytes.get(at..at + 4) {
        match marker {
            0xc0 | 0xc1 => return true,
            0xc2..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => return false,
            0xff => at += 1,
            _ => at += 2 + usize::from(*high) * 256 + usize::from(*low),
        }
    }
    false
}
