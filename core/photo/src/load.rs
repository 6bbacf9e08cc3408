//! Bytes of a picture to grey pixels, or a refusal that becomes a sentence for the person.
//!
//! Decides by the first bytes which format it is, checks sizes before anything is decoded, and
//! keeps how the picture must be turned to stand upright. Refuses to know what the picture shows.

mod dimensions;
mod downscale;
mod generic;
mod jpeg;
mod png;

use super::Luma;
use super::geometry::{Vec2, vec2};
use image::metadata::Orientation;

/// A picture as a shell hands it over.
pub enum Picture<'a> {
    /// A file: JPEG, PNG, WebP, GIF or BMP.
    Encoded(&'a [u8]),
    /// Pixels as they are, already upright.
    Pixels {
        /// What a pixel is.
        layout: PixelLayout,
        /// Pixels in a row.
        width: u32,
        /// RowScanner.
        height: u32,
        /// Bytes from one row's start to the next one's, at least `width` pixels.
        stride: u32,
        /// Row after row; the last one may end after its pixels.
        data: &'a [u8],
    },
}

/// What one pixel is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PixelLayout {
    /// One byte of grey.
    Luma8,
    /// Four bytes: red, green, blue, alpha (not premultiplied; what is transparent counts as white).
    Rgba8,
}

/// Why a picture was not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReadError {
    /// No bytes at all, or a side of no pixels.
    Empty,
    /// Not a format that this program knows.
    NotAPicture,
    /// HEIC, HEIF or AVIF.
    Heic,
    /// More than 200 million pixels, or more memory than a phone has to spare.
    TooLarge,
    /// Begins like a picture and cannot be decoded.
    Damaged,
    /// Width, height, stride and length of handed pixels do not fit each other.
    BadShape,
    /// The person stopped the check.
    Cancelled,
}

/// Above this many pixels a picture is refused.
pub const MAX_PIXELS: u64 = 200_000_000;
/// Above this many pixels a picture is reduced while it is decoded: 4032 × 3024 and a margin.
pub const FULL_PIXELS: u64 = 12_600_000;
/// What one decoded picture may take in memory, in bytes, beside the file itself.
pub const MAX_MEMORY: u64 = 260_000_000;

/// Bytes of a file above which decoding counts as dear: a photograph of 12 million pixels has fewer.
const USUAL_BYTES: u64 = 12_000_000;

/// Grey pixels as stored, and how to get from them to the upright picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    pub luma: Luma,
    turn: Orientation,
    /// Full size as stored, before reduction and turning.
    full: (u32, u32),
    /// Length of the file, in bytes; none where pixels were handed over.
    file: u64,
}

impl Loaded {
    fn upright(luma: Luma, full: (u32, u32)) -> Self {
        Self { luma, turn: Orientation::NoTransforms, full, file: 0 }
    }

    /// Units of work that loading cost beyond a photograph of 12 million pixels: three a pixel and
    /// nine a byte, as measured.
    pub fn dear(&self) -> u64 {
        let pixels = u64::from(self.full.0) * u64::from(self.full.1);
        pixels.saturating_sub(FULL_PIXELS) * 3 + self.file.saturating_sub(USUAL_BYTES) * 9
    }

    /// Width and height of the upright picture at full size.
    pub fn size(&self) -> (u32, u32) {
        if self.swaps() { (self.full.1, self.full.0) } else { self.full }
    }

    /// Width and height of the upright picture as it was loaded.
    pub fn sides(&self) -> (u32, u32) {
        let (w, h) = (self.luma.width, self.luma.height);
        if self.swaps() { (h, w) } else { (w, h) }
    }

    fn swaps(&self) -> bool {
        matches!(
            self.turn,
            Orientation::Rotate90
                | Orientation::Rotate270
                | Orientation::Rotate90FlipH
                | Orientation::Rotate270FlipH
        )
    }

    /// Whether turning the picture upright also mirrors it.
    pub fn flips(&self) -> bool {
        matches!(
            self.turn,
            Orientation::FlipHorizontal
                | Orientation::FlipVertical
                | Orientation::Rotate90FlipH
                | Orientation::Rotate270FlipH
        )
    }

    /// From a place in `luma` to the same place in the upright picture at full size.
    pub fn place(&self, at: Vec2) -> Vec2 {
        let (w, h) = (self.full.0 as f32, self.full.1 as f32);
        let x = at.x * w / self.luma.width.max(1) as f32;
        let y = at.y * h / self.luma.height.max(1) as f32;
        match self.turn {
            Orientation::NoTransforms => vec2(x, y),
            Orientation::FlipHorizontal => vec2(w - x, y),
            Orientation::Rotate180 => vec2(w - x, h - y),
            Orientation::FlipVertical => vec2(x, h - y),
            Orientation::Rotate90FlipH => vec2(y, x),
            Orientation::Rotate90 => vec2(h - y, x),
            Orientation::Rotate270FlipH => vec2(h - y, w - x),
            Orientation::Rotate270 => vec2(y, w - x),
        }
    }

