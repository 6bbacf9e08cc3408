//! Generates adversarial grey pictures for a code reader: noise, tiled finder patterns, and invalid
//! codes at any rotation.
//!
//! The same random numbers give the same pixels.

use crate::links::Random;
use qrcode::canvas::Canvas;
use qrcode::ec::construct_codewords;
use qrcode::{Color, EcLevel, Version, bits::Bits};

/// Grey pixels without a gap between the rows.
pub struct Grey {
    /// Pixels a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Row after row.
    pub data: Vec<u8>,
}

/// One picture.
#[must_use]
pub fn picture(random: &mut Random) -> Grey {
    let (width, height) = size(random);
    let mut out = Grey { width, height, data: ground(random, width, height) };
    for _ in 0..random.under(3) {
        match random.under(4) {
            0 => tiles(random, &mut out),
            1 => rings(random, &mut out),
            _ => code(random, &mut out),
        }
    }
    match random.under(6) {
        0 => out.data.iter_mut().for_each(|v| *v = 255 - *v),
        1 => blur(&mut out),
        2 => {
            let amount = 1 + random.under(90) as i32;
            for v in &mut out.data {
                let off = random.under(2 * amount as usize) as i32 - amount;
                *v = (i32::from(*v) + off).clamp(0, 255) as u8;
            }
        }
        _ => {}
    }
    out
}

/// Mostly small, now and then as large as a phone's photo.
fn size(random: &mut Random) -> (usize, usize) {
    let most = match random.under(200_000) {
        0 => 4_000,
        1..=5 => 1_600,
        6..=60 => 600,
        61..=800 => 220,
        801..=8_000 => 100,
        8_001..=70_000 => 44,
        _ => 24,
    };
    (1 + random.under(most), 1 + random.under(most))
}

fn ground(random: &mut Random, width: usize, height: usize) -> Vec<u8> {
    let n = width * height;
    let bits = |random: &mut Random, of: fn(u64) -> u8| {
        let mut out = Vec::with_capacity(n + 8);
        while out.len() < n {
            let word = random.bits();
            out.extend((0..8).map(|i| of(word >> (8 * i))));
        }
        out.truncate(n);
        out
    };
    match random.under(7) {
        0 => bits(random, |b| b as u8),
        1 => bits(random, |b| if b & 1 == 1 { 255 } else { 0 }),
        2 => {
            let (a, b) = (random.under(9) as i32 - 4, random.under(9) as i32 - 4);
            let at = |i: usize| (128 + a * (i % width) as i32 + b * (i / width) as i32) as u8;
            (0..n).map(at).collect()
        }
        3 => {
            let (a, b) = (1 + random.under(9), 1 + random.under(9));
            (0..n)
                .map(|i| if (i % width / a + i / width / b).is_multiple_of(2) { 20 } else { 230 })
                .collect()
        }
        _ => vec![random.under(256) as u8; n],
    }
}

/// A plane of one code or of many patterns: a function from modules to dark.
fn lay(random: &mut Random, out: &mut Grey, module: f32, dark: impl Fn(i32, i32) -> Option<bool>) {
    let turn = if random.chance(1, 2) { 0.0 } else { random.under(628) as f32 / 100.0 };
    let (sin, cos) = turn.sin_cos();
    let lean = if random.chance(1, 3) { random.under(100) as f32 / 300.0 } else { 0.0 };
    let far = if random.chance(1, 4) { random.under(100) as f32 / 60_000.0 } else { 0.0 };
    let bend = if random.chance(1, 5) { random.under(40) as f32 / 10.0 } else { 0.0 };
    let x0 = random.under(out.width) as f32 * 0.5;
    let y0 = random.under(out.height) as f32 * 0.5;
    let (ink, paper) = match random.under(4) {
        0 => (random.under(256) as u8, random.under(256) as u8),
        1 => (110, 140),
        _ => (10, 245),
    };
    for y in 0..out.height {
        for x in 0..out.width {
            let (a, b) = (x as f32 - x0, y as f32 - y0);
            let k = 1.0 / (1.0 + far * (a + b)) / module;
            let (u, v) = ((cos * a + sin * b) * k, (cos * b - sin * a + lean * a) * k);
            let v = v + bend * (u * 0.2).sin();
            if let Some(dark) = dark(u.floor() as i32, v.floor() as i32) {
                out.data[y * out.width + x] = if dark { ink } else { paper };
            }
        }
    }
}

fn module(random: &mut Random) -> f32 {
    0.8 + random.under(60) as f32 / 10.0
}

