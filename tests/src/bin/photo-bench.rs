//! `photo-bench [FOLDER…]`: what a photograph of 12 million pixels costs from its JPEG bytes to the
//! verdict, beside decoding the same bytes to grey alone; and what a very large file costs.
//!
//! The photographs are the project's own cards, printed at that size, or the JPEG files of 11 to
//! 12.6 million pixels in the folders. Processor time of one thread; the lowest of three runs each.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // a measuring tool: it stops where it fails

use std::fs;
use std::hint::black_box;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::{DynamicImage, GrayImage, ImageFormat, Luma};
use yanka::ffi::{Checker, OpenOptions};
use yanka::report::{Language, Options, Origin, Photo};
use yanka_tests::clock::processor_ms;
use yanka_tests::repository;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

fn main() {
    let folders: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    let files = if folders.is_empty() { own() } else { given(&folders) };
    let open = OpenOptions { language: Language::ZhHans, folder: None, journal_key: None };
    let checker = Checker::open(open).unwrap();
    let (mut ratios, mut decoding, mut whole) = (Vec::new(), Vec::new(), Vec::new());
    for bytes in &files {
        let decode = lowest(3, || decoded(bytes));
        let check = lowest(3, || {
            let photo = Photo::Encoded { bytes: bytes.clone() };
            checker.check_photo(photo, options(), None, None).is_ok()
        });
        decoding.push(decode);
        whole.push(check);
        ratios.push(check / decode);
    }
    println!(
        "{} JPEG files of about 12 million pixels, milliseconds of one processor:",
        files.len()
    );
    println!("{:<36} {:>8} {:>8} {:>8}", "", "median", "p95", "max");
    row("decoded to grey alone", decoding);
    row("from the bytes to the verdict", whole);
    row("the second for one of the first", ratios);
    println!("the largest files of each kind, from the bytes to the answer, milliseconds:");
    for (name, bytes) in large() {
        let check = lowest(1, || {
            let photo = Photo::Encoded { bytes: bytes.clone() };
            // Too large is an answer as well; it must come as soon.
            black_box(checker.check_photo(photo, options(), None, None).is_ok());
            true
        });
        println!("{name:<36} {check:>8.0}   {:>5.0} MB", bytes.len() as f64 / 1e6);
    }
}

/// Pictures at the limits of size and memory, of content that is expensive to decode and to search.
fn large() -> Vec<(&'static str, Vec<u8>)> {
    let squares = noise(14_000, 14_000, 3);
    let mut files = vec![
        ("JPEG, 196 million pixels, squares", jpeg(&squares)),
        ("JPEG, 196 million pixels, soft", jpeg(&noise(14_000, 14_000, 40))),
        ("JPEG, 100 million pixels, noise", jpeg(&noise(10_000, 10_000, 1))),
        ("PNG, 196 million pixels, grey", encoded(&squares.into(), ImageFormat::Png)),
    ];
    let colour = DynamicImage::from(noise(14_000, 7_000, 3)).into_rgba8();
    files.push(("PNG, 98 million pixels, RGBA", encoded(&colour.into(), ImageFormat::Png)));
    let colour = DynamicImage::from(noise(7_000, 6_000, 1)).into_rgba8();
    files.push(("WebP, 42 million pixels, noise", encoded(&colour.into(), ImageFormat::WebP)));
    let colour = DynamicImage::from(noise(7_000, 6_000, 3)).into_rgb8();
    files.push(("BMP, 42 million pixels", encoded(&colour.into(), ImageFormat::Bmp)));
    files.push(("GIF, 16 million pixels", {
        let small = DynamicImage::from(noise(4_000, 4_000, 2)).into_rgba8();
        encoded(&small.into(), ImageFormat::Gif)
    }));
    files
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, format).unwrap();
    out.into_inner()
}

fn options() -> Options {
    Options {
        origin: Origin::Parcel,
        language: Language::ZhHans,
        situations: Vec::new(),
        keep: false,
        offset_minutes: 480,
    }
}

fn decoded(bytes: &[u8]) -> bool {
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::Luma);
    JpegDecoder::new_with_options(ZCursor::new(bytes), options).decode().is_ok()
}

/// The project's own card photographs, enlarged.
fn own() -> Vec<Vec<u8>> {
    let folder = repository().join("tests/photos");
    files(&folder)
        .iter()
        .map(|file| {
            let small = image::open(file).unwrap().into_luma8();
            let (w, h) = (f64::from(small.width()), f64::from(small.height()));
            let scale = (12e6 / (w * h)).sqrt();
            let size = ((w * scale) as u32, (h * scale) as u32);
            jpeg(&imageops::resize(&small, size.0, size.1, FilterType::CatmullRom))
        })
        .collect()
}

fn given(folders: &[PathBuf]) -> Vec<Vec<u8>> {
    let right = |file: &PathBuf| {
        let size = image::image_dimensions(file).map_or(0, |(w, h)| u64::from(w) * u64::from(h));
        (11_000_000..=12_600_000).contains(&size)
    };
    let all = folders.iter().flat_map(|folder| files(folder)).filter(right);
    all.map(|file| fs::read(file).unwrap()).collect()
}

/// The JPEG files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            out.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "jpg" || e == "jpeg") {
            out.push(path);
        }
    }
    out.sort();
    out
}

fn jpeg(picture: &GrayImage) -> Vec<u8> {
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, 88).encode_image(picture).unwrap();
    out
}

/// Grains of that many pixels, of any grey.
fn noise(width: u32, height: u32, grain: u32) -> GrayImage {
    GrayImage::from_fn(width, height, |x, y| {
        let mixed = (x / grain).wrapping_mul(0x9e37_79b9) ^ (y / grain).wrapping_mul(0x85eb_ca6b);
        Luma([(mixed.wrapping_mul(0xc2b2_ae35) >> 24) as u8])
    })
}

fn lowest(runs: u32, mut task: impl FnMut() -> bool) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..runs {
        let begin = processor_ms();
        assert!(black_box(task()), "a file that cannot be read");
        best = best.min(processor_ms() - begin);
    }
    best
}

fn row(name: &str, mut values: Vec<f64>) {
    values.sort_by(f64::total_cmp);
    if values.is_empty() {
        return println!("{name:<36} no such file");
    }
    let at = |share: f64| values[((values.len() - 1) as f64 * share).round() as usize];
    println!("{name:<36} {:>8.2} {:>8.2} {:>8.2}", at(0.5), at(0.95), at(1.0));
}