    /// `luma`, or a reduced copy of it, turned upright.
    pub fn turned(&self, luma: Luma) -> Luma {
        let (w, h) = (luma.width as usize, luma.height as usize);
        let pick: fn(usize, usize, usize, usize) -> usize = match self.turn {
            Orientation::NoTransforms => return luma,
            Orientation::FlipHorizontal => |x, y, w, _| y * w + w - 1 - x,
            Orientation::Rotate180 => |x, y, w, h| (h - 1 - y) * w + w - 1 - x,
            Orientation::FlipVertical => |x, y, w, h| (h - 1 - y) * w + x,
            Orientation::Rotate90FlipH => |x, y, w, _| x * w + y,
            Orientation::Rotate90 => |x, y, w, h| (h - 1 - x) * w + y,
            Orientation::Rotate270FlipH => |x, y, w, h| (h - 1 - x) * w + w - 1 - y,
            Orientation::Rotate270 => |x, y, w, _| x * w + w - 1 - y,
        };
        let (ow, oh) = if self.swaps() { (h, w) } else { (w, h) };
        let mut data = Vec::with_capacity(w * h);
        for y in 0..oh {
            data.extend((0..ow).map(|x| luma.data[pick(x, y, w, h)]));
        }
        Luma { width: ow as u32, height: oh as u32, data }
    }
}

/// Bytes or pixels to grey, never wider than the budget allows for.
pub fn load(picture: &Picture<'_>) -> Result<Loaded, ReadError> {
    match picture {
        Picture::Encoded(bytes) => encoded(bytes),
        Picture::Pixels { layout, width, height, stride, data } => {
            pixels(*layout, *width, *height, *stride, data)
        }
    }
}

fn encoded(bytes: &[u8]) -> Result<Loaded, ReadError> {
    let kind = Kind::of(bytes)?;
    // Asked before any decoder, some of which want pixels before they tell a size.
    if let Some((width, height)) = dimensions::size(bytes) {
        check(width, height)?;
    }
    // The decoders are other people's code and the file may be anybody's.
    std::panic::catch_unwind(|| match kind {
        Kind::Jpeg => jpeg::load(bytes),
        Kind::Png => png::load(bytes),
        Kind::Other(format) => generic::load(bytes, format),
    })
    .unwrap_or(Err(ReadError::Damaged))
    .map(|loaded| Loaded { file: bytes.len() as u64, ..loaded })
}

enum Kind {
    Jpeg,
    Png,
    Other(image::ImageFormat),
}

impl Kind {
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
            // ISO/IEC 14496-12 file type box; all brands met there are still or moving HEVC or AV1.
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => Err(ReadError::Heic),
            _ => Err(ReadError::NotAPicture),
        }
    }
}

/// Refuses sizes before a single pixel is decoded.
fn check(width: u32, height: u32) -> Result<(), ReadError> {
    match u64::from(width) * u64::from(height) {
        0 => Err(ReadError::Empty),
        n if n > MAX_PIXELS => Err(ReadError::TooLarge),
        _ => Ok(()),
    }
}

fn pixels(
    layout: PixelLayout,
    width: u32,
    height: u32,
    stride: u32,
    data: &[u8],
) -> Result<Loaded, ReadError> {
    check(width, height)?;
    let each = if layout == PixelLayout::Luma8 { 1 } else { 4 };
    let row = u64::from(width) * each;
    let need = u64::from(stride) * u64::from(height - 1) + row;
    if u64::from(stride) < row || (data.len() as u64) < need {
        return Err(ReadError::BadShape);
    }
    let mut out = downscale::Downscaler::new(width, height);
    let mut grey = vec![0; width as usize];
    for line in data.chunks(stride as usize).take(height as usize) {
        let line = &line[..row as usize];
        match layout {
            PixelLayout::Luma8 => out.push(line),
            PixelLayout::Rgba8 => {
                grey_of(line, 4, &mut grey);
                out.push(&grey);
            }
        }
    }
    Ok(Loaded::upright(out.finish(), (width, height)))
}

/// One row of grey, grey and alpha, RGB or RGBA to grey (ITU-R BT.601); transparent is white.
fn grey_of(line: &[u8], channels: usize, out: &mut [u8]) {
    let mix = |r: u8, g: u8, b: u8| {
        ((77 * u32::from(r) + 150 * u32::from(g) + 29 * u32::from(b) + 128) >> 8) as u8
    };
    let over = |grey: u8, alpha: u8| {
        let a = u32::from(alpha);
        ((u32::from(grey) * a + 255 * (255 - a) + 127) / 255) as u8
    };
    match channels {
        1 => out.copy_from_slice(&line[..out.len()]),
        2 => {
            for (o, c) in out.iter_mut().zip(line.chunks_exact(2)) {
                *o = over(c[0], c[1]);
            }
        }
        3 => {
            for (o, c) in out.iter_mut().zip(line.chunks_exact(3)) {
                *o = mix(c[0], c[1], c[2]);
            }
        }
        _ => {
            for (o, c) in out.iter_mut().zip(line.chunks_exact(4)) {
                *o = if c[3] == 255 {
                    mix(c[0], c[1], c[2])
                } else {
                    over(mix(c[0], c[1], c[2]), c[3])
                };
            }
        }
    }
}
