//! Fuzzes yanka-photo with generated pictures and reports what broke: a panic, a bound, a position outside.
//!
//! Half are pixels as a shell hands them over, half are files: encoded here or kept under
//! fuzz/seeds/pictures, and then damaged. The same seed gives the same input.

use super::canvas::{self, Grey};
use crate::links::Random;
use image::{ExtendedColorType, ImageEncoder, codecs};
use std::time::Duration;
use yanka::photo::{self, Picture, PixelLayout, Reading};

/// CPU time limit for one input, on the machine where the budget was measured.
pub const TIME_LIMIT: Duration = Duration::from_millis(1500);

/// Files that our encoders cannot write: progressive, lossy, palettes, 16 bits, several pictures.
const SEED_FILES: [&[u8]; 13] = [
    include_bytes!("../../../fuzz/seeds/pictures/baseline.jpg"),
    include_bytes!("../../../fuzz/seeds/pictures/progressive.jpg"),
    include_bytes!("../../../fuzz/seeds/pictures/cmyk.jpg"),
    include_bytes!("../../../fuzz/seeds/pictures/turned.jpg"),
    include_bytes!("../../../fuzz/seeds/pictures/lossy.webp"),
    include_bytes!("../../../fuzz/seeds/pictures/lossless.webp"),
    include_bytes!("../../../fuzz/seeds/pictures/moving.webp"),
    include_bytes!("../../../fuzz/seeds/pictures/grey.png"),
    include_bytes!("../../../fuzz/seeds/pictures/palette.png"),
    include_bytes!("../../../fuzz/seeds/pictures/sixteen.png"),
    include_bytes!("../../../fuzz/seeds/pictures/one-bit.bmp"),
    include_bytes!("../../../fuzz/seeds/pictures/colour.bmp"),
    include_bytes!("../../../fuzz/seeds/pictures/moving.gif"),
];

/// One input.
pub enum Input {
    /// Pixels, width, height and stride as claimed.
    Pixels(PixelLayout, u32, u32, u32, Vec<u8>),
    /// A file's bytes.
    File(Vec<u8>),
}

impl Input {
    fn picture(&self) -> Picture<'_> {
        match self {
            Self::Pixels(layout, width, height, stride, data) => Picture::Pixels {
                layout: *layout,
                width: *width,
                height: *height,
                stride: *stride,
                data,
            },
            Self::File(bytes) => Picture::Encoded(bytes),
        }
    }
}

/// The input of a seed.
#[must_use]
pub fn input(seed: u64) -> Input {
    let mut random = Random::new(seed);
    let r = &mut random;
    if r.chance(1, 2) { pixels(r) } else { Input::File(file(r)) }
}

/// How many codes were read in an input, or what is wrong with the answer.
///
/// # Errors
/// A sentence that quotes nothing of the input.
pub fn check(input: &Input, twice: bool) -> Result<usize, String> {
    let answer = photo::read(input.picture(), &mut ());
    if let Ok(reading) = &answer {
        plausible(reading)?;
    }
    if twice {
        let again = photo::read(input.picture(), &mut ());
        let same = match (&answer, &again) {
            (Ok(a), Ok(b)) => {
                a.symbols == b.symbols
                    && a.round_codes == b.round_codes
                    && a.unread_reason == b.unread_reason
            }
            (Err(a), Err(b)) => a == b,
            _ => false,
        };
        if !same {
            return Err("two readings of one picture differ".to_owned());
        }
    }
    Ok(answer.map_or(0, |r| r.symbols.len()))
}

fn plausible(reading: &Reading) -> Result<(), String> {
    let fault = |what: &str| Err(what.to_owned());
    if reading.work > photo::WORK_LIMIT {
        return fault("more work than the budget");
    }
    if reading.width == 0 || reading.height == 0 {
        return fault("a picture without pixels");
    }
    let card = reading.card.luma();
    if card.data.len() != card.width as usize * card.height as usize {
        return fault("a card whose size does not fit its pixels");
    }
    if card.data.len() > 2_100_000 {
        return fault("a card of more than two million pixels");
    }
    let symbols = reading.symbols.iter().map(|s| &s.corners);
    let rounds = reading.round_codes.iter().map(|r| &r.corners);
    let reach = 40.0 * reading.width.max(reading.height) as f32;
    for corner in symbols.chain(rounds).flatten() {
        if !(corner.x.abs() <= reach && corner.y.abs() <= reach) {
            return fault("a corner far outside the picture");
        }
    }
    for symbol in &reading.symbols {
        if symbol.bytes.is_empty() || !(1..=40).contains(&symbol.version) {
            return fault("a symbol that carries nothing");
        }
    }
    Ok(())
}

