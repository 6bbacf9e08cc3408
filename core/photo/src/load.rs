//! Decodes a picture to grey pixels, or returns why it cannot.
//!
//! Recognises the format by the first bytes, checks sizes before anything is decoded, and keeps the
//! orientation in which the picture is upright. Must not know what the picture shows.

mod dimensions;
mod downscale;
mod generic;
mod grey;
mod jpeg;
mod loaded_picture;
mod png;

use downscale::Downscaler;
pub use loaded_picture::LoadedPicture;

/// A picture as the caller has it.
pub enum Picture<'a> {
    /// A file: JPEG, PNG, WebP, GIF (the first frame) or BMP.
    Encoded(&'a [u8]),
    /// Decoded pixels, already upright.
    Pixels {
        /// Format of one pixel.
        layout: PixelLayout,
        /// Pixels in a row.
        width: u32,
        /// Rows.
        height: u32,
        /// Bytes from the start of one row to that of the next, at least the bytes of a row.
        stride: u32,
        /// Row after row from the top; the last row may end after its pixels.
        data: &'a [u8],
    },
}

/// Format of one pixel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PixelLayout {
    /// One byte of grey.
    Luma8,
    /// Four bytes: red, green, blue, alpha (not premultiplied). Transparency is blended with white.
    Rgba8,
}

/// Why a picture was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReadError {
    /// No bytes, or a side of no pixels.
    Empty,
    /// Not a supported format.
    NotAPicture,
    /// HEIC, HEIF or AVIF.
    Heic,
    /// More than 200 million pixels, or decoding takes more memory or time than a phone can spare.
    TooLarge,
    /// Starts like a supported format and cannot be decoded.
    Damaged,
    /// Width, height, stride and length of the pixels contradict one another.
    BadShape,
    /// The observer cancelled the reading.
    Cancelled,
}

/// Pixels above which a picture is refused. Empirical; no measurement recorded.
pub const MAX_PIXELS: u64 = 200_000_000;
/// Pixels above which a picture is downscaled while it is decoded: 4032 × 3024 and a margin.
pub const FULL_PIXELS: u64 = 12_600_000;
/// Memory that one decoded picture may take, in bytes, besides the file. Empirical; no measurement
/// recorded.
pub const MAX_MEMORY: u64 = 260_000_000;

/// Decodes `picture` to grey, downscaled to at most [`FULL_PIXELS`].
pub fn load(picture: &Picture<'_>) -> Result<LoadedPicture, ReadError> {
    match picture {
        Picture::Encoded(bytes) => load_file(bytes),
        Picture::Pixels { layout, width, height, stride, data } => {
            load_pixels(*layout, *width, *height, *stride, data)
        }
    }
}

fn load_file(bytes: &[u8]) -> Result<LoadedPicture, ReadError> {
    let format = Format::of(bytes)?;
    // Some decoders allocate pixels before they report a size.
    if let Some((width, height)) = dimensions::from_header(bytes) {
        check_dimensions(width, height)?;
    }
    // The decoders are third-party code and the file is untrusted.
    std::panic::catch_unwind(|| match format {
        Format::Jpeg => jpeg::load(bytes),
        Format::Png => png::load(bytes),
        Format::Other(format) => generic::load(bytes, format),
    })
    .unwrap_or(Err(ReadError::Damaged))
    .map(|loaded| loaded.with_file_bytes(bytes.len() as u64))
}

enum Format {
    Jpeg,
    Png,
    Other(image::ImageFormat),
}

impl Format {
    fn of(bytes: &[u8]) -> Result<Self, ReadError> {
        match bytes {
            [] => Err(ReadError::Empty),
            [0xff, 0xd8, 0xff, ..] => Ok(Self::Jpeg),
            [0x89, b'P', b'N', b'G', ..] => Ok(Self::Png),
            [b'G', b'I', b'F', b'8', ..] => Ok(Self::Other(image::ImageFormat::Gif)),
            [b'B', b'M', ..] => Ok(Self::Other(image::ImageFormat::Bmp)),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
                Ok(Self::Other(image::ImageFormat::WebP))
            }
            // A file type box (ISO/IEC 14496-12). In practice its brand is one of HEVC or AV1,
            // still or moving.
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => Err(ReadError::Heic),
            _ => Err(ReadError::NotAPicture),
        }
    }
}

/// Refuses a picture by its size, before a pixel is decoded.
fn check_dimensions(width: u32, height: u32) -> Result<(), ReadError> {
    match u64::from(width) * u64::from(height) {
        0 => Err(ReadError::Empty),
        n if n > MAX_PIXELS => Err(ReadError::TooLarge),
        _ => Ok(()),
    }
}

fn load_pixels(
    layout: PixelLayout,
    width: u32,
    height: u32,
    stride: u32,
    data: &[u8],
) -> Result<LoadedPicture, ReadError> {
    check_dimensions(width, height)?;
    let bytes_per_pixel = if layout == PixelLayout::Luma8 { 1 } else { 4 };
    let row_bytes = u64::from(width) * bytes_per_pixel;
    let needed = u64::from(stride) * u64::from(height - 1) + row_bytes;
    if u64::from(stride) < row_bytes || (data.len() as u64) < needed {
        return Err(ReadError::BadShape);
    }
    let mut out = Downscaler::new(width, height);
    let mut grey = vec![0; width as usize];
    for row in data.chunks(stride as usize).take(height as usize) {
        let row = &row[..row_bytes as usize];
        match layout {
            PixelLayout::Luma8 => out.push(row),
            PixelLayout::Rgba8 => {
                grey::convert_row(row, 4, &mut grey);
                out.push(&grey);
            }
        }
    }
    Ok(LoadedPicture::upright(out.finish(), (width, height)))
}
