//! Draws random round codes that resemble those of chat and video apps.
//!
//! They follow no app's encoding and carry no data. A reader must only detect the code, report its
//! position, and report that it is unreadable.

use std::f32::consts::TAU;

use super::canvas::{Area, Canvas, to_segment};
use super::code::{Symbol, symbol};
use super::data::{Code, Emblem};
use super::emblem;
use super::seed::Seed;

/// Rays of one turn.
const RAYS: usize = 54;
/// Dot positions on one ray.
const STEPS: usize = 11;

/// Dots and bars on rays around a picture, three ring finders and one small disc.
pub fn mini_program(canvas: &mut Canvas, code: &Code, area: Area, seed: u64) -> Symbol {
    let (cx, cy) = area.middle();
    let radius = area.w * 0.47;
    canvas.disc(cx, cy, area.w * 0.5, code.ground);
    let inner = radius * 0.52;
    let step = (radius - inner) / (STEPS as f32 - 1.0);
    let thick = step * 0.62;
    // The finders lie on the diagonals, inside the outline.
    let off = radius * 0.66;
    let eyes = [(-off, -off), (off, -off), (-off, off), (off, off)];
    let eye = radius * 0.15;
    let mut chance = Seed::of(seed, "mini-program");
    for ray in 0..RAYS {
        let (sin, cos) = (ray as f32 / RAYS as f32 * TAU).sin_cos();
        let at = |r: f32| (cx + cos * r, cy + sin * r);
        let mut start: Option<usize> = None;
        for place in 0..=STEPS {
            let r = inner + step * place as f32;
            let clear = eyes.iter().all(|e| (cos * r - e.0).hypot(sin * r - e.1) > eye * 1.75);
            let dark = place < STEPS && clear && chance.between(0.0, 1.0) < 0.52;
            match (dark, start) {
                (true, None) => start = Some(place),
                (false, Some(from)) => {
                    let (a, b) = (inner + step * from as f32, r - step);
                    canvas.line(at(a), at(b), thick, code.colour);
                    start = None;
                }
                _ => {}
            }
        }
    }
    for (dx, dy) in &eyes[..3] {
        canvas.ring(cx + dx, cy + dy, eye, eye * 0.42, code.colour);
        canvas.disc(cx + dx, cy + dy, eye * 0.42, code.colour);
    }
    canvas.disc(cx + off, cy + off, eye * 1.15, code.colour);
    canvas.disc(cx + off, cy + off, eye * 0.5, code.ground);
    centre(canvas, code.logo, (cx, cy), radius * 0.42);
    symbol(code, area, area.w * 0.03)
}

/// Arcs on rings around a picture, with three round finders.
pub fn douyin(canvas: &mut Canvas, code: &Code, area: Area, seed: u64) -> Symbol {
    let (cx, cy) = area.middle();
    let radius = area.w * 0.47;
    canvas.disc(cx, cy, area.w * 0.5, code.ground);
    let mut chance = Seed::of(seed, "douyin");
    let eyes =
        [2.3_f32, 3.95, 5.55].map(|turn| (turn.cos() * radius * 0.8, turn.sin() * radius * 0.8));
    let eye = radius * 0.155;
    for ring in 0..6_u8 {
        let r = radius * (0.53 + 0.09 * f32::from(ring));
        let cells = (r * TAU / (radius * 0.1)) as usize;
        let dark: Vec<bool> = (0..cells).map(|_| chance.coin()).collect();
        for (i, _) in dark.iter().enumerate().filter(|(_, d)| **d) {
            let point = |i: usize| {
                let (sin, cos) = (i as f32 / cells as f32 * TAU).sin_cos();
                (cos * r, sin * r)
            };
            let (a, b) = (point(i), point(i + 1));
            let joined = dark[(i + 1) % cells];
            let end = if joined { b } else { a };
            if eyes.iter().any(|e| to_segment(*e, a, end) < eye * 1.8) {
                continue;
            }
            canvas.line(
                (cx + a.0, cy + a.1),
                (cx + end.0, cy + end.1),
                radius * 0.052,
                code.colour,
            );
        }
    }
    for (dx, dy) in eyes {
        canvas.ring(cx + dx, cy + dy, eye, eye * 0.36, code.colour);
        canvas.disc(cx + dx, cy + dy, eye * 0.5, code.colour);
    }
    centre(canvas, code.logo, (cx, cy), radius * 0.43);
    symbol(code, area, area.w * 0.03)
}

fn centre(canvas: &mut Canvas, picture: Option<Emblem>, (cx, cy): (f32, f32), radius: f32) {
    let around = Area::new(cx - radius, cy - radius, 2.0 * radius, 2.0 * radius);
    emblem::draw_round(canvas, picture.unwrap_or(Emblem::Bag), around);
}