fn pixels(r: &mut Random) -> Input {
    let grey = canvas::picture(r);
    let layout = if r.chance(1, 3) { PixelLayout::Rgba8 } else { PixelLayout::Luma8 };
    let each = if layout == PixelLayout::Luma8 { 1 } else { 4 };
    let gap = if r.chance(1, 3) { r.under(9) } else { 0 };
    let stride = grey.width * each + gap;
    let mut data = Vec::with_capacity(stride * grey.height);
    let clear = r.chance(1, 4);
    for row in grey.data.chunks(grey.width) {
        match layout {
            PixelLayout::Luma8 => data.extend_from_slice(row),
            PixelLayout::Rgba8 => data.extend(row.iter().flat_map(|v| {
                let alpha = if clear { v.wrapping_mul(3) } else { 255 };
                [*v, v.wrapping_add(9), *v, alpha]
            })),
        }
        data.extend(std::iter::repeat_n(77, gap));
    }
    let mut shape = [grey.width as u32, grey.height as u32, stride as u32];
    if r.chance(1, 12) {
        shape[r.under(3)] = odd_number(r);
    }
    if r.chance(1, 12) {
        data.truncate(r.under(data.len() + 1));
    }
    Input::Pixels(layout, shape[0], shape[1], shape[2], data)
}

/// Numbers at which sums and products run over.
fn odd_number(r: &mut Random) -> u32 {
    const ODD: [u32; 9] = [0, 1, 7, 0x7fff, 0xffff, 0x1_0000, 0x7fff_ffff, 0x8000_0000, u32::MAX];
    ODD[r.under(ODD.len())]
}

fn file(r: &mut Random) -> Vec<u8> {
    let mut bytes = if r.chance(1, 4) {
        SEED_FILES[r.under(SEED_FILES.len())].to_vec()
    } else {
        encoded(&canvas::picture(r), r)
    };
    match r.under(8) {
        0 => {}
        1 => bytes.truncate(r.under(bytes.len() + 1)),
        2 => {
            let from = r.under(bytes.len());
            let piece = bytes[from..bytes.len().min(from + 1 + r.under(200))].to_vec();
            let at = r.under(bytes.len());
            bytes.splice(at..at, piece);
        }
        3 => {
            // A number in the header says something else.
            let wide = [2, 4][r.under(2)];
            let at = r.under(bytes.len().min(64));
            let number = odd_number(r);
            let raw = if r.chance(1, 2) { number.to_le_bytes() } else { number.to_be_bytes() };
            for (old, new) in bytes.iter_mut().skip(at).zip(&raw[..wide]) {
                *old = *new;
            }
        }
        4 => {
            let keep = r.under(bytes.len().min(40)) + 1;
            let n = r.under(400);
            bytes.truncate(keep);
            bytes.extend((0..n).map(|_| (r.bits() >> 5) as u8));
        }
        _ => {
            for _ in 0..=r.under(12) {
                let at = if r.chance(1, 2) {
                    r.under(bytes.len())
                } else {
                    r.under(bytes.len().min(90))
                };
                bytes[at] = (r.bits() >> 7) as u8;
            }
        }
    }
    bytes
}

/// A picture as one of the formats that are read.
fn encoded(grey: &Grey, r: &mut Random) -> Vec<u8> {
    let (w, h) = (grey.width as u32, grey.height as u32);
    let mut out = Vec::new();
    let colour = r.chance(1, 2);
    let rgb: Vec<u8> = if colour {
        grey.data.iter().flat_map(|v| [*v, v / 2, 255 - v]).collect()
    } else {
        Vec::new()
    };
    let (data, kind): (&[u8], _) =
        if colour { (&rgb, ExtendedColorType::Rgb8) } else { (&grey.data, ExtendedColorType::L8) };
    let done = match r.under(5) {
        0 => codecs::jpeg::JpegEncoder::new_with_quality(&mut out, 1 + r.under(100) as u8)
            .write_image(data, w, h, kind),
        1 => codecs::png::PngEncoder::new(&mut out).write_image(data, w, h, kind),
        2 => codecs::bmp::BmpEncoder::new(&mut out).write_image(data, w, h, kind),
        3 => codecs::webp::WebPEncoder::new_lossless(&mut out).write_image(data, w, h, kind),
        _ => {
            let rgb: Vec<u8> = grey.data.iter().flat_map(|v| [*v, *v, *v]).collect();
            codecs::gif::GifEncoder::new_with_speed(&mut out, 30).encode(
                &rgb,
                w,
                h,
                ExtendedColorType::Rgb8,
            )
        }
    };
    // What cannot be written, such as a side of 65,536, is tried as the bare pixels.
    if done.is_err() || out.is_empty() { grey.data.clone() } else { out }
}
