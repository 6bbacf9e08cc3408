//! Simulates lens and sensor: blur, exposure, noise, tone curve; encodes JPEG with EXIF orientation.
//!
//! Input is linear light, output is the bytes of a file. Does not depend on card data.

use image::RgbImage;
use image::codecs::jpeg::JpegEncoder;

use super::damage::Take;
use super::scene::Light;
use super::seed::Seed;

/// Develops a picture and returns a JPEG file whose pixels are turned by the take's orientation.
///
/// # Errors
/// A sentence when the encoder refuses, which it has no reason to.
pub fn develop(mut light: Light, take: &Take, seed: u64) -> Result<Vec<u8>, String> {
    let long = light.width.max(light.height) as f32;
    let pixel = long / 1600.0;
    blur(&mut light, take.blur * pixel);
    if take.motion > 0.0 {
        light =
            motion_blur(&light, take.motion * pixel, Seed::of(seed, "motion").between(0.0, 3.1));
    }
    let picture = expose(&light, take, seed);
    let stored = rotate_for_exif(&picture, take.orientation);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, take.quality)
        .encode_image(&stored)
        .map_err(|e| format!("the photograph cannot be encoded: {e}"))?;
    Ok(with_orientation(&jpeg, take.orientation))
}

/// Gauss along both axes.
fn blur(light: &mut Light, radius: f32) {
    let reach = (radius * 2.6).ceil() as i64;
    let kernel: Vec<f32> =
        (-reach..=reach).map(|i| (-0.5 * (i as f32 / radius).powi(2)).exp()).collect();
    let sum: f32 = kernel.iter().sum();
    let kernel: Vec<f32> = kernel.iter().map(|k| k / sum).collect();
    let (w, h) = (light.width as i64, light.height as i64);
    for (dx, dy) in [(1, 0), (0, 1)] {
        let from = light.pixels.clone();
        for y in 0..h {
            for x in 0..w {
                let mut sum = [0.0; 3];
                for (k, i) in kernel.iter().zip(-reach..) {
                    let (sx, sy) = ((x + dx * i).clamp(0, w - 1), (y + dy * i).clamp(0, h - 1));
                    let p = from[(sy * w + sx) as usize];
                    sum.iter_mut().zip(p).for_each(|(s, v)| *s += k * v);
                }
                light.pixels[(y * w + x) as usize] = sum;
            }
        }
    }
}

/// The trace of a phone that moved in a straight line.
fn motion_blur(light: &Light, length: f32, way: f32) -> Light {
    let steps = (length * 1.5).ceil().max(2.0) as i64;
    let (sin, cos) = way.sin_cos();
    let (w, h) = (light.width as i64, light.height as i64);
    let mut out = light.clone();
    for y in 0..h {
        for x in 0..w {
            let mut sum = [0.0; 3];
            for i in 0..steps {
                let at = (i as f32 / (steps - 1) as f32 - 0.5) * length;
                let sx = (x + (at * cos).round() as i64).clamp(0, w - 1);
                let sy = (y + (at * sin).round() as i64).clamp(0, h - 1);
                let p = light.pixels[(sy * w + sx) as usize];
                sum.iter_mut().zip(p).for_each(|(s, v)| *s += v / steps as f32);
            }
            out.pixels[(y * w + x) as usize] = sum;
        }
    }
    out
}

/// Exposure, colour of the light, grain, tone curve.
fn expose(light: &Light, take: &Take, seed: u64) -> RgbImage {
    let mut chance = Seed::of(seed, "sensor");
    let warmth = chance.between(-0.03, 0.07) + 0.08 * (1.0 - take.light);
    let white = [1.0 + warmth, 1.0, 1.0 - warmth];
    let (w, h) = (light.width, light.height);
    let reach = (w as f32).hypot(h as f32) / 2.0;
    let mut picture = RgbImage::new(w as u32, h as u32);
    let mut before = [0.0_f32; 4];
    for (i, (pixel, seen)) in picture.pixels_mut().zip(&light.pixels).enumerate() {
        let (x, y) = ((i % w) as f32 - w as f32 / 2.0, (i / w) as f32 - h as f32 / 2.0);
        let corner = 1.0 - 0.16 * (x.hypot(y) / reach).powi(2);
        // Grain of the neighbour clings a little: sensors interpolate their colours.
        let fresh: [f32; 4] = std::array::from_fn(|_| chance.bell());
        let grain: [f32; 4] = std::array::from_fn(|k| 0.82 * fresh[k] + 0.45 * before[k]);
        before = fresh;
        for c in 0..3 {
            let value = seen[c] * white[c] * take.exposure * corner;
            let shot =
                (value.max(0.0) * 0.000_05 / take.light + 0.000_002 / take.light.powi(2)).sqrt();
            let strength = (shot * take.exposure.sqrt()).min(0.2)
                + take.grain * (0.25 + value.min(1.0) * 0.75);
            let noisy = value + strength * (0.75 * grain[3] + 0.55 * grain[c]);
            pixel.0[c] = (tone(noisy) * 255.0 + 0.5) as u8;
        }
    }
    picture
}

/// Linear light to sRGB with a soft shoulder.
fn tone(v: f32) -> f32 {
    let v = v.max(0.0);
    let soft = if v > 0.8 { 0.8 + 0.2 * (1.0 - (-(v - 0.8) / 0.2).exp()) } else { v };
    let s = if soft <= 0.003_130_8 { soft * 12.92 } else { 1.055 * soft.powf(1.0 / 2.4) - 0.055 };
    s.clamp(0.0, 1.0)
}

/// The pixels as a phone stores them that is held so.
fn rotate_for_exif(upright: &RgbImage, orientation: u8) -> RgbImage {
    match orientation {
        3 => image::imageops::rotate180(upright),
        6 => image::imageops::rotate270(upright),
        8 => image::imageops::rotate90(upright),
        _ => upright.clone(),
    }
}

/// Puts an Exif segment with the orientation behind the start of the file (Exif 2.3, 4.5.4).
fn with_orientation(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut segment = b"Exif\0\0II*\0\x08\0\0\0\x01\0".to_vec();
    // Tag 0x0112, type SHORT, one value, padded to four bytes; no further directory.
    segment.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]);
    let length = (segment.len() + 2) as u16;
    let mut file = jpeg[..2].to_vec();
    file.extend([0xff, 0xe1]);
    file.extend(length.to_be_bytes());
    file.extend(segment);
    file.extend(&jpeg[2..]);
    file
}