fn finder(x: i32, y: i32) -> bool {
    (x - 3).abs().max((y - 3).abs()) != 2 && (0..7).contains(&x) && (0..7).contains(&y)
}

/// Finder patterns all over the picture.
fn tiles(random: &mut Random, out: &mut Grey) {
    let (a, b) = (8 + random.under(12) as i32, 8 + random.under(12) as i32);
    let m = module(random);
    lay(random, out, m, |x, y| Some(finder(x.rem_euclid(a), y.rem_euclid(b))));
}

/// Round finders with rays and arcs between them, as round codes have.
fn rings(random: &mut Random, out: &mut Grey) {
    let (size, m) = (20 + random.under(40) as i32, module(random));
    let seed = random.bits();
    lay(random, out, m, |x, y| {
        let inside = (0..size).contains(&x) && (0..size).contains(&y);
        let far = size - 8;
        let near = [(0, 0), (far, 0), (0, far)].iter().find_map(|(a, b)| {
            let (x, y) = ((x - a - 3) as f32, (y - b - 3) as f32);
            let r = x.hypot(y);
            (r < 4.5).then_some(!(1.6..2.6).contains(&r) && r < 3.6)
        });
        let mark = seed >> ((x * 7 + y * 3).rem_euclid(64)) & 1 == 1;
        inside.then(|| near.unwrap_or(mark))
    });
}

/// A code whose check words are right and whose content may be anything.
fn code(random: &mut Random, out: &mut Grey) {
    let Some((side, mut dark)) = modules(random) else { return };
    if random.chance(1, 3) {
        for _ in 0..random.under(side * side / 4) {
            let at = random.under(side * side);
            dark[at] = !dark[at];
        }
    }
    if random.chance(1, 8) {
        dark = (0..side * side).map(|i| dark[i % side * side + i / side]).collect();
    }
    let fits = out.width.min(out.height) as f32 / (side + 4) as f32;
    let m = if random.chance(3, 4) { fits.max(0.8) } else { module(random) };
    let inside = |v: i32| usize::try_from(v).ok().filter(|v| *v < side);
    lay(random, out, m, |x, y| {
        let quiet = (-3..side as i32 + 3).contains(&x) && (-3..side as i32 + 3).contains(&y);
        match (inside(x), inside(y)) {
            (Some(x), Some(y)) => Some(dark[y * side + x]),
            _ => quiet.then_some(false),
        }
    });
}

fn modules(random: &mut Random) -> Option<(usize, Vec<bool>)> {
    let version = match random.under(40) {
        0 => 1 + random.under(40),
        1..=5 => 1 + random.under(10),
        _ => 1 + random.under(4),
    };
    let level = [EcLevel::L, EcLevel::M, EcLevel::Q, EcLevel::H][random.under(4)];
    let version = Version::Normal(version as i16);
    let room = Bits::new(version).max_len(level).ok()? / 8;
    let raw: Vec<u8> = match random.under(3) {
        0 => (0..room).map(|_| random.bits() as u8).collect(),
        1 => {
            let mut bits = Bits::new(version);
            let _ = bits.push_eci_designator(random.under(1000) as u32);
            let _ = bits.push_byte_data(&random.bits().to_le_bytes());
            let mut bytes = bits.into_bytes();
            bytes.resize(room, random.under(256) as u8);
            bytes
        }
        _ => {
            // A mode of the standard, then anything.
            let mode = [1, 2, 3, 4, 5, 7, 8, 9, 13][random.under(9)] << 4;
            let first = mode | random.under(16) as u8;
            let rest = |_| (random.bits() >> 9) as u8;
            std::iter::once(first).chain((1..room).map(rest)).collect()
        }
    };
    let (data, check) = construct_codewords(&raw, version, level).ok()?;
    let mut canvas = Canvas::new(version, level);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &check);
    let colours = canvas.apply_best_mask().into_colors();
    let side = version.width() as usize;
    Some((side, colours.iter().map(|c| *c == Color::Dark).collect()))
}

fn blur(out: &mut Grey) {
    let (w, h) = (out.width, out.height);
    let old = out.data.clone();
    for y in 1..h.saturating_sub(1) {
        for x in 1..w.saturating_sub(1) {
            let sum: u32 =
                (0..9).map(|k| u32::from(old[(y + k / 3 - 1) * w + x + k % 3 - 1])).sum();
            out.data[y * w + x] = (sum / 9) as u8;
        }
    }
}
